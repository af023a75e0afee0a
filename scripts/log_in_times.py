"""Measures refused log-ins of known and unknown addresses, alternating at random, and compares their times."""

import http.client
import json
import random
import statistics
import sys
import time
import urllib.parse

TIMES = 1000
WARM = 50
MOST = 0.05
KNOWN = ["coach@demo.test", "admin@demo.test", "saskia@demo.test", "operator@demo.test"]
# As long as the known ones, and none of them has an account.
UNKNOWN = ["cohac@demo.test", "admni@demo.test", "sasika@demo.test", "operatro@demo.test"]


def refused(connection, email):
    """The milliseconds that a log-in with a wrong password takes."""
    body = json.dumps({"email": email, "password": "not the password"})
    since = time.perf_counter()
    connection.request("POST", "/v1/sessions", body, {"content-type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    taken = (time.perf_counter() - since) * 1000
    assert answer.status == 401, (answer.status, text)
    return taken


def trimmed_mean(times):
    """The mean without the slowest and the fastest tenth: other work on the machine makes a few of them slow."""
    cut = len(times) // 10
    return statistics.fmean(sorted(times)[cut:-cut])


def main(url):
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
    for n in range(WARM):
        refused(connection, (KNOWN + UNKNOWN)[n % 8])
    order = ["known", "unknown"] * TIMES
    random.Random(15).shuffle(order)
    times = {"known": [], "unknown": []}
    for group in order:
        addresses = KNOWN if group == "known" else UNKNOWN
        times[group].append(refused(connection, addresses[len(times[group]) % 4]))
    print(f"{'':9}{'n':>6}{'median':>10}{'mean':>10}{'p10':>10}{'p90':>10}  (ms; mean without the outer tenths)")
    for group, taken in times.items():
        tenths = statistics.quantiles(taken, n=10)
        figures = (statistics.median(taken), trimmed_mean(taken), tenths[0], tenths[-1])
        print(f"{group:9}{len(taken):>6}" + "".join(f"{figure:>10.2f}" for figure in figures))
    worst = 0
    for name, figure in (("median", statistics.median), ("mean", trimmed_mean)):
        known, unknown = figure(times["known"]), figure(times["unknown"])
        difference = (known - unknown) / unknown
        worst = max(worst, abs(difference))
        print(f"{name}: known addresses differ by {difference:+.2%}")
    sys.exit(worst >= MOST and f"the times differ by {MOST:.0%} or more")


main(sys.argv[1])
