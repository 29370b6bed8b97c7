"""Sample data for the gallery of components. The texts are made up for it, not taken from an edition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.html import format_html, format_html_join

from plethu.evidence.text import Text
from plethu_web.pages.templatetags.plethu_texts import words
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
AREAS = {"rural": Text("Rural", "Gwledig"), "urban": Text("Urban", "Trefol")}
ACTIONS = {
    1: Text("Hold a listening event", "Cynnal digwyddiad gwrando"),
    2: Text("Agree who does what", "Cytuno pwy sy’n gwneud beth"),
    3: Text("Share a small fund", "Rhannu cronfa fach"),
}
VERDICTS = {
    "fits": Text("Fits", "Yn addas"),
    "fits-with-care": Text("Fits, with care", "Yn addas, gyda gofal"),
    "needs-something-first": Text("Needs something first", "Angen rhywbeth yn gyntaf"),
    "not-enough-evidence": Text("Not enough evidence here", "Dim digon o dystiolaeth yma"),
}
LANES = (
    ("now", Text("Now", "Nawr"), Text("Nothing stands in the way.", "Nid oes dim yn y ffordd.")),
    ("next", Text("Next", "Nesaf"), Text("One step comes first.", "Mae un cam yn dod yn gyntaf.")),
    ("later", Text("Later", "Yn ddiweddarach"), Text("Several steps come first.", "Mae sawl cam yn dod yn gyntaf.")),
    ("keep-going", Text("Keep going", "Dal ati"), Text("Already in place.", "Eisoes ar waith.")),
    (
        "not-enough-evidence",
        Text("Not enough evidence", "Dim digon o dystiolaeth"),
        Text("We cannot say for a situation like yours.", "Ni allwn ddweud ar gyfer sefyllfa fel eich un chi."),
    ),
)
CARDS = {"now": (1, 2, 3), "next": (2,), "later": (3, 1), "keep-going": (1, 2), "not-enough-evidence": (3,)}
VERDICT_IN_LANE = {
    "now": "fits",
    "next": "needs-something-first",
    "later": "needs-something-first",
    "keep-going": "fits",
    "not-enough-evidence": "not-enough-evidence",
}
STRANDS: list[dict[str, Any]] = [
    {"name": Text("Academic", "Academaidd"), "href": "#", "total": 14, "supports": 9, "mixed": 2, "hinders": 3},
    {
        "name": Text("Workshop", "Gweithdy"),
        "href": "#",
        "total": 21,
        "supports": 12,
        "mixed": 4,
        "hinders": 5,
        "echoed": 11,
        "challenged": 3,
        "added": 7,
    },
    {
        "name": Text("Practice", "Arfer"),
        "total": 0,
        "supports": 0,
        "mixed": 0,
        "hinders": 0,
        "note": Text("No findings", "Dim canfyddiadau"),
    },
]
NOTHING = Text("", "")
STOP, AGAIN = Text("Stop this", "Atal hyn"), Text("Try again", "Rhoi cynnig arall arni")
JOB = Text("Take in a file of references", "Derbyn ffeil o gyfeiriadau")
JOBS = (
    ("waiting", Text("Waiting to start", "Yn aros i ddechrau"), 0, NOTHING, NOTHING, STOP),
    (
        "running",
        Text("Under way", "Ar y gweill"),
        1200,
        Text("1,200 of 5,000 so far.", "1,200 o 5,000 hyd yn hyn."),
        NOTHING,
        STOP,
    ),
    ("done", Text("Done", "Wedi’i wneud"), 0, NOTHING, NOTHING, NOTHING),
    (
        "failed",
        Text("Could not be done", "Ni ellid ei wneud"),
        0,
        NOTHING,
        Text("The file is not one of references.", "Nid ffeil o gyfeiriadau yw hon."),
        AGAIN,
    ),
)
SAMPLE_EDITION = {
    "title": Text("An edition made up for this page", "Argraffiad a ddyfeisiwyd ar gyfer y dudalen hon"),
    "notice": Text("Not made or endorsed by anybody.", "Ni wnaed ac ni chymeradwywyd hwn gan neb."),
    "citation": "Nobody (2024) Nothing at all. Nowhere: No Press.",
    "version": "1.0",
    "licence": "CC-BY-4.0",
}
WORDS = {
    "a_heading": Text("Where the collaboration stands", "Sefyllfa’r cydweithrediad"),
    "a_text": Text(
        "Advice is a starting point, not a finished plan.", "Man cychwyn yw cyngor, nid cynllun gorffenedig."
    ),
    "a_warning": Text("This deletes your answers for good.", "Bydd hyn yn dileu eich atebion am byth."),
    "a_question": Text("Why do we ask?", "Pam rydym yn gofyn?"),
    "a_done": Text("Your answers are saved.", "Mae eich atebion wedi’u cadw."),
    "a_button": Text("Continue", "Parhau"),
    "a_second": Text("Save for later", "Cadw at eto"),
    "a_third": Text("Delete", "Dileu"),
    "a_caption": Text("Findings by strand", "Canfyddiadau fesul llinyn"),
    "a_table": Text("Sources by strand", "Ffynonellau fesul llinyn"),
    "a_figure": Text("Sources by strand, drawn", "Darlun o ffynonellau fesul llinyn"),
}


class SampleForm(forms.Form):
    """One field of each kind. Labels, hints and options may be texts of an edition."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        needed = words(Text("Give the collaboration’s name", "Rhowch enw’r cydweithrediad"))
        fields["name"] = forms.CharField(error_messages={"required": needed})
        fields["name"].label = Text("Name of the collaboration", "Enw’r cydweithrediad")
        fields["name"].help_text = Text("As you would say it aloud", "Fel y byddech yn ei ddweud yn uchel")
        first_year = Text("The first year or so", "Tua’r flwyddyn gyntaf")
        radios = HintedRadios(hints={"new": first_year}, apart={"unsure"})
        fields["stage"] = forms.ChoiceField(choices=list(STAGES.items()), widget=radios)
        fields["stage"].label = Text("How far along is it?", "Pa mor bell y mae’r gwaith wedi datblygu?")
        fields["partners"] = forms.MultipleChoiceField(choices=list(PARTNERS.items()), widget=HintedCheckboxes())
        fields["partners"].label = Text("Who takes part?", "Pwy sy’n cymryd rhan?")
        fields["partners"].help_text = Text("Choose all that apply", "Dewiswch bob un sy’n berthnasol")
        fields["area"] = forms.ChoiceField(choices=[(value, words(text)) for value, text in AREAS.items()])
        fields["area"].label = Text("Kind of area", "Math o ardal")
        needed = words(Text("Say that you have read this", "Dywedwch eich bod wedi darllen hwn"))
        fields["agree"] = forms.BooleanField(error_messages={"required": needed})
        fields["agree"].label = Text("I have read this", "Rwyf wedi darllen hwn")


