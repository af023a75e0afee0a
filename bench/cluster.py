"""Starts a highly available set-up on loopback for failover.py: a PostgreSQL primary with a synchronous streaming replica,
PgBouncer in transaction mode, haproxy, and three processes of the service.

    client → haproxy → 3 × omringd ┬→ PgBouncer → haproxy → primary   (all data; one switch for every connection)
                                   ├→ haproxy → primary               (LISTEN and NOTIFY, past the pooler)
                                   └→ replica                         (whole maps)
"""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import services

# What PostgreSQL and PgBouncer run as: both refuse root.
USER = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}


def spawn(command, log, **others):
    with open(log, "a") as file:
        return subprocess.Popen([str(part) for part in command], cwd="/", stdin=subprocess.DEVNULL, stdout=file, stderr=file, **others)


def until(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            if result := condition():
                return result
        time.sleep(0.05)
    raise SystemExit(f"{what}: not within {seconds} s")


class Node:
    """One server of PostgreSQL."""

    def __init__(self, directory, name):
        bins = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        self.bin, self.directory, self.name, self.port = bins[-1], directory / name, name, services.free_port()
        self.data = self.directory / "data"
        self.directory.mkdir()
        if USER:
            shutil.chown(self.directory, "postgres")

    def run(self, program, *arguments):
        subprocess.run([str(self.bin / program), *map(str, arguments)], check=True, cwd="/", stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, **USER)

    def make(self):
        self.run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C")
        return self

    def follow(self, primary):
        """Becomes its replica, under its own name."""
        source = f"host=127.0.0.1 port={primary.port} user=postgres application_name={self.name}"
        self.run("pg_basebackup", "-D", self.data, "-R", "-c", "fast", "-X", "stream", "-d", source)
        return self

    def start(self, **settings):
        settings = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": "", "max_connections": 200,
                    "shared_buffers": "64MB", "wal_level": "replica", "log_min_messages": "warning"} | settings
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self.run("pg_ctl", "start", "-w", "-D", self.data, "-l", self.directory / "log", "-o", options)
        return self

    def stop(self, mode):
        self.run("pg_ctl", "stop", "-w", "-m", mode, "-D", self.data)

    def kill(self):
        """As if the machine were gone: the postmaster first, then every process of its."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
        for process in [pid, *map(int, children)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def psql(self, database="omringd"):
        return [str(self.bin / "psql"), "-qX", "-v", "ON_ERROR_STOP=1", f"postgres://postgres@127.0.0.1:{self.port}/{database}"]

    def sql(self, statement, database="omringd"):
        answer = subprocess.run([*self.psql(database), "-At", "-c", statement], check=True, capture_output=True, text=True)
        return answer.stdout.split("\n")[:-1]

    def url(self, role, port=None):
        return f"postgres://{role}@127.0.0.1:{port or self.port}/omringd"


HAPROXY = """
global
    stats socket {directory}/haproxy.sock level admin
    maxconn 4000
defaults
    timeout connect 1s
    timeout client 60s
    timeout server 60s
    retries 3
    option redispatch
frontend service
    mode http
    bind 127.0.0.1:{service}
    default_backend processes
backend processes
    mode http
    errorfile 503 {directory}/503.http
    balance roundrobin
    # What was not sent is sent to another. What was sent is never sent twice: that is the caller's, with an idempotency key.
    retry-on conn-failure
    option httpchk GET /health/ready
    default-server check inter 500ms fall 2 rise 1
{servers}
listen primary
    mode tcp
    bind 127.0.0.1:{primary}
    server node 127.0.0.1:{node}
