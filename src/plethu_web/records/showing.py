"""Imports and records laid out for pages."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _

from plethu.evidence.problems import Problem
from plethu.evidence.text import Text
from plethu.framework.editions import default_edition
from plethu.records.columns import variable_of
from plethu.records.mending import VARIABLES, as_typed
from plethu.records.names import written_name
from plethu.records.report import ImportReport
from plethu.reporting.import_told import tell_report
from plethu.terms import TERMS
from plethu.wording import say
from plethu.wording.problems import problem_sentence
from plethu_web.calls.queries.searches import search_of
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.records.models import Edit, Import, Record
from plethu_web.records.queries import fields_of, sent_together
from plethu_web.records.words import KINDS, ORIGIN_NAMES, name_of
from plethu_web.reviews.queries.reviews import Access

TABLES = ("csv", "tsv", "xlsx")
LONG = 400  # letters of an abstract in the history of changes


def address_of_import(id: uuid.UUID) -> str:
    """The page of an import, for the job that read it."""
    source = Import.objects.select_related("review").get(pk=id)
    return reverse("records:import", args=[source.review.slug, id])


BRANCHES = {"backward": "citation", "forward": "citation", "suggestion": "members"}  # of a search -> of an import


def of_search(access: Access, pk: str) -> dict[str, Any]:
    """What the log says of a search, to begin the form for the files it gave; nothing where there is no such search."""
    if not pk.isdecimal() or len(pk) > 9:
        return {}
    search = search_of(access, int(pk))
    return {
        "branch": BRANCHES.get(search.branch, search.branch),
        "database": search.place,
        "platform": search.platform,
        "searched": f"{search.searched:%Y-%m-%d}",
        "strategy": search.query,
        "hits": search.hits,
        "strand": search.strand[:60],
    }


def totals(imports: list[Import]) -> dict[str, int]:
    """Sums over the imports that are there."""
    there = [each for each in imports if each.state == Import.State.THERE]
    return {
        "records": sum(each.records_read for each in there),
        "refused": sum(len(each.report.get("refused", ())) for each in there),
    }


def lines(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A list of records, each in a few words."""
    for record in records:
        yield {
            "pk": record.pk,
            "title": record.title,
            "authors": _short(record.authors, 160),
            "date": record.printed_date,
            "container": record.container,
            "kind": KINDS.get(record.kind, record.kind),
            "is_repaired": bool(record.repairs),
            "is_mended": record.is_mended,
            "source": record.source.shown_name,
        }


def whole(record: Record) -> dict[str, Any]:
    """One record with all that is known of it."""
    return {
        "now": [*_now(record)],
        "places": [*_places(record)],
        "origin": [*_origin(record)],
        "repairs": [_repair(repair) for repair in record.repairs],
        "field_columns": [_("Field"), _("As written"), _("Line")],
        "fields": [[tag, value, line or ""] for tag, value, line in record.fields],
    }


def _now(record: Record) -> Iterator[dict[str, Any]]:
    shown = [variable.id for variable in VARIABLES]
    for id in (*shown, *(key for key in record.csl if key not in shown)):
        if id not in record.csl:
            continue
        value = record.csl[id]
        if id in ("author", "editor"):
            yield {"key": name_of(id), "answers": [written_name(name).rstrip(",") for name in value]}
        elif id == "type":
            yield {"key": name_of(id), "value": KINDS.get(value, value)}
        else:
            yield {"key": name_of(id), "value": _value(record.csl, id)}
    if record.edtf:
        yield {"key": _("Date for computing (EDTF)"), "value": record.edtf}


def _places(record: Record) -> Iterator[dict[str, Any]]:
    if record.place_printed:
        yield {"key": _("As printed"), "value": record.place_printed}
    if record.place:
        yield {"key": name_of("/place"), "value": record.place}
    if record.tier:
        yield {"key": name_of("/tier"), "value": TERMS[f"tier.{record.tier}"]}
    if record.authority:
        yield {"key": name_of("/authority"), "value": authority_name(record.authority)}


