"""Registering without an account, coming back with one's key, withdrawing, and what is deleted in time."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone

from plethu_web.accounts.models import Event
from plethu_web.workshops.actions.withdrawing import FOLLOWERS, follow, purge_workshops
from plethu_web.workshops.models import Contact, Participant, Wish, Workshop

from .workshops_cast import SAID, a_workshop, ended, person_of, registered

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


def test_somebody_registers_and_gets_a_page_of_their_own(client):
    row = a_workshop()
    form = page(client.get(f"/en/workshops/register/{row.key}/"))
    assert "The people in your group will know what you said." in form
    assert "Names and contacts are kept for 7 days after the workshop." in form
    token = registered(row, client)
    person = person_of(token)
    assert (person.sector, person.area, person.welsh) == ("community", "W06000015", "can")
    assert person.contact.email == "mared@example.org"
    assert {(w.kind, w.words) for w in person.wishes.all()} == {
        ("together", "Ifan Interpreter"),
        ("apart", "Bethan Boss"),
    }
    mine = page(client.get(f"/en/workshops/yours/{token}/"))
    assert f"/en/workshops/yours/{token}/" in mine
    assert person.code in mine
    assert "Community groups and residents" in mine
    [letter] = mail.outbox
    assert letter.to == ["mared@example.org"]
    assert token in letter.body
    assert "Beans" not in letter.body


def test_the_welsh_form_is_welsh_and_its_letter_too(client):
    row = a_workshop()
    form = page(client.get(f"/cy/workshops/register/{row.key}/"))
    assert '<html lang="cy"' in form
    assert "Bydd y bobl yn eich grŵp yn gwybod" in form
    assert "Grwpiau cymunedol a thrigolion" in form
    assert re.search(r'value="cy"[^>]* checked', form)


def test_a_double_click_registers_once_and_the_database_has_no_key(client):
    row = a_workshop()
    once = "o" * 43
    first, second = (client.post(f"/en/workshops/register/{row.key}/", {**SAID, "once": once}) for _ in range(2))
    assert first["Location"] == second["Location"]
    token = first["Location"].split("/")[4]
    assert Participant.objects.count() == 1
    assert token not in str(Participant.objects.values().get())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"agreed": ""}, "Without this we cannot register you."),
        ({"email": "mared@"}, "This email address cannot be right."),
        ({"sector": "pirates"}, "Choose one of the answers that are shown."),
        ({"rounds": ["9"]}, "Choose one of the answers that are shown."),
        ({"more": "x"}, "only machines fill it in"),
        ({"language": "xx"}, "Choose one of the answers that are shown."),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_registered(client, more, words):
    row = a_workshop()
    response = client.post(f"/en/workshops/register/{row.key}/", {**SAID, **more})
    assert response.status_code == 400
    assert words in page(response)
    assert not Participant.objects.exists()


def test_nothing_need_be_said_but_the_agreement(client):
    row = a_workshop()
    response = client.post(f"/en/workshops/register/{row.key}/", {"agreed": "on", "language": "cy"})
    assert response.status_code == 302
    person = Participant.objects.get()
    assert not Contact.objects.exists()
    assert (person.language, person.sector) == ("cy", "")


def test_a_workshop_asks_only_what_its_team_wants_to_know(client):
    row = a_workshop(asks=["sector"])
    form = page(client.get(f"/en/workshops/register/{row.key}/"))
    assert 'name="sector"' in form
    for name in ("level", "area", "motivation", "welsh", "apart", "access_needs", "rounds"):
        assert f'name="{name}"' not in form


@pytest.mark.parametrize(("state", "open_"), [("drafted", False), ("open", True), ("running", True), ("closed", False)])
def test_registration_is_open_while_the_table_of_states_says_so(client, state, open_):
    row = a_workshop(state=state)
    client.post(f"/en/workshops/register/{row.key}/", SAID)
    assert Participant.objects.exists() == open_
    assert ("Registration is not open." in page(client.get(f"/en/workshops/register/{row.key}/"))) != open_


def test_the_door_takes_codes_as_people_type_them(client):
    row = a_workshop()
    token = registered(row)
    typed = f" {row.key[:4].upper()}-{row.key[4:]} "
    assert client.post("/en/workshops/", {"code": typed})["Location"] == f"/en/workshops/register/{row.key}/"
    typed = " ".join(token[i : i + 4] for i in range(0, len(token), 4)).upper()
    assert client.post("/en/workshops/", {"code": typed})["Location"] == f"/en/workshops/yours/{token}/"
    response = client.post("/en/workshops/", {"code": "abcd"})
    assert response.status_code == 400
    assert "No workshop and nobody has this code." in page(response)


def test_guessing_codes_at_the_door_is_slowed_down_and_a_room_of_seventy_is_not(client):
    answers = [client.post("/en/workshops/", {"code": f"guess{n}"}).status_code for n in range(400)]
    assert 429 not in answers[:140]
    assert answers[-1] == 429
    assert client.get("/en/workshops/").status_code == 200


def test_what_one_said_is_changed_with_ones_key(client):
    token = registered(a_workshop())
    address = f"/en/workshops/yours/{token}/change/"
    assert 'value="Mared Member"' in page(client.get(address))
    boss = Wish.objects.get(kind="apart")
    client.post(address, {**SAID, "sector": "health", "rounds": ["1", "3"], "apart": "Bethan Boss\nA neighbour"})
    person = person_of(token)
    assert (person.sector, person.rounds) == ("health", [1, 3])
    assert Wish.objects.filter(pk=boss.pk).exists()
    assert person.wishes.filter(kind="apart").count() == 2


def test_withdrawing_leaves_a_tombstone_and_what_follows_is_told(client):
    row = a_workshop()
    token = registered(row)
    pk, told = person_of(token).pk, []
    follow(told.append)
    try:
        assert "Nobody can bring them back." in page(client.get(f"/en/workshops/yours/{token}/withdraw/"))
        assert "You have withdrawn" in page(client.post(f"/en/workshops/yours/{token}/withdraw/"))
    finally:
        FOLLOWERS.remove(told.append)
    assert [person.pk for person in told] == [pk]
    left = Participant.objects.get(pk=pk)
    assert left.withdrawn
    assert not Contact.objects.exists()
    assert not Wish.objects.exists()
    for words in ("community", "W06000015", "To hear", "Captions"):
        assert words not in str(Participant.objects.filter(pk=pk).values().get())
    assert client.get(f"/en/workshops/yours/{token}/").status_code == 404
    assert Event.objects.filter(kind="participant-withdrawn").count() == 1


def test_whoever_withdraws_after_publication_reads_what_that_means(client):
    row = a_workshop(state="running")
    token = registered(row)
    Workshop.objects.filter(pk=row.pk).update(published=timezone.now())
    before = page(client.get(f"/en/workshops/yours/{token}/withdraw/"))
    assert "they can compare the two and find out which words were yours" in before
    assert "Whoever took a file away before still has it" in page(client.post(f"/en/workshops/yours/{token}/withdraw/"))


def test_contacts_go_after_the_days_that_were_promised_and_the_rest_after_the_months():
    row = a_workshop(contact_days=7, keep_months=2)
    person = person_of(registered(row))
    ended(row, 7)
    assert purge_workshops() == 0
    ended(row, 8)
    purge_workshops()
    assert not Contact.objects.exists()
    person.refresh_from_db()
    assert (person.sector, person.access_needs) == ("community", "")
    assert "Bethan" not in str(list(Wish.objects.values()))
    purge_workshops(today=timezone.localdate() + timedelta(days=70))
    person.refresh_from_db()
    assert (person.sector, person.area, person.motivation) == ("", "", "")
    assert purge_workshops(today=timezone.localdate() + timedelta(days=71)) == 0


def test_pages_behind_a_key_are_kept_nowhere(client):
    token = registered(a_workshop())
    response = client.get(f"/en/workshops/yours/{token}/")
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "strict-origin"


def test_hostile_words_are_only_words(client):
    words = '<script>alert(1)</script> \u202e🦄 "quoted" مرحبا'
    token = registered(a_workshop(), name=words, motivation="x" * 999)
    mine = client.get(f"/en/workshops/yours/{token}/").content.decode()
    assert "<script>alert" not in mine
    assert "\u202e" not in mine
    assert "🦄" in mine
