"""The requests of the comparison: random maps of many coaches, half for reads and half for writes, with the expected answers."""

import json
import random
from dataclasses import dataclass, field

import data

COACHES = 32
SUPERVISED = 1000
PAGE = 50


@dataclass
class Coach:
    """A coach with a full caseload; each of its maps is (client, map)."""

    email: str
    user: str
    organisation: str
    reads: list
    writes: list


@dataclass
class Request:
    """What a coach asks."""

    coach: Coach
    method: str
    path: str
    body: str | None = None
    headers: dict = field(default_factory=dict)
    map_id: str | None = None


def coaches(database):
    """Coaches at random whose caseload is full, and the one with a caseload of many pages."""
    rows = database.query(
        "select u.email, u.id, a.organisation_id, string_agg(a.client_id || ' ' || m.id, ',' order by m.id) from assignment a "
        "join map m on m.organisation_id = a.organisation_id and m.client_id = a.client_id "
        f"join user_account u on u.id = a.coach_id group by 1, 2, 3 having count(*) >= {data.CASELOAD} order by 2")
    found = []
    for email, user, organisation, pairs in rows:
        maps = [tuple(pair.split()) for pair in pairs.split(",")]
        found.append(Coach(email, user, organisation, maps[::2], maps[1::2]))
    supervisor = max(found, key=lambda coach: len(coach.reads))
    found.remove(supervisor)
    return random.Random(1).sample(found, min(COACHES, len(found))), supervisor


def spread(coaches, of):
    """What `of` gives for every coach, mixed, so that one coach's do not follow each other."""
    requests = [request for coach in coaches for request in of(coach)]
    random.Random(2).shuffle(requests)
    return requests


def read_map(coach, map_id):
    return Request(coach, "GET", f"/v1/maps/{map_id}", map_id=map_id)


def create_supporter(coach, map_id, **headers):
    body = {"person": {"alias": "Nieuw"}, "closeness": "inner", "supports": [
        {"supportType": code, "direction": "mutual", "availability": "could-ask"} for code in ("emotional", "practical")]}
    return Request(coach, "POST", f"/v1/maps/{map_id}/supporters", json.dumps(body), {"Content-Type": "application/json", **headers}, map_id)


def put_content(coach, map_id, whole, tension):
    """Everything that is on the map, as a front end saves a session: five of the supporters have another tension."""
    keep = ("id", "personId", "closeness", "contactFrequency", "burden", "supports")
    supporters = [{**{name: supporter[name] for name in keep}, "tension": tension if at < 5 else supporter["tension"]}
                  for at, supporter in enumerate(whole["supporters"])]
    ties = [{name: tie[name] for name in ("id", "supporterIds", "strength")} for tie in whole["ties"]]
    body = {"supporters": supporters, "ties": ties, "needs": whole["needs"]}
    headers = {"Content-Type": "application/json", "If-Match": "*"}
    return Request(coach, "PUT", f"/v1/maps/{map_id}/content", json.dumps(body), headers, map_id)


def show_client(coach, client):
    return Request(coach, "GET", f"/v1/clients/{client}")


class Workload:
    """The requests of every scenario, the same for every contender."""

    def __init__(self, database, supporters):
        self.coaches, self.supervisor = coaches(database)
        self.supporters = supporters
        # Coaches of nobody.
        self.spare = [email for email, in database.query(
            "select email from user_account u where email like 'coach%' "
            "and not exists (select from assignment a where a.coach_id = u.id) order by id")]
        self.reads = [(coach.organisation, map_id) for coach in self.coaches for _, map_id in coach.reads]
        self.writes = [(coach.organisation, map_id) for coach in self.coaches for _, map_id in coach.writes]
        self.clients = [client for coach in self.coaches for client, _ in coach.writes]
        read = spread(self.coaches, lambda coach: [read_map(coach, map_id) for _, map_id in coach.reads])
        create = spread(self.coaches, lambda coach: [create_supporter(coach, map_id) for _, map_id in coach.writes])
        mix = [request for at, one in enumerate(create) for request in (*(read[(9 * at + k) % len(read)] for k in range(9)), one)]
        self.requests = {
            "read-map": read, "read-map-half-load": read, "read-map-same-rate": read, "create-supporter": create, "mix": mix,
            "create-with-key": spread(self.coaches, lambda coach: [
                create_supporter(coach, map_id, **{"Idempotency-Key": "{unique}"}) for _, map_id in coach.writes]),
            "show-client": spread(self.coaches, lambda coach: [show_client(coach, client) for client, _ in coach.reads]),
            "list-clients": [Request(coach, "GET", f"/v1/clients?limit={PAGE}") for coach in self.coaches],
            "helpers": spread(self.coaches, lambda coach: [
                Request(coach, "GET", f"/v1/clients/{client}/helpers?supportType=emotional") for client, _ in coach.reads]),
            "card-svg": spread(self.coaches, lambda coach: [
                Request(coach, "GET", f"/v1/maps/{map_id}/card?format=svg") for _, map_id in coach.reads]),
            "caseload-first-page": [Request(self.supervisor, "GET", f"/v1/caseload?limit={PAGE}")],
        }

    def ask_first(self, contender):
        """What can be known only from the service: the content of maps, and where a page far into the caseload begins."""
        page, paths = f"/v1/caseload?limit={PAGE}", []
        while page:
            paths.append(page)
            page = json.loads(contender.send(Request(self.supervisor, "GET", page))[1])["next"]
        # The last page that is full.
        self.requests["caseload-deep-page"] = [Request(self.supervisor, "GET", paths[-2])]
        wholes = [(coach, map_id, json.loads(contender.send(read_map(coach, map_id))[1]))
                  for coach in self.coaches for _, map_id in coach.writes]
        random.Random(3).shuffle(wholes)
        self.requests["put-content"] = [put_content(*one, tension) for tension in (3, 4) for one in wholes]

    def check(self, contender, scenario):
        """Ends the run unless the contender answers the scenario's first request with all there is."""
        request = self.requests[scenario][0]
        status, content = contender.send(request)
        everything = (self.supporters, 2 * self.supporters)
        if request.method == "POST":
            good = contender.created(status, content) == 2
        elif scenario in ("read-map", "read-map-half-load", "read-map-same-rate", "mix", "put-content"):
            good = contender.counts(status, content) == everything
        elif scenario == "helpers":
            # Of five types each supporter gives two.
            good = status == 200 and len(json.loads(content)["helpers"]) == self.supporters * 2 // 5
        elif scenario == "card-svg":
            good = status == 200 and content.count("<svg") == 1 and content.count("<text") >= self.supporters
        elif scenario == "show-client":
            good = status == 200 and json.loads(content)["id"] == request.path.rsplit("/", 1)[1]
        else:
            good = status == 200 and len(json.loads(content)["items"]) == (data.CASELOAD if scenario == "list-clients" else PAGE)
        if not good:
            raise SystemExit(f"{contender.name} answers {scenario} with {status} {content[:2000]}")
