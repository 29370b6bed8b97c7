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
from plethu_web.workshops.actions import breakouts as actions
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
    assert "nobody need meet twice, in up to this many rounds: 9" in seen
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
    assert "People: 20. Groups: 5. Rounds: 3." in seen
    assert "How this was checked" in seen
    assert "Round 1: how many of each sector" in seen
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
    row = a_workshop(review, short=True, codes_on_screen=False)
    one, other, *_rest = some_people(row, 20)
    Contact.objects.create(participant=one, name="Ann Apple")
    for kind in ("together", "apart"):
        Wish.objects.create(workshop=row, participant=one, other=other, kind=kind)
    Wish.objects.create(workshop=row, participant=other, other=one, kind="apart")
    plan = planned(team, row)
    assert not plan.ready
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "No plan can keep all the rules" in seen
    assert "These cannot all be kept at once:" in seen
    assert "<li>Ann Apple (P001) is to be with P002. <a href=" in seen
    assert of(row, f"register/{one.pk}/") in seen
    assert "It is enough to drop" in seen
    assert "Clash 1" not in seen
    assert "Mae Ann Apple (P001) i fod gyda P002." in page(team.get(of(row, f"groups/{plan.pk}/", "cy")))


def test_too_few_who_speak_welsh_is_said_as_the_reason(review, team):
    row = a_workshop(review, short=True)
    person = some_people(row, 20)[0]
    Participant.objects.filter(pk=person.pk).update(welsh="wants")
    plan = planned(team, row)
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "too few who speak Welsh for a Welsh-medium group in round 1: 1, and at least 3 are needed" in seen
    assert "P001 wants a Welsh-medium group" in seen


def test_too_many_people_for_the_groups_is_said_with_numbers_that_would_do(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 40)
    plan = planned(team, row, groups="3")
    assert "Numbers of groups that would do: 7–13." in page(team.get(of(row, f"groups/{plan.pk}/")))


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
    assert Plan.objects.get(in_use=True) == plan  # somebody looks at the new one first
    changed = Plan.objects.get(changed_from=plan)
    after = {(s.round, s.participant_id): s.group for s in Seat.objects.filter(plan=changed)}
    gone = {(r, p.pk) for r in (2, 3) for p in people[:2]}
    assert before.keys() - after.keys() == gone
    assert after.keys() - before.keys() == {(2, late.pk), (3, late.pk)}
    assert all(after[key] == before[key] for key in before.keys() & after.keys())
    seen = page(team.get(of(row, f"groups/{changed.pk}/")))
    assert "Nobody who had a seat was moved." in seen
    assert "Left out, since they did not come: <bdi>P001</bdi>, <bdi>P002</bdi>" in seen
    assert "Who came late, and their groups" in seen
    assert "Version 1 is still in use" in seen
    team.post(of(row, f"groups/{changed.pk}/use/"))
    assert Plan.objects.get(in_use=True) == changed
    sheet = page(team.get(of(row, f"groups/{changed.pk}/as/sheet/")))
    made = changed.certificate["made"]
    proof = f"While nobody who has a seat is moved, no version can have a score below {made['bound']}, because"
    assert all(words in sheet for words in ("L001", proof, "Changed from round 2 on."))
    assert proof in seen[seen.index("How this was checked") :]
    assert made["people"] == 21
    assert (made["objective"] - made["bound"], made["bounds"][0]["name"]) == (made["gap"], "kept-seats")


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
    assert "1 person has withdrawn since. What follows is of the plan as it was made." in seen


def test_who_leaves_early_has_no_seat_in_the_rounds_that_are_left(review, team, monkeypatch):
    row = moved(a_workshop(review, short=True), "begin")
    one, *_rest = some_people(row, 20)
    plan = planned(team, row)
    Participant.objects.filter(pk=one.pk).update(rounds=[1, 2])
    response = team.post(of(row, f"groups/{plan.pk}/replan/"), {"from_round": "2"})
    assert sorted(Seat.objects.filter(plan__changed_from=plan, participant=one).values_list("round", flat=True)) == [
        1,
        2,
    ]
    seen = page(team.get(response["Location"]))
    assert "Left out of the rounds for which they are not there: <bdi>P001</bdi>" in seen
    monkeypatch.setattr(actions, "MOST_PLANS", 2)
    refused = team.post(of(row, f"groups/{plan.pk}/replan/"), {"from_round": "2"})
    assert (refused.status_code, "This workshop has 200 plans." in page(refused)) == (409, True)


def test_who_was_noted_as_away_and_comes_after_all_gets_seats_again(review, team):
    row = moved(a_workshop(review, short=True), "begin")
    one, *_rest = some_people(row, 20)
    plan = planned(team, row)
    for came, since in ((False, 2), (True, 3)):
        Participant.objects.filter(pk=one.pk).update(came=came)
        response = team.post(of(row, f"groups/{plan.pk}/replan/"), {"from_round": str(since)})
        plan = Plan.objects.get(pk=response["Location"].rstrip("/").split("/")[-1])
    assert sorted(Seat.objects.filter(plan=plan, participant=one).values_list("round", flat=True)) == [1, 3]
    seen = page(team.get(of(row, f"groups/{plan.pk}/")))
    assert "P001" in seen[seen.index("Who came late, and their groups") : seen.index("How good it is")]


