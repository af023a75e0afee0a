#!/usr/bin/env python3
"""Upgrades two processes on one PostgreSQL to the next release under load, and goes back: docs/upgrade.md, step by step.

    scripts/upgrade.sh     # builds the releases and runs this

Exit 0 is a pass: no request fails while a process is replaced, every acknowledged write is there once, both releases serve
side by side, and the older one refuses a database in which the newest release removed something.
"""

import argparse
import itertools
import pathlib
import shutil
import subprocess
import time

import data
import services
from load import Load, call, expect, lost_and_doubled

SHAPE = data.Shape(60, 5)
# How long each state is under load, in seconds.
HOLD = 2


class Fleet:
    """Two processes behind a load balancer, which sends nothing to a process that is being replaced."""

    def __init__(self, place, database):
        self.place, self.database, self.turn = place, database, itertools.count()
        self.members = [None, None]

    def service(self, binary, name):
        directory = self.place / name
        directory.mkdir(exist_ok=True)
        service = services.Service(binary, directory, self.database.url("omringd"))
        service.environment["OMRINGD_KEY_DIRECTORY"] = str(self.place / "keys")
        return service

    def url(self):
        live = [member for member in self.members if member]
        return live[next(self.turn) % len(live)].url

    def replace(self, slot, binary):
        """As docs/upgrade.md says: out of the balancer, stopped, started with the other binary, back."""
        before, self.members[slot] = self.members[slot], None
        # Requests that were sent to it end.
        time.sleep(1)
        if before:
            before.stop()
        service = self.service(binary, f"process-{slot}")
        service.start()
        self.members[slot] = service

    def migrate(self, binary):
        """Of the command `migrate` of this binary, as the owner: its exit code and what it says."""
        environment = self.service(binary, "migrate").environment
        environment["OMRINGD_OWNER_DATABASE_URL"] = self.database.url("owner")
        done = subprocess.run([binary, "migrate"], env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def use_a_table(self, seconds):
        """A long transaction, such as a backup, that reads a table which a migration changes."""
        command = "begin; select count(*) from supporter; select pg_sleep(%d); commit" % seconds
        return subprocess.Popen([*self.database.psql(), "-c", command], stdout=subprocess.DEVNULL)

    def stop(self):
        for member in filter(None, self.members):
            member.stop()


class Balanced(Load):
    """Load through the balancer."""

    def __init__(self, fleet, *others):
        self.fleet = fleet
        super().__init__(None, *others)

    @property
    def url(self):
        return self.fleet.url()

    @url.setter
    def url(self, _):
        """The balancer chooses for each request."""


def prepare(fleet, older):
    """A database of the older release with data, and both processes of that release."""
    first = fleet.service(older, "first")
    first.environment["OMRINGD_OWNER_DATABASE_URL"] = fleet.database.url("owner")
    first.operator()
    [[hashed]] = fleet.database.query("select password_hash from user_account limit 1")
    fleet.database.query("delete from user_account")
    data.fill_postgres(fleet.database.psql(), SHAPE, hashed)
    for slot in range(2):
        fleet.replace(slot, older)


def drill(fleet, older, newer, contracting):
    prepare(fleet, older)
    coach = fleet.members[0].log_in("coach0")
    client = call(fleet.url(), "GET", "/v1/clients?limit=1", coach).json()["items"][0]["id"]
    load = Balanced(fleet, coach, client)

    def hold(state):
        load.phase = state
        time.sleep(HOLD)

    hold("older")
    load.phase = "older, migrating while a table is in use"
    reader = fleet.use_a_table(5)
    time.sleep(0.5)
    migrated, said = fleet.migrate(newer)
    assert migrated == 0 and "trying again" in said and reader.wait() == 0, said
    hold("older, expanded")
    fleet.replace(1, older)
    hold("older, started on the expanded database")
    fleet.replace(0, newer)
    hold("both")
    fleet.replace(1, newer)
    hold("newer")
    fleet.replace(0, older)
    migrated, said = fleet.migrate(older)
    assert migrated == 0, said
    hold("both, on the way back")
    fleet.replace(1, older)
    hold("older again")
    load.stop()
    for phase, seen in load.seen.items():
        print(f"{phase}: {dict(sorted(seen.items()))}")
    gone, twice = lost_and_doubled(load)
    if gone or twice or load.wrong:
        raise SystemExit("\n".join([f"lost: {gone}", f"twice: {twice}", *load.wrong[:20], f"{len(load.wrong)} wrong"]))

    migrated, said = fleet.migrate(contracting)
    assert migrated == 0, said
    expect(call(fleet.url(), "GET", "/v1/me", coach), 200)
    late = fleet.service(older, "late")
    refused = subprocess.run([older, "serve"], env=late.environment, capture_output=True, text=True, timeout=60)
    assert refused.returncode != 0 and "newer release" in refused.stdout + refused.stderr, refused
    migrated, said = fleet.migrate(older)
    assert migrated != 0 and "newer release" in said, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, what in [("older", "the release that runs"), ("newer", "the next one, which only adds to the database"),
                       ("contracting", "one that also removes")]:
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True, help=what)
    options = parser.parse_args()
    place = services.workplace()
    database = services.Postgres(place)
    fleet = Fleet(place, database)
    try:
        drill(fleet, *(binary.resolve() for binary in (options.older, options.newer, options.contracting)))
        print("passed")
    finally:
        fleet.stop()
        database.stop()
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
