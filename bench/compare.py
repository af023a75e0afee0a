#!/usr/bin/env python3
"""How fast the service is beside others: PostgreSQL alone (pgbench), the least a service must do (bench/floor), peers from npm.

    cargo build --release && bench/compare.py                          # all of it, about an hour and a half
    bench/compare.py --clients 1000 --seconds 1 --rounds 1             # a few minutes, to see that all works
    bench/compare.py --only read-map,create-supporter --contenders omringd,floor --rounds 7

Needs PostgreSQL, wrk and oha (`cargo install oha`), and npm for the peers. All have the same data, in one PostgreSQL cluster
made for the run (and the service once more on a SQLite file), 16 connections to it, and as many workers as there are
processors. Each scenario is measured of every contender, one after the other, and then again in the next round; ratios are of
one round. Before it is timed, each answer is looked into, and one that is not what it should be ends the run, as does any
error while it is timed.

Prints Markdown, and writes every single measure into target/bench/compare.json.
"""

import argparse
import json
import multiprocessing
import pathlib
import platform
import shutil
import sqlite3
import subprocess
import threading
import time

import contenders
import data
import direct
import load
import processes
import report
import services
import workload

SETTINGS = {
    # As by default, and what a write waits for is on.
    "wal_level": "replica", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
    "max_connections": 250, "max_wal_size": "16GB", "shared_buffers": "1GB",
    # Not while somebody is timed: between the measures we see to both.
    "autovacuum": "off", "checkpoint_timeout": "1h",
}
SCENARIOS = ["read-map", "read-map-half-load", "read-map-same-rate", "create-supporter", "mix", "helpers", "caseload-first-page",
             "caseload-deep-page", "card-svg", "put-content", "log-in", "log-in-storm"]
OPEN_LOOP = {"read-map-half-load", "read-map-same-rate", "log-in-storm"}
WRITES = {"create-supporter", "mix", "put-content"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=services.ROOT / "target/release/omringd", help="build it before")
    parser.add_argument("--clients", type=int, default=10_000, help="each with a map of 25 supporters and 50 supports")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5, help="of each measure")
    parser.add_argument("--warm-up", type=int, default=2, help="seconds of the same before it, that do not count")
    parser.add_argument("--only", type=lambda text: text.split(","), default=SCENARIOS, help=", ".join(SCENARIOS))
    parser.add_argument("--contenders", type=lambda text: text.split(","), default=[],
                        help="those whose name begins with one of these; all by default")
    parser.add_argument("--base", default="floor", help="whose figures are 1 in the ratios")
    options = parser.parse_args()
    if unknown := set(options.only) - set(SCENARIOS):
        parser.error(f"no such scenario: {', '.join(unknown)}")
    return options


class Databases:
    """The same data in PostgreSQL and in a SQLite file."""

    def __init__(self, binary, shape, place):
        self.file = place / "sqlite" / "bench.db"
        (place / "postgres").mkdir()
        (place / "sqlite").mkdir()
        self.postgres = services.Postgres(place / "postgres", SETTINGS)
        owner = services.Service(binary, place / "postgres", self.postgres.url("omringd"), self.postgres.url("owner"))
        owner.operator()
        services.Service(binary, place / "sqlite", f"sqlite://{self.file}").operator()
        connection = sqlite3.connect(self.file)
        hash_of = connection.execute("select password_hash from user_account").fetchone()[0]
        connection.close()
        filling = multiprocessing.Process(target=data.fill_postgres, args=(self.postgres.psql(), shape, hash_of))
        filling.start()
        data.fill_sqlite(self.file, shape, hash_of)
        filling.join()
        if filling.exitcode:
            raise SystemExit("PostgreSQL could not be filled")
        # For those who know no row-level security.
        self.run("create role bench login bypassrls", "grant select, insert, update, delete on all tables in schema public to bench",
                 (contenders.PEERS / "postgraphile/create.sql").read_text(), "checkpoint")

    def run(self, *statements):
        subprocess.run([*self.postgres.psql(), *[part for sql in statements for part in ("-c", sql)]], check=True)

    def sqlite(self):
        connection = sqlite3.connect(self.file, timeout=60)
        connection.execute("pragma foreign_keys = on")
        return connection

    def clean(self, clients):
        """Takes away what was created, so that maps stay of one size, and leaves the same state to whoever comes next."""
        created = f"delete from person where created_at > '{data.AT}' and client_id in "
        self.run(created + "({})".format(",".join(f"'{client}'" for client in clients)),
                 "vacuum person, supporter, support, map, session, refresh_token", "checkpoint")
        connection = self.sqlite()
        connection.execute(created + "({})".format(",".join(f"x'{client.replace('-', '')}'" for client in clients)))
        connection.commit()
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        connection.close()


