"""Publishing: what is shown before, what is refused, what binds later releases, what leaves with who withdraws."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.utils import translation

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.reading import read_built
from plethu.workshop.releases import Breach
from plethu_web.reviews.roles import Role
from plethu_web.workshops import release_files
from plethu_web.workshops.actions.withdrawing import take_out
from plethu_web.workshops.check_shown import breaches
from plethu_web.workshops.models import Participant, Proposal, Statement, WorkshopRelease
from plethu_web.workshops.subjects import subject_of

from .cast import access_of, in_role
from .coding_cast import a_card, a_workshop_that_was_held, analyst, at, cards_of, code, file, publish, shown, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return a_workshop_that_was_held()


@pytest.fixture
def lead(workshop):
    return analyst(workshop)


def withdraw(workshop, person):
    by = in_role(workshop.review, Role.LEAD)
    take_out(by=by, access=access_of(workshop.review, by, "run-workshops"), person=person)


def ready(client, workshop, *cards):
    for card in cards:
        assert code(client, workshop, card).status_code == 302
        assert sign(client, workshop, card).status_code == 302


def state(client, workshop, words, *cards, **more):
    on = "action:" + workshop.rounds.get(number=1).topics.all()[0].ref
    said = {"words": words, "on": on, "bears_on": "F012", "contributions": [f"card-{card.pk}" for card in cards]}
    response = client.post(at(workshop, "statements/echoed/F012/"), {**said, **more})
    assert response.status_code == 302, shown(response)


def table(client, workshop, kind, number=1):
    return list(csv.DictReader(io.StringIO(file(client, workshop, kind, number).decode("utf-8-sig"))))


def test_what_vanishes_with_who_withdraws_is_their_words_and_what_rests_on_them_alone(workshop, lead):
    """A statement of two people stays, with both their voices; a number is never given to another statement."""
    alone, first, second = cards_of(workshop)
    ready(lead, workshop, alone, first, second)
    state(lead, workshop, "One holds on.", alone)
    state(lead, workshop, "Two hold on.", first, second)
    assert publish(lead, workshop).status_code == 302
    voices = {row["id"]: row["voices"] for row in table(lead, workshop, "statements-csv")}
    assert len(voices["F282"].split()) == 2
    withdraw(workshop, alone.author)
    withdraw(workshop, first.author)
    Statement.objects.filter(words="One holds on.").delete()
    state(lead, workshop, "Another holds on.", second)
    assert publish(lead, workshop).status_code == 302
    before, after = (table(lead, workshop, "statements-csv", number) for number in (1, 2))
    assert [(row["id"], row["voices"]) for row in before] == [("F282", voices["F282"])]
    assert [(row["id"], row["statement"]) for row in after] == [("F282", "Two hold on."), ("F283", "Another holds on.")]
    assert after[0]["voices"] == voices["F282"]
    assert [row["text"] for row in table(lead, workshop, "contributions-csv", 1)] == [second.words]


def test_whoever_wrote_from_outside_the_crowd_is_held_and_it_is_said_why(workshop, lead):
    led, away, stays = cards_of(workshop)
    Participant.objects.filter(pk=led.author_id).update(facilitates=1)
    Participant.objects.filter(pk=away.author_id).update(came=False)
    ready(lead, workshop, led, away, stays)
    assert "2 texts wait because whoever wrote them" in shown(lead.get(at(workshop, "releases/")))
    assert publish(lead, workshop).status_code == 302
    assert [(row["text"], bool(row["sector"])) for row in table(lead, workshop, "contributions-csv")] == [
        (stays.words, True)
    ]
    Participant.objects.filter(pk=stays.author_id).update(came=False)
    before = table(lead, workshop, "contributions-csv", 1)
    assert publish(lead, workshop).status_code == 302
    assert table(lead, workshop, "contributions-csv", 2) == before


def test_welsh_on_paper_waits_for_its_translation_where_one_of_thirty_wanted_welsh(workshop, lead):
    Participant.objects.filter(code="P020").update(language="cy")
    card = a_card(cards_of(workshop)[0].board, None, "mae hyn yn anodd i ni.", said_by="paper")
    code(lead, workshop, card)
    sign(lead, workshop, card, language="cy")
    assert "1 text that is coded, read and signed off waits for its translation" in shown(
        lead.get(at(workshop, "releases/"))
    )
    publish(lead, workshop)
    assert table(lead, workshop, "contributions-csv") == []
    lead.post(at(workshop, f"desk/card-{card.pk}/text/step/"), {"step": "reopen"})
    sign(lead, workshop, card, language="cy", translation="this is hard for us.")
    publish(lead, workshop)
    assert [row["text"] for row in table(lead, workshop, "contributions-csv", 2)] == ["this is hard for us."]


def test_too_few_people_publish_nothing():
    workshop = a_workshop_that_was_held(3, 1)
    lead = analyst(workshop)
    ready(lead, workshop, *cards_of(workshop))
    response = publish(lead, workshop)
    assert response.status_code == 409
    assert "fewer than 5 people took part" in shown(response)
    assert not WorkshopRelease.objects.exists()


def test_nothing_goes_out_that_was_not_looked_at(workshop, lead):
    """The page before says what goes out and to whom; what has changed since is shown again."""
    first, second, _third = cards_of(workshop)
    ready(lead, workshop, first)
    page = shown(lead.get(at(workshop, "releases/publish/")))
    for words in ("cannot be taken back", "team and its steering group can read it", first.words):
        assert words in page
    seen = page.split('name="of" value="')[1].split('"')[0]
    ready(lead, workshop, second)
    response = lead.post(at(workshop, "releases/publish/"), {"of": seen})
    assert response.status_code == 409
    assert "Something has changed since you looked" in shown(response)
    assert not WorkshopRelease.objects.exists()


def test_names_in_statements_and_new_actions_are_read_before_they_go_out(workshop, lead):
    card = cards_of(workshop)[0]
    ready(lead, workshop, card)
    state(lead, workshop, "We heard that Mared Member of Beans Together, 07700 900123, grows beans.", card)
    page = lead.get(at(workshop, "releases/publish/"))
    assert "<bdi>Mared Member</bdi>" in shown(page)
    seen = shown(page).split('name="of" value="')[1].split('"')[0]
    response = lead.post(at(workshop, "releases/publish/"), {"of": seen})
    assert response.status_code == 409
    assert "may name somebody" in shown(response)
    assert publish(lead, workshop).status_code == 302
    assert "Mared Member" not in shown(lead.get(at(workshop, "releases/publish/"))).split("<form")[-1]
    Statement.objects.update(words="Then Mared Member said no.")
    assert "read-statement" in shown(lead.get(at(workshop, "releases/publish/")))


def test_an_action_that_nothing_rests_on_does_not_go_out(workshop, lead):
    card = cards_of(workshop)[0]
    ready(lead, workshop, card)
    by = in_role(workshop.review, Role.LEAD)
    row = Proposal.objects.create(workshop=workshop, name="Lease the garden", category="governance", by=by)
    ref = row.ref
    coded = {"stance": "added", "finding": "", "proposal": ref, "why_none_fits": "no lease"}
    added = a_card(card.board, workshop.participants.get(code="P009"), "then we want a lease.")
    assert code(lead, workshop, added, **coded).status_code == 302
    assert publish(lead, workshop).status_code == 302
    assert b"Lease" not in file(lead, workshop, "actions-csv")
    assert lead.get(at(workshop, "releases/1/")).status_code == 200
    said = {"words": "A lease is wanted.", "on": f"proposal:{ref}", "contributions": [f"card-{added.pk}"]}
    assert lead.post(at(workshop, f"statements/added/{ref}/"), said).status_code == 302
    assert publish(lead, workshop).status_code == 302
    assert b"Lease" in file(lead, workshop, "actions-csv", 2)
    withdraw(workshop, added.author)
    assert b"Lease" not in file(lead, workshop, "actions-csv", 2)
    assert lead.get(at(workshop, "releases/2/")).status_code == 200


def test_two_statements_on_one_card_are_not_two_in_advice(workshop, lead):
    one, other, _third = cards_of(workshop)
    ready(lead, workshop, one, other)
    for words, cards in (("First.", [one]), ("Second.", [one]), ("Third.", [one, other])):
        state(lead, workshop, words, *cards)
    publish(lead, workshop)
    withdraw(workshop, other.author)
    state(lead, workshop, "Fourth.", one)
    publish(lead, workshop)
    for number, rests_with in ((1, ["", "F281", ""]), (2, ["", "F281", "", "F281"])):
        edition = read_built(file(lead, workshop, "edition", number), "x")
        found = [f.rests_with for f in edition.findings if f.strand.startswith("workshop-")]
        assert found == rests_with


def test_where_no_edition_could_be_made_nothing_is_stored(workshop, lead, monkeypatch):
    ready(lead, workshop, cards_of(workshop)[0])

    def refuse(row):
        raise BadInput(Problem(code="action-without-evidence", file="next.json", field="actions"))

    monkeypatch.setattr(release_files, "made_whole", refuse)
    response = publish(lead, workshop)
    assert response.status_code == 409
    assert "The next edition could not be made of this" in shown(response)
    assert "No finding speaks for this action" in shown(response)
    assert not WorkshopRelease.objects.exists()


def test_numbers_lower_than_usual_are_said_wherever_it_is_published_and_lowering_comes_too_late(workshop, lead):
    card = cards_of(workshop)[0]
    ready(lead, workshop, card)
    state(lead, workshop, "We heard of beans.", card)
    thresholds = at(workshop, "releases/thresholds/")
    assert lead.post(thresholds, {"labels": "4", "tables": "9"}).status_code == 302
    publish(lead, workshop)
    lower = "lower than is usual (5 and 10)"
    assert lower in shown(lead.get(at(workshop, "releases/1/")))
    assert lower in file(lead, workshop, "chapter-html").decode()
    assert lower in json.loads(file(lead, workshop, "contributions-json"))["anonymity_in_words"]["en"]
    assert json.loads(file(lead, workshop, "contributions-json"))["anonymity"]["lowered"]
    provenance = read_built(file(lead, workshop, "edition"), "next.json").provenance
    assert lower in provenance[-1].en
    assert "yn is nag arfer" in provenance[-1].cy
    lead.post(thresholds, {"labels": "3", "tables": "3"})
    assert "promised at least 4 people for a label and 9" in shown(lead.get(at(workshop, "releases/")))
    publish(lead, workshop)
    row = WorkshopRelease.objects.get(number=2)
    assert (row.labels, row.tables) == (4, 9)


def test_the_chapter_says_of_what_was_discussed_that_it_was(workshop, lead):
    """Coded against an action, but in no statement; and a release that said so is not taken back by leaving."""
    ref = workshop.rounds.get(number=1).topics.all()[0].ref
    card = cards_of(workshop)[0]
    assert code(lead, workshop, card, stance="added", finding="", action=ref).status_code == 302
    sign(lead, workshop, card)
    publish(lead, workshop)
    discussed = "Spoken of, without a statement of its own: "
    assert discussed in file(lead, workshop, "chapter-html").decode()
    withdraw(workshop, card.author)
    publish(lead, workshop)
    assert discussed in file(lead, workshop, "chapter-html", 2).decode()


def test_where_words_are_held_back_the_chapter_does_not_say_on_what_nor_that_nobody_spoke(workshop, lead):
    """The team sees it; a reader of the chapter is told of no single thing, also once whoever spoke has left."""
    first = workshop.rounds.get(number=1).topics.all()[0]
    held, card = cards_of(workshop)[:2]
    type(held.author).objects.filter(pk=held.author_id).update(came=False)
    ready(lead, workshop, card)
    assert code(lead, workshop, held, stance="added", finding="", action=first.ref).status_code == 302
    assert "Spoken of, in words that are not published" in shown(lead.get(at(workshop, "readings/")))
    publish(lead, workshop)
    withdraw(workshop, held.author)
    publish(lead, workshop)
    for number in (1, 2):
        chapter = file(lead, workshop, "chapter-html", number).decode()
        assert "Put to the groups, and nobody" not in chapter
        silent = "Nothing is published of what may have been said about them: ([^.]+)[.]"
        names = "; ".join(re.findall(silent, chapter)).split("; ")
        assert subject_of(first, workshop.edition).words.en in names
        assert len(names) > 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "fewer than 10 people: the row “All others” of the table of sectors (release 1)"),
        ("cy", "lai na 10 o bobl: y rhes “Pawb arall” yn y tabl sectorau (cyhoeddiad 1)"),
    ],
)
def test_what_would_give_people_away_is_told_in_plain_words(language, words):
    inside = ("1: people by sector: others", "2: labels: sector=health/scale=near", "2: labels: health: cy")
    with translation.override(language):
        (said,) = breaches([Breach("table", 1, 10, inside, ("2: labels: everybody",))], "2")
    assert words in said
    assert "sector" not in said.replace("sectors", "").replace("sectorau", "")
