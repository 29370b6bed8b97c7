"""A tiny edition, well-formed and made up, in which every rule of advice has something to say. For tests.

Most texts have Welsh. The statement of F2 is English only, and so is the name of the practice `song`.
"""

from __future__ import annotations

from typing import Any

from plethu.evidence.cases import Authority, CaseStudy
from plethu.evidence.conditions import Condition, Dimension, Value
from plethu.evidence.findings import Finding
from plethu.evidence.sources import Citation, Source
from plethu.evidence.strands import SearchStrategy, Strand
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.edition import (
    Action,
    Category,
    Caveat,
    Circumstance,
    Concept,
    Difficulty,
    Edition,
    Page,
    Practice,
    Relation,
    Section,
    StageFit,
    Tension,
    Voice,
)
from plethu.framework.situation import Override, Situation

STAGES = {"new": "start", "settling": "establish", "old": "mature"}


def _value(id: str, en: str, cy: str) -> Value:
    return Value(id, Text(en, cy))


def _dimension(id: str, kind: Any, name: Text, question: Text, *values: Value) -> Dimension:
    return Dimension(id, kind, name, question, values)


DIMENSIONS = (
    _dimension(
        "stage", "scale", Text("Stage", "Cam datblygu"), Text("How far along is it?", "Pa mor bell ymlaen y mae?"),
        _value("new", "It is new", "Mae'n newydd"),
        _value("settling", "It is settling", "Mae'n setlo"),
        _value("old", "It is old", "Mae'n hen"),
    ),
    _dimension(
        "purpose", "scale", Text("Shared purpose", "Pwrpas cyffredin"),
        Text("Is there a shared aim?", "A oes nod cyffredin?"),
        _value("none", "Not yet", "Ddim eto"), _value("shared", "Yes", "Oes"),
    ),
    _dimension(
        "audience", "choice", Text("Who you are", "Pwy ydych chi"), Text("Who are you?", "Pwy ydych chi?"),
        _value("council", "A council", "Cyngor"), _value("group", "A group", "Grŵp"),
    ),
    _dimension(
        "money", "set", Text("Money", "Arian"), Text("What is true of the money?", "Beth sy'n wir am yr arian?"),
        _value("tiny", "Grants are tiny", "Mae'r grantiau'n fach iawn"),
        _value("open", "Terms are open", "Mae'r telerau'n agored"),
        _value("rival", "Partners compete", "Mae'r partneriaid yn cystadlu"),
    ),
    _dimension(
        "partners", "set", Text("Partners", "Partneriaid"), Text("Who takes part?", "Pwy sy'n cymryd rhan?"),
        _value("community", "Residents", "Trigolion"), _value("firms", "Firms", "Cwmnïau"),
    ),
    _dimension(
        "aims", "set", Text("Aims", "Nodau"), Text("What do you aim at?", "Beth yw eich nod?"),
        _value("company", "More company", "Mwy o gwmni"),
    ),
    _dimension(
        "place", "set", Text("Where", "Ble"), Text("Where do you work?", "Ble ydych chi'n gweithio?"),
        _value("X1", "Upper Vale", "Y Fro Uchaf"), _value("X2", "Lower Vale", "Y Fro Isaf"),
    ),
    _dimension(
        "geography", "choice", Text("Area", "Ardal"), Text("What kind of area?", "Pa fath o ardal?"),
        _value("rural", "Rural", "Gwledig"), _value("urban", "Urban", "Trefol"),
    ),
)  # fmt: skip

ACTIONS = (
    Action(
        "listen", 1, "purpose", "review", Text("Listening", "Gwrando"), Text("Hear people.", "Clywed pobl."), NO_TEXT,
        leads=("group",), process_outcomes=("working-better",), sections=("one",),
    ),
    Action(
        "plan", 2, "purpose", "review", Text("Planning", "Cynllunio"), Text("Plan ahead.", "Cynllunio ymlaen."),
        NO_TEXT, leads=("council",), discussed=False,
    ),
    Action(
        "agree", 3, "rules", "review", Text("Agreeing", "Cytuno"), Text("Agree terms.", "Cytuno ar delerau."), NO_TEXT,
    ),
    Action("pay", 4, "rules", "workshop", Text("Paying", "Talu"), Text("Give grants.", "Rhoi grantiau."), NO_TEXT),
)  # fmt: skip

