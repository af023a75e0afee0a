#!/usr/bin/env python3
"""Gate: checks the query plans at 100,000 clients: no large table is scanned, and no more than a page is sorted.

    bench/plans.py --clients 100000 --supporters 10 [--sqlite] [--binary target/debug/omringd]

Requests go to the real service over HTTP. On PostgreSQL the server logs the plan of each statement as it ran, under row-level
security; on SQLite the logged statements are explained. Exit 0 is a pass.
"""

import argparse
import json
import pathlib
import re
import shutil
import sqlite3
import sys
import time

import data
import services

BIG = {"client", "client_key", "client_identifier", "assignment", "person", "map", "supporter", "support", "tie", "need", "agreement",
       "session", "user_account", "member"}
# A name is looked for among all clients of the organisation, which are decrypted in parts (docs/adr/0058).
SEARCHES = {"search, common name, admin", "search, rare name, admin", "search, nobody's name, admin"}
# Rows that may be sorted: those of the largest page and one, with what belongs to them.
PAGE = 201


def requests(service, shape):
    """What is asked: a name, who asks, and how."""
    admin, coach = service.log_in(f"admin{data.first_admin(shape)}"), service.log_in("coach0")

    def last(path, token, field="next"):
        # A page far into the list.
        page = service.request("GET", path, token)
        for _ in range(5):
            if not page[field]:
                break
            path, page = page[field], service.request("GET", page[field], token)
        return path

    mine = service.request("GET", "/v1/clients?limit=1", coach)["items"][0]["id"]
    map_id = service.request("GET", f"/v1/clients/{mine}/maps", coach)["items"][0]["id"]
    member = service.request("GET", "/v1/members?limit=1", admin)["items"][0]["id"]
    coach_user = service.request("GET", "/v1/me", coach)["id"]
    identifier = {"externalIdentifier": {"system": "https://ecd.example.nl", "value": "17"}}
    return [
        ("read a map", coach, "GET", f"/v1/maps/{map_id}", None),
        ("clients, first page, admin", admin, "GET", "/v1/clients?limit=200", None),
        ("clients, later page, admin", admin, "GET", last("/v1/clients?limit=200", admin), None),
        ("clients, caseload", coach, "GET", "/v1/clients?limit=200", None),
        ("search, common name, admin", admin, "POST", "/v1/clients/search", {"name": "bakker"}),
        ("search, rare name, admin", admin, "POST", "/v1/clients/search", {"name": "bakker 17"}),
        ("search, nobody's name, admin", admin, "POST", "/v1/clients/search", {"name": "xyzzy"}),
        ("search, name, caseload", coach, "POST", "/v1/clients/search", {"name": "bakker"}),
        ("search, external identifier, admin", admin, "POST", "/v1/clients/search", identifier),
        ("a client", coach, "GET", f"/v1/clients/{mine}", None),
        ("a client's overview", coach, "GET", f"/v1/clients/{mine}/overview", None),
        ("a client's maps", coach, "GET", f"/v1/clients/{mine}/maps", None),
        ("a client's persons", coach, "GET", f"/v1/clients/{mine}/persons?limit=200", None),
        ("a client's assignments", admin, "GET", f"/v1/clients/{mine}/assignments", None),
        ("assignments", admin, "GET", "/v1/assignments?limit=200", None),
        ("a coach's assignments", admin, "GET", f"/v1/assignments?limit=200&coachId={coach_user}", None),
        ("insights", coach, "GET", f"/v1/maps/{map_id}/insights", None),
        ("helpers", coach, "GET", f"/v1/clients/{mine}/helpers?supportType=emotional", None),
        ("caseload", coach, "GET", "/v1/caseload?limit=200", None),
        ("caseload, most urgent first", coach, "GET", "/v1/caseload?limit=10&sort=attention", None),
        ("supporters", coach, "GET", f"/v1/maps/{map_id}/supporters?limit=200", None),
        ("ties", coach, "GET", f"/v1/maps/{map_id}/ties?limit=200", None),
        ("agreements", coach, "GET", f"/v1/maps/{map_id}/agreements", None),
        ("members", admin, "GET", "/v1/members?limit=200", None),
        ("a member", admin, "GET", f"/v1/members/{member}", None),
    ]


