"""Setting up a workshop: from a design or another one, its agenda and questions, its states."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Round, Workshop
from plethu_web.workshops.states import MOVES, STATES, State

from .cast import a_review, browser_of, in_role
from .workshops_cast import FORM, a_workshop, moved, of, registered

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def test_a_workshop_is_made_from_the_design_of_four_hours_in_one_form(review, team):
    new = f"/en/reviews/{review.slug}/workshops/new/"
    opened = page(team.get(new))
    assert "The people in your group will know what you said." in opened
    assert "Bydd y bobl yn eich grŵp yn gwybod beth ddywedoch chi." in opened
    response = team.post(new, FORM)
    assert response.status_code == 302, page(response)
    row = Workshop.objects.get()
    assert (row.state, row.edition, len(row.key)) == ("drafted", "multisector-wales-2024", 10)
    rounds = list(row.rounds.all())
    assert sum(each.minutes for each in rounds) == 240
    assert [each.number for each in rounds if each.kind == "groups"] == [1, 2, 3, 4]
    assert [each.topics.count() for each in rounds] == [0, 7, 7, 7, 0, 0, 0]
    assert [prompt.words_cy for prompt in row.prompts.all()][1] == "Beth sydd ar goll?"
    seen = page(team.get(of(row)))
    assert row.key in seen
    assert "Beth yw eich barn?" in page(team.get(of(row, language="cy")))
    assert Event.objects.filter(kind="workshop-made", thing=f"workshop:{row.pk}").count() == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"title": "", "title_cy": ""}, "Give the workshop a title."),
        ({"ends_at": "09:00"}, "It would end before it begins."),
        ({"languages": []}, "Choose at least one language."),
        ({"consent": "", "consent_cy": ""}, "Say what people agree to."),
        ({"day": "soon"}, "Give a day, such as 2026-03-31."),
        ({"day": "0001-01-01"}, "Give a day between 2000 and 2100."),
        ({"day": "2030-03-31", "begins": "01:30", "ends_at": "02:15"}, "It would end before it begins."),
        ({"ends_at": ""}, "Say when it ends."),
        ({"design": "other"}, "Choose one of the answers that are shown."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_made(review, team, more, words):
    response = team.post(f"/en/reviews/{review.slug}/workshops/new/", {**FORM, **more})
    assert response.status_code == 400
    assert words in page(response)
    assert not Workshop.objects.exists()


def test_a_clone_has_the_agenda_and_nobody_who_registered(review, team):
    row = a_workshop(review)
    registered(row)
    assert team.post(of(row, "clone/"), {**FORM, "title": "Once more"}).status_code == 302
    copy = Workshop.objects.get(title="Once more")
    assert copy.key != row.key
    assert copy.state == "drafted"
    kept = [(r.number, r.minutes, list(r.topics.values_list("ref"))) for r in row.rounds.all()]
    assert [(r.number, r.minutes, list(r.topics.values_list("ref"))) for r in copy.rounds.all()] == kept
    assert copy.prompts.count() == 3
    assert not copy.participants.exists()


def test_parts_are_added_moved_changed_and_taken_out_and_rounds_count_on(review, team):
    row = a_workshop(review, state="drafted")
    part = {"title": "A last word", "title_cy": "", "kind": "groups", "minutes": "20", "findings": "f001, F002"}
    assert team.post(of(row, "agenda/new/"), part).status_code == 302
    last = row.rounds.last()
    assert (last.number, [t.ref for t in last.topics.all()]) == (5, ["F001", "F002"])
    first = row.rounds.get(number=1)
    team.post(of(row, f"agenda/{first.pk}/shift/"), {"do": "down"})
    assert [r.number for r in row.rounds.filter(kind="groups")] == [1, 2, 3, 4, 5]
    first.refresh_from_db()
    assert first.number == 2
    team.post(of(row, f"agenda/{first.pk}/"), {**part, "kind": "together", "findings": ""})
    first.refresh_from_db()
    assert (first.kind, first.number, first.topics.count()) == ("together", 0, 0)
    assert [r.number for r in row.rounds.filter(kind="groups")] == [1, 2, 3, 4]
    asked = team.post(of(row, f"agenda/{first.pk}/shift/"), {"do": "remove"})
    assert "Take this part out of the agenda?" in page(asked)
    assert row.rounds.filter(pk=first.pk).exists()
    team.post(of(row, f"agenda/{first.pk}/shift/"), {"do": "remove", "sure": "1"})
    assert [r.position for r in row.rounds.all()] == list(range(1, 8))
    seen = page(team.get(of(row, "agenda/")))
    assert '<a href="/en/evidence/F001/">F001: ' in seen


def test_a_finding_the_edition_does_not_have_is_named(review, team):
    row = a_workshop(review, state="drafted")
    part = {"title": "A last word", "title_cy": "", "kind": "groups", "minutes": "20", "findings": "F001 F999"}
    response = team.post(of(row, "agenda/new/"), part)
    assert response.status_code == 400
    assert "The edition has no finding of this number: F999" in page(response)


def test_questions_are_changed_line_by_line(review, team):
    row = a_workshop(review, state="drafted")
    team.post(of(row, "agenda/questions/"), {"prompts": "One?\nTwo?", "prompts_cy": "Un?\n-"})
    assert [(p.words, p.words_cy) for p in row.prompts.all()] == [("One?", "Un?"), ("Two?", "")]
    assert "Un?\n-</textarea>" in page(team.get(of(row, "agenda/questions/")))
    assert team.post(of(row, "agenda/questions/"), {"prompts": " ", "prompts_cy": ""}).status_code == 400
    uneven = team.post(of(row, "agenda/questions/"), {"prompts": "One?\nTwo?\nThree?", "prompts_cy": "Un?\nDau?"})
    assert uneven.status_code == 400
    assert "There are more lines in one language" in page(uneven)
    team.post(of(row, "agenda/questions/"), {"prompts": "Only English?", "prompts_cy": ""})
    assert [(p.words, p.words_cy) for p in row.prompts.all()] == [("Only English?", "")]


def test_the_agenda_of_a_workshop_that_runs_stays(review, team):
    row = moved(a_workshop(review), "begin")
    first = row.rounds.first()
    assert team.post(of(row, f"agenda/{first.pk}/shift/"), {"do": "remove", "sure": "1"}).status_code == 409
    assert row.rounds.filter(pk=first.pk).exists()


@pytest.mark.parametrize("state", State)
def test_a_state_offers_its_moves_and_no_others(review, team, state):
    row = a_workshop(review, state=state)
    seen = page(team.get(of(row)))
    for move in MOVES:
        offered = f'name="move" value="{move.code}"' in seen
        assert offered == (move.source == state)
        if not offered:
            assert team.post(of(row, "move/"), {"move": move.code}).status_code == 409
    assert ("Everybody with this address or code can register" in seen) == STATES[state].registers


def test_the_room_of_another_review_is_not_there(review, team):
    other = a_workshop(a_review("Elsewhere", by=in_role(review, Role.STEERING)))
    mine = f"/en/reviews/{review.slug}/workshops/{other.pk}/"
    assert team.get(mine).status_code == 404


def test_the_agenda_says_when_each_part_begins_and_that_it_takes_too_long(review, team):
    row = a_workshop(review, state="drafted")
    seen = page(team.get(of(row, "agenda/")))
    second = row.starts + timedelta(minutes=row.rounds.first().minutes)
    assert f"{timezone.localtime(row.starts):%H:%M} · " in seen
    assert f"{timezone.localtime(second):%H:%M} · " in seen
    assert "minutes more than" not in seen
    Round.objects.filter(pk=row.rounds.first().pk).update(minutes=400)
    assert "minutes more than there are between the beginning and the end" in page(team.get(of(row, "agenda/")))


def test_an_empty_agenda_does_not_begin(review, team):
    row = a_workshop(review, state="open")
    row.rounds.all().delete()
    response = team.post(of(row, "move/"), {"move": "begin"})
    assert response.status_code == 409
    assert "The agenda is empty." in page(response)


def test_a_workshop_is_deleted_only_while_nobody_has_registered(review, team):
    row = a_workshop(review, state="drafted")
    assert "Delete this workshop" in page(team.get(of(row)))
    assert "Delete this workshop?" in page(team.post(of(row, "delete/")))
    registered(other := a_workshop(review))
    assert team.post(of(other, "delete/"), {"sure": "1"}).status_code == 409
    assert team.post(of(row, "delete/"), {"sure": "1"}).status_code == 302
    assert list(Workshop.objects.all()) == [other]
