"""Polls of partners: made, answered by a link, changed, withdrawn, closed, read, decided upon."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from datetime import date, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from plethu_web.accounts.models import Event
from plethu_web.reviews.actions import polls as actions
from plethu_web.reviews.models import Decision, Poll, PollAnswer, PollQuestion
from plethu_web.reviews.roles import Role

from .cast import a_review, access_of, browser_of, in_role

pytestmark = pytest.mark.django_db
TOPICS = ("terms", "evidence", "scope", "sources")


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review(db):
    return a_review()


@pytest.fixture
def maker(review):
    return browser_of(in_role(review, Role.REVIEWER))


def at(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/polls/{path}"


def a_poll(review, topics=TOPICS, opened=True, **columns):
    person = in_role(review, Role.REVIEWER)
    doer = {"by": person, "access": access_of(review, person)}
    poll = actions.make_poll(**doer, columns={"title": "What shall we look for?", "title_cy": "Am beth?", **columns})
    for topic in topics:
        actions.add_ready(**doer, poll=poll, topic=topic)
    actions.add_question(**doer, poll=poll, columns={"kind": "rank", "words": "Rank", "options": [
        {"id": id, "en": id.upper(), "cy": ""} for id in ("a", "b", "c")
    ]})  # fmt: skip
    if opened:
        actions.open_poll(**doer, poll=poll)
        poll.refresh_from_db()
    return poll


def closed(review, poll):
    person = in_role(review, Role.REVIEWER)
    actions.close_poll(by=person, access=access_of(review, person), poll=poll)
    poll.refresh_from_db()


def link(poll, path="", language="en"):
    return f"/{language}/reviews/polls/{poll.key}/{path}"


def filled(poll, **more):
    ids = dict(poll.questions.values_list("topic", "pk"))
    rank = ids[""]
    answers = {
        f"q{ids['terms']}": "tending",
        f"q{ids['evidence']}": ["cases", "media"],
        f"q{ids['scope']}": "wales",
        f"q{ids['sources']}_call": "5",
        f"q{rank}_a": "2",
        f"q{rank}_b": "1",
        "sector": "third",
        "consent": "on",
    }
    return {**answers, **more}


def private_link(response):
    return re.search(r"/en/reviews/polls/[\w-]+/mine/\w+/", page(response))[0]


# Making


def test_a_poll_is_made_in_both_languages_and_opened(review, maker):
    made = maker.post(at(review, "make/"), {"title": "Words", "title_cy": "Geiriau", "asks_sector": "on"})
    poll = Poll.objects.get()
    assert made["Location"] == at(review, f"{poll.pk}/")
    for topic in TOPICS:
        maker.post(at(review, f"{poll.pk}/ready/{topic}/"))
    maker.post(
        at(review, f"{poll.pk}/questions/add/"),
        {"kind": "one", "words": "Which?", "choices": "This\nThat\n", "choices_cy": "Hwn\n\nHwnnw"},
    )
    question = PollQuestion.objects.last()
    assert question.options == [{"id": "o1", "en": "This", "cy": "Hwn"}, {"id": "o2", "en": "That", "cy": "Hwnnw"}]
    maker.post(at(review, f"{poll.pk}/switch/open/"))
    assert f"/en/reviews/polls/{poll.key}/" in page(maker.get(at(review, f"{poll.pk}/")))
    assert "Geiriau" in page(Client().get(link(poll, language="cy")))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "one", "words": "Which?"}, "at least two answers"),
        ({"kind": "one", "choices": "a\nb"}, "Write the question."),
        ({"words": "x", "choices": "a\nb"}, "Choose how it is answered."),
        ({"kind": "one", "words": "x", "choices": "a\nb\nc", "choices_cy": "a\nb"}, "Write as many in both."),
        ({"kind": "one", "words": "x", "choices": "\n".join(map(str, range(21)))}, "at most 20 answers"),
        ({"kind": "one", "words": "x", "choices": "a" * 301 + "\nb"}, "300 characters"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(review, maker, sent, said):
    poll = a_poll(review, opened=False)
    response = maker.post(at(review, f"{poll.pk}/questions/add/"), sent)
    assert response.status_code == 400
    assert said in page(response)


def test_a_poll_without_questions_is_not_opened(review, maker):
    maker.post(at(review, "make/"), {"title": "Words"})
    poll = Poll.objects.get()
    response = maker.post(at(review, f"{poll.pk}/switch/open/"))
    assert response.status_code == 400
    assert "Add a question first." in page(response)


def test_questions_stay_as_they_were_asked_once_the_poll_was_opened(review, maker):
    poll = a_poll(review)
    question = poll.questions.first()
    for path in (f"questions/{question.pk}/remove/", "ready/terms/"):
        assert maker.post(at(review, f"{poll.pk}/{path}")).status_code == 400
    sent = {"kind": "words", "words": "Another"}
    assert maker.post(at(review, f"{poll.pk}/questions/{question.pk}/"), sent).status_code == 400
    question.refresh_from_db()
    assert question.words != "Another"


def test_the_title_can_be_mended_after_the_last_day(review, maker):
    poll = a_poll(review)
    Poll.objects.update(last_day=date(2020, 1, 1))
    sent = {"title": "Mended", "last_day": "2020-01-01"}
    assert maker.post(at(review, f"{poll.pk}/change/"), sent).status_code == 302
    poll.refresh_from_db()
    assert poll.title == "Mended"


def test_a_last_day_that_has_passed_is_refused(review, maker):
    response = maker.post(at(review, "make/"), {"title": "x", "last_day": "2020-01-01"})
    assert "This day has passed." in page(response)
    assert maker.post(at(review, "make/"), {"title": "x", "last_day": "soon"}).status_code == 400


def test_the_poll_of_another_review_is_not_found(review, maker):
    other = a_review("Another", in_role(review, Role.LEAD))
    access = access_of(other, in_role(review, Role.LEAD))
    poll = actions.make_poll(by=in_role(review, Role.LEAD), access=access, columns={"title": "x"})
    for path in ("", "results/", "results/as/csv/", "change/"):
        assert maker.get(at(review, f"{poll.pk}/{path}")).status_code == 404


# Answering


def test_anybody_with_the_link_answers_without_an_account(review):
    poll = a_poll(review)
    visitor = Client()
    assert "You need no account." in page(visitor.get(link(poll)))
    response = visitor.post(link(poll), filled(poll))
    assert "Your answers have been taken in." in page(response)
    answer = PollAnswer.objects.get()
    assert answer.sector == "third"
    ids = dict(poll.questions.values_list("topic", "pk"))
    assert answer.given[str(ids["evidence"])]["chosen"] == ["cases", "media"]
    assert answer.given[str(ids[""])]["chosen"] == ["b", "a"]
    assert answer.given[str(ids["sources"])]["marks"] == {"call": 5}


def test_nothing_tells_who_answered(review):
    poll = a_poll(review)
    response = Client().post(link(poll), filled(poll), REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="Phone 3")
    token = private_link(response).split("/")[-2]
    stored = str(list(PollAnswer.objects.values())) + str(list(Event.objects.values()))
    for secret in ("203.0.113.7", "Phone 3", token):
        assert secret not in stored
    event = Event.objects.get(kind="poll-answered")
    assert (event.by, event.thing, event.details) == (None, f"poll:{poll.pk}", {})
    assert not Event.objects.filter(details__icontains="tending").exists()


def test_one_browser_has_one_answer_and_can_change_it(review):
    poll = a_poll(review)
    visitor = Client()
    visitor.post(link(poll), filled(poll))
    shown = page(visitor.get(link(poll)))
    assert "You have answered." in shown
    assert "tending" in shown
    ids = dict(poll.questions.values_list("topic", "pk"))
    visitor.post(link(poll), filled(poll, **{f"q{ids['terms']}": "gleaning"}))
    assert PollAnswer.objects.count() == 1
    assert PollAnswer.objects.get().given[str(ids["terms"])]["words"] == "gleaning"


def test_a_choice_that_was_made_can_be_taken_back(review):
    poll = a_poll(review)
    visitor = Client()
    visitor.post(link(poll), filled(poll))
    ids = dict(poll.questions.values_list("topic", "pk"))
    assert "No answer" in page(visitor.get(link(poll)))
    visitor.post(link(poll), filled(poll, **{f"q{ids['scope']}": "", f"q{ids['sources']}_call": ""}))
    given = PollAnswer.objects.get().given
    assert str(ids["scope"]) not in given
    assert str(ids["sources"]) not in given
    assert str(ids["evidence"]) in given


def test_a_double_click_is_one_answer(review):
    poll = a_poll(review)
    sealed = re.search(r'name="sealed" value="([^"]+)"', page(Client().get(link(poll))))[1]
    for _ in range(2):
        Client().post(link(poll), filled(poll, sealed=sealed))
    assert PollAnswer.objects.count() == 1


def test_two_polls_of_one_browser_cannot_be_joined(review):
    visitor = Client()
    for _ in range(2):
        poll = a_poll(review)
        visitor.post(link(poll), filled(poll))
    assert len(set(PollAnswer.objects.values_list("token_hash", flat=True))) == 2


def test_two_people_at_one_device_both_count(review):
    poll = a_poll(review)
    device = Client()
    device.post(link(poll), filled(poll))
    assert "Ready for somebody else" in page(device.post(link(poll, "let-go/")))
    device.post(link(poll), filled(poll))
    assert PollAnswer.objects.count() == 2


def test_a_forged_cookie_or_secret_is_as_none(review):
    poll = a_poll(review)
    Client().post(link(poll), filled(poll))
    visitor = Client()
    visitor.cookies["plethu_poll"] = "abc:def:ghi"
    visitor.post(link(poll), filled(poll, sealed="x:y:z"))
    assert PollAnswer.objects.count() == 2


def test_the_private_link_changes_and_withdraws_from_elsewhere(review):
    poll = a_poll(review)
    mine = private_link(Client().post(link(poll), filled(poll)))
    elsewhere = Client()
    response = elsewhere.get(mine)
    assert "tending" in page(response)
    assert "no-store" in response["Cache-Control"]
    elsewhere.post(mine, filled(poll, sector="public"))
    assert PollAnswer.objects.get().sector == "public"
    assert PollAnswer.objects.count() == 1
    assert "Withdraw your answer?" in page(elsewhere.get(f"{mine}withdraw/"))
    elsewhere.post(f"{mine}withdraw/")
    assert not PollAnswer.objects.exists()
    for path in (mine, f"{mine}withdraw/"):
        assert elsewhere.get(path).status_code == 404
        assert elsewhere.post(path).status_code == 404


def test_an_answer_is_withdrawn_after_the_poll_closed_but_not_changed(review):
    poll = a_poll(review)
    mine = private_link(Client().post(link(poll), filled(poll)))
    closed(review, poll)
    assert Client().post(mine, filled(poll, sector="public")).status_code == 410
    assert PollAnswer.objects.get().sector == "third"
    Client().post(f"{mine}withdraw/")
    assert not PollAnswer.objects.exists()


def test_without_consent_nothing_is_kept(review):
    poll = a_poll(review)
    response = Client().post(link(poll), filled(poll, consent=""))
    assert response.status_code == 400
    assert "Tick the box if you agree." in page(response)
    assert "tending" in page(response)
    assert not PollAnswer.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"consent": "on"},
        {"consent": "on", "sector": "king"},
        {"consent": "on", "qSCOPE": "nowhere"},
        {"consent": "on", "qSOURCES_call": "6"},
        {"consent": "on", "qSOURCES_call": "-1"},
        {"consent": "on", "qRANK_a": "1", "qRANK_b": "1"},
        {"consent": "on", "qTERMS": "x" * 2001},
        {"consent": "on", "qTERMS": "a\u202eb"},
        {"consent": "on", "qEVIDENCE": ["cases", "x' OR 1=1 --"]},
        {"consent": "on", "q999999": "x"},
    ],
)
def test_a_hostile_or_empty_answer_is_refused_with_words(review, sent):
    poll = a_poll(review)
    ids = {topic.upper() or "RANK": str(pk) for topic, pk in poll.questions.values_list("topic", "pk")}
    sent = {re.sub("[A-Z]+", lambda part: ids[part[0]], name): value for name, value in sent.items()}
    response = Client().post(link(poll), sent)
    assert response.status_code == 400
    assert "There is a problem" in page(response)
    assert not PollAnswer.objects.exists()


def test_what_somebody_writes_is_no_markup(review, maker):
    poll = a_poll(review)
    ids = dict(poll.questions.values_list("topic", "pk"))
    visitor = Client()
    visitor.post(link(poll), filled(poll, **{f"q{ids['terms']}": "<script>alert(1)</script>"}))
    closed(review, poll)
    for response in (visitor.get(link(poll)), maker.get(at(review, f"{poll.pk}/results/"))):
        assert b"<script>alert" not in response.content


def test_a_link_to_nothing_and_to_a_poll_not_opened_is_not_found(review):
    poll = a_poll(review, opened=False)
    for path in (link(poll), "/en/reviews/polls/none/", link(poll, "results/"), link(poll, "mine/none/")):
        assert Client().get(path).status_code == 404
    assert Client().post(link(poll), filled(poll)).status_code == 404


def test_a_closed_poll_says_so_and_takes_nothing(review):
    poll = a_poll(review)
    closed(review, poll)
    assert "The poll is closed" in page(Client().get(link(poll)))
    assert Client().post(link(poll), filled(poll)).status_code == 410
    assert not PollAnswer.objects.exists()


def test_a_poll_closes_by_itself_after_its_last_day(review):
    poll = a_poll(review)
    Poll.objects.update(last_day=timezone.localdate())
    assert Client().get(link(poll)).status_code == 200
    assert "The poll is closed" not in page(Client().get(link(poll)))
    Poll.objects.update(last_day=timezone.localdate() - timedelta(days=1))
    assert "The poll is closed" in page(Client().get(link(poll)))
    assert Client().post(link(poll), filled(poll)).status_code == 410


def test_the_language_can_be_changed_in_the_middle(review):
    poll = a_poll(review)
    response = Client().post(link(poll, language="cy"), filled(poll, switch_language="cy"))
    assert "Pa mor bell y dylem edrych?" in page(response)
    assert "tending" in page(response)
    assert re.search(r'value="cases"[^>]*checked', page(response))
    assert not PollAnswer.objects.exists()


def test_a_partner_needs_the_form_s_proof(review):
    poll = a_poll(review)
    assert Client(enforce_csrf_checks=True).post(link(poll), filled(poll)).status_code == 403


# Reading


def answered(poll, people):
    for sector, scope in people:
        Client().post(link(poll), filled(poll, sector=sector, **{f"q{poll.questions.get(topic='scope').pk}": scope}))


def test_results_show_only_once_the_poll_is_closed(review, maker):
    poll = a_poll(review)
    answered(poll, [("third", "wales")])
    results = at(review, f"{poll.pk}/results/")
    assert "tending" not in page(maker.get(results))
    assert json.loads(maker.get(f"{results}as/json/").content)["questions"] == []
    closed(review, poll)
    shown = page(maker.get(results))
    assert "tending" in shown
    assert "1 person answered the poll." in shown


def test_no_sector_of_fewer_than_five_is_told_apart(review, maker):
    poll = a_poll(review)
    answered(poll, [("third", "wales")] * 6 + [("public", "uk")] * 5 + [("academic", "world")])
    closed(review, poll)
    shown = page(maker.get(at(review, f"{poll.pk}/results/")))
    assert "Third sector (6)" in shown
    assert "Smaller groups together (6)" in shown
    assert "University or research" not in shown
    data = json.loads(maker.get(at(review, f"{poll.pk}/results/as/json/")).content)
    assert all(group["answered"] >= 5 for q in data["questions"] for group in q["by_sector"].values())
    assert "sector" not in str(data["given"])


def test_the_results_go_into_a_table_that_no_spreadsheet_takes_for_formulas(review, maker):
    poll = a_poll(review)
    ids = dict(poll.questions.values_list("topic", "pk"))
    Client().post(link(poll), filled(poll, **{f"q{ids['terms']}": "=1+1"}))
    closed(review, poll)
    text = maker.get(at(review, f"{poll.pk}/results/as/csv/")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["option"]: row["count"] for row in rows if row["kind"] == "several"}["cases"] == "1"
    assert not [row for row in rows if row["words"].startswith("=")]
    assert maker.get(at(review, f"{poll.pk}/results/as/exe/")).status_code == 404


def test_the_public_sees_results_only_where_the_lead_opened_them_and_never_words(review):
    poll = a_poll(review)
    answered(poll, [("third", "wales")] * 5)
    lead = browser_of(in_role(review, Role.LEAD))
    lead.post(at(review, f"{poll.pk}/public/"), {"public": "yes"})
    assert Client().get(link(poll, "results/")).status_code == 404
    closed(review, poll)
    shown = page(Client().get(link(poll, "results/")))
    assert "5 people answered the poll." in shown
    assert "tending" not in shown
    assert "See what people said" in page(Client().get(link(poll)))
    lead.post(at(review, f"{poll.pk}/public/"), {"public": "no"})
    assert Client().get(link(poll, "results/")).status_code == 404


def test_the_public_sees_no_results_of_fewer_than_five(review):
    poll = a_poll(review)
    answered(poll, [("third", "wales")] * 4)
    closed(review, poll)
    Poll.objects.update(results_public=True)
    shown = page(Client().get(link(poll, "results/")))
    assert "That is too few" in shown
    assert "Wales" not in shown


def test_a_decision_stands_with_its_question_and_links_to_the_version(review, maker):
    poll = a_poll(review)
    answered(poll, [("third", "wales")])
    closed(review, poll)
    question = poll.questions.get(topic="scope")
    steering = browser_of(in_role(review, Role.STEERING))
    sent = {"text": "Wales only", "decided_by": "Steering group", "on": "2026-05-01", "status": "agreed"}
    assert steering.post(at(review, f"{poll.pk}/questions/{question.pk}/decide/"), sent).status_code == 302
    decision = Decision.objects.get()
    assert (decision.question, decision.on) == (question, date(2026, 5, 1))
    maker.post(f"/en/reviews/{review.slug}/protocol/part/scope/", {"scope": "Wales"})
    maker.post(f"/en/reviews/{review.slug}/protocol/publish/", {"reason": "Poll", "decisions": [decision.pk]})
    shown = page(maker.get(at(review, f"{poll.pk}/results/")))
    assert "Wales only" in shown
    assert "Changed the protocol: version 1" in shown
    assert "Steering group, 1 May 2026" in shown


# Many at once


def test_seventy_people_answer_at_once(transactional_db):
    poll = a_poll(a_review())
    sent = filled(poll)
    done, wrong = [], []
    gate = threading.Barrier(70)

    def answer():
        try:
            gate.wait(30)
            done.append(Client(REMOTE_ADDR="203.0.113.9").post(link(poll), sent).status_code)
        except Exception as error:  # told below, in the thread that can fail the test
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer) for _ in range(70)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []
    assert done == [200] * 70
    assert PollAnswer.objects.count() == 70


# The database


def test_the_database_keeps_polls_in_order(review):
    poll = a_poll(review)
    question = poll.questions.first()
    lead = in_role(review, Role.LEAD)
    for make in (
        lambda: Poll.objects.create(review=review, by=lead),
        lambda: Poll.objects.create(review=review, by=lead, title="x", state="open"),
        lambda: Poll.objects.create(review=review, by=lead, title="x", state="other", opened=timezone.now()),
        lambda: Poll.objects.filter(pk=poll.pk).update(state="closed", closed=None, opened=None),
        lambda: PollQuestion.objects.create(poll=poll, position=question.position, kind="one", words="x"),
        lambda: PollQuestion.objects.create(poll=poll, position=99, kind="vote", words="x"),
        lambda: PollQuestion.objects.create(poll=poll, position=99, kind="one"),
        lambda: PollAnswer.objects.create(poll=poll, token_hash="a", sector="king", given={}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
    PollAnswer.objects.create(poll=poll, token_hash="a", given={})
    with pytest.raises(IntegrityError), transaction.atomic():
        PollAnswer.objects.create(poll=poll, token_hash="a", given={})


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(review):
    poll = a_poll(review)
    cookie = Client().post(link(poll), filled(poll)).cookies["plethu_poll"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert bool(cookie["secure"]) == settings.SESSION_COOKIE_SECURE
