#!/usr/bin/env python3
"""Gate: counts what one request costs and compares it with bench/counters.md. docs/development.md explains it.

    cargo build --release && bench/counters.py --check      # exit 0 is a pass
    bench/counters.py --write                               # writes bench/counters.md
    bench/counters.py --growth                              # compares 100,000 clients with 1,000: about ten minutes

The counters are statements, rows, buffers and write-ahead log on PostgreSQL, and the service's instructions on both databases.
The release binary runs under Valgrind's callgrind on a fixed database, with one worker and one connection. Each request is
sent until it is warm and then counted in batches.
"""

import argparse
import itertools
import multiprocessing
import pathlib
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import time

import counted
import data
import services
import table

SHAPE = data.Shape(1_000, 25)
# How much more a read may cost at 10⁵ clients than at 10³.
GROWTH = {"buffers": 1.5, table.ON_POSTGRES: 1.05}
# Nothing may happen between two requests but what the requests do: no autovacuum, no images of pages after a checkpoint.
QUIET = {"fsync": "off", "autovacuum": "off", "full_page_writes": "off", "checkpoint_timeout": "1h",
         "shared_preload_libraries": "pg_stat_statements", "jit": "off"}
# One connection: opening another in the middle would be counted. Nothing is given up because it is slow under callgrind.
SERVICE = {"OMRINGD_LOG_LEVEL": "info", "OMRINGD_DATABASE_CONNECTIONS": "1", "OMRINGD_STATEMENT_SECONDS": "60",
           "OMRINGD_ACQUIRE_SECONDS": "60", "OMRINGD_ANSWER_SECONDS": "600"} | services.UNSEALED
BATCHES = 5
# Longer than changes are gathered before other processes are told.
PAUSE = 0.04


class Callgrind:
    """The service's process under callgrind."""

    def __init__(self, service, place):
        self.service, self.out = service, place / "callgrind"
        # One thread at a time, each in its turn.
        service.under = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--fair-sched=yes",
                         f"--callgrind-out-file={self.out}"]
        service.patience = 300
        self.dumps = 0

    def tell(self, *command):
        subprocess.run(["vgdb", f"--pid={self.service.process.pid}", *command], check=True, capture_output=True)

    def start(self):
        self.tell("instrumentation", "on")

    def reset(self):
        self.tell("zero")

    def instructions(self):
        """How many since the last reset."""
        self.tell("dump")
        self.dumps += 1
        with open(f"{self.out}.{self.dumps}") as file:
            return int(next(line.split()[1] for line in file if line.startswith("totals:")))


class Statements:
    """What PostgreSQL counted of the service's statements."""

    NAMES = ["statements", "rows", "buffers", "WAL records", "WAL bytes"]
    COUNTED = """select sum(calls), sum(rows), sum(shared_blks_hit + shared_blks_read), sum(wal_records), sum(wal_bytes)
        from pg_stat_statements where userid = 'omringd'::regrole
            -- What the service does by itself now and then belongs to no request.
            and query !~ '(pg_notify|from event|^(insert into|update|delete from) job)'
            and query !~ '(log_(tick|head|seal)|l[.]epoch)'
            and query !~ '^delete from .* limit [$][0-9]+[^$]*$'
            and query !~ '^select set_config\\([^()]*\\)$'
            -- They go with others, also with those.
            and query !~* '^(begin|commit|rollback)'"""

    def __init__(self, database):
        self.database = database
        database.sql("create extension pg_stat_statements", database="omringd")

    def reset(self):
        self.database.query("select pg_stat_statements_reset()")

    def counts(self):
        return dict(zip(self.NAMES, map(int, self.database.query(self.COUNTED)[0])))


def count(work, wire, callgrind, statements):
    """What this request costs: the mean of what the database counts, and the median of the batches' instructions, since
    once in a while something else happens as well, such as reading the keys again."""
    numbers = itertools.count()
    send(work, wire, numbers, work.warm)
    if statements:
        statements.reset()
    instructions = []
    for _ in range(BATCHES):
        callgrind.reset()
        send(work, wire, numbers, work.times)
        instructions.append(callgrind.instructions() / work.times)
    if not statements:
        return {table.ON_SQLITE: statistics.median(instructions)}
    counts = {name: total / (BATCHES * work.times) for name, total in statements.counts().items()}
    return {**counts, table.ON_POSTGRES: statistics.median(instructions)}


def send(work, wire, numbers, times):
    for n in itertools.islice(numbers, times):
        wire.send(*work.ask(n))
        # What follows an answer belongs to its request: giving the connection back, telling other processes.
        time.sleep(PAUSE)


