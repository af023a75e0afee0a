#!/usr/bin/env python3
"""Makes a script of the code blocks of documentation pages, and compares what it printed with what the pages say.

A block of `bash` is run; all blocks of a run share one shell. A block of `text` after it is what it prints. Of other blocks, those whose
first line is a comment with a path are files.

    page.py script PAGE...     the script, to standard output
    page.py compare PAGE...    after it ran
    page.py rewrite            a file from standard input, with the paths and ports of the test

A page is a file, or a file and the anchor of a section.
"""
import os
import re
import shlex
import sys
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (/\S+)\n")


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def section(text, name):
    """A heading and what is under it."""
    # The same text, with nothing in its blocks: comments in them are no headings.
    prose = BLOCK.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    headings = list(re.finditer(r"^(#+) (.*)$", prose, re.MULTILINE))
    for found in headings:
        if anchor(found[2]) == name:
            after = (h.start() for h in headings if h.start() > found.start() and len(h[1]) <= len(found[1]))
            return text[found.start():next(after, len(text))]
    sys.exit(f"no section #{name}")


def blocks(pages):
    """Kind and content of each block, in order."""
    for page in pages:
        path, _, name = page.partition("#")
        text = Path(path).read_text(encoding="utf-8")
        for kind, content in BLOCK.findall(section(text, name) if name else text):
            yield kind, content


def rewrite(text):
    """The paths, ports, users and names of the pages, as they are in the test."""
    root, port = os.environ["ROOT"], {name: os.environ[f"PORT_{name}"] for name in ("http", "https", "service", "metrics", "pg")}
    ipv6 = Path("/proc/net/if_inet6").exists()
    changes = [
        (r"(?<![\w.])/(etc|var|run|usr/local|usr/bin/omringd|usr/lib/systemd)(?![\w.])", rf"{root}/\1"),
        (r"127\.0\.0\.1:8080", f"127.0.0.1:{port['service']}"),
        (r"127\.0\.0\.1:9464", f"127.0.0.1:{port['metrics']}"),
        (r"\[::\]:(443|80)\b", lambda found: f"[::]:{port['https' if found[1] == '443' else 'http']}" if ipv6 else found[0]),
        (r"listen 443", f"listen {port['https']}"),
        (r"listen 80\b", f"listen {port['http']}"),
        (r"db\.example\.nl:5432", f"localhost:{port['pg']}"),
        (r"@db\.example\.nl/", f"@localhost:{port['pg']}/"),
        (r"db\.example\.nl", "localhost"),
        # A user that every machine has.
        (r"-o omringd -g omringd", "-o nobody -g nogroup"),
        (r"(chown .*)\bomringd:omringd\b", r"\1nobody:nogroup"),
        (r"(chown .*)\broot:omringd\b", r"\1root:nogroup"),
    ]
    if not ipv6:
        text = re.sub(r"^.*listen \[::\].*\n", "", text, flags=re.MULTILINE)
    for pattern, replacement in changes:
        text = re.sub(pattern, replacement, text)
    return text


def script(pages):
    yield "set -euo pipefail"
    number = 0
    for kind, content in blocks(pages):
        file = FILE.match(content)
        if kind == "bash":
            number += 1
            out = shlex.quote(printed(number))
            yield f"echo '== block {number}'\n{{\n{rewrite(content)}}} >{out}\ncat {out}"
        elif file:
            yield f"cat >{shlex.quote(rewrite(file[1]))} <<'END OF FILE'\n{rewrite(content)}END OF FILE"


def printed(number):
    return f"{os.environ['ROOT']}/logs/block-{number}"


def compare(pages):
    number = compared = 0
    for kind, content in blocks(pages):
        if kind == "bash":
            number += 1
        elif kind == "text":
            compared += 1
            said = Path(printed(number)).read_text(encoding="utf-8")
            if not said.endswith(content):
                sys.exit(f"block {number} printed\n{said}and the page says\n{content}")
    if not compared:
        sys.exit("the pages do not say what any block prints")
    print(f"{number} blocks run, {compared} compared")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "script":
        print("\n".join(script(arguments)))
    elif command == "compare":
        compare(arguments)
    elif command == "rewrite":
        sys.stdout.write(rewrite(sys.stdin.read()))
    else:
        sys.exit(__doc__)
