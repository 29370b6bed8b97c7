"""The filters over findings, relations and sources. Sent by GET; what an address asks for is read in queries."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plethu.evidence.findings import CROSS_CUTTING
from plethu.evidence.text import Text
from plethu_web.evidence.queries.filters import LONGEST_SEARCH, SORTS, Filters, facets_of
from plethu_web.evidence.queries.labels import POLARITIES, STANCES, Words, term
from plethu_web.evidence.queries.relations import RelationFilters, relation_values
from plethu_web.evidence.queries.shelf import Shelf
from plethu_web.evidence.queries.sources import SourceFilters, source_values
from plethu_web.pages.templatetags.plethu_texts import words

SORT_NAMES: dict[str, Any] = {
    "report": _("As in the report"),
    "action": _("By action"),
    "strand": _("By strand"),
}
NAMES: dict[str, Any] = {
    "q": _("Words"),
    "action": _("Action"),
    "category": _("Category"),
    "strand": _("Strand"),
    "stance": _("What the workshop said"),
    "voice": _("Voice"),
    "polarity": _("Direction"),
    "condition": _("Circumstance"),
    "sort": pgettext_lazy("filter", "Order"),
    "kind": pgettext_lazy("filter", "Kind"),
    "basis": _("Basis"),
    "cited": _("Cited"),
}
Choices = list[tuple[str, Any]]


class QuickSelect(forms.Select):
    """A select that writes its options itself: Django would render a template for each, which costs most of a page."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The element with its options, in groups where choices are."""
        chosen = {str(v) for v in self.format_value(value)}
        parts = []
        for key, label in self.choices:
            if isinstance(label, list | tuple):
                parts.append(format_html('<optgroup label="{}">{}</optgroup>', key, _options(label, chosen)))
            else:
                parts.append(_options([(key, label)], chosen))
        given = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", given, format_html_join("", "{}", ((part,) for part in parts)))


def _options(choices: Iterable[tuple[Any, Any]], chosen: set[str]) -> SafeString:
    marked = ((value, mark_safe(" selected") if str(value) in chosen else "", label) for value, label in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


class _Filters(forms.Form):
    """Fields of choices that show what was asked for. Never bound: there is nothing in them to be wrong."""

    def __init__(self, asked: Any) -> None:
        super().__init__(initial=dataclasses.asdict(asked), auto_id="filter_%s")

    def words(self, hint: Any) -> None:
        """A field for words to search for."""
        field = forms.CharField(required=False, label=NAMES["q"], help_text=str(hint), max_length=LONGEST_SEARCH)
        field.widget.input_type = "search"
        self.fields["q"] = field

    def choice(self, name: str, choices: Choices, empty: Any, hint: Any = "") -> None:
        """A field to choose one value in, or all."""
        first: Choices = [("", empty)] if empty else []
        options = first + choices
        self.fields[name] = forms.ChoiceField(
            required=False, label=NAMES[name], choices=options, widget=QuickSelect, help_text=hint
        )


class FindingFilters(_Filters):
    """Search and filters over the findings."""

    def __init__(self, asked: Filters, shelf: Shelf) -> None:
        super().__init__(asked)
        index, counts = shelf.index, facets_of(shelf).of
        any_one, nobody = _("All"), pgettext_lazy("category", "Cross-cutting")
        self.words(_("Accents and capitals do not matter"))
        self.choice("action", _counted(((a.id, a.name) for a in index.ordered_actions), counts["action"]), any_one)
        categories: list[tuple[str, Words]] = [
            *((c.id, c.name) for c in shelf.edition.categories),
            (CROSS_CUTTING, nobody),
        ]
        self.choice("category", _counted(categories, counts["category"]), any_one)
        held = [(s.id, s.name) for s in shelf.edition.strands if counts["strand"][s.id] or s.id == asked.strand]
        self.choice("strand", _counted(held, counts["strand"]), any_one, _together(shelf))
        self.choice("stance", _counted(_terms("stance", STANCES), counts["stance"]), any_one)
        self.choice("voice", _counted(((v.id, v.name) for v in shelf.edition.voices), counts["voice"]), any_one)
        self.choice("polarity", _counted(_terms("polarity", POLARITIES), counts["polarity"]), any_one)
        self.choice("condition", _circumstances(shelf, asked.condition), any_one)
        self.choice("sort", [(sort, SORT_NAMES[sort]) for sort in SORTS], None)


class RelationFilterForm(_Filters):
    """Filters over the relations."""

    def __init__(self, asked: RelationFilters, shelf: Shelf) -> None:
        super().__init__(asked)
        for name, group in (("kind", "relation"), ("basis", "basis")):
            values = relation_values(shelf)[name]
            self.choice(name, [(v, f"{words(term(group, v))} ({n})") for v, n in values.items()], _("All"))


class SourceFilterForm(_Filters):
    """Search and filters over the sources."""

    def __init__(self, asked: SourceFilters, shelf: Shelf) -> None:
        super().__init__(asked)
        self.words(_("Author, title, publisher or year"))
        values = source_values(shelf)
        strands = [(id, f"{words(shelf.index.strands[id].name)} ({n})") for id, n in values["strand"].items()]
        self.choice("strand", strands, _("All"))
        cited = {"yes": _("cited in the text"), "no": _("never cited in the text")}
        self.choice("cited", [(v, f"{cited[v]} ({n})") for v, n in values["cited"].items()], _("All"))


def _together(shelf: Shelf) -> str:
    """Why some strands are not among the choices: a review tells what they found together."""
    counts, review = facets_of(shelf).of["strand"], shelf.index.strands.get("review")
    empty = [words(s.name) for s in shelf.edition.strands if not counts[s.id]]
    if not empty or review is None or not counts["review"]:
        return ""
    return _("The report tells the findings of these together, as %(review)s: %(strands)s.") % {
        "review": words(review.name),
        "strands": ", ".join(empty),
    }


def _terms(group: str, codes: Iterable[str]) -> list[tuple[str, Text]]:
    return [(code, term(group, code)) for code in codes]


def _counted(named: Iterable[tuple[str, Words]], counts: Mapping[str, frozenset[int]]) -> Choices:
    return [(value, f"{words(name)} ({len(counts[value])})") for value, name in named]


def _circumstances(shelf: Shelf, asked: str) -> Choices:
    # Only those that some finding speaks of, and what was asked for: there are many.
    counts = facets_of(shelf).of["condition"]
    groups: Choices = []
    for dimension in shelf.edition.dimensions:
        named = [(f"{dimension.id}:{value.id}", value.name) for value in dimension.values]
        if options := _counted(((v, name) for v, name in named if counts[v] or v == asked), counts):
            groups.append((words(dimension.name), options))
    return groups
