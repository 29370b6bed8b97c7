"""Sending something in: no account, nothing lost on the way, nothing sent twice, and a kind word where it is closed."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from plethu_web.accounts.models import Event, User
from plethu_web.calls.actions import drafts
from plethu_web.calls.models import Call, Submission

from .calls_cast import ABOUT, TOLD, a_call, a_file, begun, row_of, sent

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


def test_the_whole_way_from_the_poster_to_the_link(client):
    call = a_call()
    assert "Tell us what happened" in page(client.get(f"/en/call/{call.key}/"))
    token = begun(call, client)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    checked = page(client.get(f"/en/call/yours/{token}/check/"))
    for words in ("The garden behind the hall", "Tredegaer", "spring 2021", "poster.pdf", "Gwen Gardener"):
        assert words in checked
    thanks = page(client.post(f"/en/call/yours/{token}/check/", follow=True))
    assert "Thank you" in thanks
    assert f"/en/call/yours/{token}/" in thanks
    row = row_of(token)
    assert (row.state, row.number, row.place_printed, row.date_printed) == ("new", 1, "Tredegaer", "spring 2021")
    assert row.edtf == "2021-21"
    assert row.sender.name == "Gwen Gardener"
    assert Event.objects.filter(kind="submission-sent", by=None).count() == 1


@pytest.mark.parametrize("language", ["en", "cy"])
def test_how_long_things_are_kept_is_said_before_anything_is_written(client, language):
    shown = page(client.get(f"/{language}/call/{a_call().key}/"))
    assert "24" in shown
    assert "6" in shown


def test_a_key_from_a_poster_may_be_typed_in_capitals(client):
    assert client.get(f"/en/call/{a_call().key.upper()}/").status_code == 200


def test_a_date_that_has_two_readings_is_kept_as_written_and_computed_only_as_far_as_it_is_sure():
    row = row_of(sent(a_call(), date_printed="03/12/2021 or so"))
    assert row.date_printed == "03/12/2021 or so"
    assert row.edtf in ("", "2021")


def test_only_a_hash_of_the_key_is_kept():
    token = sent(a_call())
    assert token not in str(list(Submission.objects.values()))


def test_the_name_of_the_sender_stands_with_the_people_alone():
    sent(a_call())
    assert "Gwen" not in str(list(Submission.objects.values()))
    assert "gwen@" not in str(list(Event.objects.values()))
    assert User.objects.get(contact="gwen@example.org").email is None


def test_no_internet_address_is_stored():
    client = Client(REMOTE_ADDR="198.51.100.77")
    token = begun(a_call(), client)
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    client.post(f"/en/call/yours/{token}/check/")
    stored = [list(model.objects.values()) for model in (Submission, User, Event)]
    assert "198.51.100.77" not in str(stored)


def test_nobody_has_to_say_who_they_are():
    token = sent(a_call(), about={"name": "", "contact": ""})
    row = row_of(token)
    assert (row.sender.name, row.sender.contact) == ("", "")
    assert mail.outbox == []


def test_the_link_is_sent_to_an_address_in_the_language_of_the_form(client):
    call = a_call()
    token = begun(call, client)
    client.post(f"/cy/call/yours/{token}/about/", ABOUT)
    assert "cyfeiriad e-bost" in page(client.post(f"/cy/call/yours/{token}/check/", follow=True))
    (letter,) = mail.outbox
    assert letter.to == ["gwen@example.org"]
    assert f"/call/yours/{token}/" in letter.body
    assert "Diolch" in letter.body
    assert "garden" not in letter.body


def test_a_mail_server_that_is_down_undoes_nothing(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    assert row_of(sent(a_call())).state == "new"


# Sent twice


def test_the_first_form_sent_twice_is_one_draft(client):
    call = a_call()
    once = re.search(r'name="once" value="([\w-]+)"', page(client.get(f"/en/call/{call.key}/tell/")))[1]
    places = [client.post(f"/en/call/{call.key}/tell/", {**TOLD, "once": once})["Location"] for _ in range(2)]
    assert places[0] == places[1]
    assert Submission.objects.count() == 1


def test_going_back_to_a_form_whose_draft_was_sent_starts_another(client):
    call = a_call()
    once = re.search(r'name="once" value="([\w-]+)"', page(client.get(f"/en/call/{call.key}/tell/")))[1]
    first = client.post(f"/en/call/{call.key}/tell/", {**TOLD, "once": once})["Location"].split("/")[4]
    client.post(f"/en/call/yours/{first}/about/", ABOUT)
    client.post(f"/en/call/yours/{first}/check/")
    client.post(f"/en/call/{call.key}/tell/", {**TOLD, "once": once, "title": "Another garden"})
    assert {row.title for row in Submission.objects.all()} == {"The garden behind the hall", "Another garden"}


def test_pressing_send_twice_sends_once():
    token = sent(a_call())
    response = Client().post(f"/en/call/yours/{token}/check/")
    assert response.status_code == 302
    assert Submission.objects.count() == 1
    assert Event.objects.filter(kind="submission-sent").count() == 1
    assert len(mail.outbox) == 1


def test_a_guessed_mark_opens_no_draft_of_somebody_else(client):
    call = a_call()
    begun(call, client)
    client.post(f"/en/call/{call.key}/tell/", {**TOLD, "once": "short", "title": "Mine"})
    assert Submission.objects.filter(title="The garden behind the hall").exists()


# What is missing or wrong


def test_a_title_is_all_that_has_to_be_written_and_a_kind_chosen(client):
    response = client.post(f"/en/call/{a_call().key}/tell/", {"story": "Beans"})
    assert response.status_code == 400
    assert "Give it a title." in page(response)
    assert "Choose what you are sending." in page(response)
    assert "Beans" in page(response)


def test_something_has_to_be_in_it(client):
    token = begun(a_call(), client, story="", links="")
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    response = client.post(f"/en/call/yours/{token}/check/")
    assert response.status_code == 400
    assert "There is nothing in it yet" in page(response)
    assert row_of(token).state == "draft"
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    client.post(f"/en/call/yours/{token}/check/")
    assert row_of(token).state == "new"


@pytest.mark.parametrize("missing", ["agreed", "leave", "licence"])
def test_nothing_is_sent_without_consent_and_licence(client, missing):
    token = begun(a_call(), client)
    said = {name: value for name, value in ABOUT.items() if name != missing}
    assert client.post(f"/en/call/yours/{token}/about/", said).status_code == 400
    client.post(f"/en/call/yours/{token}/check/")
    assert row_of(token).state == "draft"


def test_only_licences_that_the_call_offers_can_be_chosen(client):
    token = begun(a_call(), client)
    assert client.post(f"/en/call/yours/{token}/about/", {**ABOUT, "licence": "cc0-1.0"}).status_code == 400
    assert client.post(f"/en/call/yours/{token}/about/", {**ABOUT, "licence": "not-mine"}).status_code == 302


def test_only_what_the_call_asks_is_asked(client):
    call = a_call(asks=["place"])
    shown = page(client.get(f"/en/call/{call.key}/tell/"))
    assert "Where did it happen?" in shown
    assert "When did it happen?" not in shown
    assert "Who took part?" not in shown


def test_a_machine_that_fills_in_everything_is_told_so(client):
    response = client.post(f"/en/call/{a_call().key}/tell/", {**TOLD, "more": "http://spam.example"})
    assert response.status_code == 400
    assert "Empty this field" in page(response)
    assert not Submission.objects.exists()


def test_hidden_characters_from_another_program_are_taken_out_and_not_complained_of(client):
    token = begun(a_call(), client, title="Gar\u202eden\u200e", story="One\r\n\u2028two\x07")
    row = row_of(token)
    assert row.title == "Garden"
    assert row.story == "One\ntwo"


def test_markup_is_shown_as_text_and_links_tell_the_other_site_nothing(client):
    token = sent(
        a_call(), story="<script>alert(1)</script> see https://x.example/a?b=1&c=2.", links="javascript:alert(1)"
    )
    shown = client.get(f"/en/call/yours/{token}/").content.decode()
    assert "<script>alert" not in shown
    assert 'href="https://x.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow ugc"' in shown
    assert 'href="javascript' not in shown


# Languages


def test_the_switch_keeps_what_was_typed_on_every_form(client):
    call = a_call()
    typed = {**TOLD, "switch_language": "cy", "once": "x" * 43, "code": "abc2d"}
    shown = page(client.post(f"/cy/call/{call.key}/tell/", typed))
    for words in ("The garden behind the hall", "Neighbours dug up", "Tredegaer", "x" * 43, "abc2d"):
        assert words in shown
    assert re.search(r'value="council"[^>]*checked', shown)
    token = begun(call, client)
    shown = page(client.post(f"/cy/call/yours/{token}/about/", {**ABOUT, "switch_language": "cy"}))
    assert "Gwen Gardener" in shown
    assert re.search(r'value="quote"[^>]*checked', shown)
    client.post(f"/cy/call/yours/{token}/files/", {"file": [a_file()], "switch_language": "cy"})
    assert row_of(token).files.count() == 1


# Closed


@pytest.mark.parametrize(("first", "last", "words"), [(5, 9, "not open yet"), (-9, -1, "This call is closed.")])
def test_a_call_that_is_not_open_says_so_kindly(client, first, last, words):
    today = timezone.localdate()
    call = a_call(opens=today + timedelta(days=first), closes=today + timedelta(days=last))
    response = client.get(f"/en/call/{call.key}/")
    assert response.status_code == 200
    assert words in page(response)
    assert "Rhys, 029 0000 0000" in page(response)
    assert client.get(f"/en/call/{call.key}/tell/")["Location"] == f"/en/call/{call.key}/"
    assert client.post(f"/en/call/{call.key}/tell/", TOLD)["Location"] == f"/en/call/{call.key}/"
    assert not Submission.objects.exists()


def test_what_was_begun_before_the_call_closed_can_still_be_sent(client):
    call = a_call()
    token = begun(call, client)
    Call.objects.update(stopped=timezone.localdate())
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    client.post(f"/en/call/yours/{token}/check/")
    assert row_of(token).state == "new"


def test_a_call_takes_in_only_so_much(client, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_SENT", 1)
    call = a_call()
    sent(call)
    response = client.post(f"/en/call/{call.key}/tell/", TOLD)
    assert response.status_code == 400
    assert "as much as it can" in page(response)


def test_no_such_call_and_no_such_key(client):
    assert client.get("/en/call/nothing/").status_code == 404
    for what in ("", "words/", "files/", "about/", "check/", "withdraw/"):
        assert client.get(f"/en/call/yours/{'x' * 43}/{what}").status_code == 404


# Who passed it on


def test_what_comes_through_a_bodys_link_is_counted_for_it(client):
    call = a_call()
    body = call.referrers.create(name="A network", code="ab3de", by=call.by)
    shown = page(client.get(f"/en/call/{call.key}/?from=AB3DE"))
    href = re.search(r'href="([^"]+/tell/[^"]*)"', shown)[1]
    form = page(client.get(href))
    code = re.search(r'name="code" value="(\w*)"', form)[1]
    token = begun(call, client, code=code)
    assert row_of(token).referrer == body
    assert row_of(begun(call, client, code="zzzzz")).referrer is None


def test_pages_behind_a_key_are_kept_by_nobody(client):
    token = sent(a_call())
    for what in ("", "words/", "files/", "about/", "withdraw/"):
        response = client.get(f"/en/call/yours/{token}/{what}")
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "strict-origin"
