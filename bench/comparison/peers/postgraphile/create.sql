-- One transaction, which several mutations in one request are not.
create schema peer;
grant usage on schema peer to omringd;

create function peer.uuid7() returns uuid language sql volatile as $$
    select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
        || substr(gen_random_uuid()::text, 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid
$$;

create function peer.create_supporter_with_supports(
    on_map uuid, alias text, closeness text, types text[], directions text[], availabilities text[]
) returns public.supporter language plpgsql as $$
declare
    org uuid := current_setting('app.org_id')::uuid;
    person uuid := peer.uuid7();
    of_client uuid;
    made public.supporter;
begin
    select client_id into strict of_client from public.map where organisation_id = org and id = on_map;
    insert into public.person (organisation_id, id, client_id, alias, version, created_at, updated_at)
        values (org, person, of_client, alias, 1, now(), now());
    insert into public.supporter (organisation_id, id, client_id, map_id, person_id, closeness, supports_answered, version,
            created_at, updated_at)
        values (org, peer.uuid7(), of_client, on_map, person, closeness, true, 1, now(), now())
        returning * into made;
    insert into public.support (organisation_id, map_id, supporter_id, support_type, direction, availability)
        select org, on_map, made.id, type, direction, availability
        from unnest(types, directions, availabilities) as given (type, direction, availability);
    return made;
end $$;
