"""Checks the guide without running it: the list of pages, links and anchors, and that each example is in every language.

    structure.py URL    the address of a demo, for links to the service
"""

import json
import re
import sys
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path

from pages import GUIDE, LANGUAGES, OUTPUTS, Page, anchors_of, names, read

REPOSITORY = re.compile(r"https://github\.com/omringd/omringd/(?:blob|tree)/main/([^#]+)(?:#(.+))?$")
# What exists elsewhere is not asked for: the checks run without the internet.
ELSEWHERE = re.compile(r"https://(www\.rfc-editor\.org/rfc/rfc\d+|github\.com/omringd/omringd|semver\.org)$")
LONGEST_LINE = 100


def list_of_pages(errors: list[str]) -> None:
    listed = names()
    files = {file.stem for file in GUIDE.glob("*.md")} - {"README"}
    if sorted(listed) != sorted(files):
        errors.append(f"{GUIDE}/README.md: lists {sorted(listed)}, but there are {sorted(files)}")
    titles = {target.removesuffix(".md"): words for _, words, target in read("README").links()}
    for name in listed:
        if (title := read(name).title) != titles[name]:
            errors.append(f"{GUIDE}/{name}.md: is named {title!r}, but {titles[name]!r} in the list")


@cache
def operations() -> set[str]:
    """The places of operations on the page of the reference."""
    paths = json.loads(Path("openapi/openapi.json").read_text())["paths"].values()
    found = [one for path in paths for one in path.values() if isinstance(one, dict) and "operationId" in one]
    return {f"/{operation['tags'][0]}/{operation['operationId']}" for operation in found}


def target_error(page: Page, target: str, service: str) -> str | None:
    """What is wrong with the target of a link."""
    path, _, anchor = target.partition("#")
    if match := REPOSITORY.match(target):
        file = Path(match[1])
        if not file.exists():
            return "is not in the repository"
        return None if not match[2] or match[2] in anchors_of(file.read_text()) else "has no such heading"
    if target.startswith("http"):
        return None if ELSEWHERE.match(target) or target == "http://127.0.0.1:8080" else "is not an address that is known to exist"
    if path.startswith("/"):
        if path == "/docs" and anchor and anchor not in operations():
            return "is no operation of the document"
        try:
            urllib.request.urlopen(service + path)
            return None
        except urllib.error.HTTPError as error:
            return f"answers {error.code}"
    if path and not (path.endswith(".md") and (GUIDE / path).exists()):
        return "is no page"
    anchors = read(path.removesuffix(".md")).anchors if path else page.anchors
    return None if not anchor or anchor in anchors else "has no such heading"


def links(page: Page, service: str, errors: list[str]) -> None:
    for line, _, target in page.links():
        if error := target_error(page, target, service):
            errors.append(f"{GUIDE}/{page.name}.md:{line}: {target} {error}")
    for heading in {one for one in page.anchors if page.anchors.count(one) > 1}:
        errors.append(f"{GUIDE}/{page.name}.md: has two headings #{heading}")


def needs(page: Page, errors: list[str]) -> None:
    """That the first paragraph says what the examples need."""
    if page.blocks and page.name != "start" and "(start.md" not in page.introduction:
        errors.append(f"{GUIDE}/{page.name}.md: does not begin with what its examples need, by a link to the page Start")


def examples(page: Page, errors: list[str]) -> None:
    for example in page.examples:
        first = example.blocks[0]
        written = [block.language for block in example.blocks]
        alone = {"alone", "demo"} & set(first.marks)
        if not alone and tuple(written) != LANGUAGES:
            errors.append(f"{first.place}: is in {', '.join(written)}, and not in {', '.join(LANGUAGES)}")
        for block in example.blocks:
            if block.language not in LANGUAGES:
                errors.append(f"{block.place}: {block.language!r} is not one of {', '.join(LANGUAGES + OUTPUTS)}")
            for number, line in enumerate(block.lines, block.line + 1):
                if len(line) > LONGEST_LINE:
                    errors.append(f"{GUIDE}/{page.name}.md:{number}: is longer than {LONGEST_LINE} characters")
                if re.search(r"\bcurl -", line) and not re.search(r"curl (-[sSN]*f|--version)", line) and "refused" not in block.marks:
                    errors.append(f"{GUIDE}/{page.name}.md:{number}: curl without -f, in a block that is not marked `refused`")


def main() -> None:
    errors: list[str] = []
    list_of_pages(errors)
    for page in [read("README"), *map(read, names())]:
        links(page, sys.argv[1], errors)
        needs(page, errors)
        examples(page, errors)
    if errors:
        sys.exit("\n".join(errors))
    print(f"{len(names())} pages, {sum(len(read(name).examples) for name in names())} examples")


main()
