"""The kinds of file that some advice can be taken away as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module

from plethu.reporting.told import Told


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its ending, media type, and the module that makes it, loaded when first wanted."""

    ending: str
    media_type: str
    module: str
    binary: bool = True


_OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS: dict[str, Format] = {
    "docx": Format("docx", _OFFICE + "wordprocessingml.document", "docx"),
    "pdf": Format("pdf", "application/pdf", "pdf"),
    "xlsx": Format("xlsx", _OFFICE + "spreadsheetml.sheet", "xlsx"),
    "html": Format("html", "text/html; charset=utf-8", "html", binary=False),
}


def write(told: Told, format: str, made_on: date | None = None, full: bool = True) -> bytes:
    """The advice as a file of the given kind. Without `full`, what lies behind it is left out: a form for a board.

    Raises KeyError for a kind there is not.
    """
    module = import_module(f"{__package__}.{FORMATS[format].module}")
    made: bytes | str = getattr(module, f"as_{format}")(told, made_on, full)
    return made.encode() if isinstance(made, str) else made
