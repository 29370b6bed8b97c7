"""Breakout groups on the site: advice, a plan by a job, its proof and files, versions, and re-planning on the day."""

from __future__ import annotations

from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation

from plethu.workshop.breakouts.certificate import faults
from plethu_web.accounts.models import Event
from plethu_web.jobs.models import Job
from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import take_out
from plethu_web.workshops.models import Contact, Participant, Plan, Seat, Wish
from plethu_web.workshops.queries.breakouts import design_of, people_to_seat, seats_in

from .cast import a_review, access_of, browser_of, in_role
from .workshops_cast import a_workshop, moved, of, some_people

pytestmark = pytest.mark.django_db

ASKED = {
    "groups": "5",
    "smallest": "3",
    "largest": "6",
    "sector": "1",
    "area": "0",
    "level": "0",
    "repeat_weight": "1",
    "seconds": "10",
}


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def planned(team, row, **more):
    response = team.post(of(row, "groups/"), {**ASKED, **more})
    assert response.status_code == 302, page(response)
    plan = Plan.objects.get(pk=response["Location"].rstrip("/").split("/")[-1])
    plan.design["moves"] = 2000  # a search that ends soon and is the same each time
    plan.design["seconds"] = 0
    plan.save()
    work_off()
    plan.refresh_from_db()
    return plan


def test_the_advice_says_which_numbers_of_groups_keep_everybody_from_meeting_twice(review, team):
    row = a_workshop(review)
    some_people(row, 70)
    seen = page(team.get(of(row, "groups/")))
    assert "nobody meets twice, for up to 9 rounds" in seen
    assert "What each number of groups means" in seen
    assert 'value="11"' in seen  # the number that the form begins with is one of those


def test_a_plan_is_made_by_a_job_and_keeps_all_its_rules(review, team):
    row = a_workshop(review, short=True)
    one, other, *_rest = some_people(row, 20)
    Wish.objects.create(workshop=row, participant=one, other=other, kind="apart")
    plan = planned(team, row)
    assert plan.ready
    people, seats = people_to_seat(row), seats_in(plan)
    assert faults(people, design_of(plan), seats) == ()
    assert sum(len(group) for groups in seats for group in groups) == 20 * 3
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "Nobody meets anybody twice." in seen
    assert "20 people in 5 groups, over 3 rounds" in seen
    assert seen.count("<h4>Group ") == 15
    assert "<caption>Where each person goes</caption>" in seen
    welsh = page(team.get(of(row, f"groups/{plan.pk}/", "cy")))
    assert "<h4>Grŵp 1" in welsh
    assert "sector" in page(team.get(of(row, f"groups/{plan.pk}/")))
    assert Event.objects.filter(kind="breakouts-planned").count() == 1