CIRCUMSTANCES = (
    Circumstance(
        "shared", "goal", Text("A shared purpose", "Pwrpas cyffredin"),
        when=((Condition("purpose", "is", ("shared",)),),), step=Text("Ask each other why.", "Holwch eich gilydd pam."),
    ),
    Circumstance(
        "upkeep", "practice", Text("Upkeep", "Cynnal a chadw"), asked=True,
        question=Text("Is somebody keeping it up?", "A oes rhywun yn ei gynnal?"),
        step=Text("Name somebody.", "Enwch rywun."),
    ),
    Circumstance("leader", "practice", Text("A leader", "Arweinydd"), asked=True),
    Circumstance(
        "young", "context", Text("Early days", "Dyddiau cynnar"), when=((Condition("stage", "at-most", ("new",)),),),
    ),
    Circumstance(
        "rivalry", "practice", Text("Rivalry", "Cystadlu"), when=((Condition("money", "includes", ("rival",)),),),
    ),
    Circumstance("fog", "context", Text("Fog", "Niwl")),
    Circumstance("doing", "practice", Text("Doing something", "Gwneud rhywbeth")),
    Circumstance("song", "practice", Text("A song"), when=((Condition("money", "includes", ("tiny",)),),)),
)  # fmt: skip


def _finding(id: str, action: str, *conditions: Condition, **more: Any) -> Finding:
    statement = more.pop("statement", Text(f"Statement {id}.", f"Gosodiad {id}."))
    return Finding(id, more.pop("strand", "review"), statement, action=action, conditions=conditions, **more)


FINDINGS = (
    _finding("F1", "listen", Condition("stage", "at-most", ("new",)), citations=("C1", "C2"), sections=("one",),
             voices=("v1",)),
    _finding("F2", "listen", Condition("money", "includes", ("tiny",), "hinders-when"), polarity="hinders",
             statement=Text("Statement F2.")),
    _finding("F3", "plan", Condition("purpose", "is", ("shared",), "needs", basis="ours")),
    _finding("F4", "plan", polarity="hinders"),
    _finding("F5", "agree", Condition("partners", "lacks", ("firms",)), Condition("stage", "is-not", ("old",)),
             join="any"),
    _finding("F6", "pay", strand="workshop", stance="challenged", stance_basis="judged", polarity="mixed"),
    _finding("F7", "", category="rules"),
    _finding("F8", "pay", Condition("stage", "at-least", ("settling",)),
             Condition("partners", "includes", ("community",))),
    _finding("F9", "pay", Condition("partners", "lacks", ("firms",), "needs"),
             Condition("money", "lacks", ("tiny",), "needs")),
    _finding("F10", "listen"),
    _finding("F11", "pay", Condition("money", "includes", ("tiny", "open", "rival"))),
)  # fmt: skip


def _relation(id: str, source: str, kind: Any, target: str, *when: Condition, basis: Any = "stated") -> Relation:
    title = Text(f"Title {id}", f"Teitl {id}")
    return Relation(id, source, kind, target, title, Text(f"Why {id}.", f"Pam {id}."), basis, when, sections=("one",))


