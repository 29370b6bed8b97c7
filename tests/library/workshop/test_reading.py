"""What a workshop made of each finding: in sectors that may be named, and never as a share."""

from __future__ import annotations

import msgspec

from plethu.evidence.text import Text
from plethu.framework.editions import default_edition
from plethu.workshop.codings import Coding
from plethu.workshop.contexts import Contexts, Value
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Label, choose_labels
from plethu.workshop.reading import anonymity, label_of, read_findings, read_published, spoken_of
from plethu.workshop.register import Participant

CONTEXTS = Contexts(
    sector=(Value("health", Text("Health")), Value("third", Text("Third")), Value("police", Text("Police")))
)
PEOPLE = [Participant(f"h{n}", "health") for n in range(6)] + [Participant(f"t{n}", "third") for n in range(6)]
PEOPLE += [Participant(f"x{n}", "police") for n in range(5)]


def said(id: str, person: str, **more: object) -> Contribution:
    return Contribution(id, "text", "en", "participant", 1, 1, "F1", person=person, **more)  # type: ignore[arg-type]


def coded(contribution: str, stance: str, finding: str = "F1") -> Coding:
    return Coding(f"{contribution}{finding}", contribution, "ann", stance, "factor", finding)  # type: ignore[arg-type]


def test_each_stance_says_from_whose_experience() -> None:
    labelling = choose_labels(PEOPLE, CONTEXTS, 5)
    contributions = [said("a", "h1"), said("b", "t1"), said("c", "h2"), said("d", ""), said("e", "h3", hidden=True)]
    codings = [
        coded("a", "echoed"),
        coded("b", "challenged"),
        coded("c", "echoed"),
        coded("d", "added"),
        coded("e", "added", "F2"),
    ]
    first, second, third = read_findings(["F1", "F2", "F3"], {"F1", "F2"}, codings, contributions, labelling)
    echoed, challenged, added = first.stances
    assert (echoed.sectors, echoed.unnamed, echoed.contributions) == (("health",), False, ("a", "c"))
    assert challenged.sectors == ("third",)
    assert (added.sectors, added.unnamed) == ((), True)
    assert (second.discussion, third.discussion) == ("not-published", "not-discussed")
    assert read_findings(["F3"], {"F3"}, codings, contributions, labelling)[0].discussion == "nothing-said"
    assert spoken_of(codings, contributions, labelling) == (("F1",), ("F2",))


def test_no_figure_of_a_reading_is_a_share() -> None:
    labelling = choose_labels(PEOPLE, CONTEXTS, 5)
    reading = read_findings(["F1"], {"F1"}, [coded("a", "echoed")], [said("a", "h1")], labelling)
    assert not [
        value
        for value in _leaves(msgspec.to_builtins(reading))
        if isinstance(value, int | float) and value is not False
    ]


def _leaves(value: object) -> list[object]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else None
    return [leaf for part in parts for leaf in _leaves(part)] if parts is not None else [value]


def test_who_is_held_back_is_not_told_of_in_a_reading_but_that_words_are() -> None:
    late = [Participant("late", "health")]
    labelling = choose_labels([*PEOPLE, *late], CONTEXTS, 5, [[person.id for person in PEOPLE]])
    assert labelling.held == ("late",)
    (reading,) = read_findings(["F1"], {"F1"}, [coded("a", "echoed")], [said("a", "late")], labelling)
    assert (reading.discussion, reading.stances) == ("not-published", ())


def test_a_note_of_a_group_has_the_label_of_somebody_who_took_part() -> None:
    labelling = choose_labels(PEOPLE, CONTEXTS, 5)
    note = Contribution("n", "text", "en", "facilitator", 3, 1)
    assert label_of(note, labelling) == Label()
    assert label_of(said("a", "h1"), labelling) == Label("health")


def test_the_workshop_of_the_report_is_its_coded_findings_and_nothing_else() -> None:
    by_action = read_published(default_edition().findings)
    findings = [finding for each in by_action.values() for finding in each]
    stances = [finding.stance for finding in findings]
    assert len(findings) == 146
    assert [stances.count(stance) for stance in ("echoed", "challenged", "added")] == [27, 27, 92]
    assert anonymity(None).state == "not-computable"
    assert anonymity(None).reason == "no-register"
    assert anonymity(None).least is None


def test_anonymity_is_said_where_there_is_a_register() -> None:
    assert anonymity(choose_labels(PEOPLE, CONTEXTS, 5)).least == 5
    assert anonymity(choose_labels(PEOPLE[:3], CONTEXTS, 5)).reason == "too-few-people"
