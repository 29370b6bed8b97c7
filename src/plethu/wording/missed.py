"""Why a strategy misses a record, in sentences: fields by their names, near-misses one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plethu.evidence.text import Language
from plethu.wording import has, say


def reason_sentence(code: str, values: Mapping[str, str], language: Language) -> str:
    """One near-miss (`Reason.code`, `Reason.values`)."""
    shown = dict(values)
    for name in ("field", "asked"):
        if name in shown:
            shown[name] = ", ".join(field_name(each, language) for each in shown[name].split(", "))
    return say(f"search.missed.{code}", language, **shown)


def field_name(field: str, language: Language) -> str:
    """A field by its name; anything else as it is."""
    code = f"search.run-field.{field}"
    return say(code, language) if has(code) else field


def failure_sentence(
    block: str,
    reasons: Sequence[tuple[str, Mapping[str, str]]],
    language: Language,
    others: Sequence[str] = (),
) -> str:
    """A line that failed (`Failure`) with its near-misses, nearest first; says so where nothing came near."""
    said = " ".join(reason_sentence(code, values, language) for code, values in reasons or [("nothing-near", {})])
    code = "search.missed.block-or" if others else "search.missed.block"
    return say(code, language, block=block, reasons=said, others=", ".join(others))