RELATIONS = (
    _relation("Q01", "action:listen", "starts-with", "goal:shared"),
    _relation("Q02", "action:listen", "suits", "context:young"),
    _relation("Q03", "action:plan", "requires", "action:listen"),
    _relation("Q04", "goal:shared", "precedes", "category:rules", Condition("stage", "at-most", ("settling",))),
    _relation("Q05", "action:plan", "requires", "practice:upkeep", basis="ours"),
    _relation("Q06", "action:pay", "requires", "feature:trust"),
    _relation("Q07", "action:plan", "precedes", "action:pay", Condition("money", "includes", ("open",))),
    _relation("Q08", "action:agree", "less-suited", "context:fog"),
    _relation("Q09", "action:pay", "guards-against", "practice:rivalry"),
    _relation("Q10", "category:rules", "undermines", "all:collaboration", Condition("money", "includes", ("rival",))),
    _relation("Q11", "practice:song", "undermines", "action:agree"),
    _relation("Q12", "context:fog", "undermines", "action:plan"),
    _relation("Q13", "practice:leader", "precedes", "all:collaboration"),
    _relation("Q14", "practice:doing", "enables", "goal:shared"),
    _relation("Q15", "action:listen", "enables", "feature:trust"),
    _relation("Q16", "practice:song", "suits", "context:young"),
    _relation("Q17", "action:pay", "requires", "category:purpose"),
    _relation("Q18", "action:pay", "less-suited", "context:young"),
    _relation("Q19", "action:plan", "suits", "context:fog"),
    _relation("Q20", "action:plan", "guards-against", "context:fog"),
    _relation("Q21", "all:collaboration", "less-suited", "context:young"),
    _relation("Q22", "all:collaboration", "less-suited", "context:fog"),
    _relation("Q23", "all:collaboration", "undermines", "goal:shared", Condition("money", "includes", ("rival",))),
    _relation("Q24", "context:fog", "undermines", "all:collaboration"),
    _relation("Q25", "action:agree", "requires", "practice:leader", basis="ours"),
    _relation("Q26", "action:agree", "evolves-into", "practice:leader"),
    _relation("Q27", "action:pay", "alternative-to", "practice:song"),
)

EVERYTHING: dict[str, Any] = {
    "id": "small",
    "version": "1",
    "title": Text("A small edition", "Argraffiad bach"),
    "summary": NO_TEXT,
    "published": "2026",
    "citation": "",
    "notice": Text("Made up for tests.", "Lluniwyd ar gyfer profion."),
    "licence": "",
    "provenance": (),
    "caveats": (Caveat("start", Text("A start.", "Man cychwyn."), everywhere=True),),
    "stage_dimension": "stage",
    "stage_values": STAGES,
    "audience_dimension": "audience",
    "purpose_dimension": "purpose",
    "aims_dimension": "aims",
    "place_dimension": "place",
    "alternative_route": "doing",
    "outside_focus": (Condition("partners", "includes", ("firms",)),),
    "pages": (Page("all", Text("All", "Popeth"), tuple(d.id for d in DIMENSIONS)),),
    "voices": (Voice("v1", Text("A council", "Cyngor")),),
    "sections": (Section("one", "1a", "Listening", 1),),
    "categories": (
        Category("purpose", 1, Text("Purpose", "Pwrpas"), Text("Purpose", "Pwrpas"), NO_TEXT, NO_TEXT),
        Category("rules", 2, Text("Rules", "Rheolau"), Text("Rules", "Rheolau"), NO_TEXT, NO_TEXT),
    ),
    "actions": ACTIONS,
    "practices": (
        Practice("walk", "listen", "practice", "review", Text("A walk", "Taith gerdded")),
        Practice("song", "listen", "tool", "review", Text("A song"), note="Sung."),
    ),
    "concepts": (
        Concept("trust", "feature", Text("Trust", "Ymddiriedaeth")),
        Concept("company", "wellbeing-aim", Text("More company", "Mwy o gwmni")),
        Concept("working-better", "process-outcome", Text("Working better", "Gweithio'n well")),
    ),
    "dimensions": DIMENSIONS,
    "circumstances": CIRCUMSTANCES,
    "findings": FINDINGS,
    "relations": RELATIONS,
    "tensions": (
        Tension(
            id="T1", name=Text("Fast or slow", "Cyflym neu araf"), one_side=Text("Fast.", "Cyflym."),
            other_side=Text("Slow.", "Araf."), one_findings=("F1",), other_findings=("F2",), actions=("listen",),
            handling=Text("Look first.", "Edrychwch yn gyntaf."), basis="ours",
        ),
    ),
    "stage_fit": (
        StageFit("listen", ("start",), "stated", sections=("one",)),
        StageFit("pay", ("establish", "mature"), "ours"),
    ),
    "difficulties": (Difficulty("stuck", Text("We are stuck", "Rydym yn sownd"), ("F4", "F6")),),
    "sources": (Source("S1", "review", {"id": "S1", "type": "book", "title": "A book"}),),
    "citations": (
        Citation("C1", "Jones, 2020", "exact", "high", ("S1",)),
        Citation("C2", "Vale, 2021", "case-study", "high", ("CS1",)),
    ),
    "case_studies": (
        CaseStudy("CS1", 1, "A walk in the Vale", "2021", "2021", "Upper Vale", "Upper Vale", "specific", "Wales",
                  ("X1",), topics=("company",), actions=("listen",)),
        CaseStudy("CS2", 2, "Taith", "", "", "Lower Vale", "", "regional", "Wales", ("X2",), actions=("listen",),
                  language="cy"),
    ),
    "authorities": (
        Authority("X1", Text("Upper Vale", "Y Fro Uchaf"), Text("North", "Gogledd"), 1, 1, Text("Up", "Uch"), "rural"),
        Authority("X2", Text("Lower Vale", "Y Fro Isaf"), Text("North", "Gogledd"), 1, 2, Text("Lo", "Is"), "rural"),
    ),
    "strands": (
        Strand("review", Text("Review", "Adolygiad"), NO_TEXT, "", "", "", NO_TEXT, NO_TEXT),
        Strand("workshop", Text("Workshop", "Gweithdy"), NO_TEXT, "", "", "", NO_TEXT, NO_TEXT),
    ),
    "search_strategy": SearchStrategy((), "", "", (), (), ()),
    "criteria": (), "extraction_fields": (), "glossary": (), "open_points": (), "queries": (), "figures": (),
    "hash": "ab" * 32,
}  # fmt: skip


