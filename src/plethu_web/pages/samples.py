"""Sample data for the gallery of components. The texts are made up to show the components, not taken from an edition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.html import format_html

from plethu.evidence.text import Text
from plethu_web.pages.widgets import HintedCheckboxes, HintedRadios

STAGES = {
    "new": Text("It is new", "Mae’n newydd"),
    "settled": Text("It is well established", "Mae wedi hen sefydlu"),
    "unsure": Text("Not sure", "Ddim yn siŵr"),
}
PARTNERS = {
    "council": Text("Council", "Cyngor"),
    "health": Text("Health board", "Bwrdd iechyd"),
    "group": Text("Community group", "Grŵp cymunedol"),
}
CATEGORIES = {
    1: Text("Shared purpose", "Pwrpas cyffredin"),
    2: Text("Governance", "Llywodraethu"),
    3: Text("Finance", "Cyllid"),
}
VERDICTS = {
    "fits": Text("Fits", "Yn addas"),
    "fits-with-care": Text("Fits, with care", "Yn addas, gyda gofal"),
    "needs-something-first": Text("Needs something first", "Angen rhywbeth yn gyntaf"),
    "not-enough-evidence": Text("Not enough evidence here", "Dim digon o dystiolaeth yma"),
}
LANES = (
    ("now", Text("Now", "Nawr"), Text("Nothing stands in the way.", "Does dim byd yn y ffordd.")),
    ("next", Text("Next", "Nesaf"), Text("One step comes first.", "Mae un cam yn dod yn gyntaf.")),
    ("later", Text("Later", "Yn ddiweddarach"), Text("Several steps come first.", "Mae sawl cam yn dod yn gyntaf.")),
    ("keep-going", Text("Keep going", "Dal ati"), Text("Already in place.", "Eisoes ar waith.")),
    (
        "not-enough-evidence",
        Text("Not enough evidence", "Dim digon o dystiolaeth"),
        Text("We cannot say for a situation like yours.", "Ni allwn ddweud ar gyfer sefyllfa fel eich un chi."),
    ),
)


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField()
    stage = forms.ChoiceField()
    partners = forms.MultipleChoiceField()
    area = forms.ChoiceField()
    agree = forms.BooleanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._say("name", Text("Name of the collaboration", "Enw’r cydweithrediad"))
        self.fields["name"].help_text = Text("As you would say it aloud", "Fel y byddech yn ei ddweud yn uchel")
        self._say("stage", Text("How far along is it?", "Pa mor bell ymlaen mae’r gwaith?"))
        hint = Text("The first year or so", "Tua’r flwyddyn gyntaf")
        self._offer("stage", STAGES, HintedRadios(hints={"new": hint}, apart={"unsure"}))
        self._say("partners", Text("Who takes part?", "Pwy sy’n cymryd rhan?"))
        self.fields["partners"].help_text = Text("Choose all that apply", "Dewiswch bob un sy’n berthnasol")
        self._offer("partners", PARTNERS, HintedCheckboxes())
        self._say("area", Text("Kind of area", "Math o ardal"))
        areas = {"rural": Text("Rural", "Gwledig"), "urban": Text("Urban", "Trefol")}
        self._offer("area", {value: _words(text) for value, text in areas.items()}, forms.Select())
        self._say("agree", Text("I have read this", "Rwyf wedi darllen hwn"))

    def _say(self, name: str, label: Text) -> None:
        self.fields[name].label = label  # type: ignore[assignment]

    def _offer(self, name: str, choices: dict[str, Any], widget: forms.ChoiceWidget) -> None:
        field = self.fields[name]
        field.widget = widget
        field.choices = list(choices.items())  # type: ignore[attr-defined]
