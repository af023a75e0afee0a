#!/usr/bin/env python3
"""Loses the PostgreSQL primary under load and checks what clients see: docs/operations.md says what to expect.

    bench/failover.py --binary target/debug/omringd [--how kill] [--direct] [--matrix]

Exit 0 is a pass: during it only 503 with a problem, afterwards every acknowledged write there once, the same answers to every
role, live events across processes, and what is revoked ends on the next request at every process.
"""

import argparse
import collections
import contextlib
import http.client
import os
import pathlib
import shutil
import subprocess
import threading
import time
import uuid

import data
import services
from cluster import Cluster, until
from load import Load, call, expect, lost_and_doubled


def metrics(cluster):
    """How the reads that could go to the replica were answered, over all processes."""
    total = collections.Counter()
    for service in cluster.services:
        text = call(f"http://127.0.0.1:{service.metrics}", "GET", "/metrics").body.decode()
        for line in text.splitlines():
            if line.startswith("replica_reads_total{"):
                total[line.split('"')[1]] += int(line.rsplit(" ", 1)[1])
    return dict(total)


def roles(cluster, shape):
    """The callers, and what each is answered at each process."""
    first, others = data.first_admin(shape), {}
    for name, user in {"admin": f"admin{first}", "coach": "coach0", "elsewhere": f"admin{first + 1}"}.items():
        others[name] = cluster.services[0].log_in(user)
    return others | {"nobody": None, "garbled": "x.y.z"}


def matrix(cluster, callers, client, map_id):
    paths = ["/v1/me", "/v1/organisation", "/v1/clients", f"/v1/clients/{client}", f"/v1/clients/{client}/maps", f"/v1/maps/{map_id}",
             f"/v1/maps/{map_id}/supporters", f"/v1/maps/{map_id}/insights", f"/v1/clients/{client}/export",
             f"/v1/clients/{client}/assignments", "/v1/members", "/v1/caseload", "/v1/organisations"]
    answers = {}
    for path in paths:
        for name, token in callers.items():
            at_each = {call(service.url, "GET", path, token).status for service in cluster.services}
            if len(at_each) != 1:
                raise SystemExit(f"GET {path} by {name}: {at_each} at different processes")
            answers[path, name] = at_each.pop()
    reading = {name: answers[f"/v1/maps/{map_id}", name] for name in callers}
    assert reading == {"admin": 404, "coach": 200, "elsewhere": 404, "nobody": 401, "garbled": 401}, reading
    return answers


class Stream:
    """The events of a map as one process tells them. It ends when that process cannot tell whether the reader still may: then
    it is opened again, as clients do."""

    def __init__(self, service, map_id, token):
        self.service, self.path, self.token = service, f"/v1/maps/{map_id}/events", token
        self.versions, self.opened = [], 0
        threading.Thread(target=self.follow, daemon=True).start()
        until("a stream", lambda: self.versions)

    def follow(self):
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                self.listen()
            time.sleep(0.5)

    def listen(self):
        connection = http.client.HTTPConnection(self.service.url.removeprefix("http://"), timeout=60)
        headers = {"authorization": f"Bearer {self.token}"}
        if self.versions:
            headers["last-event-id"] = str(self.versions[-1])
        connection.request("GET", self.path, headers=headers)
        response = connection.getresponse()
        self.opened += response.status == 200
        for line in response:
            if line.startswith(b"id:"):
                self.versions.append(int(line[3:]))


def events_cross(cluster, token, map_id, streams):
    """A change at the first process is told by the others."""
    expect(call(cluster.services[0].url, "POST", f"/v1/maps/{map_id}/supporters", token, {"person": {"alias": "Event"}}), 201)
    began = time.monotonic()
    version = int(call(cluster.services[0].url, "GET", f"/v1/maps/{map_id}", token).headers["etag"].strip('"'))
    for stream in streams:
        until("an event", lambda stream=stream: version in stream.versions, 5)
    return time.monotonic() - began


