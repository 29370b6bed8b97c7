"""Who shows at a card who they are is shown to their group, and nowhere else."""

from __future__ import annotations

import json

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.models import Card, Contact, Participant, Workshop
from plethu_web.workshops.queries.coding import contributions_of

from .cast import browser_of, in_role
from .room_cast import a_facilitator, a_room, address, board_of, came_in, changes, key_of, member_of, put, shown
from .workshops_cast import FORM, registered

pytestmark = pytest.mark.django_db
NAME = "Mared ap Ffa"


@pytest.fixture
def workshop():
    row = a_room()
    Workshop.objects.update(names_on_cards=True, codes_on_screen=False)
    return row


@pytest.fixture
def board(workshop):
    return board_of(workshop)


@pytest.fixture
def member(workshop):
    person = member_of(workshop)
    Contact.objects.create(participant=person, name=NAME, email="mared@example.org", organisation="Beans Together")
    return came_in(person)


@pytest.fixture
def neighbour(workshop):
    return came_in(member_of(workshop, 1, 1))


@pytest.fixture
def lead(workshop):
    return browser_of(in_role(workshop.review, Role.LEAD))


def test_a_tick_shows_who_wrote_this_card_and_no_other(board, member, neighbour):
    put(member, board, "Mine", named="on")
    put(member, board, "Anybody's", once="another-mark-of-sending")
    page = shown(neighbour.get(address(board)))
    assert page.count(NAME) == 1
    assert "mared@example.org" not in page
    assert "Beans Together" not in page
    assert [NAME in html for _pk, _place, html in changes(neighbour, board)["cards"]] == [True, False]


def test_where_codes_are_shown_the_code_stands_there(workshop, board, member, neighbour):
    Workshop.objects.update(codes_on_screen=True)
    put(member, board, named="on")
    page = shown(neighbour.get(address(board)))
    assert member_of(workshop).code in page
    assert NAME not in page


def test_without_the_teams_leave_there_is_no_tick_and_sending_one_does_nothing(workshop, board, member, neighbour):
    put(member, board, "Before", named="on")
    Workshop.objects.update(names_on_cards=False)
    put(member, board, "After", named="on", once="another-mark-of-sending")
    page = shown(neighbour.get(address(board)))
    assert NAME not in page
    assert 'name="named"' not in page
    assert list(Card.objects.values_list("named", flat=True)) == [True, False]


def test_what_was_shown_can_be_taken_back(workshop, board, member, neighbour):
    put(member, board, "Mine", named="on")
    put(neighbour, board, "Theirs", named="on")
    mark = changes(neighbour, board)["mark"]
    member.post(address(board, "unnamed/"))
    news = changes(neighbour, board, mark)
    assert ["Mine" in html for _pk, _place, html in news["cards"]] == [True]
    assert NAME not in json.dumps(news)
    assert list(Card.objects.values_list("words", "named")) == [("Mine", False), ("Theirs", True)]


def test_going_back_and_taking_the_tick_away_makes_the_card_anonymous(board, member):
    put(member, board, named="on")
    put(member, board)
    assert Card.objects.get().named is False


def test_who_withdraws_is_named_no_more(workshop, board, member, neighbour):
    put(member, board, named="on")
    withdraw(token=key_of(member_of(workshop)))
    assert NAME not in shown(neighbour.get(address(board)))


def test_facilitators_and_cards_from_paper_carry_no_name(workshop, board):
    facilitator = came_in(a_facilitator(workshop))
    put(facilitator, board, "From who facilitates", named="on")
    facilitator.post(address(board, "written/"), {"other-words": "From paper", "named": "on"})
    assert list(Card.objects.values_list("named", flat=True)) == [False, False]


def test_no_name_leaves_the_room(workshop, board, member, lead):
    put(member, board, "Beans hold groups together", named="on")
    card = Card.objects.get()
    named = contributions_of(workshop)
    room, analysis = f"/en/room/{workshop.key}", f"/en/reviews/{workshop.review.slug}/workshops/{workshop.pk}"
    lead.post(f"{room}/lead/", {"do": "gather"})
    for client, path in [
        (member, f"{room}/plenary/"),
        (lead, f"{room}/lead/"),
        (lead, f"{room}/cards/{card.pk}/"),
        (member, f"{room}/cards/{card.pk}/report/"),
        (lead, f"{analysis}/analysis/"),
        (lead, f"{analysis}/analysis/desk/card-{card.pk}/"),
        (lead, f"{analysis}/analysis/desk/card-{card.pk}/text/"),
    ]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert NAME not in shown(response), path
    Card.objects.update(named=False)
    assert contributions_of(workshop) == named


def test_who_registers_reads_what_showing_ones_name_means(client, workshop):
    Workshop.objects.update(state="open")
    assert "you can take it off again" in shown(client.get(f"/en/workshops/register/{workshop.key}/"))
    assert "you can take it off again" in shown(client.get(f"/en/workshops/yours/{registered(workshop)}/"))
    Workshop.objects.update(names_on_cards=False)
    assert "you can take it off again" not in shown(client.get(f"/en/workshops/register/{workshop.key}/"))


@pytest.mark.parametrize(("more", "allowed"), [({}, False), ({"names_on_cards": "on"}, True)])
def test_the_team_chooses_at_set_up_and_it_is_off_by_itself(workshop, lead, more, allowed):
    before = set(Workshop.objects.values_list("pk", flat=True))
    lead.post(f"/en/reviews/{workshop.review.slug}/workshops/new/", {**FORM, **more})
    assert Workshop.objects.exclude(pk__in=before).get().names_on_cards is allowed
    assert Participant.objects.exists()
