"""The data of the comparison: a PostgreSQL cluster and a SQLite file with the same rows, kept at one size."""

import multiprocessing
import os
import pathlib
import shutil
import sqlite3
import subprocess

import data
import services

SETTINGS = {
    # As by default, and what a write waits for is on.
    "wal_level": "replica", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
    "max_connections": 250, "max_wal_size": "16GB", "shared_buffers": "1GB",
    # Not while somebody is timed: between the measures we see to both.
    "autovacuum": "off", "checkpoint_timeout": "1h",
}
# Those of a peer.
FUNCTIONS = pathlib.Path(__file__).with_name("peers") / "postgraphile/create.sql"


def certified(directory):
    """The settings of a server that encrypts, with a certificate of its own."""
    certificate, key = directory / "server.crt", directory / "server.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True)
    if os.getuid() == 0:
        for file in (certificate, key):
            shutil.chown(file, "postgres")
    return {"ssl": "on", "ssl_cert_file": certificate, "ssl_key_file": key}


class Databases:
    """The same data in PostgreSQL and in a SQLite file."""

    def __init__(self, binary, shape, place, tls=False):
        self.file = place / "sqlite" / "bench.db"
        (place / "postgres").mkdir()
        (place / "sqlite").mkdir()
        self.postgres = services.Postgres(place / "postgres", {**SETTINGS, **(certified(place / "postgres") if tls else {})})
        try:
            self.fill(binary, shape, place)
        except BaseException:
            self.postgres.stop()
            raise

    def fill(self, binary, shape, place):
        owner = services.Service(binary, place / "postgres", self.postgres.url("omringd"), self.postgres.url("owner"))
        owner.operator()
        services.Service(binary, place / "sqlite", f"sqlite://{self.file}").operator()
        connection = self.sqlite()
        hash_of = connection.execute("select password_hash from user_account").fetchone()[0]
        connection.close()
        filling = multiprocessing.Process(target=data.fill_postgres, args=(self.postgres.psql(), shape, hash_of))
        filling.start()
        data.fill_sqlite(self.file, shape, hash_of)
        filling.join()
        if filling.exitcode:
            raise SystemExit("PostgreSQL could not be filled")
        # The others encrypt nothing: they have columns of their own for what the service encrypts.
        self.run("alter table person add alias text not null default 'Anna', add phone text, add email text, add note text, "
                 "alter sealed set default ''", "alter table map add theme text not null default 'dementie'")
        # For those who know no row-level security.
        self.run("create role bench login bypassrls", "grant select, insert, update, delete on all tables in schema public to bench",
                 FUNCTIONS.read_text(), "checkpoint")

    def run(self, *statements):
        subprocess.run([*self.postgres.psql(), *[part for sql in statements for part in ("-c", sql)]], check=True)

    def sqlite(self):
        connection = sqlite3.connect(self.file, timeout=60)
        connection.execute("pragma foreign_keys = on")
        return connection

    def created(self, clients, on_sqlite):
        """How many supporters and supports were created."""
        ids = self.listed(clients, on_sqlite)
        count = ("select count(distinct s.id), count(*) from supporter s join support x on x.organisation_id = s.organisation_id "
                 f"and x.map_id = s.map_id and x.supporter_id = s.id where s.client_id in ({ids}) and s.created_at > '{data.AT}'")
        if not on_sqlite:
            return tuple(map(int, self.postgres.query(count)[0]))
        connection = self.sqlite()
        found = connection.execute(count).fetchone()
        connection.close()
        return found

    @staticmethod
    def listed(ids, on_sqlite):
        return ",".join(f"x'{one.replace('-', '')}'" if on_sqlite else f"'{one}'" for one in ids)

    def clean(self, clients):
        """Takes away what was created, so that maps stay of one size, and leaves the same state to whoever comes next."""
        delete = f"delete from person where created_at > '{data.AT}' and client_id in "
        self.run(f"{delete} ({self.listed(clients, False)})",
                 "vacuum person, supporter, support, map, session, refresh_token", "checkpoint")
        connection = self.sqlite()
        connection.execute(f"{delete} ({self.listed(clients, True)})")
        connection.commit()
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        connection.close()
