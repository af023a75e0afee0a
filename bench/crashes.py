#!/usr/bin/env python3
"""Kills the service, and PostgreSQL under it, in the middle of writes, and compares what is stored with a ledger kept outside.

    bench/crashes.py --binary target/release/omringd [--kills 100] [--writes 10000]

Exit 0 is a pass. After each `kill -9` of the service, on both databases: everything acknowledged is stored, nothing refused is,
and what is stored has its event and its line in the access log, each once. While PostgreSQL is away or paused, and under five times
the load that is served: only answers that say so, served again within two seconds, and no acknowledged write lost.
"""

import argparse
import collections
import contextlib
import http.client
import os
import pathlib
import shutil
import signal
import sqlite3
import threading
import time
import uuid

import data
import services
from load import call, expect

SHAPE = data.Shape(60, 5)
WRITERS = 8
# A client has 2,000 persons at most.
PERSONS = 1_500
RECOVERED = 2


class Ledger:
    """What was asked for, and how it was answered: `done` with the id, `refused`, or `unknown` because no answer came."""

    def __init__(self):
        self.lock, self.done, self.refused, self.unknown = threading.Lock(), {}, set(), set()
        self.statuses, self.wrong = collections.Counter(), []

    def count(self):
        return len(self.done) + len(self.refused) + len(self.unknown)

    def write(self, url, token, client):
        """Creates a person; returns whether the service answered."""
        alias = str(uuid.uuid4())
        try:
            answer = call(url, "POST", f"/v1/clients/{client}/persons", token, {"alias": alias})
        except (OSError, http.client.HTTPException):
            with self.lock:
                self.unknown.add(alias)
            return False
        with self.lock:
            self.statuses[answer.status] += 1
            if answer.status == 201:
                self.done[alias] = answer.json()["id"]
            else:
                self.refused.add(alias)
                if answer.status not in (429, 503) or "retry-after" not in answer.headers:
                    self.wrong.append(f"{answer.status} {dict(answer.headers)} {answer.body[:300]}")
        return True


class Setup:
    """A database with data and a service on it."""

    def __init__(self, binary, postgres):
        self.place = services.workplace()
        self.database = services.Postgres(self.place) if postgres else None
        self.file = self.place / "crashes.db"
        address = self.database.url("omringd") if postgres else f"sqlite://{self.file}"
        self.service = services.Service(binary, self.place, address, self.database and self.database.url("owner"))
        self.service.environment |= {"OMRINGD_LOG_LEVEL": "error"}
        self.service.operator()
        [[hashed]] = self.rows("select password_hash from user_account limit 1")
        if postgres:
            data.fill_postgres(self.database.psql(), SHAPE, hashed)
        else:
            data.fill_sqlite(self.file, SHAPE, hashed)
        self.service.start()
        self.token = self.service.log_in("coach0")
        self.logged_in = time.monotonic()
        clients = call(self.service.url, "GET", "/v1/clients?limit=200", self.token).json()["items"]
        self.clients = [client["id"] for client in clients]
        self.before, self.ledger = set(self.stored()), Ledger()

    def rows(self, sql):
        if self.database:
            return self.database.query(sql)
        with contextlib.closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(sql).fetchall()

    def ids(self, column, table):
        """The ids in a column, as text."""
        text = f"{column}::text" if self.database else f"lower(hex({column}))"
        return [str(uuid.UUID(value)) for [value] in self.rows(f"select {text} from {table}")]

    def renew(self):
        """An access token ends after ten minutes."""
        if time.monotonic() - self.logged_in > 300:
            self.token, self.logged_in = self.service.log_in("coach0"), time.monotonic()

    def stored(self):
        """The persons of the coach's clients by alias: their ids, each with that of its client."""
        found = collections.defaultdict(list)
        for client in self.clients:
            path = f"/v1/clients/{client}/persons?limit=200"
            while path:
                page = expect(call(self.service.url, "GET", path, self.token), 200).json()
                for person in page["items"]:
                    found[person["alias"]].append((person["id"], client))
                path = page["next"]
        return found

    def compare(self):
        """Data, events and the access log with the ledger."""
        self.renew()
        ledger = self.ledger
        stored = {alias: ids for alias, ids in self.stored().items() if alias not in self.before}
        made = collections.Counter(client for ids in stored.values() for _, client in ids)
        events, lines = (collections.Counter(self.ids("client_id", table)) for table in (
            "event where action = 'CreatePerson'",
            "access_log where operation = 'create-person' and outcome = 'done'"))
        findings = {
            "acknowledged and not stored": [alias for alias, id in ledger.done.items()
                                            if [one for one, _ in stored.get(alias, [])] != [id]],
            "refused and stored": [alias for alias in ledger.refused if alias in stored],
            "stored and never asked for": [alias for alias in stored
                                           if alias not in ledger.done and alias not in ledger.unknown],
            "clients with not one event for each person": [client for client in made | events
                                                           if made[client] != events[client]],
            "clients with not one line for each person": [client for client in made | lines
                                                          if made[client] != lines[client]],
            "answers": ledger.wrong,
        }
        print(f"  {ledger.count()} writes: {len(ledger.done)} acknowledged, {len(ledger.refused)} refused, "
              f"{len(ledger.unknown)} without an answer, of which {sum(alias in stored for alias in ledger.unknown)} stored")
        wrong = {what: found[:5] for what, found in findings.items() if found}
        if wrong:
            raise SystemExit(f"{wrong}")

    def close(self):
        self.service.stop()
        if self.database:
            self.database.stop()
        shutil.rmtree(self.place)