def wait_for_daily_jobs(query):
    """They run a minute after the start, and what they write, such as their lines in the access log, belongs to no request."""
    while query("select 1 where not exists (select 1 from job) or exists (select 1 from job where done_at is null)"):
        time.sleep(1)
    # The last one's line is written after it is done.
    time.sleep(2)


def count_all(service, place, shape, wanted, query, statements=None):
    callgrind = Callgrind(service, place)
    service.environment |= SERVICE
    service.start()
    wait_for_daily_jobs(query)
    callgrind.start()
    sessions, works = counted.counted(counted.Wire(service.url), data.first_admin(shape), services.PASSWORD)
    counts = {}
    for work in filter(wanted, works):
        for session in sessions:
            session.renew()
        counts[work.name] = count(work, counted.Wire(service.url), callgrind, statements)
        told = (f"{table.shown(value)} {name}" for name, value in counts[work.name].items())
        print(f"  {work.name}:", ", ".join(told), flush=True)
    return counts


def on_postgres(binary, shape, wanted):
    place = services.workplace()
    database = services.Postgres(place, QUIET)
    service = services.Service(binary, place, database.url("omringd"), database.url("owner"))
    try:
        service.operator()
        [[hash_of]] = database.query("select password_hash from user_account")
        data.fill_postgres(database.psql(), shape, hash_of)
        return count_all(service, place, shape, wanted, database.query, Statements(database))
    finally:
        service.stop()
        database.stop()
        shutil.rmtree(place)


def on_sqlite(binary, shape, wanted):
    place = services.workplace()
    file = place / "bench.db"
    service = services.Service(binary, place, f"sqlite://{file}")
    try:
        service.operator()
        connection = sqlite3.connect(file)
        [hash_of] = connection.execute("select password_hash from user_account").fetchone()
        connection.close()
        data.fill_sqlite(file, shape, hash_of)
        connection = sqlite3.connect(file)
        return count_all(service, place, shape, wanted, lambda sql: connection.execute(sql).fetchall())
    finally:
        service.stop()
        shutil.rmtree(place)


def every(_work):
    return True


def reads(work):
    return work.ask(0)[0] == "GET"


def measure(binary, shape, databases, wanted=every):
    """Every counter of every request that is wanted: by request, then by counter. Each database is measured in a process of its
    own, at the same time as the other, since most of it is waiting."""
    print(f"{shape.clients:,} clients with {shape.supporters} supporters", flush=True)
    counts, measuring = {}, []
    try:
        for database in databases:
            result, of_process = multiprocessing.Pipe(duplex=False)
            process = multiprocessing.Process(target=tell, args=(of_process, database, binary, shape, wanted))
            process.start()
            # Its end closes with the process, so that one that fails is noticed.
            of_process.close()
            measuring.append((process, result))
        for _, result in measuring:
            for name, of_one in result.recv().items():
                counts.setdefault(name, {}).update(of_one)
    finally:
        # Told to stop, a process stops what it has started.
        for process, _ in measuring:
            process.terminate()
            process.join()
    return counts


def tell(of_process, database, binary, shape, wanted):
    of_process.send(database(binary, shape, wanted))


def growth(binary, clients):
    """What reads cost on a large database beside a small one, and whether that is too much."""
    # A name is searched among all clients of the organisation: what it costs does grow, see docs/performance.md.
    small, large = (measure(binary, data.Shape(many, 10), [on_postgres], reads) for many in (1_000, clients))
    failed = False
    for name, before in small.items():
        ratios = {counter: large[name][counter] / before[counter] for counter in GROWTH}
        beyond = any(ratios[counter] > limit for counter, limit in GROWTH.items())
        failed |= beyond
        print(f"{name:30}", *(f"{counter} {ratio:.3f}," for counter, ratio in ratios.items()), "BEYOND" if beyond else "kept")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=services.ROOT / "target/release/omringd",
                        help="which to run; build it before")
    wish = parser.add_mutually_exclusive_group(required=True)
    wish.add_argument("--check", action="store_true", help="fail where a counter is not what the table says")
    wish.add_argument("--write", action="store_true", help="write the table")
    wish.add_argument("--growth", action="store_true", help="fail where a read costs more with more clients")
    parser.add_argument("--clients", type=int, default=100_000, help="for --growth")
    options = parser.parse_args()
    # Told to stop, it stops what it started as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if options.growth:
        return growth(options.binary, options.clients)
    counts, made_with = measure(options.binary, SHAPE, [on_postgres, on_sqlite]), table.made_with()
    if options.write:
        return table.write(counts, made_with)
    return table.check(counts, made_with)


if __name__ == "__main__":
    sys.exit(main())
