#!/usr/bin/env python3
"""Measures what idle connections and slow readers cost other clients.

    cargo build --release && bench/slow_clients.py

On loopback, against a demo of its own on SQLite that starts with a soft limit of 1,024 descriptors. Prints the 99th percentile of
a victim's map reads, quiet and beside

- 1,100 connections that say nothing, each opened again when it is closed;
- 100 connections that send 11 pipelined `GET /v1/openapi.json` and read nothing;

and what 20 slow readers of a large export add to the resident memory of the service, with the usual limit for a user and without
one. Fails beyond the limits the project has set itself: a p99 within twice its quiet value, no unread connection left after a
minute, and 128 MiB. Runs for about five minutes; `--binary target/debug/omringd` shows the behaviour, not the figures.
"""

import argparse
import contextlib
import http.client
import json
import resource
import select
import shutil
import socket
import statistics
import threading
import time
import urllib.parse

import services

SILENT, UNREAD, PIPELINED, SLOW = 1100, 100, 11, 20
# Bytes a slow reader takes in a second: above what the service demands, far below what it could send.
SLOW_RATE = 24 * 1024
MIB = 1024 * 1024


def address(service):
    parts = urllib.parse.urlsplit(service.url)
    return parts.hostname, parts.port


def connected(service, receive_buffer=None):
    connection = socket.socket()
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.settimeout(5)
    connection.connect(address(service))
    connection.setblocking(False)
    return connection


@contextlib.contextmanager
def silent(service):
    """So many silent connections for as long as it lasts."""
    connections, stopping = {}, threading.Event()
    poll = select.epoll()

    def more():
        with contextlib.suppress(OSError):
            connection = connected(service)
            connections[connection.fileno()] = connection
            poll.register(connection, select.EPOLLIN | select.EPOLLRDHUP)

    def keep_up():
        while not stopping.is_set():
            for number, _ in poll.poll(0.05):
                poll.unregister(number)
                connections.pop(number).close()
            while len(connections) < SILENT and not stopping.is_set():
                more()

    thread = threading.Thread(target=keep_up)
    thread.start()
    while len(connections) < SILENT:
        time.sleep(0.05)
    yield
    stopping.set()
    thread.join()
    for connection in connections.values():
        connection.close()
    poll.close()


@contextlib.contextmanager
def unread(service):
    """So many connections with answers that nobody reads; gives back a function that counts those still open."""
    request = b"GET /v1/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n" * PIPELINED
    connections = [connected(service) for _ in range(UNREAD)]
    for connection in connections:
        connection.send(request)
    yield lambda: sum(not hung_up(connection) for connection in connections)
    for connection in connections:
        connection.close()


def hung_up(connection):
    poll = select.poll()
    poll.register(connection, select.POLLRDHUP)
    return any(events & (select.POLLRDHUP | select.POLLHUP | select.POLLERR) for _, events in poll.poll(0))


def p99(service, path, token, seconds):
    """Milliseconds within which 99 of 100 of the victim's reads were answered, one after the other, a new connection every tenth."""
    host, port = address(service)
    taken, until, connection = [], time.monotonic() + seconds, None
    while time.monotonic() < until:
        begun = time.monotonic()
        if len(taken) % 10 == 0:
            if connection:
                connection.close()
            connection = http.client.HTTPConnection(host, port, timeout=30)
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"the victim was answered {answer.status}")
        taken.append((time.monotonic() - begun) * 1000)
        time.sleep(0.005)
    return sorted(taken)[int(len(taken) * 0.99)]


def resident(service):
    with open(f"/proc/{service.process.pid}/status") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmRSS:"))


class SlowReader:
    """Reads one answer slowly."""

    def __init__(self, service, path, token):
        self.connection = connected(service, receive_buffer=16 * 1024)
        self.head, self.taken, self.begun, self.ended = b"", 0, time.monotonic(), False
        self.connection.send(f"GET {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\r\n".encode())

    def read(self):
        allowed = int((time.monotonic() - self.begun) * SLOW_RATE) - self.taken
        with contextlib.suppress(BlockingIOError):
            piece = self.connection.recv(max(0, allowed)) if allowed > 0 else None
            if piece == b"":
                self.ended = True
            elif piece:
                self.taken += len(piece)
                self.head += piece[:64] if len(self.head) < 64 else b""

    @property
    def status(self):
        return self.head.split(b" ")[1].decode() if b" " in self.head else "none"


