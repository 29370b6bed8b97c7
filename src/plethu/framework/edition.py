"""An edition: an immutable, checked set of a framework and everything it rests on."""

from typing import Literal

from plethu.evidence.cases import Authority, CaseStudy
from plethu.evidence.conditions import Basis, Condition, Dimension
from plethu.evidence.findings import Finding
from plethu.evidence.frozen import Frozen
from plethu.evidence.sources import Citation, GlossaryEntry, Query, Source
from plethu.evidence.strands import Criterion, ExtractionField, SearchStrategy, Strand
from plethu.evidence.text import NO_TEXT, Text

RelationKind = Literal[
    "requires",
    "precedes",
    "enables",
    "reinforces",
    "pairs-with",
    "undermines",
    "suits",
    "less-suited",
    "evolves-into",
    "alternative-to",
    "starts-with",
    "guards-against",
]
Stage = Literal["start", "establish", "mature", "any"]


class Section(Frozen, frozen=True):
    """A part of the report, so that anything can be located in it. `id` is a slug such as `1b-long-term-planning`."""

    id: str
    number: str
    heading: str
    order: int


class Category(Frozen, frozen=True):
    """One of the families of actions."""

    id: str
    order: int
    name: Text
    short: Text
    summary: Text
    role: Text
    sections: tuple[str, ...] = ()


class Action(Frozen, frozen=True):
    """One of the framework's things to do.

    `printed_label` is the figure's wording where it differs. `leads` are values of the audience dimension.
    `discussed` is False where the report has nothing of the workshop on it.
    """

    id: str
    order: int
    category: str
    phase: Literal["review", "workshop"]
    name: Text
    summary: Text
    gloss: Text
    printed_label: str = ""
    leads: tuple[str, ...] = ()
    leads_basis: Basis = "ours"
    process_outcomes: tuple[str, ...] = ()
    discussed: bool = True
    sections: tuple[str, ...] = ()
    note: Text = Text("")


class Practice(Frozen, frozen=True):
    """A tangible form of an action, a tool, or an example of it. `action` is empty for one that serves the whole."""

    id: str
    action: str
    kind: Literal["practice", "tool", "example"]
    strand: str
    name: Text
    place: str = ""
    who: tuple[str, ...] = ()
    note: str = ""
    sections: tuple[str, ...] = ()


class Concept(Frozen, frozen=True):
    """A feature, a factor, or a function (aim or outcome) of collaboration. Results to observe, never to-do items."""

    id: str
    kind: Literal["feature", "factor", "process-aim", "wellbeing-aim", "process-outcome", "wellbeing-outcome"]
    name: Text
    note: Text = Text("")
    findings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


class Circumstance(Frozen, frozen=True):
    """What a relation can point to that is no action, category or concept: a goal, a context, a practice or an actor.

    It is true of a situation if any group of `when` holds (all conditions of the group), or, where `asked`, if the
    person says so. `step` says what leads there. One that is neither computed nor asked is only shown.
    """

    id: str
    kind: Literal["goal", "context", "practice", "actor"]
    name: Text
    when: tuple[tuple[Condition, ...], ...] = ()
    asked: bool = False
    question: Text = Text("")
    step: Text = Text("")
    practice: str = ""


class Relation(Frozen, frozen=True):
    """How one end bears on the other. Ends are `kind:id` (action, category, goal, context, practice, feature, actor,
    all). `when` limits it to circumstances (all conditions must hold); `condition_text` keeps the words."""

    id: str
    source: str
    kind: RelationKind
    target: str
    title: Text
    why: Text
    basis: Basis
    when: tuple[Condition, ...] = ()
    condition_text: str = ""
    sections: tuple[str, ...] = ()


class Tension(Frozen, frozen=True):
    """Two findings, or two groups of them, that pull apart. Neither side removes the other.

    `basis` is `stated` where the report itself sets the two against each other; how to handle it is always ours.
    """

    id: str
    name: Text
    one_side: Text
    other_side: Text
    one_findings: tuple[str, ...]
    other_findings: tuple[str, ...]
    actions: tuple[str, ...]
    handling: Text
    basis: Basis
    sections: tuple[str, ...] = ()


class StageFit(Frozen, frozen=True):
    """At which stages of a collaboration an action suits."""

    action: str
    stages: tuple[Stage, ...]
    basis: Basis
    needs: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


class Difficulty(Frozen, frozen=True):
    """Something that is going wrong, as a person would say it, and the findings that speak of it."""

    id: str
    name: Text
    findings: tuple[str, ...]


class OpenPoint(Frozen, frozen=True):
    """Something the report leaves open, and what we decided."""

    id: str
    topic: str
    left_open: Text
    decision: Text
    sections: tuple[str, ...] = ()


class Caveat(Frozen, frozen=True):
    """Something every reader of a result has to know."""

    id: str
    text: Text
    everywhere: bool = False


class Figure(Frozen, frozen=True):
    """A figure of the report: rebuilt from the text, computed from the edition's data, or not shown."""

    id: str
    name: Text
    state: Literal["computed", "rebuilt", "absent"]
    note: Text = Text("")


class Voice(Frozen, frozen=True):
    """A background that workshop speakers are given by the report; never a person."""

    id: str
    name: Text
    printed: tuple[str, ...] = ()


class Page(Frozen, frozen=True):
    """A page of questions: one thing, asked by one dimension or a few that belong together."""

    id: str
    title: Text
    dimensions: tuple[str, ...]


class Edition(Frozen, frozen=True, eq=False):
    """A framework and its evidence. `hash` is the SHA-256 of the canonical content, in hexadecimal.

    The fields that name a dimension say which one plays that part in advice; `stage_values` maps the values of the
    stage dimension to stages. `alternative_route` is the circumstance that stands in for a shared purpose where people
    start by doing something useful together. `outside_focus` flags situations the evidence was not about. `publisher`
    and its address on the web lead to the report the edition was read from.
    """

    id: str
    version: str
    title: Text
    summary: Text
    published: str
    citation: str
    notice: Text
    licence: str
    provenance: tuple[Text, ...]
    caveats: tuple[Caveat, ...]
    stage_dimension: str
    stage_values: dict[str, str]
    audience_dimension: str
    purpose_dimension: str
    aims_dimension: str
    place_dimension: str
    alternative_route: str
    outside_focus: tuple[Condition, ...]
    pages: tuple[Page, ...]
    voices: tuple[Voice, ...]
    sections: tuple[Section, ...]
    categories: tuple[Category, ...]
    actions: tuple[Action, ...]
    practices: tuple[Practice, ...]
    concepts: tuple[Concept, ...]
    dimensions: tuple[Dimension, ...]
    circumstances: tuple[Circumstance, ...]
    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...]
    tensions: tuple[Tension, ...]
    stage_fit: tuple[StageFit, ...]
    difficulties: tuple[Difficulty, ...]
    sources: tuple[Source, ...]
    citations: tuple[Citation, ...]
    case_studies: tuple[CaseStudy, ...]
    authorities: tuple[Authority, ...]
    strands: tuple[Strand, ...]
    search_strategy: SearchStrategy
    criteria: tuple[Criterion, ...]
    extraction_fields: tuple[ExtractionField, ...]
    glossary: tuple[GlossaryEntry, ...]
    open_points: tuple[OpenPoint, ...]
    queries: tuple[Query, ...]
    figures: tuple[Figure, ...]
    publisher: Text = NO_TEXT
    publisher_address: str = ""
    hash: str = ""
