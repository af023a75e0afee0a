"""Starts PostgreSQL in a temporary directory, and the service on it or on a SQLite file."""

import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
PASSWORD = "a long password for the bench"
# The keys of the data's organisations, which bench/sealed.py puts there, are the same in every database.
# Sealing of the access log is paid per second, not per request.
UNSEALED = {"OMRINGD_LOG_SEAL_SECONDS": "86400"}
KEY_STORE, KEY_ENCRYPTION_KEY = ROOT / "target/bench-organisation-keys", bytes(range(32))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def newest_postgres():
    """Where the programs of the newest PostgreSQL on this machine are."""
    bins = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not bins:
        raise SystemExit("PostgreSQL is missing: apt-get install postgresql")
    return bins[-1]


class Postgres:
    """A cluster in this directory, with these settings above its own."""

    def __init__(self, directory, settings=None):
        self.bin, self.data, self.port = newest_postgres(), directory / "data", free_port()
        # It refuses to run as root.
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(directory, self.user)
        self.run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        settings = {
            "listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": "", "shared_buffers": "512MB",
            "maintenance_work_mem": "256MB", "max_wal_size": "4GB", "wal_level": "minimal", "max_wal_senders": 0, **(settings or {}),
        }
        with open(directory / "settings", "w") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        self.log_file = directory / "log"
        self.options = (f"-c config_file={directory / 'data' / 'postgresql.conf'} " +
                        " ".join(f"-c {name}='{value}'" for name, value in settings.items()))
        self.start()
        self.sql("create role owner login", "create role omringd login", "create database omringd owner owner")

    def start(self):
        self.run("pg_ctl", "start", "-w", "-D", self.data, "-l", self.log_file, "-o", self.options)

    @property
    def pid(self):
        """Of the process whose children serve the connections."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def run(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if self.user:
            command = ["runuser", "-u", self.user, "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)

    def psql(self, database="omringd", role="postgres"):
        return [str(self.bin / "psql"), "-qX", "-v", "ON_ERROR_STOP=1", f"postgres://{role}@127.0.0.1:{self.port}/{database}"]

    def sql(self, *statements, database="postgres"):
        subprocess.run([*self.psql(database), *[part for sql in statements for part in ("-c", sql)]], check=True)

    def query(self, sql, role="postgres"):
        """The rows of a query in the database, as texts."""
        output = subprocess.run([*self.psql(role=role), "-tAc", sql], check=True, capture_output=True, text=True).stdout
        return [line.split("|") for line in output.splitlines()]

    def url(self, role):
        return f"postgres://{role}@127.0.0.1:{self.port}/omringd"

    def stop(self):
        self.run("pg_ctl", "stop", "-m", "immediate", "-D", self.data)


class Explaining(Postgres):
    """A cluster that logs the plan of every statement of the role `omringd`, as JSON."""

    def __init__(self, directory):
        super().__init__(directory, {
            "fsync": "off", "logging_collector": "on", "log_destination": "jsonlog", "log_filename": "plans",
            "log_rotation_size": 0, "log_rotation_age": 0, "session_preload_libraries": "auto_explain",
        })
        self.sql(*[f"alter role omringd set {name} = '{value}'" for name, value in {
            "auto_explain.log_min_duration": 0, "auto_explain.log_analyze": "on", "auto_explain.log_buffers": "on",
            "auto_explain.log_timing": "off", "auto_explain.log_format": "json"}.items()])

    def log(self):
        """Where the log is now, to read on from."""
        return (self.data / "log" / "plans.json").stat().st_size

    def plans(self, since):
        """The plans of the service's statements since, in order."""
        with open(self.data / "log" / "plans.json") as file:
            file.seek(since)
            lines = [json.loads(line) for line in file]
        messages = (line["message"] for line in lines if line.get("user") == "omringd")
        return [json.loads(message.split("plan:\n", 1)[1]) for message in messages if "plan:\n" in message]


class Service:
    """The service's own binary."""

    def __init__(self, binary, directory, database, owner=None, settings=None):
        self.binary, self.log_file = binary, directory / "service.log"
        self.url = f"http://127.0.0.1:{free_port()}"
        self.environment = {
            **os.environ, "DATABASE_URL": database, "OMRINGD_LISTEN": self.url.removeprefix("http://"),
            "OMRINGD_PUBLIC_URL": self.url, "OMRINGD_KEY_DIRECTORY": str(directory / "keys"),
            "OMRINGD_KEY_STORE": str(KEY_STORE), "OMRINGD_KEY_ENCRYPTION_KEY": base64.b64encode(KEY_ENCRYPTION_KEY).decode(),
            "OMRINGD_OPERATOR_PASSWORD": PASSWORD, "OMRINGD_REQUESTS_PER_MINUTE": "0", "OMRINGD_LOG_FORMAT": "json",
            "OMRINGD_LOG_LEVEL": "info,omringd::statement=debug", "OMRINGD_WORKERS": "1",
        }
        if owner:
            self.environment["OMRINGD_OWNER_DATABASE_URL"] = owner
        for name, value in (settings or {}).items():
            if value is None:
                del self.environment[name]
            else:
                self.environment[name] = value
        # What the binary runs under, and how many seconds its start may take.
        self.under, self.patience = [], 20
        self.process, self.command = None, "serve"

    def operator(self):
        """Migrates, and makes an account whose password hash the data's users get."""
        command = [self.binary, "operator", "create", "--email", "operator@bench.test", "--name", "Operator"]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self):
        with open(self.log_file, "w") as log:
            command = [*self.under, self.binary, self.command]
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        for _ in range(self.patience * 200):
            try:
                return urllib.request.urlopen(f"{self.url}/health/ready").close()
            except OSError:
                time.sleep(0.005)
        raise SystemExit(f"the service did not start: {self.log_file.read_text()}")

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()

    def request(self, method, path, token=None, body=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def log_in(self, user):
        body = {"email": f"{user}@bench.test", "password": PASSWORD}
        return self.request("POST", "/v1/sessions", body=body)["accessToken"]

    def statements(self, since):
        """The statements of the log since, as the driver logged them."""
        with open(self.log_file) as file:
            file.seek(since)
            lines = [json.loads(line) for line in file if line.startswith("{")]
        return [line["statement"].strip() for line in lines if line.get("target") == "omringd::statement"]


class Demo(Service):
    """The demo with its users, on a SQLite file of its own."""

    def __init__(self, binary, directory):
        super().__init__(binary, directory, "")
        for name in ("DATABASE_URL", "OMRINGD_KEY_DIRECTORY", "OMRINGD_KEY_STORE", "OMRINGD_KEY_ENCRYPTION_KEY", "OMRINGD_WORKERS"):
            del self.environment[name]
        self.environment |= {"XDG_DATA_HOME": str(directory), "OMRINGD_LOG_LEVEL": "error",
                             "OMRINGD_METRICS_LISTEN": f"127.0.0.1:{free_port()}"}
        self.command = "demo"

    def log_in(self, user):
        body = {"email": f"{user}@demo.test", "password": "omringd-demo"}
        return self.request("POST", "/v1/sessions", body=body)["accessToken"]


def workplace():
    directory = pathlib.Path(tempfile.mkdtemp(prefix="omringd-bench-"))
    directory.chmod(0o755)
    return directory
