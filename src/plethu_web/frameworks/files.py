"""Situation files: read with their faults said in words, written under a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify

from plethu.evidence.problems import BadInput
from plethu.framework.advising import advise
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import read_situation, write_situation
from plethu.reporting.documents import formats
from plethu.reporting.plain import as_markdown
from plethu.reporting.telling import tell
from plethu.wording.problems import problem_sentence
from plethu_web.pages.templatetags.plethu_texts import reading

MOST_SHOWN = 20
_OF_A_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # Windows keeps these names for itself
OTHERS = {
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "toml": "application/toml",
}
DOCUMENTS = (*formats.FORMATS, "md", "json")


def situation_of(file: UploadedFile, edition: Edition) -> Situation:
    """The situation in a file that somebody sent. Raises BadInput."""
    return read_situation(file.read(), file.name or "situation.toml", edition)


def sentences(error: BadInput) -> Iterator[str]:
    """What is wrong with a file, each with its line and field, in the reader's language."""
    for problem in error.problems[:MOST_SHOWN]:
        yield problem_sentence(problem, reading())


def as_toml(situation: Situation) -> str:
    """A situation as the text of its file."""
    return write_situation(situation)


def as_document(situation: Situation, edition: Edition, ending: str, made_on: date, full: bool) -> bytes:
    """The advice on a situation as a document of that ending; without `full`, without its appendix."""
    advice = advise(edition, situation)
    if ending == "json":
        return msgspec.json.format(msgspec.json.encode(advice), indent=2)
    told = tell(advice, edition, reading())
    return as_markdown(told, made_on, full).encode() if ending == "md" else formats.write(told, ending, made_on, full)


def name_for(name: str, ending: str) -> str:
    """A name for a file about a situation: plain letters only, so that every system takes it."""
    plain = slugify(name)[:60] or "plethu"
    return f"plethu-{plain}.{ending}" if _OF_A_DEVICE.fullmatch(plain) else f"{plain}.{ending}"


def headers(ending: str, name: str) -> dict[str, str]:
    """What a file is sent with. Its name is plain, so it needs no quoting."""
    made = formats.FORMATS.get(ending)
    return {
        "Content-Type": made.media_type if made else OTHERS[ending],
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