def test_who_has_no_seat_beside_their_companion_is_named_with_them(review, team):
    row = moved(a_workshop(review, short=True), "begin")
    people = some_people(row, 24)
    plan = planned(team, row, groups="3", largest="8")
    late = Participant.objects.create(workshop=row, code="L001", route="team")
    Wish.objects.create(workshop=row, participant=people[0], other=late, kind="together")
    response = team.post(of(row, f"groups/{plan.pk}/replan/"), {"from_round": "1"})
    seen = page(team.get(response["Location"]))
    assert "No group in round 1 has room within the rules for L001 beside P001." in seen
    assert "<td>no seat</td>" in seen


def test_a_companion_who_is_there_for_some_rounds_only_is_named(review, team):
    row = a_workshop(review, short=True)
    one, other, *_rest = some_people(row, 20)
    Participant.objects.filter(pk=one.pk).update(rounds=[1, 2])
    Wish.objects.create(workshop=row, participant=other, other=one, kind="together")
    seen = page(team.get(of(row, f"groups/{planned(team, row).pk}/")))
    assert "P002 is without P001 in these rounds: 3." in seen


def test_who_may_sit_in_two_groups_is_named_before_a_plan_is_made(review, team):
    row = a_workshop(review, short=True, codes_on_screen=False)
    one, other, third, *_rest = some_people(row, 20)
    Contact.objects.create(participant=one, name="Ann Apple", email="ann@example.org")
    Contact.objects.create(participant=other, name="ann  apple", email="ann@elsewhere.example")
    Contact.objects.create(participant=third, name="Ann Pear", email="ann@example.org")
    for path in ("groups/", "register/"):
        seen = page(team.get(of(row, path)))
        named = seen[seen.index("Some may have registered twice") :].split("</ul>")[0]
        assert named.count("<a href=") == 2
        assert all(each in named for each in (of(row, f"register/{one.pk}/"), "Ann Apple (P001)", "ann  apple (P002)"))
    lead = in_role(review, Role.LEAD)
    take_out(by=lead, access=access_of(review, lead, "run-workshops"), person=other)
    assert "registered twice" not in page(team.get(of(row, "groups/")))


def test_one_plan_is_made_at_a_time(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    assert team.post(of(row, "groups/"), ASKED).status_code == 302
    again = team.post(of(row, "groups/"), ASKED)
    assert "A plan of this workshop is being made." in page(again)
    assert Job.objects.count() == 1


def test_a_plan_nobody_goes_by_can_be_deleted_and_one_in_use_cannot(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    plan = planned(team, row)
    team.post(of(row, f"groups/{plan.pk}/use/"))
    assert team.post(of(row, f"groups/{plan.pk}/delete/")).status_code == 409
    other = planned(team, row)
    assert "Delete this version" in page(team.get(of(row, f"groups/{other.pk}/")))
    assert team.post(of(row, f"groups/{other.pk}/delete/")).status_code == 302
    assert not Plan.objects.filter(pk=other.pk).exists()
    assert Plan.objects.filter(pk=plan.pk).exists()
    assert Event.objects.filter(kind="breakouts-deleted").count() == 1


def test_a_second_choice_for_which_there_is_no_room_is_left_out(review, team, monkeypatch):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    monkeypatch.setattr(actions, "MOST_PLANS", 1)
    assert planned(team, row, groups="6", sector="3").ready
    assert Plan.objects.count() == 1
    assert "This workshop has 200 plans." in page(team.post(of(row, "groups/"), ASKED))


def test_one_press_makes_a_link_for_every_group(review, team):
    row = a_workshop(review, short=True)
    some_people(row, 20)
    seen = page(team.post(of(row, f"groups/{planned(team, row).pk}/links/")))
    assert seen.count('readonly value="http') == 5
    assert sorted(row.facilitators.values_list("group", flat=True)) == [1, 2, 3, 4, 5]


def test_the_file_for_zoom_is_given_only_to_who_asks_for_addresses(review, team):
    row = a_workshop(review, short=True)
    people = some_people(row, 20)
    plan = planned(team, row)
    assert "No email addresses of these people are held" in page(team.get(of(row, f"groups/{plan.pk}/")))
    Contact.objects.create(participant=people[0], email="ann@example.org")
    assert "People whose address is held: 1/20" in page(team.get(of(row, f"groups/{plan.pk}/")))
    refused = team.post(of(row, f"groups/{plan.pk}/zoom/"), {"round": "2"})
    assert refused.status_code == 400
    assert "The file holds email addresses." in page(refused)
    seat = Seat.objects.get(plan=plan, participant=people[0], round=2)
    content = team.post(of(row, f"groups/{plan.pk}/zoom/"), {"round": "2", "knows": "on"}).content.decode()
    assert content == f"Pre-assign Room Name,Email Address\r\nGroup {seat.group},ann@example.org\r\n"
    assert Event.objects.filter(kind="register-taken-away").count() == 1