def read_slowly(service, path, token, seconds):
    """What so many slow readers add to the resident memory at the most, and how they were answered."""
    before, most = resident(service), 0
    readers, until = [SlowReader(service, path, token) for _ in range(SLOW)], time.monotonic() + seconds
    while time.monotonic() < until:
        for reader in readers:
            if not reader.ended:
                reader.read()
        most = max(most, resident(service) - before)
        time.sleep(0.02)
    statuses = [reader.status for reader in readers]
    open_still = sum(not reader.ended and reader.status == "200" for reader in readers)
    for reader in readers:
        reader.connection.close()
    return most, {status: statuses.count(status) for status in sorted(set(statuses))}, open_still


def large_client(service, cards):
    """Gives Saskia, a client of the demo, cards of a large map; gives back the path of her export and her token."""
    token = service.log_in("saskia")
    client = service.request("GET", "/v1/clients?limit=1", service.log_in("coach"))["items"][0]["id"]
    map_id = service.request("POST", f"/v1/clients/{client}/maps", token, {"theme": "dementie"})["id"]
    persons = [{"alias": f"Persoon {number}", "phone": f"06-{number:08}", "note": "Een lange regel. " * 20} for number in range(150)]
    for person in persons:
        service.request("POST", f"/v1/maps/{map_id}/supporters", token, {
            "person": person, "closeness": "inner", "contactFrequency": "weekly", "tension": 0, "burden": 1,
            "supports": [{"supportType": "emotional", "direction": "mutual", "availability": "could-ask"}]})
    for _ in range(cards):
        service.request("POST", f"/v1/maps/{map_id}/cards", token, {})
    return f"/v1/clients/{client}/export", token


@contextlib.contextmanager
def serving(options, **settings):
    place = services.workplace()
    service = services.Demo(options.binary, place)
    service.environment |= settings
    service.under = ["sh", "-c", 'ulimit -Sn 1024; exec "$@"', "sh"]
    try:
        service.start()
        yield service
    finally:
        service.stop()
        shutil.rmtree(place)


def victims(options):
    """The ratios of the victim's p99, and how many unread connections outlive a minute."""
    with serving(options) as service:
        token = service.log_in("coach")
        client = service.request("GET", "/v1/clients?limit=1", token)["items"][0]["id"]
        path = f"/v1/maps/{service.request('GET', f'/v1/clients/{client}/maps?limit=1', token)['items'][0]['id']}"
        beside_silent, beside_unread = [], []
        for _ in range(options.rounds):
            quiet = p99(service, path, token, options.seconds)
            with silent(service):
                busy = p99(service, path, token, options.seconds)
            beside_silent.append(busy / quiet)
            with unread(service) as still_open:
                unread_busy = p99(service, path, token, options.seconds)
                begun = time.monotonic()
                while still_open() and time.monotonic() < begun + 60:
                    time.sleep(0.1)
                closed, left = time.monotonic() - begun + options.seconds, still_open()
            beside_unread.append(unread_busy / quiet)
            print(f"  p99 {quiet:.1f} ms quiet, {busy:.1f} ms beside {SILENT} silent connections ({beside_silent[-1]:.2f}), "
                  f"{unread_busy:.1f} ms beside {UNREAD} unread pipelines ({beside_unread[-1]:.2f}), {left} of them open after {closed:.0f} s")
            if left:
                raise SystemExit("connections that nobody reads are held")
        return statistics.median(beside_silent), statistics.median(beside_unread)


def exports(options):
    """MiB that slow readers of an export add, with the usual limit for a user and without one."""
    added = []
    for settings in ({}, {"OMRINGD_EXPORTS_PER_USER": str(SLOW)}):
        with serving(options, **settings) as service:
            path, token = large_client(service, options.cards)
            size = len(json.dumps(service.request("GET", path, token), separators=(",", ":")))
            time.sleep(2)
            most, statuses, still_open = read_slowly(service, path, token, options.seconds * 2)
            added.append(most / MIB)
            print(f"  {SLOW} slow readers of an export of {size / MIB:.0f} MiB: {statuses}, {still_open} still read, {most / MIB:.0f} MiB more")
    return max(added)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(services.ROOT / "target/release/omringd"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=10, help="of each measurement")
    parser.add_argument("--cards", type=int, default=200, help="of the client whose export is read slowly")
    options = parser.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    print("p99 of a victim's reads")
    beside_silent, beside_unread = victims(options)
    print("resident memory")
    added = exports(options)
    print(f"median: {beside_silent:.2f} beside silent connections, {beside_unread:.2f} beside unread ones (limit 2); {added:.0f} MiB (limit 128)")
    raise SystemExit(max(beside_silent, beside_unread) > 2 or added > 128)


if __name__ == "__main__":
    main()
