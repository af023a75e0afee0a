#!/usr/bin/env python3
"""Runs the service at half load for an hour and fails if memory, connections or tables grow.

    cargo build --release && bench/comparison/soak.py          # on PostgreSQL
    bench/comparison/soak.py --sqlite --minutes 5

The load is nine map reads to one new supporter, at half the rate that a closed loop reached just before. Coaches log in again
before their tokens expire. The new supporters are deleted every minute, so maps keep their size and any row that stays was
left by the service. Memory, connections and descriptors are sampled every minute, rows at the start and the end. It fails if

- the median memory of the last third exceeds that of the first by more than 10 % and 5 MiB,
- there are more connections than the pool allows, or more in the last third than in the first,
- a table has more rows than before, apart from one session and one refresh token for each log-in, and one event for each change,
  which the service keeps for seven days.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import sys

# What it shares with the gates is a directory up.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))

import contenders
import data
import databases
import load
import processes
import services
import workload

GROWTH, SLACK = 1.10, 5
# One each for every log-in.
LOGGED_IN = {"session", "refresh_token"}
# Of ten requests one is a change. The last round of them may be unfinished.
CHANGES = 0.11
# To tell other processes of changes: one to listen on, one to speak. And for what is one statement: one for each thread that serves,
# and half as many as the pool has.
BESIDES = 2 + os.cpu_count() + load.CONNECTIONS // 2


def rows(databases, on_sqlite):
    """How many rows each table has."""
    if not on_sqlite:
        tables = [name for name, in databases.postgres.query("select tablename from pg_tables where schemaname = 'public'")]
        counted = databases.postgres.query(" union all ".join(f"select '{name}', count(*) from {name}" for name in tables))
        return {name: int(count) for name, count in counted}
    connection = databases.sqlite()
    names = connection.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%'").fetchall()
    counted = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name, in names}
    connection.close()
    return counted


def connections(databases):
    """How many the service has to PostgreSQL, and how many of them hold a transaction open without doing anything."""
    found = databases.postgres.query("select count(*), count(*) filter (where state like 'idle in transaction%') "
                                     "from pg_stat_activity where usename = 'omringd'")
    return tuple(map(int, found[0]))


class Soak:
    """The service under its load, and what was seen of it each minute."""

    def __init__(self, options, databases, service, work):
        self.options, self.databases, self.service, self.work = options, databases, service, work
        self.samples, self.asked = [], 0

    def minute(self, rate, seconds, number):
        """Asks for a minute, in which nothing may fail, and looks at what there is then."""
        # What an answer itself takes is little beside the pause.
        pause = max(1, round(load.CONNECTIONS / rate * 1000))
        result = self.ask(seconds, pause)
        self.asked += result["requests"]
        self.databases.clean(self.work.clients)
        pid = self.service.process.pid
        sample = {"minute": number, **processes.memory([pid]), "descriptors": len(os.listdir(f"/proc/{pid}/fd")),
                  "perSecond": round(result["requests"] / result["seconds"]), "p99": round(result["p99"], 1)}
        if not self.options.sqlite:
            sample["connections"], sample["stuck"] = connections(self.databases)
        self.samples.append(sample)
        print(", ".join(f"{name} {value}" for name, value in sample.items()), flush=True)

    def ask(self, seconds, pause=None):
        requests = [self.service.render(one) for one in self.work.requests["mix"]]
        return load.wrk(self.service.url, requests, self.databases.file.parent, seconds, pause)

    def thirds(self, of):
        size = max(1, len(self.samples) // 3)
        values = [sample[of] for sample in self.samples]
        return statistics.median(values[:size]), statistics.median(values[-size:])

    def run(self):
        """What is wrong, if anything."""
        self.work.check(self.service, "mix")
        closed = self.ask(5)
        rate = closed["requests"] / closed["seconds"] / 2
        self.databases.clean(self.work.clients)
        before = rows(self.databases, self.options.sqlite)
        logged_in = self.service.logged_in
        print(f"half load: {rate:.0f} requests a second")
        for number in range(1, self.options.minutes + 1):
            self.minute(rate, self.options.seconds, number)
        after = rows(self.databases, self.options.sqlite)
        logged_in = self.service.logged_in - logged_in
        print(f"{self.asked} requests, {logged_in} log-ins")
        return [*self.grown(before, after, logged_in), *self.leaked()]

    def grown(self, before, after, logged_in):
        for table, count in after.items():
            more, may = count - before.get(table, 0), logged_in if table in LOGGED_IN else 0
            if table == "event":
                may = round(self.asked * CHANGES)
            if more > may:
                yield f"{table} has {more} rows more than before, of which {may} are meant"
        first, last = self.thirds("pss")
        if last > first * GROWTH + SLACK:
            yield f"memory grew from {first} to {last} MiB"

    def leaked(self):
        first, last = self.thirds("descriptors")
        if last > first + SLACK:
            yield f"open files and sockets grew from {first} to {last}"
        if self.options.sqlite:
            return
        first, last = self.thirds("connections")
        if last > max(first, load.CONNECTIONS + BESIDES):
            yield f"connections grew from {first} to {last}"
        if stuck := sum(sample["stuck"] for sample in self.samples):
            yield f"{stuck} connections held a transaction open while nobody asked anything"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=services.ROOT / "target/release/omringd", help="build it before")
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=60, help="in a minute: fewer to try it out")
    parser.add_argument("--sqlite", action="store_true")
    options = parser.parse_args()
    load.needed("wrk", "apt-get install wrk")
    place, both, service = services.workplace(), None, None
    try:
        both = databases.Databases(options.binary, data.Shape(options.clients, 25, supervised=workload.SUPERVISED), place)
        work = workload.Workload(both.postgres, 25)
        database = (f"sqlite://{both.file}", None) if options.sqlite else (both.postgres.url("omringd"), both.postgres)
        service = contenders.Omringd("omringd", options.binary, place / "service", database[0], [], database[1])
        service.start(None)
        problems = Soak(options, both, service, work).run()
        print("\n".join(problems) or "flat")
        return bool(problems)
    finally:
        if service:
            service.stop()
        if both:
            both.postgres.stop()
        shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
