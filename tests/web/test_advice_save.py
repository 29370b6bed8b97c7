"""Saving under a private link: keep, reopen, bring up to date, start a new one, delete, expire."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from plethu_web.commands import purge
from plethu_web.config.logs import without_secrets
from plethu_web.frameworks import actions
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.models import SavedSituation
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db
SAVED = SavedSituation.Kind.SAVED


def expire(kind):
    now = timezone.now()
    SavedSituation.objects.filter(kind=kind).update(
        changed=now - timedelta(days=365), expires=now - timedelta(seconds=1)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_gives_a_link_that_opens_in_another_browser(language):
    visitor = Visitor(language).opens("strained")
    link = visitor.saves("Yr hen lyfrgell")
    other = Visitor(language)
    response = other.get(link)
    assert response.status_code == 200
    assert "Yr hen lyfrgell" in text(response)
    assert f"http://testserver/{language}/advice/{link}" in page(response)
    assert other.client.head(f"/{language}/advice/{link}").status_code == 200


def test_the_page_after_saving_says_that_the_link_is_the_only_way_back():
    visitor = Visitor().opens("strained")
    response = visitor.post("save/", {"name": "The old library"}, follow=True)
    assert "it is the only way back" in text(response)
    assert "Kept until" in text(response)


def test_somebody_with_nothing_answered_can_save_too():
    visitor = Visitor()
    assert visitor.get(visitor.saves()).status_code == 200


def test_only_the_hash_of_the_link_is_stored():
    link = Visitor().opens("strained").saves()
    token = link.split("/")[1]
    assert len(token) == 43
    row = SavedSituation.objects.get(kind=SAVED)
    assert token not in "".join(str(getattr(row, field.attname)) for field in row._meta.fields)


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\u202eb"])
def test_a_name_is_needed_and_has_to_be_plain(name):
    response = Visitor().post("save/", {"name": name})
    assert response.status_code == 400
    assert 'href="#id_name"' in page(response)
    assert not SavedSituation.objects.filter(kind=SAVED)


def test_changing_the_language_before_saving_keeps_the_name():
    response = Visitor("cy").post("save/", {"name": "Yr hen lyfrgell", "switch_language": "cy"})
    assert response.status_code == 200
    assert 'value="Yr hen lyfrgell"' in page(response)
    assert not SavedSituation.objects.exists()


def test_reopening_brings_the_answers_back():
    visitor = Visitor().opens("strained")
    visitor.post("result/grant-funding/", {"lane": "later", "reason": "Not our money"})
    link, answers = visitor.saves("The old library"), visitor.situation()
    other = Visitor()
    response = other.post(f"{link}take-up/", {"as": "same"})
    assert response["Location"] == "/en/advice/result/"
    assert other.situation().answers == answers.answers
    assert other.situation().overrides == answers.overrides
    assert "These answers were opened from “The old library”" in text(other.get("result/"))


def test_bringing_what_is_saved_up_to_date():
    link = Visitor().opens("strained").saves()
    other = Visitor()
    other.post(f"{link}take-up/")
    other.answer("stage", answers__maturity="mature")
    before = SavedSituation.objects.get(kind=SAVED).expires
    assert other.post("save/update/")["Location"] == "/en/advice/result/?done=updated"
    assert SavedSituation.objects.get(kind=SAVED).expires > before
    third = Visitor()
    third.post(f"{link}take-up/")
    assert third.situation().answers["maturity"] == ("mature",)


def test_changing_answers_leaves_what_is_saved_alone_until_then():
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    visitor.answer("stage", answers__maturity="mature")
    other = Visitor()
    other.post(f"{link}take-up/")
    assert other.situation().answers["maturity"] == ("establishing",)


def test_there_has_to_be_something_to_bring_up_to_date():
    assert Visitor().post("save/update/").status_code == 404
    assert Visitor().opens("strained").post("save/update/").status_code == 404


def test_starting_a_new_one_from_it():
    link = Visitor().opens("strained").saves("The old library")
    other = Visitor()
    response = other.post(f"{link}take-up/", {"as": "new"})
    assert response["Location"] == "/en/advice/answers/"
    assert other.situation().name == ""
    assert other.situation().answers["history"] == ("strained",)
    other.answer("stage", answers__maturity="mature")
    second = other.saves("Another library")
    assert second != link
    assert "The old library" in text(Visitor().get(link))
    assert SavedSituation.objects.filter(kind=SAVED).count() == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_deleting_asks_once_and_then_deletes(language):
    visitor = Visitor(language).opens("strained")
    link = visitor.saves()
    assert visitor.get(f"{link}delete/").status_code == 200
    assert SavedSituation.objects.filter(kind=SAVED).exists()
    assert visitor.post(f"{link}delete/")["Location"] == f"/{language}/advice/?done=deleted"
    assert not SavedSituation.objects.filter(kind=SAVED)
    for path in ("", "delete/", "file/"):
        assert visitor.get(f"{link}{path}").status_code == 404
    for path in ("take-up/", "delete/"):
        assert visitor.post(f"{link}{path}").status_code == 404


def test_what_is_saved_can_be_taken_away_as_a_file():
    link = Visitor().opens("strained").saves("The old library")
    response = Visitor().get(f"{link}file/")
    assert response["Content-Disposition"] == 'attachment; filename="the-old-library.toml"'
    assert b'history = ["strained"]' in response.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_opens_nothing(language):
    response = Visitor(language).get("saved/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg/")
    assert response.status_code == 404
    assert f'<html lang="{language}">' in page(response)


def test_the_key_of_a_draft_is_not_a_link():
    visitor = Visitor().opens("strained")
    key = visitor.client.cookies["plethu_answers"].value
    assert visitor.get(f"saved/{key}/").status_code == 404


def test_the_link_is_not_the_key_of_a_draft():
    token = Visitor().opens("strained").saves().split("/")[1]
    visitor = Visitor()
    visitor.client.cookies["plethu_answers"] = token
    assert visitor.situation().answers == {}


def test_what_has_expired_is_gone_at_once_and_then_purged():
    link = Visitor().opens("strained").saves()
    expire(SAVED)
    assert Visitor().get(link).status_code == 404
    assert SavedSituation.objects.filter(kind=SAVED).exists()
    Visitor().opens("rural").saves("Another")
    assert SavedSituation.objects.filter(kind=SAVED).count() == 1


def test_a_draft_expires_after_a_day_and_what_is_saved_after_180():
    Visitor().opens("strained").saves()
    kept = {row.kind: row.expires - row.changed for row in SavedSituation.objects.all()}
    assert kept == {"draft": timedelta(days=1), "saved": timedelta(days=180)}


def test_an_expired_draft_is_not_shown():
    visitor = Visitor().opens("strained")
    expire(SavedSituation.Kind.DRAFT)
    assert visitor.situation().answers == {}


def test_purging_says_how_many_there_were():
    Visitor().opens("strained").saves()
    expire(SAVED)
    expire(SavedSituation.Kind.DRAFT)
    assert actions.purge_expired() == 2
    assert actions.purge_expired() == 0


def test_purging_from_the_command_line(capsys, monkeypatch):
    for step in ("prepare", "bring_up_to_date"):  # done for the tests already
        monkeypatch.setattr(purge, step, lambda: None)
    Visitor().opens("strained").saves()
    expire(SAVED)
    assert purge.run([]) == 0
    assert capsys.readouterr().out == "Deleted: 1\n"


def test_a_draft_outlives_what_it_was_opened_from():
    visitor = Visitor().opens("strained")
    visitor.saves()
    expire(SAVED)
    actions.purge_expired()
    assert visitor.situation().answers["history"] == ("strained",)
    assert visitor.post("save/update/").status_code == 404


def test_what_was_saved_under_other_questions_can_still_be_taken_away_and_deleted():
    link = Visitor().opens("strained").saves()
    row = SavedSituation.objects.get(kind=SAVED)
    row.situation = row.situation.replace("maturity", "age")
    row.save()
    visitor = Visitor()
    response = visitor.get(link)
    assert response.status_code == 200
    assert "The questions have changed since this was saved" in text(response)
    assert visitor.post(f"{link}take-up/").status_code == 404
    assert b"age = " in visitor.get(f"{link}file/").content
    assert visitor.post(f"{link}delete/").status_code == 302


def test_a_private_link_is_told_to_nobody():
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    for response in (visitor.get(link), visitor.get(f"{link}delete/"), visitor.get(f"{link}file/")):
        assert response["Referrer-Policy"] == "strict-origin"
        assert response["Cache-Control"] == "private, no-store"
        assert "noindex" in response["X-Robots-Tag"]


def test_a_private_link_stands_in_no_log(caplog):
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    token = link.split("/")[1]
    visitor.post(f"{link}delete/")
    with caplog.at_level(logging.DEBUG):
        visitor.get(link)
    assert token not in without_secrets(caplog.text)
    assert without_secrets(f"Not Found: /en/advice/{link}") == "Not Found: /en/advice/saved/[private]/"


def test_every_link_looks_secret_to_the_log():
    for _ in range(300):
        token = actions.secrets.token_urlsafe(32)
        assert token not in without_secrets(f'"GET /cy/advice/saved/{token}/file/ HTTP/1.1" 404')


def test_saving_needs_a_form_of_ours():
    assert Visitor(enforce_csrf_checks=True).post("save/", {"name": "x"}).status_code == 403
    link = Visitor().opens("strained").saves()
    for path in ("take-up/", "delete/"):
        assert Visitor(enforce_csrf_checks=True).post(f"{link}{path}").status_code == 403


def test_two_changes_at_once_do_not_undo_each_other():
    visitor = Visitor().opens("strained")
    key, edition = visitor.client.cookies["plethu_answers"].value, current_edition()
    visitor.answer("stage", answers__maturity="mature")
    actions.change_answers(token=key, edition=edition, change=lambda situation: situation)
    assert visitor.situation().answers["maturity"] == ("mature",)


def test_a_double_click_saves_once():
    visitor = Visitor().opens("strained")
    link = visitor.saves("The old library")
    assert visitor.saves("The old library") == link
    assert visitor.saves("Another library") != link
    assert SavedSituation.objects.filter(kind=SAVED).count() == 2


def test_a_link_that_was_deleted_does_not_come_back_to_life():
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    visitor.post(f"{link}delete/")
    assert visitor.saves() != link
    assert visitor.get(link).status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Your answers are still here"), ("cy", "Mae eich atebion yma o hyd")]
)
def test_answers_outlive_the_deletion_of_what_they_were_opened_from(language, words):
    link = Visitor().opens("strained").saves()
    other = Visitor(language)
    other.post(f"{link}take-up/")
    assert words not in text(other.get("result/"))
    Visitor().post(f"{link}delete/")
    assert other.situation().answers["history"] == ("strained",)
    assert words in text(other.get("result/"))
    assert other.post("save/update/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_else_changed_meanwhile_is_replaced_only_after_asking(language):
    link = Visitor().opens("strained").saves()
    first, second = Visitor(language), Visitor(language)
    for visitor, maturity in ((first, "mature"), (second, "forming")):
        visitor.post(f"{link}take-up/")
        visitor.answer("stage", answers__maturity=maturity)
    assert first.post("save/update/")["Location"].endswith("?done=updated")
    assert second.post("save/update/")["Location"] == f"/{language}/advice/save/update/"
    assert 'value="yes"' in page(second.get("save/update/"))
    assert "mature" in Visitor().get(f"{link}file/").content.decode()
    assert second.post("save/update/", {"anyway": "yes"})["Location"].endswith("?done=updated")
    assert "mature" not in Visitor().get(f"{link}file/").content.decode().partition("maturity")[2][:20]
    assert first.get("save/update/").status_code == 200
    assert Visitor().get("save/update/").status_code == 404


def test_unsaved_changes_are_spoken_of_before_they_are_replaced():
    words = "in the place of those you are giving"
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    assert words not in text(visitor.get(link))
    visitor.answer("stage", answers__maturity="mature")
    assert words in text(visitor.get(link))


def test_deleting_what_somebody_else_deleted_just_now(monkeypatch):
    link = Visitor().opens("strained").saves()

    def gone(*, token):
        raise actions.NothingThere

    monkeypatch.setattr(actions, "delete_saved", gone)
    assert Visitor().post(f"{link}delete/")["Location"].endswith("?done=deleted")


def test_more_than_answers_can_be_is_refused(monkeypatch):
    monkeypatch.setattr(actions, "MOST_BYTES", 100)
    assert Visitor().post("examples/strained/").status_code == 413
    assert not SavedSituation.objects.exists()


def test_links_begin_with_the_address_that_is_set(settings):
    visitor = Visitor().opens("strained")
    link = visitor.saves()
    settings.ALLOWED_HOSTS = ["*"]
    assert f'value="http://elsewhere.example/en/advice/{link}"' in page(
        visitor.get(link, HTTP_HOST="elsewhere.example:99")
    )
    settings.IS_ADDRESS_SET, settings.BASE_URL = True, "https://plethu.example.org"
    assert f'value="https://plethu.example.org/en/advice/{link}"' in page(
        visitor.get(link, HTTP_HOST="elsewhere.example")
    )
