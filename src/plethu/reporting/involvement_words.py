"""The log of involvement in words: for the appendix on methods, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu.evidence.involvement import Involvement, stages_without_anybody, undescribed
from plethu.evidence.text import Language, Text
from plethu.reporting.markdown_lines import markdown_line
from plethu.terms import TERMS
from plethu.wording import say

GROUPS = {
    "who": "involvement-who", "recruitment": "recruitment", "approach": "approach", "contact": "contact",
    "stages": "review-stage", "level": "involvement-level",
}  # fmt: skip
COLUMNS = (
    "id", "title_en", "title_cy", "dates", "people", "who", "details_en", "details_cy", "recruitment", "recruited_en",
    "recruited_cy", "approach", "contact", "stages", "level", "methods_en", "methods_cy",
)  # fmt: skip


def told(entry: Involvement, field: str, language: Language) -> str:
    """What an entry says in a field, in words."""
    value = getattr(entry, field)
    if isinstance(value, Text):
        return value.text(language)
    codes = value if isinstance(value, tuple) else [value] if value else []
    if field in GROUPS:
        return ", ".join(TERMS[f"{GROUPS[field]}.{code}"].text(language) for code in codes)
    return "" if value is None else str(value)


def rows(entries: Iterable[Involvement]) -> Iterator[list[str]]:
    """One row an entry, under `COLUMNS`; several codes in a cell are separated by semicolons."""
    for entry in entries:
        texts = {
            f"{name}_{code}": getattr(getattr(entry, name), code)
            for name in ("title", "details", "recruited", "methods")
            for code in ("en", "cy")
        }
        yield [texts.get(column) or _cell(getattr(entry, column, "")) for column in COLUMNS]


def as_markdown(entries: Iterable[Involvement], language: Language) -> str:
    """The whole log as a chapter for an appendix, with what is not described and the stages without anybody."""
    held = list(entries)
    lines = [f"# {say('involvement.title', language)}", "", say("involvement.source", language), ""]
    for entry in held:
        lines += [f"## {markdown_line(entry.title.text(language))}", "", *_lines(entry, language), ""]
    if missing := stages_without_anybody(held):
        names = ", ".join(TERMS[f"review-stage.{stage}"].text(language) for stage in missing)
        lines += [say("involvement.nobody", language, stages=names), ""]
    return "\n".join(lines).rstrip() + "\n"


def _lines(entry: Involvement, language: Language) -> Iterator[str]:
    for field in ("dates", "people", *GROUPS, "details", "recruited", "methods"):
        if value := told(entry, field, language):
            yield f"- {TERMS[f'involvement.{field}'].text(language)}: {markdown_line(value)}"
    if missing := [TERMS[f"involvement.{field}"].text(language) for field in undescribed(entry)]:
        yield f"- {say('involvement.undescribed', language, fields=', '.join(missing))}"


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
