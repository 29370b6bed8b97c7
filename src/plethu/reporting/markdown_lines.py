"""What people wrote, as Markdown in which none of it is markup."""

from __future__ import annotations

import re

MARKUP = re.compile(r"([\\`*_\[\]|~#])")
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def markdown_line(words: str) -> str:
    """Words on one line; lines of their own become one with a break between."""
    lines = (MARKUP.sub(r"\\\1", " ".join(line.split())).translate(ENTITIES) for line in words.splitlines())
    return "<br>".join(re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([+=-])", r"\\\1", line)) for line in lines if line)
