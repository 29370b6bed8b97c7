"""Sentences keyed by code, in English and Welsh. Only reporting, the command line and the site render them.

The first word of a code, or its first two, say which part of the catalogues it stands in (`problem.not-utf8`:
`en/problems.py`, `cy/problems.py`; all but those named in `PARTS` are in `advice.py`). A part is loaded when it is first
asked for. Both languages have the same codes and the same placeholders. A sentence that begins with a placeholder
written with a capital (`{Answers}`) gets there either nothing or a whole sentence with the space after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from plethu.evidence.text import Language

_RUN_FAULTS = (
    "line-missing", "line-cycle", "near-many", "near-wide", "date-unreadable", "nested-too-deep", "strategy-empty",
    "terms-many", "field-not-here", "heading-as-keyword", "heading-alone", "mapped-as-and", "near-nothing",
)  # fmt: skip
PARTS: Mapping[str, str] = {
    "problem": "problems",
    "type": "problems",
    "command": "commands",
    "command.breakout": "breakouts",
    "breakout": "breakouts",
    "command.search": "search_commands",
    **{f"command.search-{name}": "search_commands" for name in ("check", "translate", "run", "known", "platforms")},
    "search.platform": "search_commands",
    "protocol": "protocol",
    "poll": "poll",
    "workshop": "workshop",
    "workshop.made-up": "made_up_workshop",
    "workshop.release": "workshop_releases",
    "involvement": "involvement",
    "repair": "records",
    "refused": "records",
    "import": "records",
    "search.reading": "search_reading",
    "search.fault": "search_platforms",
    "search.remark": "search_platforms",
    "search.change": "search_platforms",
    "search.effect": "search_platforms",
    "search.cleaned": "search_platforms",
    "search.missed": "search_run",
    **{f"search.fault.{code}": "search_run" for code in _RUN_FAULTS},
    "search.run-field": "search_run",
    "search.check": "search_check",
    "search.check-name": "search_check",
    "search.check-why": "search_check",
    "search.element": "search_check",
    "search.finding": "search_check",
    "search.severity": "search_check",
    "search.appendix": "search_log",
    "search.file": "search_log",
    "search.lacking": "search_log",
    "search.press": "search_log",
    "search.prisma": "search_log",
    "search.prisma-way": "search_log",
}


@cache
def catalogue(part: str, language: Language) -> Mapping[str, str]:
    """All templates of one part in one language."""
    templates: Mapping[str, str] = import_module(f"plethu.wording.{language}.{part}").TEMPLATES
    return templates


def _part(code: str) -> str:
    first, _dot, rest = code.partition(".")
    return PARTS.get(code) or PARTS.get(f"{first}.{rest.partition('.')[0]}") or PARTS.get(first, "advice")


@cache
def _template(code: str, language: Language) -> str:
    return catalogue(_part(code), language)[code]


@cache
def has(code: str) -> bool:
    """Whether there is a sentence of that code."""
    return code in catalogue(_part(code), "en")


def say(code: str, language: Language, /, **values: object) -> str:
    """The sentence of a code, with its placeholders filled. Raises KeyError for an unknown code or a missing value."""
    template = _template(code, language)
    return template.format_map(values) if values else template


@cache
def is_reviewed(code: str) -> bool:
    """Whether a fluent person has read the Welsh of a code."""
    from plethu.wording.cy import REVIEWED

    return code in REVIEWED
