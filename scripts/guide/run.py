"""Runs the examples of the guide in one language against a demo, page after page, and compares what they print with the page.

    run.py LANGUAGE URL PYTHON    PYTHON has mypy

The packages are installed by the commands of the page Start. Each page is compiled or type-checked as one program, with the pages
that it continues before it.
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from pages import GUIDE, Block, Page, names, read

ROOT = Path.cwd()
ADDRESS = "http://127.0.0.1:8080"
TSC = "omringd/clients/typescript/node_modules/.bin/tsc"
TSCONFIG = {
    "extends": "./omringd/clients/typescript/stranger/tsconfig.json",
    "compilerOptions": {"typeRoots": ["./omringd/clients/typescript/node_modules/@types"], "types": ["node"], "noEmit": True},
    "include": ["*.mts"],
}
SUFFIXES = {"ts": ".mts", "python": ".py", "sh": ".sh"}
MARKS = {"ts": 'console.log("@@{}");', "python": 'print("@@{}", flush=True)', "sh": "echo '@@{}'"}


@dataclass
class Program:
    """The blocks of a page as one file. Before each is a line that prints where it is on the page."""

    page: Page
    language: str
    file: Path
    blocks: list[Block] = field(default_factory=list)
    # For each line of the file, where it is on a page.
    origins: list[str] = field(default_factory=list)

    def write(self, url: str) -> None:
        written = []
        for name in ["start", self.page.name] if self.page.continues else [self.page.name]:
            for block in read(name).blocks:
                if block.language != self.language or {"install", "demo"} & set(block.marks):
                    continue
                self.blocks.append(block)
                written += [MARKS[self.language].format(block.place), *block.lines]
                self.origins += [f"{GUIDE}/{name}.md:{block.line + at}" for at in range(len(block.lines) + 1)]
        self.file.write_text("\n".join(written).replace(ADDRESS, url) + "\n")

    def located(self, text: str) -> str:
        """Error messages, with lines of the page instead of those of the file."""

        def origin(match: re.Match[str]) -> str:
            return self.origins[min(int(match[1] or match[2]), len(self.origins)) - 1]

        # As tsc writes it, and as mypy, Python, Node.js and bash do.
        return re.sub(rf'(?:\S*/)?{self.file.stem}\.\w+(?:\((\d+),\d+\)|(?::|: line |", line )(\d+))', origin, text)

    def run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.file.parent, capture_output=True, text=True, timeout=120)
        printed = re.split(r"^@@(\S+)\n", done.stdout, flags=re.M)
        at = dict(zip(printed[1::2], printed[2::2], strict=True))
        if done.returncode != 0:
            last = [*at][-1] if at else self.page.name
            sys.exit(f"{last}: {self.language} ends with {done.returncode}\n{at.get(last, '')}{self.located(done.stderr)}")
        for example in self.page.examples:
            for block in example.blocks:
                if block.language == self.language and example.output and block.place in at:
                    compare(block, example.output, at[block.place])


def compare(block: Block, shown: Block, printed: str) -> None:
    """That the block prints what the page shows. `…` stands for anything; JSON is what curl prints."""
    if shown.language == "json":
        if block.language != "sh":
            return
        expected, actual = (json.dumps(json.loads(text), indent=1, ensure_ascii=False) for text in (shown.text, printed))
    else:
        expected, actual = shown.text.strip(), printed.strip()
    if not re.fullmatch(re.escape(expected).replace("…", ".*?"), actual, flags=re.S):
        sys.exit(f"{block.place}: prints\n{actual}\nand {shown.place} shows\n{expected}")


def install(language: str, directory: Path) -> None:
    """Does what the page Start says, in an empty directory with the repository in it."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    (directory / "omringd").symlink_to(ROOT)
    for block in read("start").blocks:
        if block.language == language and "install" in block.marks:
            subprocess.run(["bash", "-euo", "pipefail", "-c", block.text], cwd=directory, check=True, stdout=subprocess.DEVNULL)


def check(language: str, directory: Path, programs: list[Program], python: str) -> None:
    """Types of TypeScript, which also makes what Node.js runs, and of Python."""
    if language == "ts":
        (directory / "tsconfig.json").write_text(json.dumps(TSCONFIG))
        command = [TSC, "-p", "."]
    elif language == "python":
        environment = ["--python-executable", ".venv/bin/python", "--cache-dir", "../mypy"]
        command = [python, "-m", "mypy", "--strict", "--no-error-summary", *environment, *(one.file.name for one in programs)]
    else:
        return
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
    if done.returncode != 0:
        output = done.stdout + done.stderr
        for program in programs:
            output = program.located(output)
        sys.exit("\n".join(dict.fromkeys(output.splitlines())))


def main() -> None:
    language, url, python = sys.argv[1:]
    directory = ROOT / "target/guide" / language
    install(language, directory)
    programs = []
    for name in names():
        program = Program(read(name), language, directory / f"{name.replace('-', '_')}{SUFFIXES[language]}")
        program.write(url)
        if program.blocks:
            programs.append(program)
    check(language, directory, programs, python)
    for program in programs:
        name = program.file.name
        match language:
            case "ts":
                # The examples are valid JavaScript too, as the page Start says.
                plain = program.file.with_suffix(".mjs")
                shutil.copy(program.file, plain)
                program.run("node", plain.name)
            case "python":
                program.run(".venv/bin/python", name)
            case _:
                program.run("bash", "-euo", "pipefail", name)
    blocks = sum(len(program.blocks) for program in programs)
    print(f"{blocks} blocks of {len(programs)} pages run")


main()
