"""Forms for a part of the agenda and for the questions to the groups."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.workshops.actions.agenda import PartWords
from plethu_web.workshops.models import Prompt, Round
from plethu_web.workshops.models.workshop import RoundKind
from plethu_web.workshops.subjects import subjects_of

MOST_PROMPTS = 8


class PartForm(BilingualForm):
    """A part of the agenda: what it is called, how it is held, how long, and what it discusses."""

    written = {"title": Written(_("Title"), 200, missing=_("Give this part a title."))}
    kind = radios(_("How is it held?"), RoundKind.choices, missing=_("Say how it is held."))
    minutes = forms.IntegerField(
        label=cast(Any, _("Minutes")),
        min_value=1,
        max_value=480,
        error_messages=cast(Any, {"required": _("Say how many minutes it takes.")}),
    )
    actions = checkboxes(_("Actions it discusses"), [])
    findings = text(
        _("Findings it discusses"),
        2000,
        rows=2,
        hint=_("Their numbers, such as F001 F014, as the pages of the evidence or of the edition show them. Up to 40."),
    )

    def __init__(self, *given: Any, edition: str, **options: Any) -> None:
        super().__init__(*given, **options)
        self.subjects = subjects_of(edition)
        found = [(each.ref, each.words) for each in self.subjects.values() if each.kind == "action"]
        self.fields["actions"].choices = found  # type: ignore[attr-defined]
        if not found:  # an edition need not have any
            del self.fields["actions"]

    def clean_findings(self) -> list[str]:
        """The findings that are named, each once. One the edition does not have is refused by its number."""
        named = list(dict.fromkeys(re.findall(r"[^\s,;]+", str(self.cleaned_data["findings"]))))
        known = {ref.casefold(): ref for kind, ref in self.subjects if kind == "finding"}
        if unknown := [name for name in named if name.casefold() not in known]:
            words = _now("The edition has no finding of this number: %(number)s") % {"number": unknown[0][:40]}
            raise ValidationError(words)
        if len(named) > 40:
            raise ValidationError(_("These are more findings than one round can discuss. Choose up to 40."))
        return list(dict.fromkeys(known[name.casefold()] for name in named))

    def part(self) -> PartWords:
        """What was written."""
        given = self.cleaned_data
        topics = [("action", ref) for ref in given.get("actions", ())] + [("finding", ref) for ref in given["findings"]]
        return PartWords(given["kind"], given["minutes"], given["title"], given["title_cy"], tuple(topics))


def said_of(round: Round) -> dict[str, Any]:
    """A part of the agenda as the initial values of its form."""
    topics = list(round.topics.all())
    return {
        "title": round.title,
        "title_cy": round.title_cy,
        "kind": round.kind,
        "minutes": round.minutes,
        "actions": [topic.ref for topic in topics if topic.kind == "action"],
        "findings": " ".join(topic.ref for topic in topics if topic.kind == "finding"),
    }


class PromptsForm(forms.Form):
    """The questions to the groups, one a line, in both languages. What stands on one line is the same question.

    One language may be left out; where one question of it is missing, its line holds a hyphen.
    """

    prompts = text(_("Questions in English"), 4000, rows=5, hint=_("One on each line, up to 8."))
    prompts_cy = text(
        _("Questions in Welsh"), 4000, rows=5, hint=_("On the same lines as in English, so that they belong together.")
    )

    def clean(self) -> dict[str, Any]:
        """There is at least one, and none is too long."""
        given = super().clean() or {}
        pairs, lengths = self._pairs(given), {len(lines) for lines in self._lines(given) if lines}
        if len(lengths) > 1:
            words = _("There are more lines in one language than in the other. Write - where a question is missing.")
            self.add_error("prompts", words)
        elif not pairs:
            self.add_error("prompts", _("Write at least one question."))
        if len(pairs) > MOST_PROMPTS or any(len(part) > 500 for pair in pairs for part in pair):
            self.add_error("prompts", _("Up to 8 questions, each of up to 500 characters."))
        return given

    def pairs(self) -> list[tuple[str, str]]:
        """The questions, each in English and Welsh."""
        return self._pairs(self.cleaned_data)

    def _pairs(self, given: dict[str, Any]) -> list[tuple[str, str]]:
        both = zip_longest(*self._lines(given), fillvalue="")
        return [(en.strip("-"), cy.strip("-")) for en, cy in both if (en + cy).strip("-")]

    def _lines(self, given: dict[str, Any]) -> list[list[str]]:
        texts = (str(given.get(name) or "").strip() for name in self.fields)
        return [[line.strip() for line in text.splitlines()] for text in texts]


def said_in(prompts: list[Prompt]) -> dict[str, str]:
    """The questions as the initial values of their form."""
    return {
        "prompts": _as_lines([prompt.words for prompt in prompts]),
        "prompts_cy": _as_lines([prompt.words_cy for prompt in prompts]),
    }


def _as_lines(words: list[str]) -> str:
    return "\n".join(each or "-" for each in words) if any(words) else ""
