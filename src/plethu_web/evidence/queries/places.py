"""Case studies and the places they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from plethu.evidence.cases import Authority, CaseStudy, Tier
from plethu.evidence.text import Language, Text
from plethu_web.evidence.queries.ends import Linked, beside
from plethu_web.evidence.queries.filters import folded
from plethu_web.evidence.queries.findings import items
from plethu_web.evidence.queries.labels import term
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf

TIERS: tuple[Tier, ...] = get_args(Tier)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case study among others. `language` is that of its title."""

    id: str
    href: str
    title: str
    language: str
    place: str
    printed_place: str
    date: str
    authorities: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A council area among others."""

    code: str
    href: str
    name: Text
    region: Text
    area: Text
    cases: int


def case_row(shelf: Shelf, case: CaseStudy) -> CaseRow:
    """A case study, ready for a list."""
    return CaseRow(
        id=case.id,
        href=href("case", case.id),
        title=case.title,
        language=case.language,
        place=case.place,
        printed_place=case.location_printed,
        date=case.date_printed,
        authorities=tuple(authority_link(shelf, code) for code in case.authorities),
    )


def authority_link(shelf: Shelf, code: str) -> Linked:
    """A council area."""
    return Linked(shelf.index.authorities[code].name, href("authority", code))


def places_page(shelf: Shelf, language: Language) -> dict[str, Any]:
    """All cases by tier, and all council areas."""
    cases = shelf.edition.case_studies
    tiers = [(tier, [case_row(shelf, case) for case in cases if case.tier == tier]) for tier in TIERS]
    rows = sorted(
        (_authority_row(shelf, a) for a in shelf.edition.authorities), key=lambda row: folded(row.name.text(language))
    )
    return {
        "tiers": [(tier, term("tier", tier), found) for tier, found in tiers],
        "regional": list(dict.fromkeys(case.place for case in cases if case.tier == "regional")),
        "authorities": rows,
        "without": sum(not row.cases for row in rows),
        "total": len(cases),
    }


def _authority_row(shelf: Shelf, authority: Authority) -> AuthorityRow:
    return AuthorityRow(
        code=authority.code,
        href=href("authority", authority.code),
        name=authority.name,
        region=authority.region,
        area=term("area", authority.rural),
        cases=len(shelf.cases_in.get(authority.code, ())),
    )


def authority_page(shelf: Shelf, authority: Authority) -> dict[str, Any]:
    """A council area and its cases: those of the area alone first, then those that reach over several."""
    cases = shelf.cases_in.get(authority.code, [])
    neighbours = [a for a in shelf.edition.authorities if a.code != authority.code and a.region == authority.region]
    return {
        "authority": authority,
        "area": term("area", authority.rural),
        "alone": [case_row(shelf, case) for case in cases if len(case.authorities) == 1],
        "shared": [case_row(shelf, case) for case in cases if len(case.authorities) > 1],
        "neighbours": [_authority_row(shelf, neighbour) for neighbour in neighbours],
    }


def case_page(shelf: Shelf, case: CaseStudy) -> dict[str, Any]:
    """Everything about a case study."""
    index = shelf.index
    cited_as = shelf.citations_to.get(case.id, [])
    perhaps_as = shelf.perhaps_to.get(case.id, [])
    return {
        "case": case,
        "tier": term("tier", case.tier),
        "authorities": [authority_link(shelf, code) for code in case.authorities],
        "topics": _topics(shelf, case.topics),
        "actions": [Linked(index.actions[id].name, href("action", id)) for id in case.actions],
        "citations": [(citation, items(shelf, _citing(shelf, citation.id))) for citation in cited_as],
        "perhaps": [(citation, items(shelf, _citing(shelf, citation.id))) for citation in perhaps_as],
        "queries": shelf.queries_on.get(case.id, []),
        **beside(shelf.edition.case_studies, case, lambda other: Linked(other.id, href("case", other.id))),
    }


def _citing(shelf: Shelf, citation: str) -> list[str]:
    return [finding.id for finding in shelf.citing.get(citation, [])]


def _topics(shelf: Shelf, ids: Iterable[str]) -> list[Text]:
    aims = shelf.index.dimensions[shelf.edition.aims_dimension]
    names = {value.id: value.name for value in aims.values}
    return [names.get(id, Text(id)) for id in ids]
