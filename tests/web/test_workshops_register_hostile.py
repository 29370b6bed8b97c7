"""What a register has to bear: broken and huge lists, hostile words, and a machine that takes all the places."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Participant

from .cast import a_review, browser_of, in_role
from .test_workshops_register import sent, uploaded
from .workshops_cast import a_workshop, of, some_people

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def seconds_apart(people, seconds):
    first = people[0].made
    for place, person in enumerate(people):
        person.made = first + timedelta(seconds=seconds * place)
    Participant.objects.bulk_update(people, ["made"])


def test_who_registered_in_quick_succession_is_told_and_taken_out_in_one_go(review, team):
    row = a_workshop(review)
    people = some_people(row, 25)
    Participant.objects.update(route="form")
    seconds_apart(people, 31)
    assert "in quick succession" not in page(team.get(of(row, "register/")))
    seconds_apart(people, 30)
    Participant.objects.filter(pk=people[0].pk).update(came=True)
    assert "25 people registered by the form in quick succession" in page(team.get(of(row, "register/")))
    seen = page(team.get(of(row, "register/quick/")))
    assert seen.count(" checked>") == 24, "whoever came is nobody's invention"
    team.post(of(row, "register/quick/"), {"out": [str(each.pk) for each in people[1:]] + ["rubbish"]})
    assert [each.pk for each in Participant.objects.filter(withdrawn=None)] == [people[0].pk]


def test_people_whom_the_team_or_a_list_put_in_come_as_quickly_as_they_like(review, team):
    row = a_workshop(review)
    seconds_apart(some_people(row, 25), 1)
    assert "in quick succession" not in page(team.get(of(row, "register/")))


def test_a_list_of_many_columns_is_shown_whole_and_what_is_not_is_counted(review, team):
    row = a_workshop(review)
    names = [f"Question {number}" for number in range(1, 250)] + ["Your name"]
    asked = uploaded(team, row, f"{','.join(names)}\n{','.join('a' for _name in names)}\n")
    assert "The first 200 columns with anything in them stand here. 50 more are left aside" in page(asked)
    seen = page(sent(team, row, f"{','.join(names)}\n{',' * 249}Ann Apple\n"))
    assert "1 rows: 1 people taken in" in seen
