"""A run laid out for its page: figures with their tables, known items with reasons, what a translation changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plethu.reporting.search_told import fault_sentence
from plethu.searching.faults import Fault
from plethu.searching.platforms import platform
from plethu.wording import say
from plethu.wording.missed import failure_sentence, reason_sentence
from plethu_web.calls.bars import Figure, figure
from plethu_web.calls.queries.counts import Row
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.records.models import Record
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import Run
from plethu_web.strategies.queries.runs import records_by_key


def shown(access: Access, run: Run) -> dict[str, Any]:
    """All that the page of a run needs; nothing more for one that is not through."""
    result = run.result
    if not run.done:
        return {}
    records = records_by_key(access, _keys(result))
    return {
        "result": result,
        "figure": _figure(result),
        "terms": [_terms(block) for block in result["blocks"] if block["terms"]],
        "remarks": [_said(each) for each in (*result["faults"], *result["remarks"])],
        "known": _known(access, result["known"], records),
        "compared": [_compared(target, found) for target, found in result["compared"].items()],
        "drift": _drift(access, result["drift"], records),
    }


def _keys(result: Mapping[str, Any]) -> list[int]:
    keys = [key for item in result["known"] for key in item["records"][:1]]
    changed = result["drift"] or {"new": [], "gone": []}
    return [*keys, *changed["new"], *changed["gone"]]


def _figure(result: Mapping[str, Any]) -> Figure:
    rows = [
        Row(" ".join(filter(None, (f"{block['name']}.", block["title"]))), (block["hits"],))
        for block in result["blocks"]
    ]
    rows.append(Row(_("The whole strategy"), (result["hits"],)))
    return figure("hits", _("Records found by each block and by the whole"), [_("Block"), _("Records")], rows)


def _terms(block: Mapping[str, Any]) -> dict[str, Any]:
    """The table of a block's terms, those that bring most first."""
    found = sorted(block["terms"], key=lambda term: -term["hits"])
    return {
        "name": block["name"],
        "caption": _("What each term of block %(name)s brings") % {"name": block["name"]},
        "columns": [
            {"text": _("Term")},
            {"text": _("Records"), "number": True},
            {"text": _("By it alone in the block"), "number": True},
            {"text": _("By it alone in the whole"), "number": True},
            {"text": _("Remark")},
        ],
        "rows": [[term["term"], term["hits"], term["alone"], term["alone_whole"], _remark(term)] for term in found],
    }


def _remark(term: Mapping[str, Any]) -> str:
    if term["wanted"]:
        return _("brings known items that nothing else finds: %(n)s") % {"n": term["wanted"]}
    if term["is_noise"]:
        return _("much of the block, next to nothing of the whole")
    return _("finds nothing here") if not term["hits"] else ""


def _said(fault: Mapping[str, Any]) -> str:
    words = fault_sentence(Fault(fault["code"], values=fault["values"]), reading())
    return _("Block %(name)s: %(words)s") % {"name": fault["block"], "words": words} if fault["block"] else words


def _known(access: Access, items: list[Any], records: Mapping[int, Record]) -> dict[str, Any]:
    shown = [{**item, **_link(access, item["records"][:1], records), "why": why(item["missed"])} for item in items]
    by_state = {state: [item for item in shown if item["state"] == state] for state in ("found", "missed", "absent")}
    there = len(by_state["found"]) + len(by_state["missed"])
    return {**by_state, "all": len(items), "there": there}


def _link(access: Access, keys: list[int], records: Mapping[int, Record]) -> dict[str, Any]:
    record = records.get(keys[0]) if keys else None
    if record is None:
        return {"href": "", "title": ""}
    return {"href": reverse("records:record", args=[access.review.slug, record.pk]), "title": record.title}


def why(missed: Mapping[str, Any] | None) -> list[str]:
    """Why a record is not found: a sentence for each block that failed, and what came nearest in it."""
    if missed is None:
        return []
    said = [_failed(failure) for failure in missed["failures"]]
    if missed["has_no_abstract"]:
        said.append(say("search.missed.no-abstract", reading()))
    return said


def _failed(failure: Mapping[str, Any]) -> str:
    name = ". ".join(filter(None, (failure["block"], failure["title"]))) or _("the formula")
    reasons = [(each["code"], each["values"]) for each in failure["reasons"]]
    if failure["is_dropped"]:
        begun = _("“%(name)s” finds it, and the formula leaves out what that finds.") % {"name": name}
        return " ".join([begun, *(reason_sentence(code, values, reading()) for code, values in reasons)])
    return failure_sentence(name, reasons, reading(), failure["others"])


def _compared(target: str, found: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": target, "name": platform(target).name, **found}


def _drift(access: Access, found: Mapping[str, Any] | None, records: Mapping[int, Record]) -> dict[str, Any] | None:
    if found is None:
        return None
    lines = [[line["name"] or _("The whole strategy"), _n(line["before"]), _n(line["after"]), _flag(line)]
             for line in found["lines"]]  # fmt: skip
    columns = [
        {"text": _("Block")},
        {"text": _("Then"), "number": True},
        {"text": _("Now"), "number": True},
        {"text": _("Remark")},
    ]
    return {
        **found,
        "columns": columns,
        "rows": lines,
        "new_records": _links(access, found["new"], records),
        "gone_records": _links(access, found["gone"], records),
    }


def _n(count: int | None) -> int | str:
    return "–" if count is None else count


def _flag(line: Mapping[str, Any]) -> str:
    return _("moved by more than a tenth") if line["is_flagged"] else ""


def _links(access: Access, keys: list[int], records: Mapping[int, Record]) -> list[dict[str, Any]]:
    return [_link(access, [key], records) for key in keys if key in records]


def comparison(access: Access, found: Mapping[str, Any]) -> dict[str, Any]:
    """The records that a translation gains and loses here, each with a way there and the reason where it is known."""
    records = records_by_key(access, [*found["lost_records"], *found["gained_records"]])

    def listed(side: str) -> list[dict[str, Any]]:
        keys = [key for key in found[f"{side}_records"] if key in records]
        return [{**_link(access, [key], records), "why": why(found[f"why_{side}"].get(str(key)))} for key in keys]

    return {"lost": listed("lost"), "gained": listed("gained")}
