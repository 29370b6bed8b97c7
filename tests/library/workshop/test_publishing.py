"""What leaves the workshop: anonymous contributions, findings of the next edition, and the chapter of the report."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from itertools import islice

import pytest
from docx import Document

from plethu.evidence.text import Language, Text
from plethu.framework.canonical import canonical
from plethu.framework.comparing import advice_changes, compare_editions
from plethu.framework.edition import Edition, Voice
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.next_edition import actions_of_proposals, next_edition, voices_of_sectors, workshop_strand
from plethu.framework.reading import read_built
from plethu.reporting.documents.docx import write_docx
from plethu.reporting.documents.html import write_html
from plethu.reporting.workshop_chapter import chapter_outline, workshop_chapter
from plethu.reporting.workshop_data import contributions_csv, contributions_json
from plethu.workshop.codings import Coding
from plethu.workshop.contexts import Contexts, Value
from plethu.workshop.contributions import Contribution
from plethu.workshop.findings_out import (
    Desk,
    WorkshopFinding,
    as_edition_finding,
    finding_refusals,
    free_ids,
    resting_on,
    resting_on_one,
    safe_voices,
    trail,
)
from plethu.workshop.labels import Label, choose_labels
from plethu.workshop.masking import Names
from plethu.workshop.original_languages import original_languages
from plethu.workshop.proposals import Proposal
from plethu.workshop.publishing import COLUMNS, Rules, published_contributions
from plethu.workshop.reading import anonymity
from plethu.workshop.register import Participant
from plethu.workshop.releases import Release, check_release, output_of_labels
from plethu.workshop.signing import Decision, TextReview, signed_off

from .registers import smallest_by_signature

CONTEXTS = Contexts(sector=(Value("health", Text("Health")), Value("third-sector", Text("Third sector"))))
PEOPLE = [Participant(f"h{n}", "health", language="cy" if n < 2 else "en") for n in range(7)]
PEOPLE += [Participant(f"t{n}", "third-sector", language="cy" if n < 5 else "en") for n in range(10)]
LABELLING = choose_labels(PEOPLE, CONTEXTS, 5)
LANGUAGES = original_languages(LABELLING, PEOPLE)
MASKS = {
    "person": "[name]",
    "name": "[name]",
    "organisation": "[organisation]",
    "place": "[place]",
    "reach": "[contact]",
}
RULES = Rules(LABELLING, LANGUAGES.allowed, MASKS)  # type: ignore[arg-type]


def said(id: str, person: str, text: str, language: Language = "en") -> Contribution:
    return Contribution(id, text, language, "participant", 7, 3, "F040", person=person)


def read(contribution: Contribution) -> TextReview:
    found = Names(places=["Gwynedd"]).find(contribution.text)
    return signed_off(contribution, [Decision(each, True) for each in found], "reader", "2026-01-02")


def coded(contribution: str, stance: str = "echoed") -> Coding:
    return Coding(f"k-{contribution}", contribution, "ann", stance, "factor", "F040")  # type: ignore[arg-type]


def test_only_what_is_safe_is_published_of_a_contribution() -> None:
    here = said("c-secret", "h4", "we met in Gwynedd")
    (made,) = published_contributions([here], {here.id: read(here)}, [coded(here.id)], RULES)
    assert (made.text, made.label, made.stance) == ("we met in [place]", Label("health"), "echoed")
    table = contributions_csv([made]).decode("utf-8-sig")
    assert table.splitlines()[0].split(",") == [*COLUMNS]
    (entry,) = json.loads(contributions_json([made], anonymity(LABELLING)))["contributions"]
    assert entry == dict(zip(COLUMNS, table.splitlines()[1].split(","), strict=True))
    assert not {"group", "round", "person", "coder", "id"} & set(COLUMNS)
    assert not any(secret in table for secret in ("c-secret", "h4", "ann", "Gwynedd", "k-"))


def test_no_cell_of_the_table_is_a_formula() -> None:
    here = said("c", "h4", "=1+1")
    (made,) = published_contributions([here], {here.id: read(here)}, [coded(here.id)], RULES)
    assert contributions_csv([made]).decode().splitlines()[1].endswith(",'=1+1")


def test_what_nobody_signed_off_is_hidden_or_held_stays_inside() -> None:
    unread, hidden, changed = said("a", "h4", "x"), said("b", "h4", "y"), said("c", "h4", "z")
    reviews = {"b": read(hidden), "c": read(changed)}
    given = [unread, replace(hidden, hidden=True), replace(changed, text="other words")]
    assert published_contributions(given, reviews, [coded("a"), coded("b"), coded("c")], RULES) == {}


def test_those_who_joined_late_wait() -> None:
    late = said("a", "late", "x")
    labelling = choose_labels([*PEOPLE, Participant("late", "health")], CONTEXTS, 5, [[p.id for p in PEOPLE]])
    rules = Rules(labelling, LANGUAGES.allowed, MASKS)  # type: ignore[arg-type]
    assert labelling.held == ("late",)
    assert published_contributions([late], {"a": read(late)}, [coded("a")], rules) == {}
    desk = replace(DESK, contributions={"a": late}, codings=(coded("a"),), labelling=labelling)
    assert [*finding_refusals(replace(GOOD, contributions=("a",)), desk)] == ["contribution-held"]


def test_the_order_of_what_was_said_does_not_show() -> None:
    texts = [said(f"c{n}", "t7", text) for n, text in enumerate(("b", "c", "a"))]
    made = published_contributions(texts, {t.id: read(t) for t in texts}, [coded(t.id) for t in texts], RULES)
    assert [each.text for each in made] == ["a", "b", "c"]


def test_a_language_that_few_wanted_is_published_in_translation_only() -> None:
    """Two of seven in health wanted Welsh; five of ten in the third sector did."""
    assert LANGUAGES.allowed == {
        Label("health"): ("en",),
        Label("third-sector"): ("en", "cy"),
        Label(): ("en",),  # of seventeen, seven wanted Welsh; what nobody signed is by any of them
    }
    few, many = said("c1", "h0", "dyna ni", "cy"), said("c2", "t0", "dyna ni", "cy")
    english = replace(few, id="c1-en", text="there we are", language="en")
    reviews = {each.id: read(each) for each in (few, many, english)}
    without = published_contributions([few, many], reviews, [coded("c1"), coded("c2")], RULES)
    assert [(each.label.sector, each.language) for each in without] == [("third-sector", "cy")]
    made = published_contributions([few, many], reviews, [coded("c1"), coded("c2")], RULES, {"c1": english})
    assert sorted((each.label.sector, each.text) for each in made) == [
        ("health", "there we are"),
        ("third-sector", "dyna ni"),
    ]


def test_languages_are_part_of_what_a_release_gives_away() -> None:
    output = output_of_labels("texts", LABELLING, LANGUAGES.cells)
    assert check_release([], Release("r1", "2026-01-01", (output,)), [p.id for p in PEOPLE]).may_go_out
    assert smallest_by_signature([frozenset(cell.people) for cell in output.cells]) == 5
    unsafe = output_of_labels("texts", LABELLING, [("health: cy", ("h0", "h1"))])
    assert not check_release([], Release("r1", "2026-01-01", (unsafe,)), [p.id for p in PEOPLE]).may_go_out


# Findings

SAID = {c.id: c for c in (said("c1", "h1", "x"), said("c2", "t1", "y"), said("c3", "", "z"))}
DESK = Desk(
    SAID, (coded("c1"), coded("c2"), coded("c3", "added")), LABELLING, {"grant-funding"}, {"F040"}, {"finance"}, {"n1"}
)  # fmt: skip
GOOD = WorkshopFinding("F281", Text("It holds here too."), "echoed", ("c1", "c2"), "grant-funding", bears_on=("F040",))


def test_a_finding_in_order_has_nothing_against_it() -> None:
    assert [*finding_refusals(replace(GOOD, voices=("health", "third-sector")), DESK)] == []
    assert safe_voices(("c1", "c3"), DESK) == ("health",)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"statement": Text("")}, "statement-empty"),
        ({"contributions": ()}, "no-contributions"),
        ({"contributions": ("c9",)}, "contribution-unknown"),
        ({"contributions": ("c3",)}, "stance-not-coded"),
        ({"voices": ("police",)}, "voice-not-safe"),
        ({"action": "x"}, "action-unknown"),
        ({"proposal": "n1"}, "action-and-proposal"),
        ({"action": "", "proposal": "n2"}, "proposal-unknown"),
        ({"action": "", "category": "x"}, "bears-on-nothing"),
        ({"bears_on": ("F999",)}, "finding-unknown"),
        ({"action": "", "category": "finance", "bears_on": ()}, "stance-needs-finding"),
    ],
)
def test_why_a_finding_cannot_go_out(changed: dict[str, object], code: str) -> None:
    assert code in [*finding_refusals(replace(GOOD, **changed), DESK)]  # type: ignore[arg-type]


def test_the_trail_leads_both_ways_and_stays_inside() -> None:
    other = replace(GOOD, id="F282", contributions=("c2",))
    assert trail([GOOD, other]) == {"c1": ("F281",), "c2": ("F281", "F282")}
    assert resting_on([GOOD, other], {"c2"}) == {"F281": ("c1",), "F282": ()}
    assert not any(id in repr(as_edition_finding(GOOD, "workshop-2026")) for id in SAID)


def test_statements_on_what_one_person_said_are_known_and_leaving_does_not_make_them_so() -> None:
    def by(*ids: str) -> WorkshopFinding:
        return replace(GOOD, id="F" + "".join(ids), contributions=ids)

    said = {id: Contribution(id, "", "en", "participant", 1, 1, person=who) for id, who in
            (("c1", "ann"), ("c2", "ann"), ("c3", "bob"), ("n1", ""), ("n2", ""))}  # fmt: skip
    written = [by("c1"), by("c2"), by("c1", "c3"), by("n1"), by("n2"), by("c2", "c1")]
    assert resting_on_one(written, said, ()) == {
        "Fc1": "Fc1", "Fc2": "Fc1", "Fn1": "Fn1", "Fn2": "Fn2", "Fc2c1": "Fc1",
    }  # fmt: skip
    left = [replace(by("c1"), id="Fc1c3"), by("c2")]  # Bob has left what Ann and he said
    assert resting_on_one(left, said, {"Fc1c3"}) == {"Fc2": "Fc2"}


def test_new_findings_are_numbered_on() -> None:
    assert [*islice(free_ids(["F001", "F280", "W9"]), 2)] == ["F281", "F282"]


# The next edition


def following() -> Edition:
    edition = default_edition()
    ids = free_ids(finding.id for finding in edition.findings)
    proposal = Proposal(
        "shared-transport", Text("Shared transport", "Cludiant ar y cyd"), "governance", "ann", Text("A bus.")
    )
    findings = [
        WorkshopFinding(next(ids), Text("A shared bus helps."), "added", ("c1",), proposal="shared-transport"),
        WorkshopFinding(next(ids), Text("<b>Grants</b> came too late."), "challenged", ("c2",), "grant-funding",
                        polarity="hinders", bears_on=("F040",), voices=("health", "tenants")),
    ]  # fmt: skip
    strand = workshop_strand(
        "workshop-2026", Text("Workshop of 2026", "Gweithdy 2026"), Text("A workshop."), "2026-01",
        "January 2026", "Wales", Text("By open invitation."),
    )  # fmt: skip
    return next_edition(
        edition, "2026.1", "2026-02-01", strand, [as_edition_finding(each, strand.id) for each in findings],
        actions_of_proposals(edition, [proposal]),
        [Voice("tenants", Text("Tenants")), Voice("health", Text("Another"))],
    )  # fmt: skip


def test_the_next_edition_is_the_earlier_one_with_what_the_workshop_found() -> None:
    before, after = default_edition(), following()
    changes = compare_editions(before, after)
    assert set(changes.added) == {
        ("actions", "shared-transport"), ("findings", "F281"), ("findings", "F282"),
        ("strands", "workshop-2026"), ("voices", "tenants"),
    }  # fmt: skip
    assert changes.removed == ()
    assert {(change.kind, field.field) for change in changes.changed for field in change.fields} == {
        ("edition", "version"), ("edition", "published"),
    }  # fmt: skip
    assert (
        read_built(canonical(after) + b"\n", "next.json") == after
        or read_built(canonical(after), "n").hash == after.hash
    )
    assert before.hash != after.hash


def test_sectors_become_the_voices_that_an_edition_lacks() -> None:
    spoken = as_edition_finding(replace(GOOD, voices=("health",)), "workshop-2026")
    assert voices_of_sectors(CONTEXTS, [spoken]) == (Voice("health", Text("Health")),)


def test_whose_advice_changes_is_shown() -> None:
    before, after = default_edition(), following()
    changed = advice_changes(before, after, example_situations(before))
    assert any("shared-transport" in repr(change.differences) for change in changed)


# The chapter


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_report_has_its_chapter_of_146_findings(language: Language) -> None:
    edition = default_edition()
    chapter = workshop_chapter(edition, "workshop", anonymity(None), language)
    passages = [chapter.whole, *(passage for _, each in chapter.categories for passage in each)]
    passages += [passage for _, passage in chapter.additional]
    findings = [finding.id for passage in passages for _, found in passage.findings for finding in found]
    assert len(findings) == len(set(findings)) == 146
    assert len(chapter.additional) == 6
    silent = [str(p.heading) for p in passages if not p.findings]
    assert sorted(silent) == sorted(a.name.text(language) for a in edition.actions if not a.discussed)
    page = write_html(chapter_outline(chapter, edition))
    assert ("cannot be computed" if language == "en" else "Ni ellir cyfrifo") in page
    assert "%" not in page.split("</style>")[1]


def test_every_sentence_in_word_leads_back_to_its_finding() -> None:
    edition = default_edition()
    chapter = workshop_chapter(edition, "workshop", anonymity(None), "cy")
    word = Document(BytesIO(write_docx(chapter_outline(chapter, edition))))
    found = [id for paragraph in word.paragraphs for id in re.findall(r"\[(F\d+)\]$", paragraph.text)]
    assert sorted(found) == sorted(finding.id for finding in edition.findings if finding.stance)


def test_a_new_workshop_has_a_chapter_of_its_own() -> None:
    after = following()
    held = anonymity(LABELLING)
    put = {"fundraising": "nothing-said", "convening-resources": "discussed"}
    chapter = workshop_chapter(after, "workshop-2026", held, "en", put, default_edition(), held="4 March 2026")
    assert [str(passage.heading) for _, passage in chapter.additional] == ["Shared transport"]
    outline = chapter_outline(chapter, after)
    page = write_html(outline)
    assert "&lt;b&gt;Grants&lt;/b&gt; came too late." in page
    assert "Among those who said so: Health, Tenants" in page
    assert "Each label stands for no fewer than 5 people" in page
    assert "nobody&#x27;s contribution was about it: Fundraising." in page
    assert "Spoken of, without a statement of its own: Convening resources." in page
    silent = re.findall(r"Not discussed in the workshop: ([^.]+)\.", page)
    assert sum(len(names.split("; ")) for names in silent) == len(after.actions) - 4
    assert "4 March 2026" in page
    word = [paragraph.text for paragraph in Document(BytesIO(write_docx(outline))).paragraphs]
    assert "Additional actions" in word
    assert word.index("Challenged") < word.index("<b>Grants</b> came too late. [F282]")
    assert write_docx(outline) == write_docx(outline)
