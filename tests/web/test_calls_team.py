"""The team's side: making a call, passing it on, looking through what was sent in, and suggesting a source."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu.framework.editions import default_edition
from plethu_web.accounts.models import Event
from plethu_web.calls.models import Call, Submission
from plethu_web.calls.queries.records import accepted_as_records
from plethu_web.calls.states import CALL_STATES, DECISIONS, STATES, State, state_of_call
from plethu_web.reviews.roles import Role

from .calls_cast import TOLD, a_call, a_day, a_file, row_of, sent
from .cast import a_review, access_of, browser_of, in_role, somebody

pytestmark = pytest.mark.django_db

FORM = {
    "title": "Tell us",
    "introduction": "We look for stories.",
    "contact": "Rhys",
    "opens": "2026-01-10",
    "closes": "2026-03-31",
    "asks": ["place"],
    "licences": ["cc-by-4.0"],
    "keep_months": "12",
    "contact_months": "3",
}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


def page(response):
    return unescape(response.content.decode())


def reviewer(review):
    return browser_of(in_role(review, Role.REVIEWER))


def of(review, what=""):
    return f"/en/reviews/{review.slug}/call/{what}"


# Making a call


def test_a_reviewer_makes_a_call_with_a_short_address():
    review = a_review()
    client = reviewer(review)
    response = client.post(of(review, "new/"), FORM)
    call = Call.objects.get()
    assert response["Location"] == of(review, f"{call.pk}/")
    assert re.fullmatch(r"[a-hjkmnp-z2-9]{6}", call.key)
    assert re.search(r"\d", call.key)
    assert f"/en/call/{call.key}/" in page(client.get(response["Location"]))
    assert Event.objects.filter(kind="call-made", review=review.pk).count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"closes": "2026-01-09"}, "The last day is before the first."),
        ({"contact_months": "13"}, "cannot be kept longer than the rest"),
        ({"licences": []}, "Choose at least one licence."),
        ({"keep_months": ""}, "Say for how many months."),
        ({"opens": "soon"}, "Give a day, such as 2026-03-31."),
        ({"contact": ""}, "Say whom people can ask."),
    ],
)
def test_what_does_not_fit_in_a_call_is_said(wrong, words):
    review = a_review()
    response = reviewer(review).post(of(review, "new/"), {**FORM, **wrong})
    assert response.status_code == 400
    assert words in page(response)
    assert not Call.objects.exists()


def test_changing_a_call_keeps_its_address():
    call = a_call()
    client = reviewer(call.review)
    assert 'value="Tell us what happened"' in page(client.get(of(call.review, f"{call.pk}/change/")))
    client.post(of(call.review, f"{call.pk}/change/"), {**FORM, "title": "Renamed"})
    after = Call.objects.get()
    assert (after.title, after.key) == ("Renamed", call.key)


def test_the_states_of_a_call_follow_its_days():
    opens, closes = a_day("2026-01-10"), a_day("2026-01-20")
    expected = [("09", None, "waiting"), ("10", None, "open"), ("20", None, "open"), ("21", None, "over")]
    expected += [("15", closes, "closed"), ("21", opens, "over")]
    for day, stopped, code in expected:
        assert state_of_call(opens, closes, stopped, a_day(f"2026-01-{day}")).code == code
    assert [code for code, state in CALL_STATES.items() if state.takes] == ["open"]


def test_a_call_is_closed_and_opened_again_and_only_what_the_table_allows_happens(client):
    call = a_call()
    team = reviewer(call.review)
    assert team.post(of(call.review, f"{call.pk}/move/"), {"move": "open"}).status_code == 409
    team.post(of(call.review, f"{call.pk}/move/"), {"move": "close"})
    assert "This call is closed." in page(client.get(f"/en/call/{call.key}/"))
    team.post(of(call.review, f"{call.pk}/move/"), {"move": "open"})
    assert "Send something" in page(client.get(f"/en/call/{call.key}/"))
    Call.objects.update(opens=a_day("2024-01-01"), closes=a_day("2024-02-01"))
    assert team.post(of(call.review, f"{call.pk}/move/"), {"move": "close"}).status_code == 409


def test_the_poster_is_in_both_languages_with_the_address():
    call = a_call()
    shown = page(reviewer(call.review).get(of(call.review, f"{call.pk}/poster/")))
    assert "Tell us what happened" in shown
    assert "Dywedwch wrthym beth a ddigwyddodd" in shown
    assert f"/en/call/{call.key}/" in shown
    assert f"/cy/call/{call.key}/" in shown


def test_a_body_gets_one_link_and_what_comes_by_it_is_counted():
    call = a_call()
    client = reviewer(call.review)
    for _ in range(2):
        response = client.post(of(call.review, f"{call.pk}/passing-on/"), {"name": "A network"})
    assert "This body has a link already" in page(response)
    (body,) = call.referrers.all()
    sent(call, code=body.code)
    shown = page(client.get(of(call.review, f"{call.pk}/")))
    assert f"?from={body.code}" in shown
    assert re.search(r"A network</th><td>[^<]*</td><td class=\"number\">1</td>", shown)


def test_the_database_refuses_a_call_that_ends_before_it_begins():
    call = a_call()
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=call.pk).update(closes=call.opens - timedelta(days=1))


# The queue


def decide(token, state, client=None, **more):
    row = row_of(token)
    client = client or reviewer(row.review)
    form = {"state": state, "seen": row.seen_as, **more}
    return client.post(of(row.review, f"sent/{row.pk}/decide/"), form)


def test_what_was_written_stands_beside_what_the_team_says():
    row = row_of(sent(a_call(), files=(a_file(),)))
    client = reviewer(row.review)
    client.post(
        of(row.review, f"sent/{row.pk}/describe/"),
        {"place_corrected": "Tredegar", "tier": "specific", "authorities": ["W06000019"], "relevance": "central"},
    )
    shown = page(client.get(of(row.review, f"sent/{row.pk}/")))
    area = next(area for area in default_edition().authorities if area.code == "W06000019")
    for words in ("Tredegaer", "Tredegar", "spring 2021", "2021-21", area.name.en, "Gwen Gardener", "poster.pdf"):
        assert words in shown
    assert Event.objects.filter(kind="submission-described").count() == 1


def test_accepting_says_who_and_when_and_gives_a_record():
    token = sent(a_call())
    row = row_of(token)
    decide(token, "accepted")
    row.refresh_from_db()
    shown = page(reviewer(row.review).get(of(row.review, f"sent/{row.pk}/")))
    assert f'<a href="/en/reviews/{row.review.slug}/imports/">' in shown, "the way on to the record desk"
    assert row.decided_by == in_role(row.review, Role.REVIEWER)
    access = access_of(row.review, in_role(row.review, Role.LEAD))
    ((id, record),) = accepted_as_records(access)
    assert id == str(row.pk)
    assert record.format == "call"
    assert (record.csl["title"], record.csl["URL"]) == ("The garden behind the hall", "https://garden.example/story")
    assert (record.printed_date, record.edtf) == ("spring 2021", "2021-21")
    assert record.first("place_printed") == "Tredegaer"
    assert record.all("sectors") == ["community", "council"]
    assert "Gwen" not in str(record)


def test_what_is_withdrawn_is_no_record_any_more(client):
    token = sent(a_call())
    row = row_of(token)
    decide(token, "accepted")
    client.post(f"/en/call/yours/{token}/withdraw/")
    access = access_of(row.review, in_role(row.review, Role.LEAD))
    assert list(accepted_as_records(access)) == []


def test_setting_aside_takes_a_reason_from_the_list():
    token = sent(a_call())
    response = decide(token, "aside")
    assert response.status_code == 400
    assert "Choose the reason for setting it aside." in page(response)
    decide(token, "aside", reason="no-story", reason_words="An advertisement for seeds")
    row = row_of(token)
    assert (row.state, row.reason) == ("aside", "no-story")
    assert "An advertisement for seeds" in page(reviewer(row.review).get(of(row.review, f"sent/{row.pk}/")))


def test_the_reason_is_for_the_team_and_not_for_the_sender(client):
    token = sent(a_call())
    decide(token, "aside", reason="no-story", reason_words="Between us")
    shown = page(client.get(f"/en/call/yours/{token}/"))
    assert "The review team has set it aside." in shown
    assert "Between us" not in shown


def test_relevance_leaves_nothing_out():
    token = sent(a_call())
    row = row_of(token)
    reviewer(row.review).post(of(row.review, f"sent/{row.pk}/describe/"), {"relevance": "marginal"})
    decide(token, "accepted")
    access = access_of(row.review, in_role(row.review, Role.LEAD))
    ((_, record),) = accepted_as_records(access)
    assert record.first("relevance") == "marginal"


def test_the_same_as_another_names_the_other():
    call = a_call()
    first, second = sent(call), sent(call, title="The same garden")
    for wrong in ("", "2", "99"):
        assert decide(second, "duplicate", same_as=wrong).status_code == 400
    decide(second, "duplicate", same_as="1")
    assert row_of(second).duplicate_of == row_of(first)
    decide(second, "new")
    assert row_of(second).duplicate_of is None


def test_asking_back_takes_a_question():
    token = sent(a_call())
    assert decide(token, "asked").status_code == 400
    decide(token, "asked", note_to_sender="Which year?")
    assert row_of(token).state == "asked"


def test_whoever_decides_on_what_has_changed_since_is_told(client):
    token = sent(a_call())
    team = reviewer(row_of(token).review)
    before = row_of(token).seen_as
    decide(token, "accepted", team)
    response = decide(token, "aside", team, seen=before, reason="other")
    assert response.status_code == 409
    assert "It has changed since you opened it" in page(response)
    assert row_of(token).state == "accepted"


def test_whoever_decides_on_words_that_the_sender_has_changed_since_is_told(client):
    token = sent(a_call())
    before = row_of(token).seen_as
    client.post(f"/en/call/yours/{token}/words/", {**TOLD, "story": "Something else"})
    assert decide(token, "accepted", seen=before).status_code == 409
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    assert decide(token, "accepted").status_code == 302


def test_a_poster_without_welsh_says_so_and_makes_no_welsh_message():
    call = a_call(title_cy="", introduction_cy="")
    shown = page(reviewer(call.review).get(of(call.review, f"{call.pk}/poster/")))
    assert '<span lang="en">Tell us what happened</span>' in shown
    assert shown.count("Tell us what happened. We look") == 1


def test_a_tombstone_can_be_neither_decided_nor_described(client):
    token = sent(a_call())
    row = row_of(token)
    client.post(f"/en/call/yours/{token}/withdraw/")
    assert decide(token, "accepted").status_code == 400
    response = reviewer(row.review).post(of(row.review, f"sent/{row.pk}/describe/"), {"place_corrected": "Here"})
    assert response.status_code == 409
    assert row_of(token).place_corrected == ""
    assert "Its words, files and sender are deleted." in page(response)


def test_the_table_of_states_leads_everywhere_and_out_of_no_tombstone():
    live = [state for state in STATES if STATES[state].decisions]
    assert set(live) == set(DECISIONS)
    for state in live:
        assert state not in STATES[state].decisions
        assert State.ACCEPTED in (*STATES[state].decisions, state)
    assert not any(
        STATES[state].sender_changes or STATES[state].sender_withdraws for state in (State.WITHDRAWN, State.EXPIRED)
    )


def test_the_queue_is_filtered_and_drafts_are_not_in_it():
    call = a_call()
    first = sent(call)
    sent(call, title="A report", kind="source", about={"route": "event"})
    Submission.objects.create(review=call.review, call=call, kind="source", title="Half-written")
    decide(first, "accepted")
    client = reviewer(call.review)
    everything = page(client.get(of(call.review, "sent/")))
    assert "Found: 2" in everything
    assert "Half-written" not in everything
    for query, title in (("state=accepted", "The garden"), ("kind=source", "A report"), ("route=event", "A report")):
        shown = page(client.get(of(call.review, f"sent/?{query}")))
        assert "Found: 1" in shown
        assert title in shown
    assert "Found: 2" in page(client.get(of(call.review, "sent/?state=nonsense&page=x")))


def test_a_submission_of_another_review_is_not_found():
    token = sent(a_call())
    other = a_review(title="Another", by=somebody("Anna Another"))
    client = browser_of(in_role(other, Role.LEAD))
    pk = row_of(token).pk
    for what in ("", "decide/", "describe/", "files/1/"):
        path = f"/en/reviews/{other.slug}/call/sent/{pk}/{what}"
        assert client.get(path).status_code in (404, 405)
        assert client.post(path).status_code in (404, 405)
    assert client.get(f"/en/reviews/{other.slug}/call/{row_of(token).call_id}/").status_code == 404


def test_the_counts_are_a_figure_and_the_same_as_a_table():
    call = a_call()
    body = call.referrers.create(name="A network", code="ab3de", by=call.by)
    first = sent(call, code=body.code)
    sent(call, about={"route": "event"})
    gone = sent(call, about={"route": "event"})
    decide(first, "accepted")
    browser_of(in_role(call.review, Role.LEAD)).post(f"/en/call/yours/{gone}/withdraw/")
    shown = page(reviewer(call.review).get(of(call.review, "figures/")))
    rows = re.findall(r'<th scope="row">([^<]+)</th>((?:<td class="number">\d+</td>)+)', shown)
    table = {name: [int(n) for n in re.findall(r">(\d+)<", cells)] for name, cells in rows}
    assert table["From an umbrella body or a network"] == [1, 1, 0]
    assert table["At an event"] == [2, 0, 1]
    assert table["A network"] == [1, 1, 0]
    month = timezone.localdate()
    assert table[month.strftime("%B %Y")] == [3, 1, 1]
    assert shown.count("<svg") >= 3


# Suggesting a source


SUGGESTION = {"kind": "source", "title": "A report on allotments", "links": "https://x.example", "story": "It counts."}


def test_a_contributor_suggests_a_source_and_sees_what_became_of_it():
    review = a_review()
    contributor = browser_of(in_role(review, Role.CONTRIBUTOR))
    for _ in range(2):  # a double click
        contributor.post(f"/en/reviews/{review.slug}/suggest/", SUGGESTION)
    row = Submission.objects.get()
    assert (row.state, row.route, row.number, row.call) == ("new", "member", 1, None)
    assert row.sender == in_role(review, Role.CONTRIBUTOR)
    client = reviewer(review)
    client.post(of(review, f"sent/{row.pk}/decide/"), {"state": "accepted", "seen": row.seen_as})
    assert "Accepted" in page(contributor.get(f"/en/reviews/{review.slug}/suggest/"))


def test_one_takes_back_what_one_suggested_oneself_and_nothing_else():
    review = a_review()
    contributor = browser_of(in_role(review, Role.CONTRIBUTOR))
    contributor.post(f"/en/reviews/{review.slug}/suggest/", SUGGESTION)
    row = Submission.objects.get()
    path = f"/en/reviews/{review.slug}/suggest/{row.pk}/back/"
    assert reviewer(review).post(path).status_code == 404
    contributor.post(path)
    row.refresh_from_db()
    assert (row.state, row.title, row.sender) == ("withdrawn", "", None)
    assert in_role(review, Role.CONTRIBUTOR).name


def test_a_suggestion_without_a_title_is_not_lost():
    review = a_review()
    response = browser_of(in_role(review, Role.LEAD)).post(
        f"/en/reviews/{review.slug}/suggest/", {**SUGGESTION, "title": ""}
    )
    assert response.status_code == 400
    assert "It counts." in page(response)