def nodes(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def judge_postgres(name, plan):
    """What is wrong with this plan."""
    for node in nodes(plan):
        if node["Node Type"] == "Seq Scan" and node.get("Relation Name") in BIG:
            yield f"reads through {node['Relation Name']}"
        if "Sort" in node["Node Type"]:
            rows = max(child["Actual Rows"] * child["Actual Loops"] for child in node["Plans"])
            if rows > PAGE and name not in SEARCHES:
                yield f"sorts {rows:.0f} rows"


def on_postgres(options, shape, place):
    database = services.Explaining(place)
    service = services.Service(options.binary, place, database.url("omringd"), database.url("owner"))
    failed, kept = False, {}
    try:
        service.operator()
        [[hash_of]] = database.query("select password_hash from user_account")
        data.fill_postgres(database.psql(), shape, hash_of)
        service.environment |= services.UNSEALED
        service.start()
        print(f"{'request':36} {'statements':>10} {'buffers':>8} {'rows read':>10}")
        for name, token, method, path, body in requests(service, shape):
            # The second run: statements are prepared and pages are in memory.
            for _ in range(2):
                since = database.log()
                service.request(method, path, token, body)
                time.sleep(0.3)
            plans = [entry["Plan"] for entry in database.plans(since)]
            if not plans:
                raise SystemExit(f"{name}: no plan was logged")
            buffers = sum(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans)
            read = sum(node["Actual Rows"] * node["Actual Loops"] + node.get("Rows Removed by Filter", 0) * node["Actual Loops"]
                       for plan in plans for node in nodes(plan) if "Scan" in node["Node Type"] and "Plans" not in node)
            found = [problem for plan in plans for problem in judge_postgres(name, plan)]
            failed |= bool(found)
            kept[name] = plans
            print(f"{name:36} {len(plans):10} {buffers:8} {read:10.0f} {'; '.join(found)}")
        return failed
    finally:
        # To look at, whatever came of it.
        (services.ROOT / "target/bench-plans.json").write_text(json.dumps(kept, indent=1))
        service.stop()
        database.stop()


def judge_sqlite(steps):
    for step in steps:
        scanned = re.match(r"SCAN (\w+)", step)
        if scanned and "json_each" not in step and "CONSTANT ROW" not in step and "USING" not in step:
            yield step
        # What is sorted are the few things of one client or one map.
        within = any("AND client_id=?" in other or "AND map_id=?" in other for other in steps)
        if "TEMP B-TREE" in step and not within:
            yield step


def on_sqlite(options, shape, place):
    file = place / "bench.db"
    service = services.Service(options.binary, place, f"sqlite://{file}")
    failed = False
    try:
        service.operator()
        connection = sqlite3.connect(file)
        hash_of = connection.execute("select password_hash from user_account").fetchone()[0]
        connection.close()
        data.fill_sqlite(file, shape, hash_of)
        connection = sqlite3.connect(file)
        service.environment |= services.UNSEALED
        service.start()
        print(f"SQLite {sqlite3.sqlite_version} explains")
        for name, token, method, path, body in requests(service, shape):
            since = service.log_file.stat().st_size
            started = time.monotonic()
            service.request(method, path, token, body)
            milliseconds = (time.monotonic() - started) * 1000
            time.sleep(0.2)
            found, count = [], 0
            for statement in service.statements(since):
                if not re.match(r"(?i)\s*(select|with)", statement):
                    continue
                count += 1
                named = {str(n): None for n in range(1, 20)}
                values = named if "$1" in statement else [None] * statement.count("?")
                steps = [row[3] for row in connection.execute(f"explain query plan {statement}", values)]
                found += judge_sqlite(steps)
            if not count:
                raise SystemExit(f"{name}: no statement was logged")
            failed |= bool(found)
            print(f"{name:36} {count:3} statements {milliseconds:8.1f} ms {'; '.join(found)}")
        return failed
    finally:
        service.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--supporters", type=int, default=10, help="on each map")
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--binary", type=pathlib.Path, default=services.ROOT / "target/release/omringd",
                        help="which to run; build it before")
    options = parser.parse_args()
    shape, place = data.Shape(options.clients, options.supporters), services.workplace()
    try:
        return on_sqlite(options, shape, place) if options.sqlite else on_postgres(options, shape, place)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
