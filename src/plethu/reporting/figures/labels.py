"""Words of the figures, in both languages. What the domain has a term for is taken from the terms."""

from __future__ import annotations

from plethu.evidence.text import Language, Text
from plethu.reporting.saying import say
from plethu.reporting.told import Words
from plethu.terms import TERMS

LABELS: dict[str, Text] = {
    "matrix": Text("Actions by category", "Camau gweithredu fesul categori"),
    "matrix-desc": Text(
        "A grid with a column for each category. Actions from the review stand above those from the workshop. "
        "Actions: {actions}. From the review: {review}. From the workshop: {workshop}.",
        "Grid â cholofn i bob categori. Saif y camau gweithredu o'r adolygiad uwchben y rhai o'r gweithdy. "
        "Camau gweithredu: {actions}. O'r adolygiad: {review}. O'r gweithdy: {workshop}.",
    ),
    "involvement": Text("Involvement by stage and level", "Cyfranogiad fesul cam a lefel"),
    "involvement-desc": Text(
        "A grid with a row for each stage of the review and a column for each level of control. The number in a circle "
        "says how many entries of the log stand there. Entries: {entries}. The table names them.",
        "Grid â rhes i bob cam o'r adolygiad a cholofn i bob lefel rheolaeth. Dywed y rhif mewn cylch faint o "
        "gofnodion sydd yno. Cofnodion: {entries}. Mae'r tabl yn eu henwi.",
    ),
    "review-stage": Text("Stage of the review", "Cam yr adolygiad"),
    "explained": Text("In short", "Yn gryno"),
    "from": Text("From", "Tarddiad"),
    "cartogram": Text("Case studies by council area", "Astudiaethau achos fesul ardal cyngor"),
    "cartogram-desc": Text(
        "A tile for each council area, roughly where it lies. The number says how many case studies are from the area "
        "or from a region it is in. The table gives the same numbers.",
        "Teilsen i bob ardal cyngor, yn fras lle mae'n gorwedd. Dywed y rhif faint o astudiaethau achos sy'n dod o'r "
        "ardal neu o ranbarth y mae ynddo. Mae'r tabl yn rhoi'r un rhifau.",
    ),
    "tile": Text("{name}: case studies {count}", "{name}: astudiaethau achos {count}"),
    "area": Text("Council area", "Ardal cyngor"),
    "region": Text("Region", "Rhanbarth"),
    "in-all": Text("In all", "Cyfanswm"),
    "not-on-map": Text("Not on the map", "Heb fod ar y map"),
    "dots": Text("One dot for each case study", "Un dot i bob astudiaeth achos"),
    "flow": Text("How sources were found and chosen", "Sut y daethpwyd o hyd i'r ffynonellau a'u dewis"),
    "flow-desc": Text(
        "For each strand, every way by which sources were found, stage by stage: how many came in, how many were left "
        "out, how many went on, and how many the strand includes.",
        "Ar gyfer pob llinyn, pob ffordd y daethpwyd o hyd i ffynonellau, fesul cam: faint a ddaeth i mewn, faint a "
        "adawyd allan, faint a aeth ymlaen, a faint y mae'r llinyn yn ei gynnwys.",
    ),
    "branch": Text("Way found", "Ffordd o'u canfod"),
    "stage": Text("Stage", "Cam"),
    "entered": Text("Came in", "Daeth i mewn"),
    "excluded": Text("Left out", "Gadawyd allan"),
    "left": Text("Went on", "Aeth ymlaen"),
    "included": Text("Included", "Cynhwyswyd"),
    "out": Text("left out {count}", "gadawyd allan {count}"),
    "in": Text("came in {count}", "daeth i mewn {count}"),
    "relations": Text("What needs what", "Beth sy'n dod o flaen beth"),
    "relations-desc": Text(
        "Actions in a column for each category. An arrow leads from what has to be there first to what needs it. "
        "Arrows: {arrows}. A plus sign counts further needs, which the table names.",
        "Camau gweithredu mewn colofn i bob categori. Mae saeth yn arwain o'r hyn sy'n gorfod bod yno gyntaf at yr hyn "
        "sy'n dibynnu arno. Saethau: {arrows}. Mae arwydd plws yn cyfrif anghenion pellach, a enwir yn y tabl.",
    ),
    "comes-first": Text("Comes first", "Daw gyntaf"),
    "then": Text("For", "Ar gyfer"),
    "why": Text("Why", "Pam"),
    "basis": Text("Basis", "Sail"),
    "id": Text("Id", "Cod"),
    "further": Text("further needs, in the table", "anghenion pellach, yn y tabl"),
    "whole-category": Text("the whole category", "y categori cyfan"),
    "evidence": Text("Findings by strand: {name}", "Canfyddiadau fesul llinyn: {name}"),
    "evidence-desc": Text(
        "A bar for each strand, one square for each finding. Strands are never added up. {counts}",
        "Bar i bob llinyn, un sgwâr i bob canfyddiad. Nid yw llinynnau byth yn cael eu hadio. {counts}",
    ),
    "no-stance": Text("No stance", "Dim safbwynt"),
    "no-findings": Text("No findings", "Dim canfyddiadau"),
    "stances": Text("What the workshop made of each action", "Yr hyn a wnaeth y gweithdy o bob cam gweithredu"),
    "stances-desc": Text(
        "A bar for each action, one square for each coded finding of the workshop, by whether it echoes, challenges or "
        "adds. {counts} The table gives the same numbers.",
        "Bar i bob cam gweithredu, un sgwâr i bob canfyddiad a godiwyd o'r gweithdy, yn ôl a yw'n ategu, yn herio "
        "neu'n ychwanegu. {counts} Mae'r tabl yn rhoi'r un rhifau.",
    ),
    "stances-on": Text("What they are on", "Am beth y maent"),
    "stances-category": Text("{name}, as a whole", "{name}, yn ei grynswth"),
    "stances-whole": Text("Collaboration as a whole", "Cydweithio yn ei grynswth"),
    "concepts": Text("What good collaboration is made of", "Beth sy'n gwneud cydweithio da"),
    "concepts-desc": Text(
        "Features, which show what good collaboration looks like: {features}. Factors, which support it: {factors}.",
        "Nodweddion, sy'n dangos sut olwg sydd ar gydweithio da: {features}. Ffactorau, sy'n ei gefnogi: {factors}.",
    ),
    "features-are": Text("what good collaboration looks like", "sut olwg sydd ar gydweithio da"),
    "factors-are": Text("what supports it", "beth sy'n ei gefnogi"),
    "functions": Text("How, what and why", "Sut, beth a pham"),
    "functions-desc": Text(
        "Three layers. The why: aims lead to outcomes, each about the process or about wellbeing. The what: features "
        "and factors of good collaboration, driven by the why. The how: actions, which support the what. "
        "All of it depends on context.",
        "Tair haen. Y pam: mae nodau'n arwain at ganlyniadau, y naill a'r llall yn ymwneud â'r broses neu â llesiant. "
        "Y beth: nodweddion a ffactorau cydweithio da, wedi'u gyrru gan y pam. Y sut: camau gweithredu, sy'n cefnogi'r "
        "beth. Mae'r cyfan yn dibynnu ar y cyd-destun.",
    ),
    "layer-why": Text("Why", "Pam"),
    "layer-what": Text("What", "Beth"),
    "layer-how": Text("How", "Sut"),
    "drive": Text("drive", "yn gyrru"),
    "support": Text("support", "yn cefnogi"),
    "lead-to": Text("lead to", "yn arwain at"),
    "context": Text("All of it depends on context", "Mae'r cyfan yn dibynnu ar y cyd-destun"),
    "layer": Text("Layer", "Haen"),
    "kind": Text("Kind", "Math"),
    "name": Text("Name", "Enw"),
    "note": Text("Note", "Nodyn"),
    "rebuilt": Text("Rebuilt from the text of the report", "Wedi'i lunio o destun yr adroddiad"),
}


def label(key: str, language: Language, **values: object) -> Words:
    """A word or sentence of a figure. `term:` before the key takes one of the domain's terms."""
    text = TERMS[key.removeprefix("term:")] if key.startswith("term:") else LABELS[key]
    return say(text, language, **values)
