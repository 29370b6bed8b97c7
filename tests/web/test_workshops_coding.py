"""The coding desk: stances against findings, a blind second coder, every change undone again, new actions merged."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import CodingChange, NoteVersion, Proposal, Statement
from plethu_web.workshops.queries.coding import (
    contributions_of,
    counting_codings,
    standing_codings,
    statements_of,
)

from .cast import in_role
from .coding_cast import CODING, a_card, a_workshop_that_was_held, analyst, at, cards_of, code, shown

pytestmark = pytest.mark.django_db
NEW = {
    "name": "Share a minibus",
    "name_cy": "Rhannu bws mini",
    "summary": "",
    "summary_cy": "",
    "category": "governance",
}


@pytest.fixture
def workshop():
    return a_workshop_that_was_held()


@pytest.fixture
def lead(workshop):
    return analyst(workshop)


@pytest.fixture
def second(workshop):
    return analyst(workshop, Role.REVIEWER)


def standing(workshop):
    return standing_codings(workshop, contributions_of(workshop))


def undo(client, workshop, change):
    return client.post(at(workshop, f"desk/undo/{change.pk}/"))


def test_cards_and_notes_of_a_workshop_stand_on_the_desk_and_withdrawn_ones_do_not(workshop, lead):
    board = cards_of(workshop)[0].board
    topic = board.round.topics.all()[0]
    for number, words in ((1, "An early note"), (2, "The note as it ended")):
        NoteVersion.objects.create(
            board=board, place=f"topic-{topic.pk}", number=number, words=words, topic=topic, changed=number
        )
    page = shown(lead.get(at(workshop, "desk/")))
    assert "here we grew beans, 0." in page
    assert "The note as it ended" in page
    assert "An early note" not in page
    assert f"note-{board.pk}-topic-{topic.pk}" in page


def test_the_desk_shows_what_is_left_to_do_and_the_next_one_follows(workshop, lead):
    code(lead, workshop, cards_of(workshop)[0])
    page = shown(lead.get(at(workshop, "desk/?show=uncoded")))
    assert "beans, 0." not in page
    assert "beans, 1." in page
    second = cards_of(workshop)[1]
    assert f"desk/card-{second.pk}/" in shown(lead.get(at(workshop, f"desk/card-{cards_of(workshop)[0].pk}/")))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"finding": "F999"}, "The edition has no such finding"),
        ({"finding": ""}, "does not say what it is about"),
        ({"stance": ""}, "Choose the stance"),
        ({"aspect": "rubbish"}, "Select a valid choice"),
        ({"finding": "<script>alert(1)</script>"}, "&lt;script"),
        ({"voices": ["a king"]}, "Choose one of the answers"),
    ],
)
def test_a_coding_that_cannot_stand_is_refused_with_a_sentence(workshop, lead, fields, said):
    response = code(lead, workshop, cards_of(workshop)[0], **fields)
    assert response.status_code == 400
    assert said in shown(response)
    assert not CodingChange.objects.exists()


def test_a_coding_is_changed_taken_out_and_each_is_undone_again(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card, finding="f012")
    first = CodingChange.objects.get()
    address = at(workshop, f"desk/card-{card.pk}/{first.of}/")
    assert lead.post(address, {**CODING, "stance": "challenged"}).status_code == 302
    assert [each.stance for each in standing(workshop)] == ["challenged"]
    assert lead.post(address, {"take_out": "1"}).status_code == 302
    assert standing(workshop) == ()
    taken_out = CodingChange.objects.order_by("pk").last()
    undo(lead, workshop, taken_out)
    assert [each.stance for each in standing(workshop)] == ["challenged"]
    assert undo(lead, workshop, taken_out).status_code == 409
    undo(lead, workshop, CodingChange.objects.order_by("pk").last())
    assert standing(workshop) == ()
    assert "Undid change" in shown(lead.get(at(workshop, "desk/log/")))


def test_a_second_coder_sees_the_first_ones_codings_only_after_their_own(workshop, lead, second):
    card = cards_of(workshop)[0]
    code(lead, workshop, card, voice_printed="a shepherd")
    address = at(workshop, f"desk/card-{card.pk}/")
    page = shown(second.get(address))
    assert "Somebody else has coded this" in page
    assert "a shepherd" not in page
    assert "F012" not in shown(second.get(at(workshop, "desk/log/")))
    code(second, workshop, card, stance="challenged")
    page = shown(second.get(address))
    assert "a shepherd" in page
    assert second.post(f"{address}remark/", {"words": "I read it as a doubt."}).status_code == 302
    assert "I read it as a doubt." in shown(lead.get(address))
    writer = in_role(workshop.review, Role.REVIEWER)
    assert f"Written about it so far: 1, last by {writer} on" in shown(lead.get(at(workshop, "agreement/")))


def test_the_first_coder_counts_and_agreement_is_shown(workshop, lead, second):
    for place, card in enumerate(cards_of(workshop)):
        code(lead, workshop, card)
        code(second, workshop, card, stance="echoed" if place else "challenged")
    assert {each.stance for each in counting_codings(workshop, contributions_of(workshop))} == {"echoed"}
    page = shown(lead.get(at(workshop, "agreement/")))
    assert "agree on 2 of 3." in page
    assert "too few to say how far the two agree" in page
    first, other = (in_role(workshop.review, role) for role in (Role.LEAD, Role.REVIEWER))
    assert f"{first}: Echoed, A practice. {other}: Challenged, A practice." in page
    assert "here we grew beans, 0." in page


def test_nobody_changes_or_undoes_anothers_coding(workshop, lead, second):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    change = CodingChange.objects.get()
    second.post(at(workshop, f"desk/card-{card.pk}/{change.of}/"), {"take_out": "1"})
    assert undo(second, workshop, change).status_code == 409
    assert CodingChange.objects.count() == 1


def test_an_action_of_a_workshop_has_an_id_that_tells_no_number(workshop, lead):
    """Two sites count alike; an edition that came from the one is discussed on the other."""
    for name in ("Share a minibus", "Open the hall"):
        lead.post(at(workshop, "actions/"), {"name": name, "category": "governance"})
    one, other = Proposal.objects.order_by("pk")
    assert one.ref != other.ref
    assert all(re.fullmatch(r"workshop-action-[a-z2-9]{10}", each.ref) for each in (one, other))


def test_a_new_action_is_proposed_merged_and_parted_again(workshop, lead):
    for name in ("Share a minibus", "One minibus for all"):
        assert lead.post(at(workshop, "actions/"), {**NEW, "name": name}).status_code == 302
    one, other = Proposal.objects.order_by("pk")
    fields = {
        "stance": "added",
        "finding": "",
        "proposal": other.ref,
        "why_none_fits": "No bus yet",
    }
    card = cards_of(workshop)[0]
    assert code(lead, workshop, card, **{**fields, "why_none_fits": ""}).status_code == 400
    assert code(lead, workshop, card, **fields).status_code == 302
    address = at(workshop, f"actions/{other.pk}/merge/")
    assert lead.post(address, {"into": one.ref, "reason": "The same bus"}).status_code == 302

    def against():
        return [each.proposal for each in counting_codings(workshop, contributions_of(workshop))]

    assert against() == [one.ref]
    back = lead.post(at(workshop, f"actions/{one.pk}/merge/"), {"into": other.ref, "reason": "x"})
    assert back.status_code == 400
    lead.post(at(workshop, f"actions/{other.pk}/part/"))
    assert against() == [other.ref]


def test_the_reading_names_sectors_never_percentages_and_says_what_was_not_discussed(workshop, lead):
    code(lead, workshop, cards_of(workshop)[0])
    page = shown(lead.get(at(workshop, "readings/")))
    assert "<strong>Echoed</strong>: " in page
    assert "(1 contribution)" in page
    assert "Not discussed" in page
    assert "%" not in page.split("<main", 1)[1].split("</main>")[0]
    assert "statements/echoed/F012/" in page


def test_a_statement_rests_on_contributions_and_says_what_is_in_its_way(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    address = at(workshop, "statements/echoed/F012/")
    said = {"words": "Beans help.", "bears_on": "F012, f999", "on": "category:governance"}
    assert lead.post(address, said).status_code == 400
    assert lead.post(address, {**said, "contributions": [f"card-{card.pk}"]}).status_code == 302
    page = shown(lead.get(at(workshop, "statements/")))
    assert "The edition has no such finding" in page
    lead.post(at(workshop, f"statements/{Statement.objects.get().pk}/take-out/"))
    assert not statements_of(workshop)
    assert lead.get(at(workshop, "statements/challenged/F012/")).status_code == 404


def test_a_long_card_from_right_to_left_is_shown_and_never_run(workshop, lead):
    card = a_card(cards_of(workshop)[0].board, None, "<img src=x onerror=alert(1)> שלום 🌱 " + "a" * 1_900)
    page = lead.get(at(workshop, f"desk/card-{card.pk}/")).content.decode()
    assert "<img src=x" not in page
    assert "🌱" in page
    assert len(page) < 60_000


def test_a_card_that_is_not_of_this_workshop_is_not_there(workshop, lead):
    assert lead.get(at(workshop, "desk/card-999999/")).status_code == 404
    assert Client().get(at(workshop, "desk/")).status_code == 302


@pytest.mark.parametrize(
    "path", ["", "desk/", "desk/log/", "agreement/", "readings/", "actions/", "statements/", "releases/"]
)
def test_every_page_is_there_in_welsh_too(workshop, lead, path):
    code(lead, workshop, cards_of(workshop)[0])
    page = shown(lead.get(at(workshop, path, "cy")))
    assert '<html lang="cy"' in page
    assert "Dadansoddi" in page
