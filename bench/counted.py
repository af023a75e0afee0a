"""The list of counted requests, and the connection that sends each of them in the same way."""

import http.client
import json
import socket
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass

import data

ANYWAY = {"If-Match": "*"}
SAVES = 30
FIRST_READS = 30


class Wire:
    """A connection that stays open. A request is written in one piece: how often the service reads does not vary."""

    def __init__(self, url):
        self.host = urllib.parse.urlsplit(url).netloc
        self.socket = socket.create_connection(self.host.split(":"))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, method, path, token=None, body=None, headers=None):
        """The body of the answer."""
        content = b"" if body is None else json.dumps(body).encode()
        lines = {"Host": self.host, "Content-Type": "application/json", "Content-Length": len(content), **(headers or {})}
        if token:
            lines["Authorization"] = f"Bearer {token}"
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.socket.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + content)
        answer = http.client.HTTPResponse(self.socket, method=method)
        answer.begin()
        content = answer.read()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {content.decode()}")
        return content

    def json(self, *request):
        return json.loads(self.send(*request))


class Session:
    """A logged-in user; as text, their access token. It ends after ten minutes, and a slow machine counts for longer."""

    def __init__(self, wire, user, password):
        self.url, self.body = f"http://{wire.host}", {"email": f"{user}@bench.test", "password": password}
        self.log_in(wire)

    def log_in(self, wire):
        self.token, self.since = wire.json("POST", "/v1/sessions", None, self.body)["accessToken"], time.monotonic()

    def renew(self):
        """Before a request is counted."""
        if time.monotonic() - self.since > 180:
            # Another connection: one that is idle for long is closed.
            self.log_in(Wire(self.url))

    def __str__(self):
        return self.token


@dataclass
class Counted:
    """A request that is counted: the n-th time it is `ask(n)`, the arguments of `Wire.send`."""

    name: str
    ask: Callable
    # How often in one batch; there are five batches.
    times: int = 10
    # Before what counts: connections have their statements prepared and planned for good, pages are in memory.
    warm: int = 20


def always(*request):
    return lambda n: request


def supports(n):
    return [{"supportType": data.TYPES[(n + k) % 5], "direction": "received", "availability": "could-ask"} for k in range(2)]


def changed(whole):
    """The content of a map as it was read, with something else said of everybody, and other needs."""
    ring = {"inner": "middle", "middle": "outer", "outer": "inner"}
    return {
        "persons": [{"id": one["id"], "alias": f"{one['alias']}!"} for one in whole["persons"]],
        "supporters": [{"id": one["id"], "personId": one["personId"], "closeness": ring[one["closeness"]],
                        "supports": supports(n)} for n, one in enumerate(whole["supporters"])],
        "ties": [{"id": tie["id"], "supporterIds": tie["supporterIds"], "strength": 3} for tie in whole["ties"]],
        "needs": [{"supportType": code, "level": 3} for code in data.TYPES],
    }


