"""What a check of a strategy found, in words."""

from __future__ import annotations

import re

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.reporting.documents.labels import MONTHS
from plethu.searching.checking import Finding
from plethu.searching.platforms import platform
from plethu.wording import has, say

DATES = ("start", "end")
LANGUAGE_NAMES: dict[str, tuple[str, str]] = {
    "en": ("English", "Saesneg"),
    "cy": ("Welsh", "Cymraeg"),
    "fr": ("French", "Ffrangeg"),
    "de": ("German", "Almaeneg"),
    "es": ("Spanish", "Sbaeneg"),
    "ga": ("Irish", "Gwyddeleg"),
    "gd": ("Scottish Gaelic", "Gaeleg yr Alban"),
    "it": ("Italian", "Eidaleg"),
    "nl": ("Dutch", "Iseldireg"),
    "pl": ("Polish", "Pwyleg"),
    "pt": ("Portuguese", "Portiwgaleg"),
}


class ToldFinding(Frozen, frozen=True):
    """One finding in words. `instead` is the bare text to write, empty where the sentence says all."""

    where: str
    sentence: str
    why: str
    element: str
    severity: str
    instead: str
    answered: str


def tell_finding(finding: Finding, language: Language) -> ToldFinding:
    """A finding as sentences. What stands in the strategy stays as it is typed there."""
    code = f"search.check.{finding.code}"
    by_way = f"{code}.{finding.values.get('way', '')}"
    values = {name: _value(name, value, language) for name, value in finding.values.items()}
    answer = finding.answer
    answered = (
        say("search.finding.answered", language, by=answer.by, on=printed(answer.on, language), reason=answer.reason)
        if answer
        else ""
    )
    return ToldFinding(
        where=_where(finding, language),
        sentence=say(by_way if has(by_way) else code, language, **values),
        why=say(f"search.check-why.{finding.code}", language),
        element=say(f"search.element.{finding.press}", language),
        severity=say(f"search.severity.{finding.severity}", language),
        instead=finding.instead,
        answered=answered,
    )


def _where(finding: Finding, language: Language) -> str:
    place = "search.finding.block" if finding.block else "search.finding.whole"
    said = say(place, language, block=finding.block) if finding.block else say(place, language)
    if not finding.platform:
        return said
    names = {"platform": platform(finding.platform).name, "other": platform(finding.other).name}
    return f"{say('search.finding.translation', language, **names)}: {said}"


def _value(name: str, value: str, language: Language) -> str:
    if name in DATES:
        return printed(value, language)
    if name in ("has", "promised") and "/" in value:
        start, _, end = value.partition("/")
        return f"{printed(start, language)} – {printed(end, language)}"
    if name in ("has", "lost"):
        return ", ".join(_language(code, language) for code in value.split(","))
    return value


def _language(code: str, language: Language) -> str:
    english, welsh = LANGUAGE_NAMES.get(code, (code, code))
    return welsh if language == "cy" else english


def printed(date: str, language: Language) -> str:
    """`2020-03` as *March 2020*; an open end as an ellipsis; anything else as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    if not match:
        return "…" if date in ("", "..") else date
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= 12:
        return date
    return " ".join(filter(None, [str(int(day)) if day else "", MONTHS[language][int(month) - 1], year]))