@contextlib.contextmanager
def writing(setup, ledger, writers=WRITERS):
    """Writers until the end of the block, to the clients that have the fewest persons yet."""
    over = threading.Event()
    client = setup.clients[ledger.count() // PERSONS % len(setup.clients)]

    def write():
        while not over.is_set():
            if not ledger.write(setup.service.url, setup.token, client):
                time.sleep(0.02)

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def until(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"not within {seconds} s: {what}")
        time.sleep(0.001)


def kill_service(setup, kills, writes):
    """Kills the service this often in this many writes."""
    ledger = setup.ledger
    for _ in range(kills):
        setup.renew()
        enough = ledger.count() + writes // kills
        with writing(setup, ledger):
            until(lambda enough=enough: ledger.count() >= enough, "enough writes")
            setup.service.process.kill()
            setup.service.process.wait()
        setup.service.start()
    setup.compare()


def lose_postgres(setup):
    """Stops, restarts and pauses PostgreSQL under load; measures how soon a write is acknowledged again."""
    def restart(mode):
        setup.database.run("pg_ctl", "restart", "-w", "-m", mode, "-D", setup.database.data)

    def stop():
        setup.database.run("pg_ctl", "stop", "-m", "fast", "-D", setup.database.data)
        time.sleep(3)
        setup.database.start()

    def pause():
        children = pathlib.Path(f"/proc/{setup.database.pid}/task/{setup.database.pid}/children").read_text().split()
        for signalled in (signal.SIGSTOP, signal.SIGCONT):
            for pid in [setup.database.pid, *map(int, children)]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signalled)
            if signalled == signal.SIGSTOP:
                time.sleep(8)

    ledger, unknown = setup.ledger, len(setup.ledger.unknown)
    for what, lose in [("restarted", lambda: restart("fast")), ("killed and restarted", lambda: restart("immediate")),
                       ("stopped for 3 s", stop), ("paused for 8 s", pause)]:
        setup.renew()
        with writing(setup, ledger):
            time.sleep(1)
            lose()
            back, had = time.monotonic(), len(ledger.done)
            until(lambda had=had: len(ledger.done) > had, f"served again after it was {what}")
            recovered = time.monotonic() - back
            time.sleep(1)
        print(f"  {what}: served again after {recovered:.2f} s; answers so far {dict(ledger.statuses)}")
        if recovered > RECOVERED:
            raise SystemExit(f"more than {RECOVERED} s")
    if len(ledger.unknown) > unknown:
        raise SystemExit(f"{len(ledger.unknown) - unknown} writes without an answer: the service was there all the time")
    setup.compare()


def resident(setup):
    """Resident memory of the service in MiB."""
    status = pathlib.Path(f"/proc/{setup.service.process.pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def overload(setup):
    """Five times the writers that keep it busy; it refuses what it cannot do, and stays small."""
    rates, largest, ledger = [], 0.0, setup.ledger
    for writers in (WRITERS, 5 * WRITERS):
        setup.renew()
        had = len(ledger.done)
        with writing(setup, ledger, writers):
            for _ in range(50):
                time.sleep(0.1)
                largest = max(largest, resident(setup))
        rates.append((len(ledger.done) - had) / 5)
    print(f"  {rates[0]:.0f} writes/s from {WRITERS}, {rates[1]:.0f} from {5 * WRITERS}; at most {largest:.0f} MiB; "
          f"{dict(ledger.statuses)}")
    if largest > 256 or rates[1] < rates[0] / 2:
        raise SystemExit("overloaded")
    setup.compare()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=services.ROOT / "target/release/omringd", type=pathlib.Path)
    parser.add_argument("--kills", default=100, type=int)
    parser.add_argument("--writes", default=10_000, type=int)
    options = parser.parse_args()
    for postgres in (False, True):
        setup = Setup(options.binary.resolve(), postgres)
        try:
            name = "PostgreSQL" if postgres else "SQLite"
            print(f"{name}: {options.kills} kills of the service", flush=True)
            kill_service(setup, options.kills, options.writes)
            if postgres:
                print(f"{name} lost", flush=True)
                lose_postgres(setup)
            print(f"{name}: five times the load", flush=True)
            overload(setup)
        finally:
            setup.close()
    print("passed")


if __name__ == "__main__":
    main()