def revocations_end(cluster, shape, admin, client, map_id, coach_user):
    """A session ended, and an assignment ended, at the first process: the next request at every process knows."""
    for service in cluster.services:
        token = cluster.services[0].log_in("coach0")
        expect(call(service.url, "GET", f"/v1/maps/{map_id}", token), 200)
        expect(call(cluster.services[0].url, "DELETE", "/v1/sessions/current", token), 204)
        expect(call(service.url, "GET", f"/v1/maps/{map_id}", token), 401)
    coach = cluster.services[0].log_in("coach0")
    url = cluster.services[0].url
    open_one = next(item for item in expect(call(url, "GET", f"/v1/clients/{client}/assignments", admin), 200).json()["items"]
                    if item["endsAt"] is None)
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    expect(call(url, "PATCH", f"/v1/assignments/{open_one['id']}", admin, {"endsAt": now}, if_match="*"), 200)
    for service in cluster.services:
        expect(call(service.url, "GET", f"/v1/maps/{map_id}", coach), 404)
    body = {"coachId": coach_user, "basis": "Verwijzing"}
    expect(call(url, "POST", f"/v1/clients/{client}/assignments", admin, body), 201)
    for service in cluster.services:
        expect(call(service.url, "GET", f"/v1/maps/{map_id}", coach), 200)


def nothing_on_the_replica(cluster, options, token, map_id):
    """A process whose address leads to a replica recognises nobody and does nothing."""
    misled = cluster.on_the_replica(options.binary.resolve())
    until("the misled process", lambda: call(misled.url, "GET", "/health/live").status == 204)
    log_in = {"email": "coach0@bench.test", "password": services.PASSWORD}
    for method, path, body in [("GET", "/health/ready", None), ("GET", f"/v1/maps/{map_id}", None), ("GET", "/v1/me", None),
                               ("GET", "/v1/caseload", None), ("POST", f"/v1/maps/{map_id}/cards", {}), ("POST", "/v1/sessions", log_in)]:
        expect(call(misled.url, method, path, token, body), 503)
    misled.stop()


def replica_away(cluster, token, map_id):
    """While the only synchronous replica is away, nothing is acknowledged and everything is read."""
    cluster.replica.stop("fast")
    key, path, body = str(uuid.uuid4()), f"/v1/maps/{map_id}/supporters", {"person": {"alias": "Waits"}}
    began = time.monotonic()
    expect(call(cluster.url, "POST", path, token, body, idempotency_key=key), 503)
    refused = time.monotonic() - began
    expect(call(cluster.url, "GET", f"/v1/maps/{map_id}", token), 200)
    cluster.replica.start()
    answer = until("the write", lambda: (a := call(cluster.url, "POST", path, token, body, idempotency_key=key)).status == 201 and a)
    whole = call(cluster.url, "GET", f"/v1/maps/{map_id}", token).body.decode()
    assert whole.count('"Waits"') == 1, whole
    return refused, answer


def matrix_of_the_tests(cluster):
    """The whole role matrix and the isolation tests, on the promoted server and through the pooler."""
    environment = os.environ | {"OMRINGD_TEST_POSTGRES": cluster.primary.url("postgres").replace("/omringd", "/postgres"),
                                "OMRINGD_TEST_POOLER": f"127.0.0.1:{cluster.pooler}"}
    command = ["cargo", "test", "-q", "-p", "tests", "--", "role_matrix", "isolation", "sessions::", "--skip", "statements::"]
    subprocess.run(command, cwd=services.ROOT, env=environment, check=True)


