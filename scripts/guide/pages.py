"""The pages of the developer guide: blocks of code, examples in several languages, headings and links."""

import re
from dataclasses import dataclass, field
from pathlib import Path

GUIDE = Path("docs/guide")
LANGUAGES = ("ts", "python", "sh")
OUTPUTS = ("text", "json")
# A page whose first paragraph has this link runs the examples of that page first.
CONTINUES = "continue [Start](start.md)"


@dataclass
class Block:
    """A fenced block. Its info string is the language and marks: `alone`, `demo`, `install`, `refused`."""

    page: str
    line: int
    language: str
    marks: list[str]
    lines: list[str] = field(default_factory=list)
    end: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def place(self) -> str:
        return f"{GUIDE}/{self.page}.md:{self.line}"


@dataclass
class Example:
    """Blocks right after one another, and the block that shows what they print."""

    blocks: list[Block]
    output: Block | None = None


@dataclass
class Page:
    name: str
    title: str
    introduction: str
    blocks: list[Block]
    prose: list[tuple[int, str]]
    anchors: list[str]

    @property
    def continues(self) -> bool:
        return CONTINUES in self.introduction

    @property
    def examples(self) -> list[Example]:
        examples: list[Example] = []
        after = None
        for block in self.blocks:
            follows = after is not None and block.line - after.end <= 2
            if block.language in OUTPUTS and follows:
                examples[-1].output = block
            elif follows and block.language not in [one.language for one in examples[-1].blocks]:
                examples[-1].blocks.append(block)
            else:
                examples.append(Example([block]))
            after = block
        return examples

    def links(self) -> list[tuple[int, str, str]]:
        """Line, text and target of each link."""
        found = []
        for line, text in self.prose:
            found += [(line, words, target) for words, target in re.findall(r"\[([^\]]+)\]\(([^)\s]+)\)", text)]
            found += [(line, "", target) for target in re.findall(r"<(https?://[^>]+)>", text)]
        return found


def anchor_of(heading: str) -> str:
    """The id of a heading: its text in lower case, without punctuation, with hyphens for spaces."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)|`", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-")


def anchors_of(markdown: str) -> list[str]:
    without_code = re.sub(r"^```.*?^```", "", markdown, flags=re.M | re.S)
    return [anchor_of(heading) for heading in re.findall(r"^#+ (.+)$", without_code, flags=re.M)]


def read(name: str) -> Page:
    markdown = (GUIDE / f"{name}.md").read_text()
    blocks: list[Block] = []
    prose: list[tuple[int, str]] = []
    block = None
    for number, line in enumerate(markdown.splitlines(), 1):
        if line.startswith("```"):
            if block:
                block.end, block = number, None
                continue
            language, *marks = line[3:].split() or [""]
            block = Block(name, number, language, marks)
            blocks.append(block)
        elif block:
            block.lines.append(line)
        else:
            prose.append((number, re.sub(r"`[^`]*`", "", line)))
    title, introduction, *_ = [*markdown.split("\n\n"), ""]
    return Page(name, title.removeprefix("# ").strip(), introduction.replace("\n", " "), blocks, prose, anchors_of(markdown))


def names() -> list[str]:
    """The pages in the order of the list in README.md."""
    return re.findall(r"^\d+\. \[[^\]]+\]\((\S+)\.md\)", (GUIDE / "README.md").read_text(), flags=re.M)
