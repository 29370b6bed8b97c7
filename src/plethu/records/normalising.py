"""What records are compared by later: identifiers, titles, names, pages and journals, made alike once, at import.

The keys follow what deduplicators that were measured against each other use: bib-dedupe (Wagner 2024, JOSS 9, 6318),
ASySD (Hair et al. 2023, BMC Biol 21, 189), the SRA Deduplicator (Rathbone et al. 2015, Syst Rev 4, 6). Damage that
programs do to fields is undone here and only here: the record itself keeps what was read.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from plethu.evidence.frozen import Frozen
from plethu.records.identifiers import doi_of, issns_of
from plethu.records.record import Record

_NAMES_OF_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_NAMES_OF_LETTERS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
)
_SMALL_WORDS = "a an and at by de der des die du e et for from in la le les of on or the to und y yr"
_MONTHS = {name: number for number, name in enumerate(_NAMES_OF_MONTHS.split(), 1)}
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _NAMES_OF_LETTERS.split(), strict=True))
_TAGS = re.compile(r"</?[a-z][a-z0-9:]*(?:\s[^<>]*)?/?>", re.I)
_NOTES = re.compile(
    r"\s*\[(?:\d+ refs?|review|article|letter|editorial|comment|in process citation|[a-z]{4,12})\]\.?\s*$", re.I
)
_SMALL = frozenset(_SMALL_WORDS.split())


class MatchKeys(Frozen, frozen=True):
    """A record by what it can be matched. Text is in small letters without accents; what is not known is empty.

    `title` is its words with single blanks, `title_digits` its numbers, `surnames` are in the order of the record,
    `journal_initials` are those of its words without the small ones, `year` is None where no year is certain.
    """

    doi: str
    pmid: str
    title: str
    title_digits: str
    surnames: tuple[str, ...]
    first_page: str
    journal_words: tuple[str, ...]
    journal_initials: str
    issn: tuple[str, ...]
    year: int | None


def keys_of(record: Record | Mapping[str, Any]) -> MatchKeys:
    """The keys of a record, or of its CSL-JSON. Raises nothing, whatever stands in it."""
    csl = record.csl if isinstance(record, Record) else record
    title = title_key(_text(csl, "title"))
    journal = folded(_text(csl, "container-title") or _text(csl, "container-title-short")).split()
    return MatchKeys(
        doi=folded_doi(_text(csl, "DOI")),
        pmid="".join(re.findall(r"[0-9]", _text(csl, "PMID"))),
        title=title,
        title_digits=" ".join(re.findall(r"[0-9]+", title)),
        surnames=surnames(csl.get("author") or csl.get("editor")),
        first_page=first_page(_text(csl, "page")),
        journal_words=tuple(journal),
        journal_initials="".join(word[0] for word in journal if word not in _SMALL),
        issn=tuple(issns_of(_text(csl, "ISSN"))),
        year=_year(csl.get("issued")),
    )


def folded(text: str) -> str:
    """Letters and digits in words, in small letters without accents; folding again changes nothing."""
    if text.isascii():
        return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_GREEK.get(word, word) for word in re.findall(r"[^\W_]+", text))


def title_key(title: str) -> str:
    """A title to compare, without mark-up, without what databases add in square brackets behind it."""
    title = _TAGS.sub("", html.unescape(title)) if "<" in title or "&" in title else title
    while (shorter := _NOTES.sub("", title)) != title and shorter.strip():
        title = shorter
    return folded(title)


def folded_doi(doi: str) -> str:
    """A DOI to compare: its letters are of no case."""
    return (doi_of(doi) or doi.strip()).lower()


def surnames(names: object) -> tuple[str, ...]:
    """The family names, folded into one word each. Of a name that nobody split, the first word stands for it."""
    found = []
    for name in names if isinstance(names, list) else ():
        if isinstance(name, Mapping):
            family = folded(str(name.get("family", "")))
            first = folded(str(name.get("literal", ""))).split()[:1]
            found.append(family.replace(" ", "") or "".join(first))
    return tuple(name for name in found if name)


def first_page(pages: str) -> str:
    """The first page. Excel's "Jan-23" was 1-23, and Ovid's "Suppl-41" is what others write S41."""
    text = folded(pages.replace("‐", "-").replace("–", "-").replace("—", "-").partition("-")[0])
    dated = re.fullmatch(r"\s*(\d{1,2}|[A-Za-z]{3})-(\d{1,2}|[A-Za-z]{3})\s*", pages)
    if dated and (ends := _undated(*(end.lower() for end in dated.groups()))):
        return str(min(ends))
    if found := re.match(r"suppl(?:ement)?\b\D*0*(\d+)", folded(pages)):
        return f"s{found[1]}"
    words = [
        word
        for word in text.split()
        if word not in ("p", "pp", "t", "tt", "unsp", "art", "article", "no", "page", "pages")
    ]
    return re.sub(r"^([a-z]?)0+(?=\d)", r"\1", words[0]) if words else ""


def _undated(first: str, last: str) -> tuple[int, int] | None:
    """The two page numbers that a spreadsheet took for a month and a day or year; None if it did not."""
    if (first in _MONTHS) == (last in _MONTHS):
        return None
    month, other = (first, last) if first in _MONTHS else (last, first)
    return (_MONTHS[month], int(other)) if other.isdigit() and int(other) else None


def _text(csl: Mapping[str, Any], variable: str) -> str:
    value = csl.get(variable)
    return str(value) if isinstance(value, str | int) else ""


def _year(issued: object) -> int | None:
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    try:
        year = int(parts[0][0])  # type: ignore[index]
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    return year if 1000 <= year <= 2999 else None
