#!/usr/bin/env python3
"""Measures what a picture costs compared with its map as JSON, and how a burst of PDFs slows reads.

    cargo build --release && bench/pictures.py

On SQLite, with a map of 25 supporters and 50 supports. Prints processor time per request as ratios, and the 99th percentile
of map reads (wrk, one connection for each processor) quiet and while 50 PDFs are asked for at once. Fails beyond the limits
the project has set itself: an SVG below three times the map's JSON, and a p99 within twice its quiet value.
"""

import argparse
import concurrent.futures
import contextlib
import os
import re
import shutil
import statistics
import subprocess
import threading
import time
import urllib.error
import urllib.request

import services

TYPES = ["emotional", "practical", "informational", "companionship", "appraisal"]
RINGS = ["inner", "middle", "outer"]


def fill(service, admin, coach):
    """A client of the coach's with a map of 25 supporters; gives back the map's path."""
    client = service.request("POST", "/v1/clients", admin, {"name": "Saskia"})["id"]
    me = service.request("GET", "/v1/me", coach)["id"]
    service.request("POST", f"/v1/clients/{client}/assignments", admin, {"coachId": me, "basis": "Verwijzing"})
    map_id = service.request("POST", f"/v1/clients/{client}/maps", coach, {"theme": "dementie"})["id"]
    for number in range(25):
        supports = [{"supportType": TYPES[(number + step) % 5], "direction": "mutual", "availability": "could-ask"}
                    for step in (0, 2)]
        service.request("POST", f"/v1/maps/{map_id}/supporters", coach, {
            "person": {"alias": f"Persoon {number}", "phone": f"06-{number:08}"}, "closeness": RINGS[number % 3],
            "contactFrequency": "weekly", "tension": 0, "burden": 1, "supports": supports})
    return f"/v1/maps/{map_id}"


def processor_seconds(process):
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cost(service, path, token, requests):
    """Processor microseconds of the service for one request."""
    before = processor_seconds(service.process)
    for _ in range(requests):
        fetch(service, path, token)
    return (processor_seconds(service.process) - before) / requests * 1e6


def fetch(service, path, token):
    request = urllib.request.Request(service.url + path, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as answer:
        return len(answer.read())


def p99(service, path, token, seconds):
    """Milliseconds within which 99 of 100 reads were answered, and reads per second."""
    connections = str(os.cpu_count())
    wrk = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {token}",
                          service.url + path], check=True, capture_output=True, text=True).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", wrk).groups()
    if "Non-2xx" in wrk:
        raise SystemExit(wrk)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", wrk).group(1))
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], rate


def burst(service, path, token, pdfs):
    """Asks for so many PDFs at once, again where the service says to come back later; gives back how long all took."""
    def one(_):
        while True:
            try:
                return fetch(service, path, token)
            except urllib.error.HTTPError as error:
                if error.code != 503:
                    raise
                time.sleep(float(error.headers["Retry-After"]))
    begun = time.time()
    with concurrent.futures.ThreadPoolExecutor(pdfs) as pool:
        list(pool.map(one, range(pdfs)))
    return time.time() - begun


@contextlib.contextmanager
def serving(options, **settings):
    """A service with a filled map: it, the coach's token and the map's path."""
    place = services.workplace()
    service = services.Demo(options.binary, place)
    service.environment |= settings
    try:
        service.start()
        coach = service.log_in("coach")
        path = fill(service, service.log_in("admin"), coach)
        fetch(service, f"{path}/card?format=pdf&sheet=a4", coach)
        yield service, coach, path
    finally:
        service.stop()
        shutil.rmtree(place)


def costs(options):
    """What an SVG costs beside the map's JSON: the median of the rounds."""
    print("processor time for a request, as a ratio to the map's JSON")
    svgs = []
    # JSON that is in memory is not made: what making each costs.
    with serving(options, OMRINGD_MAP_CACHE_MIB="0") as (service, coach, path):
        picture = f"{path}/card?format=svg"
        for _ in range(options.rounds):
            json = cost(service, path, coach, 1500)
            others = {"svg": cost(service, picture, coach, 1500), "a4 svg": cost(service, f"{picture}&sheet=a4", coach, 500),
                      "png": cost(service, f"{path}/card?format=png", coach, 20),
                      "a4 pdf": cost(service, f"{path}/card?format=pdf&sheet=a4", coach, 20)}
            svgs.append(others["svg"] / json)
            print(f"  json {json:.0f} µs = 1; " + "; ".join(f"{name} {value / json:.2f}" for name, value in others.items()))
    return statistics.median(svgs)


def tails(options, **settings):
    """The p99 of map reads while 50 PDFs are made beside the quiet one: the median of the rounds."""
    ratios = []
    with serving(options, **settings) as (service, coach, path):
        for _ in range(options.rounds):
            quiet, rate = p99(service, path, coach, 5)
            taken = []
            thread = threading.Thread(target=lambda: taken.append(burst(service, f"{path}/card?format=pdf&sheet=a4", coach, 50)))
            thread.start()
            busy, busy_rate = p99(service, path, coach, 5)
            thread.join()
            ratios.append(busy / quiet)
            print(f"  {quiet:.2f} ms at {rate:.0f}/s, then {busy:.2f} ms at {busy_rate:.0f}/s: {busy / quiet:.2f}; all PDFs in {taken[0]:.1f} s")
    return statistics.median(ratios)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(services.ROOT / "target/release/omringd"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    svg = costs(options)
    print("p99 of map reads, quiet and in a burst of 50 PDFs: maps from memory, and read each time")
    tail, unkept = tails(options), tails(options, OMRINGD_MAP_CACHE_MIB="0")
    print(f"median: an SVG costs {svg:.2f} of the JSON (limit 3), the p99 is {tail:.2f} and {unkept:.2f} of the quiet one (limit 2)")
    raise SystemExit(svg >= 3 or max(tail, unkept) > 2)


if __name__ == "__main__":
    main()