def _origin(record: Record) -> Iterator[dict[str, Any]]:
    source = record.source
    href = reverse("records:import", args=[source.review.slug, source.pk])
    yield {"key": _("File"), "value": source.shown_name, "href": href, "action": _("Look at the import")}
    place = _("record %(number)s") % {"number": record.number}
    if record.line:
        place = _("record %(number)s, from line %(line)s") % {"number": record.number, "line": record.line}
    yield {"key": _("Place in the file"), "value": place}
    yield from origin_of(source)


def origin_of(source: Import) -> Iterator[dict[str, Any]]:
    """What was said of where the records of a file come from."""
    yield {"key": _("Found by"), "value": source.get_branch_display()}
    for name in ORIGIN_NAMES:
        if value := getattr(source, name):
            yield {"key": ORIGIN_NAMES[name], "value": value}


def edits(found: Iterable[Edit]) -> list[dict[str, Any]]:
    """The history of a record."""
    return [
        {
            "pk": edit.pk,
            "at": edit.at,
            "name": name_of(edit.variable),
            "before": _typed(edit.variable, edit.before),
            "after": _typed(edit.variable, edit.after),
            "reason": edit.reason,
            "by": edit.by,
            "undoes": edit.undoes_id,
            "is_undone": edit.is_undone,  # type: ignore[attr-defined]  # annotated by the query
        }
        for edit in found
    ]


def account(source: Import) -> dict[str, Any]:
    """The account of an import: its sums, what was refused and why, what was mended, what has no place in CSL."""
    found: dict[str, Any] = {"origin": [*origin_of(source)], "problems": _problems(source)}
    if "sha256" not in source.report:
        return found
    report = msgspec.convert(source.report, ImportReport)
    about, *sections = tell_report(report, reading()).sections
    return found | {
        "report": report,
        "about": about,
        "sections": sections,
        "is_table": report.format in TABLES,
        "hits": _against_hits(source),
    }


def _against_hits(source: Import) -> tuple[str, bool] | None:
    """How the records of all files of a search compare with the hits the database reported, and whether well."""
    if source.hits is None:
        return None
    together = sent_together(source)
    found = sum(msgspec.convert(each.report, ImportReport).found for each in together)
    values = {"hits": source.hits, "found": found, "files": len(together)}
    if len(together) < 2:
        said = _("The database reported %(hits)s hits, and the file has %(found)s records.") % values
    else:
        said = (
            _("The database reported %(hits)s hits, and the %(files)s files of the search have %(found)s records.")
            % values
        )
    return said, found == source.hits


def _problems(source: Import) -> list[str]:
    language = reading()
    problems = msgspec.convert(source.report.get("problems", ()), tuple[Problem, ...])
    return [problem_sentence(problem, language) for problem in problems]


def columns(source: Import) -> list[tuple[str, str]]:
    """The columns of a table, each with the variable it is read as now."""
    return [(tag, source.mapping.get(tag, variable_of(tag))) for tag in fields_of(source)]


def _repair(found: dict[str, Any]) -> str:
    """A repair in the reader's words, with its line."""
    words = say(f"repair.{found['code']}", reading(), **found.get("values", {}))
    line = found.get("line", 0)
    return _("Line %(line)s: %(words)s") % {"line": line, "words": words} if line else words


@lru_cache(maxsize=1)
def _authorities() -> dict[str, Text]:
    return {authority.code: authority.name for authority in default_edition().authorities}


def authorities() -> list[tuple[str, Any]]:
    """The local authorities to choose from, by name in the reader's language."""
    named = [(code, name.text(reading())) for code, name in _authorities().items()]
    return sorted(named, key=lambda entry: entry[1])


def authority_name(code: str) -> Text | str:
    """The name of a local authority."""
    return _authorities().get(code, code)


def _typed(variable: str, value: Any) -> str:
    if variable == "/tier" and value:
        return TERMS[f"tier.{value}"].text(reading())
    if variable == "/authority" and value:
        return str(authority_name(value))
    if variable.startswith("/") or value is None:
        return value or ""
    return _short(as_typed({variable: value}, variable), LONG)


def _value(csl: dict[str, Any], id: str) -> str:
    if id in {variable.id for variable in VARIABLES}:
        return as_typed(csl, id)
    value = csl[id]
    return ", ".join(f"{key}: {each}" for key, each in value.items()) if isinstance(value, dict) else str(value)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
