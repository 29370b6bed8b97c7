"""Agreement of two coders as rows for templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from plethu.wording import say
from plethu.workshop.agreement import Agreement, Difference
from plethu.workshop.contributions import Contribution
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.coding_shown import excerpt, proposal_names, subject
from plethu_web.workshops.forms.coding import STANCES
from plethu_web.workshops.models import Workshop

Named = Callable[[str], str]


def stance(values: str) -> str:
    """One stance or several, in words."""
    return ", ".join(str(dict(STANCES)[each]) for each in values.split()) if values else _("not coded")


def aspect(values: str) -> str:
    """One aspect or several, in words."""
    return ", ".join(say(f"workshop.aspect.{each}", reading()) for each in values.split()) if values else _("not coded")


def part(heading: str, found: Agreement, named: Named | None) -> dict[str, Any]:
    """Figures and their table: rows are the first coder's choices, columns the second's. `named` puts them in words."""
    return {"heading": heading, "figures": figures(found), **(_table(found, named) if named and found.items else {})}


def _table(found: Agreement, named: Named) -> dict[str, Any]:
    chosen = dict.fromkeys(
        [*(first for first, _second, _n in found.table), *(second for _f, second, _n in found.table)]
    )
    counts = {(first, second): count for first, second, count in found.table}
    columns: list[dict[str, Any]] = [{"text": _("First coder, down; second coder, across")}]
    columns += [{"text": named(each), "number": True} for each in chosen]
    rows = [[named(first), *(counts.get((first, second), 0) for second in chosen)] for first in chosen]
    return {"columns": columns, "rows": rows}


def figures(found: Agreement) -> list[str]:
    """Agreement in sentences. Where there are too few items, only how many; no share is worked out of them."""
    language = reading()
    if "too-few" in found.cautions:
        counted = (
            [say("workshop.agreement.counts", language, agreed=found.agreed, items=found.items)] if found.items else []
        )
        return [*counted, say("workshop.agreement.too-few", language)]
    said = []
    if found.share is not None and found.expected is not None:
        share, expected = round(100 * found.share), round(100 * found.expected)
        values = {"agreed": found.agreed, "items": found.items, "share": share, "expected": expected}
        said.append(say("workshop.agreement.figures", language, **values))
    if found.kappa is None or found.error is None:
        said.append(say("workshop.agreement.kappa-undefined", language))
    else:
        said.append(say("workshop.agreement.kappa", language, kappa=f"{found.kappa:.2f}", error=f"{found.error:.2f}"))
    return said + [say(f"workshop.agreement.{code}", language) for code in found.cautions]


def difference(workshop: Workshop, each: Difference, said: Mapping[str, Contribution]) -> dict[str, Any]:
    """What two coders see differently, in words."""
    found, one = subject(workshop, each.against), said[each.contribution]
    return {
        "contribution": each.contribution,
        "excerpt": excerpt(one.text),
        "language": one.language,
        "ref": each.against if found and found.kind == "finding" else "",
        "against": found.words if found else proposal_names(workshop).get(each.against, each.against),
        "first": _both(each.stances[0], each.aspects[0]),
        "second": _both(each.stances[1], each.aspects[1]),
    }


def _both(stances: str, aspects: str) -> str:
    return f"{stance(stances)}, {aspect(aspects)}" if stances else _("not coded")
