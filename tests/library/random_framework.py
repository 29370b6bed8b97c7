"""Random well-formed editions and situations, for properties that have to hold of any."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from plethu.evidence.conditions import OPERATORS_FOR, Condition, Dimension, Effect, Value
from plethu.evidence.findings import Finding
from plethu.evidence.strands import SearchStrategy as Search
from plethu.evidence.strands import Strand
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.edition import (
    Action,
    Category,
    Caveat,
    Circumstance,
    Concept,
    Edition,
    Relation,
    StageFit,
    Tension,
)
from plethu.framework.situation import Situation

CATEGORIES = ("purpose", "governance", "finance")
EFFECTS: tuple[Effect, ...] = ("helps-when", "hinders-when", "needs")
STAGES = {"early": "start", "middle": "establish", "late": "mature"}
SOFT_KINDS = (
    "enables",
    "reinforces",
    "pairs-with",
    "suits",
    "less-suited",
    "undermines",
    "evolves-into",
    "guards-against",
)


def named(id: str) -> Text:
    return Text(id.capitalize(), f"{id} (cy)")


def dimension(id: str, kind: str, values: tuple[str, ...]) -> Dimension:
    return Dimension(id, kind, named(id), named(id), tuple(Value(v, named(v)) for v in values))  # type: ignore[arg-type]


DIMENSIONS = (
    dimension("stage", "scale", tuple(STAGES)),
    dimension("purpose", "scale", ("none", "forming", "shared")),
    dimension("aims", "set", ("aim-a", "aim-b")),
    dimension("place", "set", ()),
    dimension("audience", "choice", ("council", "funder")),
    dimension("money", "set", ("small", "open", "long")),
    dimension("history", "choice", ("good", "bad")),
)


@st.composite
def conditions(draw: DrawFn) -> Condition:
    chosen = draw(st.sampled_from([d for d in DIMENSIONS if d.values]))
    operator = draw(st.sampled_from(sorted(OPERATORS_FOR[chosen.kind])))
    most = 1 if operator in ("at-least", "at-most") else len(chosen.values)
    values = draw(st.lists(st.sampled_from([v.id for v in chosen.values]), min_size=1, max_size=most, unique=True))
    return Condition(chosen.id, operator, tuple(values), draw(st.sampled_from(EFFECTS)), basis=draw(bases()))


def bases() -> SearchStrategy[str]:
    return st.sampled_from(["stated", "ours"])


@st.composite
def findings(draw: DrawFn, id: str, action: str, polarity: str | None = None) -> Finding:
    found = draw(st.lists(conditions(), max_size=2))
    stance = draw(st.sampled_from([None, "echoed", "challenged", "added"]))
    return Finding(
        id,
        "workshop" if stance else "review",
        named(id),
        polarity=polarity or draw(st.sampled_from(["supports", "hinders", "mixed"])),  # type: ignore[arg-type]
        action=action,
        category="" if action else draw(st.sampled_from(CATEGORIES)),
        stance=stance,  # type: ignore[arg-type]
        stance_basis="judged" if stance else None,
        join=draw(st.sampled_from(["all", "any"])),  # type: ignore[arg-type]
        conditions=tuple(found),
    )


@st.composite
def editions(draw: DrawFn) -> Edition:
    """An edition whose needs have no cycle: an action needs only actions before it, or what is asked or computed."""
    count = draw(st.integers(3, 7))
    actions = tuple(
        Action(f"a{i}", i, CATEGORIES[i * 3 // count], "review", named(f"a{i}"), NO_TEXT, NO_TEXT, leads=draw(leads()))
        for i in range(count)
    )
    circumstances = (
        Circumstance("shared", "goal", named("shared"), when=((Condition("purpose", "is", ("shared",)),),)),
        Circumstance("asked-a", "practice", named("asked-a"), asked=True),
        Circumstance("asked-b", "context", named("asked-b"), asked=True),
        Circumstance("rich", "context", named("rich"), when=((Condition("money", "includes", ("long",)),),)),
        Circumstance("doing", "practice", named("doing")),
    )
    found = [draw(findings(f"F{i}a", action.id, "supports")) for i, action in enumerate(actions)]
    found += [draw(findings(f"F{i}b", draw(st.sampled_from(["", *(a.id for a in actions)])))) for i in range(count * 2)]
    return Edition(
        **DEFAULTS,
        categories=tuple(Category(c, i, named(c), named(c), NO_TEXT, NO_TEXT) for i, c in enumerate(CATEGORIES)),
        actions=actions,
        circumstances=circumstances,
        findings=tuple(found),
        relations=tuple(draw(relations(actions))),
        tensions=(
            Tension(
                "T1", named("T1"), NO_TEXT, NO_TEXT, (found[0].id,), (found[1].id,), (actions[0].id,), NO_TEXT, "ours"
            ),
        ),
        stage_fit=tuple(draw(stage_fit(a.id)) for a in actions if draw(st.booleans())),
    )


def leads() -> SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(["council", "funder"])).map(lambda chosen: tuple(sorted(chosen)))


@st.composite
def stage_fit(draw: DrawFn, action: str) -> StageFit:
    stages = draw(st.lists(st.sampled_from([*STAGES.values(), "any"]), min_size=1, max_size=3, unique=True))
    return StageFit(action, tuple(stages), draw(bases()))  # type: ignore[arg-type]


@st.composite
def relations(draw: DrawFn, actions: tuple[Action, ...]) -> list[Relation]:
    made = [
        Relation("Q000", "action:a0", "enables", "goal:shared", NO_TEXT, NO_TEXT, "stated"),
        Relation("Q001", "practice:doing", "enables", "goal:shared", NO_TEXT, NO_TEXT, "stated"),
    ]
    for number in range(draw(st.integers(0, 12))):
        later = draw(st.integers(1, len(actions) - 1))
        before = [f"action:{a.id}" for a in actions[:later]]
        end = draw(st.sampled_from([*before, "goal:shared", "practice:asked-a", "context:asked-b", "context:rich"]))
        own = f"action:{actions[later].id}"
        when = tuple(draw(st.lists(conditions(), max_size=1)))
        kind = draw(st.sampled_from(["requires", "precedes", *SOFT_KINDS]))
        if kind == "enables" and end == "goal:shared":
            kind = "reinforces"  # what leads to a goal must not need it: that would be a cycle
        source, target = (end, own) if kind == "precedes" else (own, end)
        basis = draw(bases())
        made.append(Relation(f"Q1{number:02}", source, kind, target, NO_TEXT, NO_TEXT, basis, when=when))  # type: ignore[arg-type]
    return made


DEFAULTS = {
    "id": "random",
    "version": "1",
    "title": named("random"),
    "summary": NO_TEXT,
    "published": "2026",
    "citation": "",
    "notice": NO_TEXT,
    "licence": "",
    "provenance": (),
    "caveats": (Caveat("start", named("start"), everywhere=True),),
    "stage_dimension": "stage",
    "stage_values": STAGES,
    "audience_dimension": "audience",
    "purpose_dimension": "purpose",
    "aims_dimension": "aims",
    "place_dimension": "place",
    "alternative_route": "doing",
    "outside_focus": (),
    "strands": tuple(Strand(s, named(s), NO_TEXT, "", "", "", NO_TEXT, NO_TEXT) for s in ("review", "workshop")),
    "dimensions": DIMENSIONS,
    "concepts": (Concept("trust", "feature", named("trust")),),
    "search_strategy": Search((), "", "", (), (), ()),
    **dict.fromkeys(
        (
            "pages", "voices", "sections", "practices", "difficulties", "sources", "citations", "case_studies",
            "authorities", "criteria", "extraction_fields", "glossary", "open_points", "queries", "figures",
        ),
        (),
    ),
}  # fmt: skip


@st.composite
def situations(draw: DrawFn, edition: Edition) -> Situation:
    """Any situation the edition knows, with any part left out."""
    answers: dict[str, tuple[str, ...]] = {}
    for item in edition.dimensions:
        values = [value.id for value in item.values]
        if not values or not draw(st.booleans()):
            continue
        most = len(values) if item.kind == "set" else 1
        least = 0 if item.kind == "set" else 1
        answers[item.id] = tuple(draw(st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)))
    actions = st.sampled_from([action.id for action in edition.actions])
    asked = [c.id for c in edition.circumstances if c.asked]
    concepts = [c.id for c in edition.concepts if c.kind in ("feature", "factor")]
    return Situation(
        route=draw(st.sampled_from(["purpose-first", "doing-first"])),
        capacity=draw(st.sampled_from([None, "little", "some", "plenty"])),
        answers=answers,
        in_place=draw(st.dictionaries(actions, st.sampled_from(["no", "started", "in-place", "lapsed"]), max_size=6)),
        have=draw(st.dictionaries(st.sampled_from(asked), st.booleans(), max_size=4)) if asked else {},
        today=draw(st.dictionaries(st.sampled_from(concepts), st.sampled_from(["weak", "some", "strong"]), max_size=3)),
    )
