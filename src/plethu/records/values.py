"""The fields of one record gathered by tag, and what CSL-JSON wants made from them in all tagged formats alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plethu.evidence.dates import edtf_of
from plethu.records.csl_dates import from_edtf
from plethu.records.identifiers import doi_of, doi_of_address, isbns_of, issns_of
from plethu.records.record import Field, Repair

_PARAGRAPHS = re.compile(r"\n\s*\n")
_MARKUP = re.compile(r"</?(?:p|div|span|br)\b[^<>]*/?>", re.I)
_PAGE = re.compile(r"^(?:pp?|tt?)\.?\s*(?=\S*\d)", re.I)


class Values:
    """The fields that say something, by tag. Repairs made while reading them are added to `repairs`."""

    def __init__(self, fields: Sequence[Field], repairs: Iterable[Repair] = ()) -> None:
        self.by: dict[str, list[Field]] = {}
        for field in fields:
            if field.value:
                self.by.setdefault(field.tag, []).append(field)
        self.repairs = list(repairs)

    def field(self, *tags: str) -> Field | None:
        """The first field under the first of these tags that has one."""
        for tag in tags:
            if found := self.by.get(tag):
                return found[0]
        return None

    def one(self, *tags: str) -> str:
        """Its value on one line; empty where there is none."""
        found = self.field(*tags)
        return " ".join(found.value.split()) if found else ""

    def all(self, *tags: str) -> list[Field]:
        """The fields of all these tags, tag by tag."""
        if len(tags) == 1:
            return self.by.get(tags[0], [])
        return [field for tag in tags if tag in self.by for field in self.by[tag]]

    def mend(self, code: str, line: int, **values: str) -> None:
        """Note how something was understood."""
        self.repairs.append(Repair(code, line, values))

    def refuse_twins(self, tags: Iterable[str]) -> None:
        """Note tags that should stand once and stand more often with different values; the first counts."""
        for tag in tags:
            found = self.by.get(tag, ())
            if len(found) > 1 and any(field.value != found[0].value for field in found):
                self.mend("tag-twice", found[1].line, tag=tag)


def paragraphs(fields: Iterable[Field]) -> str:
    """Longer text: lines of one paragraph joined, paragraphs and fields apart, tags of HTML paragraphs left out."""
    parts = [part for field in fields for part in _PARAGRAPHS.split(field.value)]
    plain = [_MARKUP.sub(" ", part) if "<" in part else part for part in parts]
    return "\n".join([text for part in plain if (text := " ".join(part.split()))])


def texts(values: Values, places: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Variables of CSL that are one line of text, each from the first of its tags that says something."""
    return {variable: text for variable, tags in places.items() if (text := values.one(*tags))}


def dated(values: Values, *tags: str) -> tuple[str, str, dict[str, Any]]:
    """The date as printed, as EDTF, and as CSL: the most precise of the fields that name the year of the first.

    A field that names a month and no year ("SEP") is read together with the year of another.
    """
    found = [" ".join(field.value.split()) for field in values.all(*tags)]
    if not found:
        return "", "", {}
    read = [(text, edtf_of(text)) for text in dict.fromkeys(found)]
    year = next((edtf[:4] for _, edtf in read if edtf[:4].isdigit()), "")
    read += [(f"{text} {year}", edtf_of(f"{text} {year}")) for text, edtf in read if not edtf and year]
    same = [(text, edtf) for text, edtf in read if edtf.startswith(year) and len(edtf) >= 4]
    if not same:
        first = values.all(*tags)[0]
        values.mend("date-not-understood", first.line, date=read[0][0])
        return read[0][0], "", {"literal": read[0][0]}
    if len(same) < len(read):
        _note_other_years(values, year, tags)
    printed, edtf = max(same, key=lambda pair: len(pair[1].split("/")[0].rstrip("?~")))
    return printed, edtf, from_edtf(edtf) or {"literal": printed}


def _note_other_years(values: Values, year: str, tags: Sequence[str]) -> None:
    for field in values.all(*tags):
        other = edtf_of(field.value)[:4]
        if other.isdigit() and other != year:
            values.mend("dates-differ", field.line, date=" ".join(field.value.split()), year=year)
            return


def pages(first: str, last: str) -> str:
    """A range of pages from its ends, or from one field that has both."""
    first, last = _PAGE.sub("", first), _PAGE.sub("", last)
    return f"{first}-{last}" if first and last and last != first and "-" not in first else first or last


def doi_in(values: Values, own: Sequence[str], addresses: Sequence[str] = ()) -> str:
    """The DOI in the fields meant for it, else in an address at doi.org."""
    fields = values.all(*own)
    if found := next((doi for field in fields if (doi := doi_of(field.value))), ""):
        return found
    if fields:
        values.mend("doi-not-understood", fields[0].line, doi=values.one(*own))
    return next((doi for field in values.all(*addresses) if (doi := doi_of_address(field.value))), "")


def standard_numbers(values: Values, *tags: str) -> dict[str, str]:
    """ISSN and ISBN from fields that may hold either, several, and words around them."""
    text = " ".join(field.value for field in values.all(*tags))
    issns, isbns = issns_of(text), isbns_of(text)
    return {name: ", ".join(dict.fromkeys(found)) for name, found in (("ISSN", issns), ("ISBN", isbns)) if found}


def address_in(values: Values, *tags: str) -> str:
    """The first address of the first of these tags that has one."""
    for field in values.all(*tags):
        if found := re.search(r"\b(?:https?|ftp)://[^\s<>\"]+", field.value):
            return found[0].rstrip(";,")
    return ""


def keywords(fields: Iterable[Field], separators: str = "\n") -> str:
    """Keywords, each once, in one line with semicolons, as CSL's `keyword` has them."""
    words = [field.value for field in fields]
    for separator in separators:
        words = [part for word in words for part in word.split(separator)]
    words = [" ".join(word.split()) for word in words]
    return "; ".join(dict.fromkeys([word for word in words if word]))
