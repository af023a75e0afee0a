"""Fills a database for the measurements: organisations, coaches, clients and their maps, the same on PostgreSQL and SQLite.

Sizes are skewed: the n-th organisation is 1/n of the first. Ids rise with time, as UUIDv7 does, and the clients of all
organisations are mixed, so that the rows of one organisation are scattered over the table.
"""

import bisect
import random
import sqlite3
import subprocess
import uuid
from dataclasses import dataclass

import sealed

AT = "2026-11-01T08:00:00.000000+00:00"
CASELOAD = 40
TYPES = ["emotional", "practical", "informational", "companionship", "appraisal"]
NAMES = ["Anna", "Bram", "Cees", "Dora", "Emre", "Fatima", "Gijs", "Hanna", "Ilse", "Joost", "Karin", "Lotte", "Mo", "Noor"]
SURNAMES = ["de Vries", "Jansen", "Bakker", "Yilmaz", "el Amrani", "Visser", "Smit", "Mulder", "Bos", "Vos", "Peters"]

USER, ORGANISATION, SESSION, MEMBER, CLIENT, ASSIGNMENT, PERSON, MAP, SUPPORTER, TIE, AGREEMENT = range(1, 12)


def uid(kind, n):
    """The n-th id of a kind: version 7, rising with n."""
    return uuid.UUID(int=(0x01900000 + kind) << 96 | 0x7 << 76 | 0x8 << 60 | n)