"""

UNAVAILABLE = ("HTTP/1.0 503 Service Unavailable\r\ncontent-type: application/problem+json\r\nretry-after: 5\r\n"
               "cache-control: no-store\r\nconnection: close\r\n\r\n"
               '{"type":"about:blank","title":"Service Unavailable","status":503}')

PGBOUNCER = """
[databases]
* = host=127.0.0.1 port={primary}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {directory}/users
admin_users = postgres
pool_mode = transaction
default_pool_size = 12
max_client_conn = 500
; How soon it looks again after a failure: 15 s by default, which would be the length of every failover.
server_login_retry = 1
server_connect_timeout = 2
; A request waits no longer than the service's own acquire time.
query_wait_timeout = 5
server_idle_timeout = 10
"""


class Cluster:
    """All of it, in one directory."""

    def __init__(self, directory, binary, **settings):
        self.directory, self.processes = directory, []
        self.http, self.switch, self.pooler = (services.free_port() for _ in range(3))
        self.url = f"http://127.0.0.1:{self.http}"
        self.primary = Node(directory, "first").make()
        self.primary.start()
        self.primary.sql("create role owner login; create role omringd login;", "postgres")
        self.primary.sql("create database omringd owner owner", "postgres")
        self.replica = Node(directory, "second").follow(self.primary).start()
        self.wait_for(self.replica)
        self.services = [self.service(binary, n, settings) for n in range(3)]

    def wait_for(self, *replicas):
        """From now on a commit waits until these have written it down."""
        names = ", ".join(node.name for node in replicas)
        self.primary.sql(f"alter system set synchronous_standby_names = '{names}'", "postgres")
        self.primary.sql("select pg_reload_conf()", "postgres")

    def service(self, binary, number, settings):
        directory = self.directory / f"process-{number}"
        directory.mkdir()
        through = self.pooler if settings["OMRINGD_DATABASE_POOLER"] == "transaction" else self.switch
        service = services.Service(binary, directory, self.primary.url("omringd", through))
        service.metrics = services.free_port()
        service.environment |= {
            "OMRINGD_CHANGES_DATABASE_URL": self.primary.url("omringd", self.switch),
            "OMRINGD_REPLICA_DATABASE_URL": self.replica.url("omringd"), "OMRINGD_KEY_DIRECTORY": str(self.directory / "keys"),
            "OMRINGD_PUBLIC_URL": self.url, "OMRINGD_LOG_LEVEL": "info", "OMRINGD_METRICS_LISTEN": f"127.0.0.1:{service.metrics}",
            "OMRINGD_DATABASE_CONNECTIONS": "8", **settings,
        }
        return service

    def on_the_replica(self, binary):
        """A process whose address leads to the replica, as a proxy that has not noticed a failover could."""
        directory = self.directory / "misled"
        directory.mkdir()
        service = services.Service(binary, directory, self.replica.url("omringd"))
        service.environment |= {"OMRINGD_KEY_DIRECTORY": str(self.directory / "keys"), "OMRINGD_PUBLIC_URL": self.url}
        service.process = spawn([binary, "serve"], directory / "log", env=service.environment)
        return service

    def start_proxies(self):
        ports = [service.url.rsplit(":", 1)[1] for service in self.services]
        servers = "\n".join(f"    server process{n} 127.0.0.1:{port}" for n, port in enumerate(ports))
        (self.directory / "503.http").write_text(UNAVAILABLE)
        (self.directory / "haproxy.cfg").write_text(HAPROXY.format(
            directory=self.directory, service=self.http, primary=self.switch, node=self.primary.port, servers=servers))
        (self.directory / "users").write_text("".join(
            f'"{role}" ""\n' for role in ("omringd", "postgres", "omringd_test_runtime", "omringd_test_owner")))
        (self.directory / "pgbouncer.ini").write_text(PGBOUNCER.format(
            directory=self.directory, primary=self.switch, port=self.pooler))
        self.processes = [
            spawn(["haproxy", "-db", "-f", self.directory / "haproxy.cfg"], self.directory / "haproxy.log"),
            spawn(["pgbouncer", self.directory / "pgbouncer.ini"], self.directory / "pgbouncer.log", **USER),
        ]
        for port in (self.http, self.pooler):
            until("the proxies", lambda port=port: socket.create_connection(("127.0.0.1", port)).close() is None)

    def haproxy(self, command):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.directory / "haproxy.sock"))
            connection.sendall(command.encode() + b"\n")
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    def promote(self):
        """What Patroni or the cloud does once the primary is gone: promotes the replica, and leads everybody there."""
        self.replica.run("pg_ctl", "promote", "-w", "-D", self.replica.data)
        self.primary, self.replica = self.replica, None
        self.primary.sql("alter system set synchronous_standby_names = ''", "postgres")
        self.primary.sql("select pg_reload_conf()", "postgres")
        self.haproxy(f"set server primary/node addr 127.0.0.1 port {self.primary.port}")
        self.haproxy("shutdown sessions server primary/node")

    def stop(self):
        for service in self.services:
            service.stop()
        for process in self.processes:
            process.terminate()
            process.wait()
        for node in (self.primary, self.replica):
            if node and (node.data / "postmaster.pid").exists():
                node.stop("immediate")
