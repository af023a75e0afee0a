#!/usr/bin/env python3
"""Compares the service's speed with PostgreSQL alone (pgbench), with a minimal service (floor) and with two peers from npm.

    cargo build --release && bench/comparison/compare.py                # everything: about 45 minutes
    bench/comparison/compare.py --clients 1000 --seconds 1 --rounds 1   # a few minutes, to see that it works
    bench/comparison/compare.py --only read-map,create-supporter --contenders omringd,floor --rounds 7

Needs PostgreSQL, wrk and oha (`cargo install oha`), and npm for the peers. Every contender has the same data in one PostgreSQL
cluster made for the run (the service runs a second time on a SQLite file), 16 connections and one worker a processor. A round
measures each scenario on every contender in turn; ratios are within one round. Answers are checked before they are timed. A
wrong answer, or an error while timing, ends the run.

Prints Markdown and writes every measure to target/bench/compare.json.
"""

import argparse
import concurrent.futures
import json
import pathlib
import platform
import shutil
import sys
import threading
import time

# What it shares with the gates is a directory up.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))

import contenders
import data
import databases
import direct
import load
import processes
import report
import services
import workload

SCENARIOS = ["read-map", "read-map-half-load", "read-map-same-rate", "create-supporter", "create-with-key", "mix", "show-client",
             "list-clients", "helpers", "caseload-first-page", "caseload-deep-page", "card-svg", "put-content", "log-in", "log-in-storm"]
OPEN_LOOP = {"read-map-half-load", "read-map-same-rate", "log-in-storm"}
WRITES = {"create-supporter", "create-with-key", "mix", "put-content"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=services.ROOT / "target/release/omringd", help="build it before")
    parser.add_argument("--before", type=pathlib.Path, help="another binary, measured beside it")
    parser.add_argument("--tls", action="store_true", help="PostgreSQL encrypts, and who asks it takes that")
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


class Run:
    """One run: who is measured, of what, and what came of it."""

    def __init__(self, options, both, place):
        self.options, self.place, self.databases = options, place, both
        self.work = workload.Workload(both.postgres, supporters=25)
        self.results, self.rates, self.starts = [], {}, []
        self.contenders = [make() for name, make in self.everybody().items() if self.wanted(name)]
        if not self.contenders:
            raise SystemExit(f"nobody to measure: there are {', '.join(self.everybody())}")

    def everybody(self):
        """Who there is, and how they are made: what has to be built or installed, only if asked for."""
        postgres, place = self.databases.postgres, self.place

        def omringd(name, url, *database, binary=self.options.binary, who="omringd"):
            return contenders.Omringd(f"{who}, {name}", binary, place / f"{who}-on-{name}", url, self.work.spare, *database)

        def before(*where):
            return lambda: omringd(*where, binary=self.options.before, who="before")

        def pgbench(name, *way):
            return lambda: direct.Pgbench(name, postgres, *way)

        return {
            "omringd, PostgreSQL": lambda: omringd("PostgreSQL", postgres.url("omringd"), postgres),
            "omringd, SQLite": lambda: omringd("SQLite", f"sqlite://{self.databases.file}"),
            **({"before, PostgreSQL": before("PostgreSQL", postgres.url("omringd"), postgres),
                "before, SQLite": before("SQLite", f"sqlite://{self.databases.file}")} if self.options.before else {}),
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
            time.sleep(1)
            for contender in self.contenders:
                if contender.started:
                    idle = processes.memory(contender.roots[0])
                    self.starts.append({"round": number, "contender": contender.name, "seconds": contender.started, **idle})
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
        if scenario in self.work.requests:
            contender.check(self.work, scenario)
        action(self.options.warm_up)
        with processes.Meter(*contender.roots) as meter:
            result = action(self.options.seconds)
        result |= {"round": number, "scenario": scenario, "contender": contender.name, "foreign": meter.foreign,
                   "perSecond": result["requests"] / result["seconds"], "memory": meter.most}
        # Of a storm it would be that of the log-ins too.
        if scenario != "log-in-storm":
            result |= {"serviceMicroseconds": meter.service / result["requests"] * 1e6,
                       "databaseMicroseconds": meter.database / result["requests"] * 1e6}
        self.results.append(result)
        if scenario == "read-map":
            self.rates[contender.name] = result["perSecond"]
        print(f"round {number} {scenario:20} {contender.name:22} {result['perSecond']:8.0f}/s, p99 {result['p99']:8.2f} ms",
              flush=True)
        if scenario in WRITES:
            self.tidy(scenario, contender, result["requests"])

    def tidy(self, scenario, contender, requests):
        """Takes away what was written, if all of it is there that was acknowledged."""
        supporters, supports = self.databases.created(self.work.clients, on_sqlite=not contender.database)
        if supports != 2 * supporters or scenario == "create-supporter" and supporters < requests:
            raise SystemExit(f"{contender.name} created {supporters} supporters with {supports} supports in {requests} requests")
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
        ended = threading.Event()
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            people = pool.submit(contender.log_ins.storm, 50, ended.is_set)
            try:
                busy = load.oha(contender.url, reads, self.place, seconds, rate)
            finally:
                ended.set()
        return {**busy, "quiet": quiet, "logIns": people.result()}


def main():
    options = arguments()
    load.needed("wrk", "apt-get install wrk")
    if OPEN_LOOP & set(options.only):
        load.needed("oha", "cargo install oha")
    place, out = services.workplace(), services.ROOT / "target/bench"
    shape = data.Shape(options.clients, 25, spare=200 + 40 * options.seconds, supervised=workload.SUPERVISED)
    both = None
    try:
        both = databases.Databases(options.binary, shape, place, options.tls)
        run = Run(options, both, place)
        out.mkdir(parents=True, exist_ok=True)
        settings = {"clients": options.clients, "rounds": options.rounds, "seconds": options.seconds, "base": options.base,
                    "machine": platform.platform(), "at": time.strftime("%F %T")}
        found = {"settings": settings, "starts": run.starts, "measures": run.results}
        for number in range(1, options.rounds + 1):
            run.round(number)
            # After each round, lest a later one lose it.
            (out / "compare.json").write_text(json.dumps(found, indent=1))
        print("\n" + report.markdown(found))
    finally:
        if both:
            both.postgres.stop()
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