@dataclass
class Shape:
    """How much there is."""

    clients: int
    supporters: int
    # Coaches of nobody, to log in as: an account has ten attempts in five minutes.
    spare: int = 0
    # Clients of the largest organisation who have one more coach, the same for all: a caseload of many pages.
    supervised: int = 0

    @property
    def organisations(self):
        return max(2, self.clients // 500)


def tables(shape, password_hash):
    """Every table's columns and rows, what is referred to first. Rows hold UUIDs, booleans, numbers, texts, bytes and None."""
    rng = random.Random(1)
    shares, total = [], 0.0
    for n in range(shape.organisations):
        total += 1 / (n + 1)
        shares.append(total)
    organisation_of = [bisect.bisect_left(shares, rng.random() * total) for _ in range(shape.clients)]
    stamps = (1, AT, AT)

    coaches = []  # (user number, organisation)
    waiting = {}
    coach_of = []
    for organisation in organisation_of:
        number, room = waiting.get(organisation, (None, 0))
        if room == 0:
            number, room = len(coaches), CASELOAD
            coaches.append(organisation)
        waiting[organisation] = (number, room - 1)
        coach_of.append(number)
    supervised = [n for n, organisation in enumerate(organisation_of) if organisation == 0][:shape.supervised]
    supervisor = len(coaches)
    coaches += [0] * (bool(supervised) + shape.spare)
    # Administrators have the numbers after the coaches', and every second client those after theirs.
    roles = [("coach", o) for o in coaches] + [("admin", o) for o in range(shape.organisations)]
    client_at = len(roles)
    roles += [("client", o) for o in organisation_of[1::2]]
    members = [(n, o, role) for n, (role, o) in enumerate(roles)]

    yield ("user_account", "id email name password_hash language operator version created_at updated_at",
           ((uid(USER, n), f"{role}{n}@bench.test", "Iemand", password_hash, "nl", False, *stamps) for n, _, role in members))
    yield ("organisation", "id name status vocabulary_version admins_need_second_factor coaches_need_second_factor version created_at updated_at",
           ((uid(ORGANISATION, o), f"Organisation {o}", "active", 1, False, False, *stamps) for o in range(shape.organisations)))
    yield ("session", "id user_id organisation_id refresh_generation created_at used_at expires_at",
           ((uid(SESSION, n), uid(USER, n), uid(ORGANISATION, o), 1, AT, AT, AT) for n, o, _ in members))
    yield ("member", "organisation_id id user_id admin coach client version created_at updated_at",
           ((uid(ORGANISATION, o), uid(MEMBER, n), uid(USER, n), *(role == each for each in ("admin", "coach", "client")), *stamps)
            for n, o, role in members))
    yield ("support_type", "organisation_id code position built_in label_nl label_en",
           ((uid(ORGANISATION, o), code, at, True, code, code)
            for o in range(shape.organisations) for at, code in enumerate(TYPES)))

    def name(n):
        return f"{NAMES[n % len(NAMES)]} {SURNAMES[n // len(NAMES) % len(SURNAMES)]} {n}"

    of = [uid(ORGANISATION, o) for o in organisation_of]
    clients = range(shape.clients)
    def seal(n, table, row, **said):
        return sealed.seal(of[n], uid(CLIENT, n), table, row, **said)

    def number(n):
        return "https://ecd.example.nl", str(n)

    yield ("client", "organisation_id id user_id sealed version created_at updated_at",
           ((of[n], uid(CLIENT, n), uid(USER, client_at + n // 2) if n % 2 else None,
             seal(n, "client", uid(CLIENT, n), name=name(n), identifiers=[number(n)]), *stamps) for n in clients))
    yield ("client_key", "organisation_id client_id key_version client_key",
           ((of[n], uid(CLIENT, n), *sealed.client_key(of[n], uid(CLIENT, n))) for n in clients))
    yield ("client_identifier", "organisation_id value_hash key_version client_id",
           ((of[n], sealed.value_hash(of[n], *number(n)), sealed.KEY_VERSION, uid(CLIENT, n)) for n in clients))
    yield ("assignment", "organisation_id id client_id coach_id sealed starts_at version created_at",
           ((of[n], uid(ASSIGNMENT, at), uid(CLIENT, n), uid(USER, coach),
             seal(n, "assignment", uid(ASSIGNMENT, at), basis="Verwijzing"), AT, 1, AT)
            for at, (n, coach) in enumerate([*zip(clients, coach_of), *((n, supervisor) for n in supervised)])))

    yield ("map", "organisation_id id client_id sealed private version created_at updated_at",
           ((of[n], uid(MAP, n), uid(CLIENT, n), seal(n, "map", uid(MAP, n), theme="dementie"), False, *stamps) for n in clients))

    def people():
        return ((n, n * shape.supporters + s) for n in clients for s in range(shape.supporters))

    yield ("person", "organisation_id id client_id sealed relationship version created_at updated_at",
           ((of[n], uid(PERSON, p), uid(CLIENT, n), seal(n, "person", uid(PERSON, p), alias=NAMES[p % len(NAMES)]), "friend", *stamps)
            for n, p in people()))
    yield ("supporter", "organisation_id id client_id map_id person_id closeness tension supports_answered "
           "version created_at updated_at",
           ((of[n], uid(SUPPORTER, p), uid(CLIENT, n), uid(MAP, n), uid(PERSON, p),
             ("inner", "middle", "outer")[p % 3], p % 5, True, *stamps) for n, p in people()))
    yield ("support", "organisation_id map_id supporter_id support_type direction availability",
           ((of[n], uid(MAP, n), uid(SUPPORTER, p), TYPES[(p + k) % 5], "received", "could-ask")
            for n, p in people() for k in range(2)))
    yield ("tie", "organisation_id id client_id map_id first_id second_id strength version created_at updated_at",
           ((of[n], uid(TIE, p), uid(CLIENT, n), uid(MAP, n), uid(SUPPORTER, p), uid(SUPPORTER, p + 1), 2, *stamps)
            for n, p in people() if (p + 1) % shape.supporters))
    yield ("need", "organisation_id map_id support_type level",
           ((of[n], uid(MAP, n), code, 2) for n in clients for code in TYPES[:3]))
    yield ("agreement", "organisation_id id client_id map_id sealed status version created_at updated_at",
           ((of[n], uid(AGREEMENT, n), uid(CLIENT, n), uid(MAP, n),
             seal(n, "agreement", uid(AGREEMENT, n), text="Samen wandelen"), "planned", *stamps) for n in clients))


def first_admin(shape):
    """The administrator of the largest organisation, and what number they have."""
    rows = next(rows for table, _, rows in tables(shape, "") if table == "user_account")
    return next(int(row[1].split("@")[0].removeprefix("admin")) for row in rows if row[1].startswith("admin"))


def keep_keys(shape):
    for o in range(shape.organisations):
        sealed.keep_key(uid(ORGANISATION, o))


def fill_postgres(psql, shape, password_hash):
    """Copies everything in, past foreign keys and row-level security, and gathers statistics."""
    def cell(value):
        if isinstance(value, bytes):
            # The backslash doubled, as COPY reads it.
            return f"\\\\x{value.hex()}"
        return "\\N" if value is None else str(value)

    keep_keys(shape)
    for table, columns, rows in tables(shape, password_hash):
        copy = f"set session_replication_role = replica; copy {table} ({', '.join(columns.split())}) from stdin"
        process = subprocess.Popen([*psql, "-c", copy.split("; ")[0], "-c", copy.split("; ")[1]], stdin=subprocess.PIPE, text=True)
        for row in rows:
            process.stdin.write("\t".join(map(cell, row)) + "\n")
        process.stdin.close()
        if process.wait() != 0:
            raise SystemExit(f"copying {table} failed")
    subprocess.run([*psql, "-c", "vacuum analyze"], check=True)


def fill_sqlite(file, shape, password_hash):
    """Inserts everything in one transaction, and gathers statistics."""
    def cell(value):
        return value.bytes if isinstance(value, uuid.UUID) else value

    keep_keys(shape)
    connection = sqlite3.connect(file, isolation_level=None)
    # Only while filling: if this is cut off, the file is made anew.
    for setting in ("journal_mode = off", "synchronous = off", "cache_size = -500000"):
        connection.execute(f"pragma {setting}").fetchall()
    connection.execute("begin")
    for table, columns, rows in tables(shape, password_hash):
        names = columns.split()
        insert = f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"
        connection.executemany(insert, (tuple(map(cell, row)) for row in rows))
    connection.execute("commit")
    connection.execute("analyze")
    connection.execute("pragma journal_mode = wal").fetchall()
    connection.close()