def small_edition(**changes: Any) -> Edition:
    """The tiny edition, with any part given otherwise."""
    return Edition(**{**EVERYTHING, **changes})


SMALL = small_edition()

# Situations that together bring up every kind of reason, need and step.
SITUATIONS: dict[str, Situation] = {
    "nothing-said": Situation(),
    "new": Situation(
        name="Vale Together",
        purpose="Company for all.",
        capacity="some",
        difficulties=("stuck",),
        answers={
            "stage": ("new",), "purpose": ("none",), "audience": ("group",), "money": ("tiny", "rival", "open"),
            "partners": ("community", "firms"), "aims": ("company",), "place": ("X1", "X2"), "geography": ("rural",),
        },
        in_place={"plan": "no", "listen": "lapsed"},
        have={"upkeep": False, "leader": False},
        today={"trust": "weak"},
        overrides={"agree": Override("now", "We want to.")},
    ),
    "doing-first": Situation(route="doing-first", answers={"stage": ("settling",), "purpose": ("none",), "money": ()}),
    "old": Situation(
        answers={"stage": ("old",), "purpose": ("shared",), "partners": (), "money": ("tiny",)},
        in_place={"listen": "in-place", "plan": "started"}, have={"upkeep": True, "leader": True},
        today={"trust": "strong"},
    ),
    "ready": Situation(
        answers={"stage": ("new",), "purpose": ("shared",), "partners": ("community",), "money": ()},
        in_place={"listen": "in-place", "plan": "in-place"}, today={"trust": "strong"},
    ),
    "settled": Situation(
        answers={"stage": ("settling",), "purpose": ("shared",), "partners": ("community",), "money": ("open",)},
    ),
    "no-purpose-yet": Situation(answers={"stage": ("new",), "purpose": ("none",)}, have={"leader": True}),
    "firms-alone": Situation(answers={"stage": ("old",), "partners": ("firms",)}),
}  # fmt: skip