def test_somebody_else_of_the_team_sees_how_far_it_is_and_can_stop_it(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    plan = Plan.objects.get(pk=team.post(of(row, "groups/"), ASKED)["Location"].rstrip("/").split("/")[-1])
    lead = browser_of(in_role(review, Role.LEAD))
    assert "Stop this" in page(lead.get(of(row, f"groups/{plan.pk}/")))
    lead.post(f"/en/jobs/{plan.job}/cancel/")
    work_off()
    assert not Plan.objects.get().ready
    assert Job.objects.get().state == "cancelled"


def test_rules_that_clash_are_named_with_the_least_to_drop(review, team):
    row = a_workshop(review, short=True)
    one, other, *_rest = some_people(row, 20)
    for kind in ("together", "apart"):
        Wish.objects.create(workshop=row, participant=one, other=other, kind=kind)
    Wish.objects.create(workshop=row, participant=other, other=one, kind="apart")
    plan = planned(team, row)
    assert not plan.ready
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "No plan can keep all the rules" in seen
    assert "P001" in seen
    assert "P002" in seen


def test_too_many_people_for_the_groups_is_said_with_numbers_that_would_do(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 40)
    plan = planned(team, row, groups="3")
    assert "Use 7 to 13 groups." in page(team.get(of(row, f"groups/{plan.pk}/")))


def test_a_plan_in_use_is_one_and_people_see_their_groups(review, team, client):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    token = "abcdefghjkmnpqrstuvw"
    Participant.objects.filter(code="P001").update(token_hash=hash_of(token))
    plans = [planned(team, row) for _ in range(2)]
    for plan in plans:
        team.post(of(row, f"groups/{plan.pk}/use/"))
    assert [p.number for p in Plan.objects.filter(in_use=True)] == [plans[1].number]
    seat = Seat.objects.get(plan=plans[1], participant__code="P001", round=2)
    assert f"group {seat.group}" in page(client.get(f"/en/workshops/yours/{token}/"))
    assert "In use" in page(team.get(of(row, "groups/")))


def test_on_the_day_nobody_who_has_a_seat_is_moved(review, team):
    row = moved(a_workshop(review, short=True), "begin")
    people = some_people(row, 20)
    plan = planned(team, row)
    team.post(of(row, f"groups/{plan.pk}/use/"))
    Participant.objects.filter(pk__in=[p.pk for p in people[:2]]).update(came=False)
    late = Participant.objects.create(workshop=row, code="L001", route="team", sector="health")
    before = {(s.round, s.participant_id): s.group for s in Seat.objects.filter(plan=plan)}
    response = team.post(of(row, f"groups/{plan.pk}/replan/"), {"from_round": "2"})
    assert response.status_code == 302, page(response)
    changed = Plan.objects.get(in_use=True)
    assert changed.changed_from == plan
    after = {(s.round, s.participant_id): s.group for s in Seat.objects.filter(plan=changed)}
    gone = {(r, p.pk) for r in (2, 3) for p in people[:2]}
    assert before.keys() - after.keys() == gone
    assert after.keys() - before.keys() == {(2, late.pk), (3, late.pk)}
    assert all(after[key] == before[key] for key in before.keys() & after.keys())
    seen = page(team.get(of(row, f"groups/{changed.pk}/")))
    assert "Nobody who had a seat was moved." in seen
    assert "L001" in page(team.get(of(row, f"groups/{changed.pk}/as/sheet/")))


@pytest.mark.parametrize(
    ("kind", "begins"), [("sheet", "Round 1"), ("rooms", "\ufeffPerson,"), ("video", "\ufeffRound,")]
)
def test_the_files_show_codes_or_names_as_the_workshop_says(review, team, kind, begins):
    row = a_workshop(review, short=True, codes_on_screen=kind != "sheet")
    person = some_people(row, 20)[0]
    Contact.objects.create(participant=person, name="Ann Apple")
    plan = planned(team, row)
    content = team.get(of(row, f"groups/{plan.pk}/as/{kind}/")).content.decode()
    assert content.startswith(begins)
    assert "P001" in content
    assert ("Ann Apple" in content) == (kind == "sheet")


def test_slides_open_and_show_everybody(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    plan = planned(team, row)
    slides = Presentation(BytesIO(team.get(of(row, f"groups/{plan.pk}/as/slides/")).content)).slides
    words = " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert all(words.count(f"P{number:03}") == 3 for number in range(1, 21))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"groups": ""}, "Give a number."),
        ({"smallest": "6", "largest": "4"}, "The smallest group is larger than the largest."),
        ({"seconds": "3600"}, "Choose one of the answers that are shown."),
    ],
)
def test_what_is_wrong_with_the_form_is_said(review, team, more, words):
    row = a_workshop(review, short=True)
    some_people(row, 10)
    response = team.post(of(row, "groups/"), {**ASKED, **more})
    assert response.status_code == 400
    assert words in page(response)


def test_a_workshop_that_is_over_or_empty_gets_no_plan(review, team):
    row = a_workshop(review, short=True)
    assert "Nobody has registered yet." in page(team.post(of(row, "groups/"), ASKED))
    some_people(row, 20)
    plan = planned(team, row)
    row = moved(row, "begin", "close")
    for path in (f"groups/{plan.pk}/use/", f"groups/{plan.pk}/replan/"):
        assert team.post(of(row, path), {"from_round": "1"}).status_code == 409
    assert "The workshop is over" in page(team.post(of(row, "groups/"), ASKED))


def test_who_withdraws_loses_their_seats_and_the_plan_still_opens(review, team):
    row = a_workshop(review, short=True)
    people = some_people(row, 20)
    plan = planned(team, row)
    lead = in_role(review, Role.LEAD)
    take_out(by=lead, access=access_of(review, lead, "run-workshops"), person=people[0])
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "P001" not in seen
    assert "P002" in seen