class SampleFilters(forms.Form):
    """Filters as over the findings."""

    def __init__(self) -> None:
        super().__init__(auto_id="filter_%s")
        fields: dict[str, Any] = self.fields
        fields["q"] = forms.CharField(required=False)
        fields["q"].label = Text("Words", "Geiriau")
        choices = [("", words(Text("All", "Pob un")))] + [(str(k), words(v)) for k, v in CATEGORIES.items()]
        fields["category"] = forms.ChoiceField(choices=choices, required=False)
        fields["category"].label = Text("Category", "Categori")


def everything(query: QueryDict) -> dict[str, Any]:
    """The context of the gallery."""
    page = Paginator(range(1, 181), 20).get_page(query.get("page", 4))
    return {
        "sample_form": SampleForm(data={"name": "", "stage": "new", "partners": ["health"], "area": "rural"}),
        "filters": SampleFilters(),
        "page": page,
        "crumbs": [{"label": Text("Actions", "Camau gweithredu"), "href": "#"}, {"label": CATEGORIES[1]}],
        "summary_rows": _summary(),
        "categories": CATEGORIES.items(),
        "verdicts": VERDICTS.items(),
        "lanes": [_lane(*lane) for lane in LANES],
        "strands": STRANDS,
        "columns": [{"text": Text("Strand", "Llinyn")}, {"text": Text("Sources", "Ffynonellau"), "number": True}],
        "rows": [[{"text": strand["name"], "href": "#"}, strand["total"]] for strand in STRANDS],
        "drawing": _drawing(),
        "english": Text("A text that nobody has put into Welsh"),
        "draft": Text("A short text", "Testun byr"),
        "sample_edition": SAMPLE_EDITION,
        "sample_jobs": [_job(*sample) for sample in JOBS],
        **WORDS,
    }


def _job(state: str, state_name: Text, done: int, how_far: Text, error: Text, button: Text) -> dict[str, Any]:
    return {
        "id": f"sample-{state}",
        "name": words(JOB),
        "state": state,
        "state_name": words(state_name),
        "address": "#",
        "has_ended": state not in ("waiting", "running"),
        "done": done,
        "total": 5000 if done else None,
        "how_far": words(how_far),
        "error": words(error),
        "leads_to": "#" if state == "done" else "",
        "buttons": [{"move": "press", "label": words(button), "address": "#"}] if button.en else [],
    }


def _summary() -> list[dict[str, Any]]:
    return [
        {
            "key": Text("How far along is it?", "Pa mor bell y mae’r gwaith wedi datblygu?"),
            "value": STAGES["new"],
            "href": "#",
        },
        {"key": Text("Who takes part?", "Pwy sy’n cymryd rhan?"), "answers": list(PARTNERS.values()), "href": "#"},
        {"key": Text("Kind of area", "Math o ardal"), "value": AREAS["rural"]},
    ]


def _lane(code: str, name: Text, intro: Text) -> dict[str, Any]:
    return {"code": code, "name": name, "intro": intro, "cards": [_card(code, number) for number in CARDS[code]]}


def _card(lane: str, number: int) -> dict[str, Any]:
    verdict = VERDICT_IN_LANE[lane] if number < 3 else "fits-with-care"
    return {
        "name": ACTIONS[number],
        "href": "#",
        "category_order": number,
        "category_name": CATEGORIES[number],
        "verdict": verdict if lane != "keep-going" else "",
        "verdict_name": VERDICTS[verdict] if lane != "keep-going" else "",
        "start_here": lane == "now" and number == 1,
        "summary": Text("One or two lines on what it is.", "Llinell neu ddwy am beth ydyw."),
        "needs": [Text("A map of who does what", "Map o bwy sy’n gwneud beth")] if lane in ("next", "later") else [],
        "reasons": [Text("You said that it is new.", "Dywedasoch ei fod yn newydd.")],
        "cautions": [Text("It takes time.", "Mae’n cymryd amser.")],
    }


def _drawing() -> str:
    title = words(Text("Sources a strand, as bars", "Ffynonellau fesul llinyn, ar ffurf barrau"))
    bar = '<text y="{}" font-size="15">{}</text><rect class="bar-supports" x="100" y="{}" width="{}" height="20"/>'
    bars = format_html_join(
        "", bar, ((n * 30 + 16, words(s["name"]), n * 30, s["total"] * 12) for n, s in enumerate(STRANDS))
    )
    svg = '<svg viewBox="0 0 360 90" width="360" role="img" aria-labelledby="bt"><title id="bt">{}</title>{}</svg>'
    return format_html(svg, title, bars)
