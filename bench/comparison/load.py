"""The load generators: wrk in a closed loop, oha at a fixed rate, pgbench, and users who log in.

Each returns requests, seconds, and p50, p99 and max in milliseconds. A wrong answer ends the run.
"""

import concurrent.futures
import http.client
import itertools
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import time
import urllib.parse

CONNECTIONS = 16


def needed(program, how):
    if not shutil.which(program):
        raise SystemExit(f"{program} is missing: {how}")


def wrk(url, requests, place, seconds, pause=None):
    """The requests in their order, again and again, on 16 connections, each as soon as the one before is answered.

    Or so many milliseconds later, to load something without measuring it.
    """
    file = place / "requests"
    file.write_text("".join("\t".join([method, path, *(f"{name}={value}" for name, value in headers.items()), body or ""]) + "\n"
                            for method, path, headers, body in requests))
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s",
               "-s", pathlib.Path(__file__).with_name("load.lua"), url, "--", file, *([str(pause)] if pause else [])]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result = json.loads(output.strip().splitlines()[-1])
    if result["errors"] or not result["requests"]:
        raise SystemExit(f"{result['errors']} of {result['requests']} requests to {url} failed:\n{output}")
    return {"requests": result["requests"], "seconds": result["microseconds"] / 1e6,
            **{name: result[name] for name in ("p50", "p99", "max")}}


def oha(url, requests, place, seconds, rate):
    """So many requests a second whatever the answers take, timed from when each was due. All with the token of the first."""
    method, path, headers, _ = requests[0]
    same = [request for request in requests if request[2] == headers]
    command = ["oha", "--no-tui", "--output-format", "json", "--latency-correction", "-c", CONNECTIONS, "-q", f"{rate:.0f}",
               "-z", f"{seconds}s", "-w", "-m", method]
    file = place / "requested"
    if method == "GET":
        file.write_text("".join(f"{url}{path}\n" for _, path, _, _ in same))
        command += ["--urls-from-file", file]
    else:
        file.write_text("".join(f"{body}\n" for _, _, _, body in same))
        command += ["-Z", file, f"{url}{path}"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    output = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
    result = json.loads(output)
    statuses = result["statusCodeDistribution"]
    if result["errorDistribution"] or set(statuses) != {"200"}:
        raise SystemExit(f"requests to {url} failed: {statuses} {result['errorDistribution']}")
    taken, latency = result["summary"], result["latencyPercentiles"]
    return {"requests": statuses["200"], "seconds": taken["total"], "p50": latency["p50"] * 1000, "p99": latency["p99"] * 1000,
            "max": taken["slowest"] * 1000}


def pgbench(database, role, scripts, place, seconds):
    """Scripts of prepared statements with their weights, on 16 connections."""
    command = [database.bin / "pgbench", "-n", "-M", "prepared", "-c", CONNECTIONS, "-j", 1, "-T", seconds,
               "-l", "--log-prefix", place / "pgbench"]
    for at, (script, weight) in enumerate(scripts):
        file = place / f"script{at}.sql"
        file.write_text(script)
        command += ["-f", f"{file}@{weight}"]
    command.append(database.url(role))
    # The plan a service comes to have after five times, from the first on: its numbers are not among the arguments.
    environment = {**os.environ, "PGOPTIONS": "-c plan_cache_mode=force_generic_plan"}
    output = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=environment).stdout
    failed = int(re.search(r"number of failed transactions: (\d+)", output).group(1))
    requests = int(re.search(r"actually processed: (\d+)", output).group(1))
    rate = float(re.search(r"tps = ([\d.]+)", output).group(1))
    if failed or not requests:
        raise SystemExit(f"pgbench failed:\n{output}")
    times = []
    for log in place.glob("pgbench.*"):
        times += [int(line.split()[2]) / 1000 for line in log.read_text().splitlines()]
        log.unlink()
    return {"requests": requests, "seconds": requests / rate, **percentiles(times)}


def percentiles(milliseconds):
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    return {"p50": cuts[49], "p99": cuts[98], "max": max(milliseconds)}


class LogIns:
    """People of ever different accounts and addresses: either has only so many attempts."""

    ATTEMPTS = 9
    PER_ADDRESS = 50

    def __init__(self, url, emails, password):
        self.host, self.emails, self.password = urllib.parse.urlsplit(url).netloc, emails, password
        self.counter = itertools.count()

    def next(self):
        """Who is next, and from which of the machine's own addresses."""
        number = next(self.counter)
        if number >= len(self.emails) * self.ATTEMPTS:
            raise SystemExit("there are not enough accounts for so many log-ins")
        address = number // self.PER_ADDRESS
        return self.emails[number % len(self.emails)], f"127.{1 + address // 62500}.{address // 250 % 250}.{1 + address % 250}"

    def one(self):
        """Logs somebody in; gives back how many milliseconds it took."""
        email, address = self.next()
        begun = time.monotonic()
        connection = http.client.HTTPConnection(self.host, source_address=(address, 0), timeout=30)
        body = json.dumps({"email": email, "password": self.password})
        connection.request("POST", "/v1/sessions", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status != 201:
            raise SystemExit(f"a log-in of {email} was answered with {answer.status} {content.decode()}")
        return (time.monotonic() - begun) * 1000

    def closed(self, seconds):
        """As many as can be, 16 at once."""
        begun = time.monotonic()

        def one_after_another(_):
            times = []
            while time.monotonic() < begun + seconds:
                times.append(self.one())
            return times
        with concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as pool:
            times = list(itertools.chain(*pool.map(one_after_another, range(CONNECTIONS))))
        return {"requests": len(times), "seconds": time.monotonic() - begun, **percentiles(times)}

    def storm(self, rate, until):
        """So many a second until `until()`; gives back how many there were in a second."""
        begun, made = time.monotonic(), []
        with concurrent.futures.ThreadPoolExecutor(4 * CONNECTIONS) as pool:
            while not until():
                made.append(pool.submit(self.one))
                time.sleep(max(0.0, begun + len(made) / rate - time.monotonic()))
            for one in made:
                one.result()
        return len(made) / (time.monotonic() - begun)