class Run:
    """One run: who is measured, of what, and what came of it."""

    def __init__(self, options, databases, place):
        self.options, self.place, self.databases = options, place, databases
        self.work = workload.Workload(databases.postgres, supporters=25)
        self.spare = [f"coach{n}@bench.test" for n in spare_numbers(databases.postgres)]
        self.results, self.rates, self.starts = [], {}, []
        self.contenders = [make() for name, make in self.everybody().items() if self.wanted(name)]
        if not self.contenders:
            raise SystemExit(f"nobody to measure: there are {', '.join(self.everybody())}")

    def everybody(self):
        """Who there is, and how they are made: what has to be built or installed, only if asked for."""
        postgres, place = self.databases.postgres, self.place

        def omringd(name, url, *database):
            return contenders.Omringd(f"omringd, {name}", self.options.binary, place / f"on-{name}", url, self.spare, *database)

        def pgbench(name, role, scripts):
            return lambda: direct.Pgbench(name, postgres, role, scripts)

        return {
            "omringd, PostgreSQL": lambda: omringd("PostgreSQL", postgres.url("omringd"), postgres),
            "omringd, SQLite": lambda: omringd("SQLite", f"sqlite://{self.databases.file}"),
            **{name: pgbench(name, *way) for name, way in direct.ways(self.work.reads, self.work.writes).items()},
            "floor": lambda: contenders.floor(postgres, place),
            "prisma": lambda: contenders.peer(contenders.Program, "prisma", "bench", postgres, place),
            "postgraphile": lambda: contenders.peer(contenders.Postgraphile, "postgraphile", "omringd", postgres, place),
        }

    def wanted(self, name):
        return not self.options.contenders or name.startswith(tuple(self.options.contenders))

    def round(self, number):
        try:
            for contender in self.contenders:
                contender.start(self.work.requests["read-map"][0])
                if contender.started:
                    memory = contender.idle or processes.memory(contender.roots[0])
                    self.starts.append({"round": number, "contender": contender.name, "seconds": contender.started, **memory})
            self.rates = {}
            for scenario in self.options.only:
                for contender in self.contenders:
                    if contender.can(scenario):
                        self.measure(number, scenario, contender)
        finally:
            for contender in self.contenders:
                contender.stop()

    def measure(self, number, scenario, contender):
        if scenario in WRITES:
            self.databases.run("checkpoint")
        action = self.action(scenario, contender)
        if scenario in self.work.requests and contender.url:
            self.work.check(contender, scenario)
        action(self.options.warm_up)
        memory, done = [], threading.Event()
        watch = threading.Thread(target=watch_memory, args=(contender.roots[0], memory, done))
        watch.start()
        with processes.Meter(*contender.roots) as meter:
            result = action(self.options.seconds)
        done.set()
        watch.join()
        result |= {
            "round": number, "scenario": scenario, "contender": contender.name, "foreign": meter.foreign,
            "perSecond": result["requests"] / result["seconds"], "serviceMicroseconds": meter.service / result["requests"] * 1e6,
            "databaseMicroseconds": meter.database / result["requests"] * 1e6, "memory": max(memory, key=lambda one: one["pss"])}
        self.results.append(result)
        if scenario == "read-map":
            self.rates[contender.name] = result["perSecond"]
        print(f"round {number} {scenario:20} {contender.name:24} {result['perSecond']:9.0f}/s  p99 {result['p99']:8.2f} ms", flush=True)
        if scenario in WRITES:
            self.databases.clean(self.work.clients)

    def rate(self, contender):
        """Requests a second in a closed loop, as measured in this round."""
        if contender.name not in self.rates:
            result = contender.measure("read-map", self.work.requests["read-map"], self.place, 2)
            self.rates[contender.name] = result["requests"] / result["seconds"]
        return self.rates[contender.name]

    def action(self, scenario, contender):
        """What is done for so many seconds."""
        reads = self.work.requests["read-map"]
        if scenario == "log-in":
            return contender.log_ins.closed
        if scenario == "log-in-storm":
            return lambda seconds: self.storm(contender, seconds)
        if scenario in ("read-map-half-load", "read-map-same-rate"):
            asked = [one for one in self.contenders if one.url and one.can(scenario)]
            rate = self.rate(contender) / 2 if scenario == "read-map-half-load" else min(map(self.rate, asked)) / 2
            return lambda seconds: load.oha(contender.url, [contender.render(one) for one in reads], self.place, seconds, rate)
        if scenario not in self.work.requests:
            self.work.ask_first(contender)
        requests = self.work.requests.get(scenario)
        return lambda seconds: contender.measure(scenario, requests, self.place, seconds)

    def storm(self, contender, seconds):
        """Reads at a quarter of what is possible, quiet and then while 50 people log in every second."""
        reads = [contender.render(one) for one in self.work.requests["read-map"]]
        rate = self.rate(contender) / 4
        quiet = load.oha(contender.url, reads, self.place, seconds, rate)
        ended, logged = threading.Event(), []
        people = threading.Thread(target=lambda: logged.append(contender.log_ins.storm(50, ended.is_set)))
        people.start()
        busy = load.oha(contender.url, reads, self.place, seconds, rate)
        ended.set()
        people.join()
        if not logged:
            raise SystemExit("the log-ins failed")
        return {**busy, "quiet": quiet, "logIns": logged[0]}


def spare_numbers(postgres):
    """The coaches of nobody."""
    rows = postgres.query("select substr(split_part(email, '@', 1), 6) from user_account u where email like 'coach%' "
                          "and not exists (select from assignment a where a.coach_id = u.id) order by id")
    return [int(number) for number, in rows]


def watch_memory(roots, samples, done):
    while True:
        samples.append(processes.memory(roots))
        if done.wait(0.5):
            return


def main():
    options = arguments()
    load.needed("wrk", "apt-get install wrk")
    if OPEN_LOOP & set(options.only):
        load.needed("oha", "cargo install oha")
    place, out = services.workplace(), services.ROOT / "target/bench"
    shape = data.Shape(options.clients, 25, spare=200 + 40 * options.seconds, supervised=workload.SUPERVISED)
    databases = None
    try:
        databases = Databases(options.binary, shape, place)
        run = Run(options, databases, place)
        for number in range(1, options.rounds + 1):
            run.round(number)
        out.mkdir(parents=True, exist_ok=True)
        settings = {"clients": options.clients, "rounds": options.rounds, "seconds": options.seconds, "base": options.base,
                    "machine": platform.platform(), "at": time.strftime("%F %T")}
        found = {"settings": settings, "starts": run.starts, "measures": run.results}
        (out / "compare.json").write_text(json.dumps(found, indent=1))
        print("\n" + report.markdown(found))
    finally:
        if databases:
            databases.postgres.stop()
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
