"""pgbench with the statements that a service would send: what the database can do without a service."""

import json
import random

import contenders
import load

MAP = "select client_id, theme, private, review_on, version, created_at, updated_at from map where organisation_id = {o} and id = {m}"
SUPPORTERS = """select s.id, s.person_id, s.closeness, s.contact_frequency, s.tension, s.burden, s.version, s.created_at,
    s.updated_at, p.alias, p.relationship, p.life_domain, p.phone, p.email, p.note from supporter s join person p
    on p.organisation_id = s.organisation_id and p.client_id = s.client_id and p.id = s.person_id
    where s.organisation_id = {o} and s.map_id = {m} order by s.id"""
SUPPORTS = "select supporter_id, support_type, direction, availability from support where organisation_id = {o} and map_id = {m}"
JSON = """select json_build_object('id', m.id, 'clientId', m.client_id, 'theme', m.theme, 'version', m.version,
    'supporters', (select json_agg(json_build_object('id', s.id, 'closeness', s.closeness, 'contactFrequency',
            s.contact_frequency, 'tension', s.tension, 'burden', s.burden, 'version', s.version, 'person', json_build_object(
            'id', p.id, 'alias', p.alias, 'relationship', p.relationship, 'phone', p.phone, 'email', p.email, 'note', p.note)))
        from supporter s join person p
            on p.organisation_id = s.organisation_id and p.client_id = s.client_id and p.id = s.person_id
        where s.organisation_id = m.organisation_id and s.map_id = m.id),
    'supports', (select json_agg(json_build_object('supporterId', x.supporter_id, 'supportType', x.support_type,
            'direction', x.direction, 'availability', x.availability))
        from support x where x.organisation_id = m.organisation_id and x.map_id = m.id))
    from map m where m.organisation_id = {o} and m.id = {m}"""
MAPS = 160
SCOPE = "select set_config('app.org_id', {o}::text, true)"
# Version 7: the time first, as services make them.
ID = """(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
    || substr(gen_random_uuid()::text, 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid"""
CREATE = f"""begin;
select client_id as client, {ID} as person, {ID} as supporter from map where organisation_id = {{o}} and id = {{m}} \\gset
insert into person (organisation_id, id, client_id, alias, version, created_at, updated_at)
    values ({{o}}, :person, :client, 'Nieuw', 1, now(), now());
insert into supporter (organisation_id, id, client_id, map_id, person_id, closeness, supports_answered, version, created_at,
    updated_at) values ({{o}}, :supporter, :client, {{m}}, :person, 'inner', true, 1, now(), now());
insert into support (organisation_id, map_id, supporter_id, support_type, direction, availability) values
    ({{o}}, {{m}}, :supporter, 'emotional', 'mutual', 'could-ask'), ({{o}}, {{m}}, :supporter, 'practical', 'mutual', 'could-ask');
commit;
"""


def script(statements, maps):
    """The statements for a random one of these maps, of not too many: each connection parses all their ids anew."""
    maps = random.Random(4).sample(maps, min(MAPS, len(maps)))

    def one_of(ids):
        return f"(array[{','.join(repr(one) for one in ids)}]::uuid[])[:n]"
    text = statements.replace("{o}", one_of([organisation for organisation, _ in maps]))
    return f"\\set n random(1, {len(maps)})\n" + text.replace("{m}", one_of([map_id for _, map_id in maps]))


class Pgbench(contenders.Contender):
    """One way of asking the database; it is its own load generator."""

    def __init__(self, name, database, role, scripts, count):
        super().__init__(name, database)
        self.role, self.scripts, self.able, self.count = role, scripts, set(scripts), count

    roots = property(lambda self: ([], [self.database.pid]))

    def start(self, _):
        pass

    def stop(self):
        pass

    def check(self, work, scenario):
        """Looks at what its queries find on one map; what it creates is counted afterwards."""
        organisation, map_id = work.reads[0]

        def ask(statement):
            return self.database.query(statement.format(o=f"'{organisation}'::uuid", m=f"'{map_id}'::uuid"), self.role)
        counted = self.count(ask)
        if counted != (work.supporters, 2 * work.supporters):
            raise SystemExit(f"{self.name} finds {counted} supporters and supports")

    def measure(self, scenario, requests, place, seconds):
        return load.pgbench(self.database, self.role, self.scripts[scenario], place, seconds)


def counts_of_rows(ask):
    return len(ask(SUPPORTERS)), len(ask(SUPPORTS))


def counts_of_json(ask):
    # Under row-level security without a setting there would be nothing.
    whole = json.loads("|".join(ask(f"{SCOPE}; {JSON}")[-1]))
    return len(whole["supporters"]), len(whole["supports"])


def ways(reads, writes):
    """Role, scripts and check of each way to ask; each of these maps is (organisation, id)."""
    three = script(";\n".join([MAP, SUPPORTERS, SUPPORTS]) + ";\n", reads)
    secured = script(f"begin;\n{SCOPE};\n{JSON};\ncommit;\n", reads)
    create = script(CREATE, writes)
    return {
        "pgbench, 3 queries": ("bench", {
            "read-map": [(three, 1)], "create-supporter": [(create, 1)], "mix": [(three, 9), (create, 1)]}, counts_of_rows),
        "pgbench, JSON": ("bench", {"read-map": [(script(JSON + ";\n", reads), 1)]}, counts_of_json),
        "pgbench, JSON and RLS": ("omringd", {"read-map": [(secured, 1)]}, counts_of_json),
    }
