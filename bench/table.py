"""Reads, compares and writes the committed table of counters, `bench/counters.md`."""

import pathlib
import re
import subprocess

import services

FILE = pathlib.Path(__file__).with_name("counters.md")
ON_POSTGRES, ON_SQLITE = "instructions, PostgreSQL", "instructions, SQLite"
COUNTERS = ["statements", "rows", "buffers", "WAL records", "WAL bytes", ON_POSTGRES, ON_SQLITE]
TOLERANCE = 0.02
# What a compiler inlines differs between two builds of one source in two directories: 2.6 % has been seen; and on PostgreSQL
# 1.7 % between two runs of one build, since an answer may come in one piece or in two.
WIDER = {ON_POSTGRES: 0.05, ON_SQLITE: 0.05}
HEAD = """# Counters per request

Written by `bench/counters.py --write`, held by `bench/counters.py --check` to ±{tolerance:.0%} (instructions: 5%). What is counted, and how, is
in [docs/development.md](../docs/development.md#counters); what to do when the check fails in [CONTRIBUTING.md](../CONTRIBUTING.md).

Made with: {made_with}.

"""


def made_with():
    """What the counters depend on beside the sources: a compiler inlines, a planner chooses, a library asks the processor."""
    def said(pattern, *command):
        return re.search(pattern, subprocess.run(command, check=True, capture_output=True, text=True).stdout).group()

    # Valgrind shows every program a processor of its own, so that this is the same on most machines.
    processor = said(r"x86-64-v\d(?= \(supported)", "valgrind", "-q", "--tool=none", "/lib64/ld-linux-x86-64.so.2", "--help")
    postgres = said(r"\d+", services.newest_postgres() / "postgres", "--version")
    valgrind = said(r"\d\S+", "valgrind", "--version")
    return f"{said(r'rustc [^ ]+', 'rustc', '--version')}, PostgreSQL {postgres}, Valgrind {valgrind} that shows an {processor}"


def shown(value):
    return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}".rstrip("0").rstrip(".")


def number(text):
    return float(text.replace(",", ""))


def write(counts, with_):
    rows = [["request", *COUNTERS], ["---", *["---:"] * len(COUNTERS)]]
    rows += [[name, *(shown(of_one[counter]) for counter in COUNTERS)] for name, of_one in counts.items()]
    lines = ("| " + " | ".join(row) + " |\n" for row in rows)
    FILE.write_text(HEAD.format(tolerance=TOLERANCE, made_with=with_) + "".join(lines))
    print(f"written: {FILE}")


def read():
    """The counters by request, and what they were made with."""
    text = FILE.read_text()
    lines = (line for line in text.splitlines() if line.startswith("|"))
    header, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    counts = {name: dict(zip(header[1:], map(number, cells))) for name, *cells in rows}
    return counts, re.search(r"Made with: (.*)\.\n", text).group(1)


def differences(expected, counted):
    """What is beyond the tolerance, as one line each."""
    for name in [*expected, *(name for name in counted if name not in expected)]:
        if name not in counted or name not in expected:
            yield f"{name}: {'no longer counted' if name in expected else 'not in the table'}"
            continue
        for counter in COUNTERS:
            # As the table would have it, rounded.
            before, now = expected[name].get(counter), number(shown(counted[name][counter]))
            if before is None:
                yield f"{name}, {counter}: not in the table"
            elif abs(now - before) > WIDER.get(counter, TOLERANCE) * before:
                change = f"{now / before - 1:+.1%}" if before else "new"
                yield f"{name}, {counter}: {shown(before)} in the table, {shown(now)} now ({change})"


def check(counts, with_):
    """Whether something is not as the table says."""
    expected, before = read()
    found = list(differences(expected, counts))
    for line in found:
        print(line)
    if not found:
        print(f"All {len(counts)} requests cost what {FILE.name} says, ±{TOLERANCE:.0%}")
        return False
    print(f"\nBeyond ±{TOLERANCE:.0%}. If that is meant: `bench/counters.py --write`, and commit {FILE.name} with what explains it.")
    if before != with_:
        print(f"The table was made with {before};\nthis is {with_}. That may be all: see CONTRIBUTING.md.")
    return True
