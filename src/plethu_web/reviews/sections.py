"""The parts of a review that its page leads to. Each names its address and the ability it takes to open it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a review: the name of its address, the ability it takes, its name, and what it is for."""

    address: str
    ability: str
    name: Promise
    purpose: Promise


SECTIONS: tuple[tuple[Promise, tuple[Section, ...]], ...] = (
    (
        _("Agree"),
        (
            Section("reviews:protocol", "read", _("Protocol"), _("Question, scope, strands and rules.")),
            Section("reviews:polls", "read-polls", _("Polls"), _("Ask partners by a link, and note what was decided.")),
            Section("reviews:steering", "read", _("Steering group"), _("Who is in it, its meetings and decisions.")),
            Section("reviews:involvement", "read", _("Involvement"), _("Who took part, how, at which stage.")),
            Section("reviews:glossary", "read", _("Glossary"), _("The words you agreed, and what they mean.")),
        ),
    ),
    (
        _("Gather"),
        (
            Section(
                "strategies:strategies",
                "read-strategies",
                _("Search strategies"),
                _("Written once, right in every database, proved on your own records."),
            ),
            Section("calls:call", "run-call", _("Open call"), _("A public form for case studies and sources.")),
            Section("calls:searches", "read", _("Log of searches"), _("Where you looked, and what you found.")),
            Section(
                "calls:suggest", "contribute", _("Suggest a source"), _("A report, a page or a story you know of.")
            ),
            Section("records:imports", "import", _("Imports"), _("Files of other programs, record by record.")),
            Section("records:records", "read", _("Records"), _("All that came in, where from, what was mended.")),
        ),
    ),
    (
        _("Discuss"),
        (
            Section(
                "workshops:workshops",
                "read-workshops",
                _("Workshops"),
                _("Findings held against what people know, in mixed groups."),
            ),
        ),
    ),
    (
        _("Look after"),
        (
            Section("reviews:team", "see-team", _("Team"), _("Who is in, and who may do what.")),
            Section("reviews:trail", "see-trail", _("Audit trail"), _("Who did what, and when.")),
            Section("reviews:change", "manage", _("Title and description"), _("What others see first.")),
        ),
    ),
)


def shown(access: Access) -> Iterable[tuple[Promise, list[tuple[Section, str]]]]:
    """The sections somebody may open, each with its address. What does not exist is not linked."""
    for name, sections in SECTIONS:
        found = [(section, _address(section, access)) for section in sections if access.can(section.ability)]
        if there := [(section, href) for section, href in found if href]:
            yield name, there


def _address(section: Section, access: Access) -> str:
    try:
        return reverse(section.address, args=[access.review.slug])
    except NoReverseMatch:
        return ""
