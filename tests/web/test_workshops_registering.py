"""Registering without an account, coming back with one's key, withdrawing, and what is deleted in time."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.formats import date_format

from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.lost_links import renew
from plethu_web.workshops.actions.register import change_person
from plethu_web.workshops.actions.registering import NothingThere, Said
from plethu_web.workshops.actions.withdrawing import FOLLOWERS, follow, purge_workshops, take_out
from plethu_web.workshops.mail import wait_for_letters
from plethu_web.workshops.models import Contact, Participant, Wish, Workshop

from .cast import access_of, in_role
from .workshops_cast import SAID, a_workshop, ended, moved, own_page_in, person_of, registered, some_people

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


def test_somebody_registers_and_gets_a_page_of_their_own(client):
    row = a_workshop(place="https://meet.example/beans")
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
    assert "-".join(token[at : at + 4] for at in range(0, 20, 4)) in letter.body
    assert date_format(timezone.localtime(row.starts), "l j F Y, H:i") in letter.body
    assert "Rhys, 029 0000 0000" in letter.body
    assert "https://meet.example/beans" in letter.body
    assert "Beans" not in letter.body


def test_the_same_address_again_is_led_to_the_first_and_nobody_learns_that_it_is_known(client):
    row = a_workshop()
    token = registered(row)
    fresh, known = (
        client.post(f"/en/workshops/register/{row.key}/", {**SAID, "name": name, "email": email})
        for name, email in (("Nia New", "nia@example.org"), ("M Member", "MARED@example.org"))
    )
    assert (fresh.status_code, fresh["Location"]) == (known.status_code, known["Location"])
    assert page(client.get(fresh["Location"])) == page(client.get(known["Location"]))
    assert {person.contact.name for person in Participant.objects.all()} == {"Mared Member", "Nia New"}
    way = re.search(r"/en/workshops/lost/\S+", mail.outbox[-1].body)[0]
    assert mail.outbox[-1].to == ["mared@example.org"]
    assert client.get(f"/en/workshops/yours/{token}/").status_code == 200, "a letter alone ends nothing"
    assert "Give me a new link" in page(client.get(way))
    mine = client.post(way)["Location"]
    assert "Mared Member" in page(client.get(mine))
    assert client.get(f"/en/workshops/yours/{token}/").status_code == 404
    assert client.post(way).status_code == 404, "each letter leads to one new link"


def test_a_lost_link_is_asked_for_by_email_and_the_answer_is_always_the_same(client):
    row = a_workshop()
    registered(row)
    before = len(mail.outbox)
    answers = [
        page(client.post("/en/workshops/lost/", {"email": email}))
        for email in ("mared@example.org", "nobody@example.org", "mared@example.org")
    ]
    wait_for_letters()
    assert len(set(answers)) == 1
    assert [letter.to for letter in mail.outbox[before:]] == [["mared@example.org"]]
    assert Event.objects.filter(kind="participant-link-renewed").count() == 0
    client.post(re.search(r"/en/workshops/lost/\S+", mail.outbox[-1].body)[0])
    assert Event.objects.filter(kind="participant-link-renewed").count() == 1
    assert client.get("/en/workshops/lost/made-up:by:somebody/").status_code == 404
    assert client.post("/en/workshops/lost/", {"email": "no address"}).status_code == 400


def test_without_a_mail_server_the_link_is_shown_at_once(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    row = a_workshop()
    for _time in range(2):
        response = client.post(f"/en/workshops/register/{row.key}/", SAID)
        assert "/workshops/yours/" in response["Location"]
    assert Participant.objects.count() == 2


def test_registering_for_a_workshop_that_is_over_is_refused_in_words(client):
    row = a_workshop()
    ended(row, 1)
    assert "This workshop is over" in page(client.get(f"/en/workshops/register/{row.key}/"))
    client.post(f"/en/workshops/register/{row.key}/", SAID)
    assert not Participant.objects.exists()


def test_the_way_to_a_workshop_is_on_the_home_page_and_at_the_foot_of_every_page(client):
    for address in ("/en/", "/cy/", "/en/about/"):
        assert f'href="/{address[1:3]}/workshops/"' in page(client.get(address))


def test_ones_own_page_tells_whom_one_wants_beside_one_from_whom_not(client):
    mine = page(client.get(f"/en/workshops/yours/{registered(a_workshop())}/"))
    assert re.search(r"Whom you need beside you.{1,200}Ifan Interpreter", mine, re.DOTALL)
    assert re.search(r"not share a group with.{1,200}Bethan Boss", mine, re.DOTALL)


@pytest.mark.parametrize(
    ("group", "words"), [(2, "You look after group 2:"), (-1, "You look after the group you sit in:")]
)
def test_ones_own_page_says_that_one_looks_after_a_group(client, group, words):
    token = registered(a_workshop())
    assert "You look after" not in page(client.get(f"/en/workshops/yours/{token}/"))
    Participant.objects.update(facilitates=group)
    assert words in page(client.get(f"/en/workshops/yours/{token}/"))


def test_the_welsh_form_is_welsh_and_its_letter_too(client):
    row = a_workshop()
    form = page(client.get(f"/cy/workshops/register/{row.key}/"))
    assert '<html lang="cy"' in form
    assert "Bydd y bobl yn eich grŵp yn gwybod" in form
    assert "Grwpiau cymunedol a thrigolion" in form
    assert re.search(r'value="cy"[^>]* checked', form)


def test_a_double_click_registers_once_and_the_database_has_no_key(client):
    row = a_workshop()
    said = {**SAID, "email": "", "once": "o" * 43}
    first, second = (client.post(f"/en/workshops/register/{row.key}/", said) for _ in range(2))
    assert first["Location"] == second["Location"]
    token = first["Location"].split("/")[4]
    assert Participant.objects.count() == 1
    assert token not in str(Participant.objects.values().get())


def test_a_form_sent_again_sends_nobodys_key_to_another_address_and_serves_other_workshops_too(client):
    row = a_workshop()
    other = a_workshop(row.review)
    for workshop, email in ((row, "mared@example.org"), (row, "nosy@example.org"), (other, "mared@example.org")):
        said = {**SAID, "email": email, "once": "o" * 43}
        assert client.post(f"/en/workshops/register/{workshop.key}/", said).status_code == 302
    wait_for_letters()
    assert sorted(letter.to for letter in mail.outbox) == [["mared@example.org"]] * 2
    assert [one.participants.count() for one in (row, other)] == [1, 1]


@pytest.mark.parametrize("email", ["", "mared@example.org"])
def test_a_form_sent_again_undoes_no_withdrawal_and_opens_nothing(client, email):
    row = a_workshop()
    said = {**SAID, "email": email, "once": "o" * 43}
    address = f"/en/workshops/register/{row.key}/"
    where = client.post(address, said)["Location"]
    token = where.split("/")[4] if "yours" in where else own_page_in(str(mail.outbox[-1].body)).split("/")[4]
    client.post(f"/en/workshops/yours/{token}/withdraw/")
    again = client.post(address, said)
    assert again.status_code == 409
    assert "Whoever registered with this very form has withdrawn since" in page(again)
    assert not Participant.objects.filter(withdrawn=None).exists()
    assert not Contact.objects.exists()
    registered(row, client, email=email)  # by an empty form: somebody who comes after all
    assert Participant.objects.filter(withdrawn=None).count() == 1


def test_a_form_sent_again_after_the_link_was_made_anew_registers_nobody_twice(client):
    row = a_workshop()
    said = {**SAID, "email": "", "once": "o" * 43}
    token = client.post(f"/en/workshops/register/{row.key}/", said)["Location"].split("/")[4]
    renew(person=person_of(token))
    assert client.post(f"/en/workshops/register/{row.key}/", said).status_code == 409
    assert Participant.objects.count() == 1


def test_with_as_many_as_there_is_room_for_nobody_more_can_register_by_the_form(client):
    row = a_workshop(most_people=1)
    said = {**SAID, "email": "", "once": "o" * 43}
    address = f"/en/workshops/register/{row.key}/"
    first, again, other = (client.post(address, {**said, "once": letter * 43}) for letter in "oop")
    assert first["Location"] == again["Location"]
    assert "The workshop is full." in page(other)
    Contact.objects.update(email="mared@example.org")
    both = [client.post(address, {**SAID, "email": f"{name}@example.org"}).status_code for name in ("mared", "nobody")]
    assert both == [400, 400], "a full workshop tells nobody whose address it knows"
    assert "This workshop is full" in page(client.get(address))
    client.post(f"{first['Location'].partition('?')[0]}withdraw/")
    assert client.post(address, {**said, "once": "q" * 43}).status_code == 302


def test_once_the_workshop_is_closed_nothing_is_changed_any_more(client):
    row = a_workshop()
    token = registered(row, client)
    moved(moved(row, "begin"), "close")
    assert client.post(f"/en/workshops/yours/{token}/change/", {**SAID, "name": "Somebody Else"}).status_code == 302
    assert person_of(token).contact.name == "Mared Member"


def test_who_has_withdrawn_is_not_brought_back_by_a_page_of_the_team_that_was_open(client):
    row = a_workshop()
    person = person_of(registered(row, client))
    stale = Participant.objects.get(pk=person.pk)
    lead = in_role(row.review, Role.LEAD)
    take_out(by=lead, access=access_of(row.review, lead), person=person)
    with pytest.raises(NothingThere):
        change_person(by=lead, access=access_of(row.review, lead), person=stale, said=Said(name="Mared"), facilitates=0)
    assert not Contact.objects.exists()
    assert Participant.objects.get().withdrawn


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
    said = page(client.get(f"/en/workshops/register/{row.key}/"))
    assert any(words in said for words in ("Registration is not open.", "This workshop is over")) != open_


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
    mine = page(client.get(f"/en/workshops/yours/{token}/"))
    assert re.search(r"Rounds you can be there for.{1,200}Shared purpose; Finance", mine, re.DOTALL)
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
    [other] = some_people(row, 1, sector="", area="", level="", welsh="can", rounds=[2])
    Wish.objects.create(workshop=row, participant=other, other=person, kind="apart")
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
    other.refresh_from_db()
    assert (other.welsh, other.rounds) == ("", [])
    assert not Wish.objects.exists()
    assert purge_workshops(today=timezone.localdate() + timedelta(days=71)) == 0


def test_pages_behind_a_key_are_kept_nowhere(client):
    token = registered(a_workshop())
    response = client.get(f"/en/workshops/yours/{token}/")
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "strict-origin"


def test_hostile_words_are_only_words(client):
    words = '<script>alert(1)</script> \u202e🦄 "quoted" مرحبا'
    token = registered(a_workshop(), name=words, email="", motivation="x" * 999)
    mine = client.get(f"/en/workshops/yours/{token}/").content.decode()
    assert "<script>alert" not in mine
    assert "\u202e" not in mine
    assert "🦄" in mine
