"""The parts of a Markdown page that tests of the documents look at: blocks of code, links, words in bold or as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"`([^`\s]+)`:\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code: its language, its text, and the file it is said to be, where the line before it names one."""

    language: str
    text: str
    file: str

    def commands(self) -> Iterator[str]:
        """The commands of a block of shell, one at a time, without remarks."""
        for line in self.text.replace("\\\n", " ").splitlines():
            if command := re.sub(r"(^|\s)#.*$", "", line).strip():
                yield command


def named(page: Path) -> str:
    """The page as tests are called by it."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """The blocks of code on a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        name = NAMED.search(text[: match.start()].rstrip())
        found.append(Block(match[1].strip(), match[2], name[1] if name else ""))
    return found


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Where a page links to, images included."""
    return re.findall(r"\]\(<?([^)\s>]+)>?\)", re.sub(r"`[^`\n]*`", "", prose(page)))


def in_code(page: Path) -> list[str]:
    """What a page sets as code inside its prose."""
    return re.findall(r"`([^`\n]+)`", prose(page))


def in_bold(page: Path) -> list[str]:
    """What a page sets in bold, but for the words that begin a paragraph as its heading and end in a full stop."""
    found = [" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", prose(page), re.DOTALL)]
    return [words for words in found if not words.endswith(".")]


def anchors(page: Path) -> set[str]:
    """The names by which parts of a page can be linked to."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