def counted(wire, first_admin, password):
    """What is counted, in order, and the sessions it needs. What only reads comes first, so that it finds nothing that was written."""
    def log_in(user):
        return "POST", "/v1/sessions", None, {"email": f"{user}@bench.test", "password": password}

    admin, coach = (Session(wire, user, password) for user in (f"admin{first_admin}", "coach0"))
    mine = [client["id"] for client in wire.json("GET", "/v1/clients?limit=200", coach)["items"]]
    maps = [wire.json("GET", f"/v1/clients/{client}/maps", coach)["items"][0]["id"] for client in mine]
    a_client, a_map = f"/v1/clients/{mine[0]}", f"/v1/maps/{maps[0]}"
    supporter = wire.json("GET", f"{a_map}/supporters?limit=1", coach)["items"][0]["id"]
    # What is written goes to other maps than what is read; and each save to a map that was not saved before, since
    # versions left behind by many saves of one map cost now more, now less.
    carded, answered, *others = maps[1:]
    saved, grown = others[:SAVES], others[SAVES:]
    contents = [changed(wire.json("GET", f"/v1/maps/{id}", coach)) for id in saved]
    card = wire.json("POST", f"/v1/maps/{carded}/cards", coach, {})["id"]
    invited = wire.json("POST", "/v1/invitations", admin, {"email": "saskia@bench.test", "clientId": mine[0]})
    wire.send("POST", "/v1/invitation-acceptances", None, {"secret": invited["secret"], "name": "Saskia", "password": password})
    saskia = Session(wire, "saskia", password)
    answers = [one["id"] for one in wire.json("GET", f"/v1/maps/{answered}/supporters?limit=200", coach)["items"]]

    elsewhere = Session(wire, "coach1", password)
    theirs = [client["id"] for client in wire.json("GET", f"/v1/clients?limit={FIRST_READS}", elsewhere)["items"]]
    unread = [wire.json("GET", f"/v1/clients/{client}/maps", elsewhere)["items"][0]["id"] for client in theirs]

    def page(path, token, at):
        for _ in range(at):
            path = wire.json("GET", path, token)["next"]
        return always("GET", path, token)

    def read(path, token=coach):
        return always("GET", path, token)

    def search(body):
        return always("POST", "/v1/clients/search", admin, body)

    return [admin, coach, saskia, elsewhere], [
        Counted("read a map", read(a_map)),
        Counted("read a map that is not in memory", lambda n: ("GET", f"/v1/maps/{unread[n]}", elsewhere),
                times=FIRST_READS // 6, warm=FIRST_READS // 6),
        Counted("helpers", read(f"{a_client}/helpers?supportType=emotional")),
        Counted("insights", read(f"{a_map}/insights")),
        Counted("absence", read(f"{a_map}/insights/absence/{supporter}")),
        Counted("caseload, first page", page("/v1/caseload?limit=10", coach, 0)),
        Counted("caseload, last page", page("/v1/caseload?limit=10", coach, 3)),
        Counted("clients, first page, admin", page("/v1/clients?limit=50", admin, 0)),
        Counted("clients, later page, admin", page("/v1/clients?limit=50", admin, 5)),
        Counted("search, external identifier, admin",
                search({"externalIdentifier": {"system": "https://ecd.example.nl", "value": "17"}})),
        Counted("search, rare name, admin", search({"name": "bakker 17"})),
        Counted("a client", read(a_client)),
        Counted("a client's overview", read(f"{a_client}/overview")),
        Counted("a client's persons", read(f"{a_client}/persons?limit=200")),
        Counted("a card", read(f"/v1/cards/{card}")),
        Counted("a map's card as SVG", read(f"{a_map}/card?format=svg")),
        Counted("a map's card as PDF", read(f"{a_map}/card?format=pdf&sheet=a4"), times=2, warm=5),
        Counted("export a client", read(f"{a_client}/export", saskia)),
        Counted("create a client", lambda n: ("POST", "/v1/clients", admin, {"name": f"Saskia {n:04}"})),
        Counted("create a supporter with two supports", lambda n: (
            "POST", f"/v1/maps/{grown[n % len(grown)]}/supporters", coach,
            {"person": {"alias": f"Anna {n:04}"}, "closeness": "inner", "supports": supports(n)})),
        Counted("change a supporter", lambda n: (
            "PATCH", f"/v1/supporters/{answers[n % len(answers)]}", coach, {"burden": n // len(answers)}, ANYWAY)),
        Counted("save a whole map", lambda n: ("PUT", f"/v1/maps/{saved[n]}/content", coach, contents[n], ANYWAY),
                times=SAVES // 6, warm=SAVES // 6),
        Counted("make a card", lambda n: ("POST", f"/v1/maps/{carded}/cards", coach, {})),
        # Somebody else each time: the attempts of one account are limited.
        Counted("log in", lambda n: log_in(f"coach{1 + n % 20}"), times=4, warm=5),
    ]