def run(cluster, options):
    shape = data.Shape(60, 5)
    cluster.start_proxies()
    first = cluster.services[0]
    first.environment["OMRINGD_OWNER_DATABASE_URL"] = cluster.primary.url("owner")
    first.operator()
    del first.environment["OMRINGD_OWNER_DATABASE_URL"]
    hashed = cluster.primary.sql("select password_hash from user_account limit 1")[0]
    cluster.primary.sql("delete from user_account")
    data.fill_postgres(cluster.primary.psql(), shape, hashed)
    for service in cluster.services:
        service.start()
    until("haproxy", lambda: call(cluster.url, "GET", "/health/ready").status == 204)

    callers = roles(cluster, shape)
    coach = callers["coach"]
    coach_user = call(first.url, "GET", "/v1/me", coach).json()["id"]
    client = call(first.url, "GET", "/v1/clients?limit=1", coach).json()["items"][0]["id"]
    map_id = call(first.url, "GET", f"/v1/clients/{client}/maps", coach).json()["items"][0]["id"]
    before = matrix(cluster, callers, client, map_id)
    streams = [Stream(service, map_id, coach) for service in cluster.services]
    print(f"an event reaches the other processes in {events_cross(cluster, coach, map_id, streams) * 1000:.0f} ms")
    revocations_end(cluster, shape, callers["admin"], client, map_id, coach_user)
    nothing_on_the_replica(cluster, options, coach, map_id)
    refused, _ = replica_away(cluster, coach, map_id)
    print(f"replica away: a write is refused after {refused:.1f} s, and is there once when repeated")
    time.sleep(6)

    load = Load(cluster.url, coach, client)
    time.sleep(options.seconds)
    print(f"reads with a replica, before: {metrics(cluster)}")
    load.phase, lost = "during", time.monotonic()
    cluster.primary.kill() if options.how == "kill" else cluster.primary.stop(options.how)
    time.sleep(2)
    cluster.promote()
    promoted, load.phase = time.monotonic(), "after"
    time.sleep(options.seconds + 5)
    load.stop()
    report(cluster, load, lost, promoted)

    assert matrix(cluster, callers, client, map_id) == before
    print(f"an event reaches the other processes in {events_cross(cluster, coach, map_id, streams) * 1000:.0f} ms; "
          f"streams were opened {[stream.opened for stream in streams]} times")
    revocations_end(cluster, shape, callers["admin"], client, map_id, coach_user)
    if options.matrix:
        matrix_of_the_tests(cluster)


def report(cluster, load, lost, promoted):
    for phase, seen in load.seen.items():
        print(f"{phase}: {dict(sorted(seen.items()))}")
    print(f"acknowledged again {load.first_after - promoted:.1f} s after the promotion, last refusal "
          f"{load.last_refusal - promoted:.1f} s after it; the primary was gone for {promoted - lost:.1f} s before; "
          f"longest request {load.longest:.1f} s; reads with a replica: {metrics(cluster)}")
    gone, twice = lost_and_doubled(load)
    if gone or twice or load.wrong:
        raise SystemExit("\n".join([f"lost: {gone}", f"twice: {twice}", *load.wrong[:20], f"{len(load.wrong)} wrong"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="target/release/omringd", type=pathlib.Path)
    parser.add_argument("--seconds", default=5, type=int, help="how long the load runs before and after")
    parser.add_argument("--how", choices=["kill", "immediate", "fast"], default="kill", help="how the primary ends: kill -9, or a stop")
    parser.add_argument("--direct", action="store_true", help="without PgBouncer")
    parser.add_argument("--matrix", action="store_true", help="also the role matrix and isolation tests, on the promoted server")
    parser.add_argument("--keep", action="store_true", help="leave the directory with the logs")
    options = parser.parse_args()
    directory = services.workplace()
    pooler = "none" if options.direct else "transaction"
    cluster = Cluster(directory, options.binary.resolve(), OMRINGD_STATEMENT_SECONDS="3", OMRINGD_ANSWER_SECONDS="10",
                      OMRINGD_DATABASE_POOLER=pooler)
    try:
        run(cluster, options)
        print("passed")
    finally:
        cluster.stop()
        if options.keep:
            print(directory)
        else:
            shutil.rmtree(directory)


if __name__ == "__main__":
    main()
