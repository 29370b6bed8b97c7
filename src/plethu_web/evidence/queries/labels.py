"""Codes of an edition in words. Terms come from the library; here is what only these pages say."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plethu.evidence.text import Text
from plethu.terms import TERMS

Words = str | Promise | Text

POLARITIES = ("supports", "mixed", "hinders")
STANCES = ("echoed", "challenged", "added")

POLARITY_MEANS: dict[str, Words] = {
    "supports": _("It says that something helps."),
    "mixed": _("It says that something helps in part, or sometimes."),
    "hinders": _("It says that something gets in the way."),
}
STANCE_HEADINGS: dict[str, Words] = {
    "echoed": _("Echoed: the workshop agreed"),
    "challenged": _("Challenged: the workshop questioned it or set limits to it"),
    "added": _("Added: the workshop brought something more"),
}
STANCE_BASIS: dict[str, Words] = {"stated": _("stated in the report"), "judged": _("judged from the wording")}
CONCEPTS: dict[str, Words] = {
    "feature": _("Features: what good collaboration looks like"),
    "factor": _("Factors: what supports it"),
    "process-aim": _("Functions: aims for the process"),
    "process-outcome": _("Functions: outcomes of the process"),
    "wellbeing-aim": _("Functions: aims for wellbeing"),
    "wellbeing-outcome": _("Functions: outcomes for wellbeing"),
}
QUERIES: dict[str, Words] = {
    "citation": _("Citations that do not resolve"),
    "year": _("Years that do not agree"),
    "name": _("Names that do not agree"),
    "acronym": _("Acronyms"),
    "flow": _("The flow of records, and the search"),
    "date": _("Dates of case studies"),
    "place": _("Places"),
    "list": _("The lists of sources"),
    "other": _("Other points"),
}
TOPICS: dict[str, Words] = {
    "framework": _("The framework"),
    "actions": _("The actions"),
    "evidence": _("The evidence"),
    "workshop": _("The workshop"),
    "outcomes": _("Outcomes"),
    "scope": _("Scope"),
}
ASPECTS: dict[str, Words] = {
    "setting": pgettext_lazy("criterion", "Setting"),
    "phenomenon": pgettext_lazy("criterion", "What it is about"),
    "design": pgettext_lazy("criterion", "Design"),
    "date": pgettext_lazy("criterion", "Date"),
    "geography": pgettext_lazy("criterion", "Geography"),
    "relevance": pgettext_lazy("criterion", "Relevance"),
    "publication": pgettext_lazy("criterion", "Publication"),
    "evaluation": pgettext_lazy("criterion", "Evaluation"),
}
KINDS: dict[str, Words] = {
    "caveats": TERMS["many.caveat"],
    "pages": _("Pages of questions"),
    "voices": TERMS["many.voice"],
    "categories": TERMS["many.category"],
    "actions": TERMS["many.action"],
    "practices": TERMS["many.practice"],
    "concepts": _("Features, factors and functions"),
    "dimensions": TERMS["many.dimension"],
    "circumstances": TERMS["many.circumstance"],
    "findings": TERMS["many.finding"],
    "relations": TERMS["many.relation"],
    "tensions": TERMS["many.tension"],
    "difficulties": TERMS["many.difficulty"],
    "authorities": _("Council areas"),
    "strands": TERMS["many.strand"],
    "criteria": TERMS["many.criterion"],
    "extraction_fields": TERMS["many.extraction-field"],
    "glossary": TERMS["glossary"],
    "open_points": TERMS["many.open-point"],
    "figures": TERMS["many.figure"],
}
LIKENESS: dict[str, Words] = {
    "cited-for-action": _("A finding on this action cites it."),
    "about-action": _("Its title is about this action (our reading)."),
}
# How advice uses a finding: the codes of `uses` in findings.py.
USES: dict[str, Words] = {
    "framing": _("It frames the evidence. Advice makes no use of it."),
    "no-action": _("It bears on no action or category in particular, so it moves no action."),
    "whole-category": _("It counts for every action of its category."),
    "watch": _("It is shown as something to watch for, in every situation."),
    "supports": _("It is evidence for what it bears on, in every situation."),
    "helps-when": _("It speaks for what it bears on where its circumstances hold, and is silent elsewhere."),
    "hinders-when": _("It is a caution on what it bears on where its circumstances hold."),
    "needs": _("It speaks for what it bears on where its circumstances hold, and is a caution where they are missing."),
}


def term(group: str, code: str) -> Text:
    """A domain term. A code that the library has no term for is shown as it is."""
    return TERMS.get(f"{group}.{code}") or Text(code)
