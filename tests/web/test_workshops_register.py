"""The team's register: lists from other booking systems, wishes, who came, links, and codes instead of names."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from plethu.records.opened import Opened
from plethu.workshop.breakouts.list_reading import read_people
from plethu.workshop.register_import import read_register
from plethu.workshop.register_mapping import UnknownAnswer
from plethu_web import stored
from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import purge_workshops
from plethu_web.workshops.forms.register_lists import answer_name
from plethu_web.workshops.models import Contact, Facilitator, Participant, RegisterImport, Wish
from plethu_web.workshops.queries.register import participants_of
from plethu_web.workshops.subjects import contexts

from .cast import a_review, browser_of, in_role
from .workshops_cast import SAID, a_workshop, of, own_page_in, person_of, registered, some_people

pytestmark = pytest.mark.django_db

LIST = (
    "Name;Email;Organisation;Sector;County;Language;Keep apart;Attendee status\n"
    "Ann Apple;ann@example.org;Beans;Health;Cardiff;Cymraeg;Bob Bean;Attending\n"
    "Bob Bean;bob@example.org;Beans;Piracy;Cardiff;;;Attending\n"
    "Ann Apple;ann@example.org;Beans;Health;Cardiff;;;Attending\n"
    "Cat Carrot;cat@example.org;;Health;Gwynedd;;;Cancelled\n"
)


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def uploaded(team, row, text, name="people.csv"):
    """The page that asks what a list means, or why it is none."""
    file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
    return team.post(of(row, "register/lists/new/"), {"list": file}, follow=True)


def sent(team, row, text, name="people.csv", **chosen):
    """A list that was sent in and taken in as it is guessed, but for what was chosen."""
    response = uploaded(team, row, text, name)
    assert response.status_code == 200, page(response)
    fields = response.context["mapping"].fields
    guessed = {name: field.initial for name, field in fields.items()}
    where = response.redirect_chain[-1][0]
    return team.post(where, {**guessed, **chosen, "take": "1"}, follow=True)


def answer(field, said):
    return answer_name(UnknownAnswer(field, said, 1))


def test_a_list_comes_in_and_every_row_is_accounted_for(review, team):
    row = a_workshop(review)
    seen = page(sent(team, row, LIST))
    assert "4 rows: 2 people taken in, 1 duplicates, 1 refused." in seen
    assert "“Piracy” is not one of this workshop's answers." in seen
    assert "This is the same person as in line 2" in seen
    ann = Contact.objects.get(name="Ann Apple").participant
    assert (ann.sector, ann.area, ann.language, ann.route) == ("health", "W06000015", "cy", "import")
    assert Wish.objects.get(participant=ann).other.contact.name == "Bob Bean"
    for name in ("Ann", "Bob", "example.org"):
        assert name not in str(RegisterImport.objects.values().get())
    assert "Rhesi: 4." in page(team.get(of(row, f"register/lists/{RegisterImport.objects.get().pk}/", "cy")))


def test_before_anybody_is_taken_in_columns_and_answers_are_looked_at_and_changed(review, team):
    row = a_workshop(review)
    head = "Name,Kind,Type of organisation,Ticket colour"
    text = f"{head}\nAnn Apple,Council,Bwrdd Iechyd,red\nBob Bean,Piracy,Circus,blue\n"
    response = uploaded(team, row, text)
    seen = page(response)
    assert "Red" not in seen
    assert "“Kind” was left aside: 2 cells" in seen
    assert "“Ticket colour” was left aside: 2 cells" in seen
    assert not Participant.objects.exists()
    where = response.redirect_chain[-1][0]
    columns = {"column-0": "name", "column-1": "sector", "column-2": "", "column-3": "access_needs"}
    early = team.post(where, {**columns, "take": "1"})
    assert early.status_code == 400, "answers that nobody has seen are looked at first"
    assert not Participant.objects.exists()
    again = page(team.post(where, {**columns, "look": "1"}))
    assert re.search(r'<option value="local-government" selected', again)
    chosen = {answer("sector", "Council"): "local-government", answer("sector", "Piracy"): "private"}
    seen = page(team.post(where, {**columns, **chosen, "take": "1"}, follow=True))
    assert {p.sector for p in Participant.objects.all()} == {"local-government", "private"}
    assert {p.access_needs for p in Participant.objects.all()} == {"red", "blue"}
    first, _rest = seen.split("To see to")[1].split("Everybody who came in this way", 1)
    assert "“Type of organisation” was left aside: 2 cells" in first
    assert "Without an answer to “Area”: 2 of 2 people." in first


def test_columns_that_cannot_be_taken_so_are_refused_in_words(review, team):
    row = a_workshop(review)
    where = uploaded(team, row, "Name,Other\nAnn,x\n").redirect_chain[-1][0]
    wrong = {("", ""): "No column says who people are.", ("name", "name"): "Two columns are taken for “Whole name”."}
    for (first, second), words in wrong.items():
        columns = {"column-0": first, "column-1": second}
        response = team.post(where, {**columns, "take": "1"})
        assert response.status_code == 400
        assert words in page(response)
    assert not Participant.objects.exists()


def test_the_file_of_a_list_goes_when_it_is_taken_in_let_go_or_forgotten(review, team):
    row = a_workshop(review)
    before = set(stored.all_kept())
    kept = lambda: [sha256 for sha256 in stored.all_kept() if sha256 not in before]  # noqa: E731
    sent(team, row, LIST)
    assert kept() == []
    where = uploaded(team, row, LIST + "Zed,z@x,,,,,,\n").redirect_chain[-1][0]
    assert len(kept()) == 1
    stranger = browser_of(in_role(review, Role.LEAD))
    assert stranger.get(where).status_code == 404
    team.post(where, {"let-go": "1"})
    assert kept() == []
    uploaded(team, row, LIST + "Zed,z@x,,,,,,\n")
    uploaded(team, row, LIST + "Zoe,z@x,,,,,,\n")
    assert len(kept()) == 1, "what the same person left lying before is gone"
    RegisterImport.objects.exclude(sha256="").update(made=timezone.now() - timedelta(days=2))
    assert purge_workshops() == 1
    assert kept() == []
    assert Participant.objects.count() == 2


def test_whoever_came_by_a_list_agrees_before_they_come_in_or_write(review, team):
    row = a_workshop(review, state="running")
    sent(team, row, "Name,Language,Consent\nAnn,Cymraeg,Yes\nBob,,No\n")
    assert [contact.name for contact in Contact.objects.all()] == ["Ann"]
    seen = page(team.get(of(row, f"register/lists/{RegisterImport.objects.get().pk}/")))
    assert "This person did not agree to take part" in seen
    assert "A yes in another system is not the agreement to this workshop" in seen
    [link] = links_of(team.post(of(row, "register/links/"), {"who": "without"}))
    assert link.startswith("/cy/workshops/yours/")
    own, token = Client(), link.split("/")[4]
    for address in (link, f"{link}change/", f"/en/room/enter/{token}/"):
        assert own.get(address)["Location"].startswith(f"/cy/workshops/yours/{token}/agree/")
    session = own.session
    session["rooms"] = {row.key: ("participant", str(Participant.objects.get().pk))}
    session.save()
    assert own.get(f"/en/room/{row.key}/")["Location"] == "/en/room/"
    asked = f"/cy/workshops/yours/{token}/agree/?to=room"
    assert "Bydd y bobl yn eich grŵp yn gwybod" in page(own.get(asked))
    assert own.post(asked, {}).status_code == 400
    assert Participant.objects.get().agreed is None
    assert own.post(asked, {"agreed": "on"})["Location"] == f"/cy/room/enter/{token}/"
    assert own.get(link).status_code == 200
    assert own.get(f"/cy/room/enter/{token}/")["Location"] == f"/cy/room/{row.key}/"
    assert Event.objects.filter(kind="participant-agreed").count() == 1


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_register_as_a_file_is_read_by_the_command_and_by_the_site_again(review, team, tmp_path, language):
    row = a_workshop(review)
    mared = person_of(registered(row, welsh="wants", rounds=["1"], apart_from_colleagues="on"))
    boss = person_of(registered(row, name="Bethan Boss", welsh="can", together="", apart="", organisation="Else"))
    ifan = person_of(registered(row, name="Ifan Interpreter", welsh="", together="", apart=""))
    Participant.objects.filter(pk=ifan.pk).update(facilitates=2)
    for kind, other in (("apart", boss), ("together", ifan)):
        Wish.objects.filter(kind=kind).update(other=other)
    Wish.objects.create(workshop=row, participant=boss, kind="apart", words="Somebody Else")
    path = tmp_path / "register.csv"
    path.write_bytes(team.get(of(row, "register/file/", language)).content)
    people = {each.key: each for each in read_people(path, ("Sector",))}
    own = people[mared.code]
    assert (own.together, own.apart) == ((ifan.code,), (boss.code,))
    assert (own.welsh, own.rounds, people[boss.code].welsh, people[ifan.code].facilitates) == ("wants", (1,), "can", 2)
    assert own.values["Sector"]
    again = read_register(Opened(path), contexts(), 4)
    back = {each.id: each for each in again.people}
    assert [(remark.code, remark.field) for remark in again.remarks] == []
    read = back[mared.code]
    assert (read.sector, read.area, read.level, read.scale) == (mared.sector, mared.area, mared.level, mared.scale)
    assert (read.together, read.apart, read.access_needs) == ((ifan.code,), (boss.code,), "Captions")
    assert (back[boss.code].can_welsh, back[ifan.code].facilitates) == (True, 2)
    assert "0 people taken in, 3 duplicates" in page(sent(team, row, path.read_bytes()))


def test_the_same_list_again_adds_nobody(review, team):
    row = a_workshop(review)
    sent(team, row, LIST)
    assert "0 people taken in" in page(sent(team, row, LIST))
    assert Participant.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "list"),
        (b"\n \n", "column"),
        (b"", "This file is empty"),
    ],
)
def test_what_is_no_list_is_refused_in_words_and_nobody_is_taken_in(review, team, content, words):
    row = a_workshop(review)
    response = uploaded(team, row, content)
    assert response.status_code == 400
    assert "There is a problem" in page(response)
    assert words in page(response)
    assert not Participant.objects.exists()


def test_wishes_are_settled_and_the_rules_of_groups_read_them(review, team):
    row = a_workshop(review)
    person, boss = person_of(registered(row)), person_of(registered(row, name="Bethan Boss", together="", apart=""))
    wish = Wish.objects.get(kind="apart")
    team.post(of(row, "register/wishes/"), {f"wish-{wish.pk}": str(boss.pk)})
    read = {each.id: each for each in participants_of(row)}
    assert read[str(person.pk)].apart == (str(boss.pk),)
    other = Wish.objects.get(kind="together")
    team.post(of(row, "register/wishes/"), {f"wish-{other.pk}": str(person.pk)})
    assert Wish.objects.get(pk=other.pk).other is None


def test_colleagues_are_kept_apart_where_somebody_wishes_it(review):
    row = a_workshop(review)
    wishing = person_of(registered(row, together="", apart="", apart_from_colleagues="on"))
    colleague = person_of(registered(row, name="Cai", organisation=" beans  together ", together="", apart=""))
    registered(row, name="Dai", organisation="Elsewhere", together="", apart="")
    read = {each.id: each for each in participants_of(row)}
    assert read[str(wishing.pk)].apart == (str(colleague.pk),)


def test_names_in_wishes_are_proposed_and_hold_only_once_somebody_saves(review, team):
    row = a_workshop(review)
    registered(row)
    boss = person_of(registered(row, name="Bethan Bos", together="", apart=""))
    seen = page(team.get(of(row, "register/wishes/")))
    assert re.search(rf'<option value="{boss.pk}" selected', seen)
    assert "the name is nearly the same" in seen
    assert not Wish.objects.exclude(other=None).exists()


def test_who_came_is_noted_at_a_door_by_name_or_code_and_nobody_else_is_taken_for_absent(review, team):
    row = a_workshop(review, state="running")
    mared = person_of(registered(row))
    here, away, late = some_people(row, 3)
    seen = page(team.get(of(row, "register/came/"), {"q": "mared mem"}))
    assert "Mared Member" in seen
    assert here.code not in seen
    assert here.code in page(team.get(of(row, "register/came/"), {"q": here.code.lower()}))
    team.post(of(row, "register/came/"), {"seen": [mared.pk, here.pk], "came": [here.pk, "nonsense"]})
    state = lambda: [Participant.objects.get(pk=p.pk).came for p in (mared, here, away, late)]  # noqa: E731
    assert state() == [None, True, None, None]
    team.post(of(row, "register/came/"), {"seen": [here.pk]})
    assert state() == [None, None, None, None], "a tick by mistake is taken back"
    team.post(of(row, "register/came/"), {"seen": [mared.pk], "came": [mared.pk], "rest": "away"})
    assert state() == [True, False, False, False]
    Participant.objects.filter(pk=late.pk).update(came=None)
    team.post(of(row, "register/came/"), {"rest": "came"})
    assert state() == [True, False, False, True]


def test_lists_of_people_are_in_the_order_of_their_names(review, team):
    row = a_workshop(review)
    nameless, last, first = some_people(row, 3)
    Contact.objects.create(participant=last, name="Wyn Aled")
    Contact.objects.create(participant=first, name="awel wyn")
    for path in ("register/", "register/came/"):
        seen = page(team.get(of(row, path)))
        places = [seen.index(words) for words in ("awel wyn", "Wyn Aled", nameless.code)]
        assert places == sorted(places), path


def links_of(response):
    rows = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    return ["/" + each["Link"].split("/", 3)[3] for each in rows]


def test_links_of_their_own_are_made_once_or_anew_for_everybody(review, team):
    row = a_workshop(review)
    sent(team, row, LIST)
    first = links_of(team.post(of(row, "register/links/"), {"who": "without"}))
    assert len(first) == 2
    assert Client().get(first[0]).status_code == 302
    assert links_of(team.post(of(row, "register/links/"), {"who": "without"})) == []
    assert "opens nothing any more" in page(team.get(of(row, "register/links/")))
    again = links_of(team.post(of(row, "register/links/"), {"who": "everybody"}))
    assert [Client().get(link).status_code for link in (*first, *again)] == [404, 404, 302, 302]


def test_a_lost_link_is_made_anew_by_the_team_shown_once_or_sent(review, team):
    row = a_workshop(review)
    token = registered(row, language="cy")
    person = person_of(token)
    seen = page(team.post(of(row, f"register/{person.pk}/link/")))
    shown = re.search(r"/cy/workshops/yours/([a-z2-9]+)/", seen)
    assert Client().get(f"/en/workshops/yours/{token}/").status_code == 404
    assert Client().get(shown[0]).status_code == 200
    team.post(of(row, f"register/{person.pk}/link/"), {"send": "1"})
    assert mail.outbox[-1].to == ["mared@example.org"]
    assert Client().get(own_page_in(mail.outbox[-1].body)).status_code == 200
    assert Client().get(shown[0]).status_code == 404
    assert Event.objects.filter(kind="participant-link-renewed").count() == 2


def test_the_register_as_a_file_has_no_formulas_and_is_noted(review, team):
    row = a_workshop(review)
    registered(row, name="=1+1", email="")
    content = team.get(of(row, "register/file/")).content.decode("utf-8-sig")
    assert "'=1+1" in content
    assert Event.objects.filter(kind="register-taken-away").count() == 1


def test_somebody_is_added_changed_and_taken_out_by_the_team(review, team):
    row = a_workshop(review)
    said = {**SAID, "facilitates": "3"}
    added = team.post(of(row, "register/new/"), said)
    person = Participant.objects.get()
    assert f"in the register as {person.code}" in page(team.get(added.url))  # who stands at the door needs a link next
    assert (person.route, person.facilitates, person.agreed) == ("team", 3, None)
    assert 'value="Mared Member"' in page(team.get(of(row, f"register/{person.pk}/")))
    team.post(of(row, f"register/{person.pk}/"), {**said, "sector": "health", "facilitates": "-1"})
    person.refresh_from_db()
    assert (person.sector, person.facilitates) == ("health", -1)
    team.post(of(row, f"register/{person.pk}/remove/"))
    person.refresh_from_db()
    assert person.withdrawn
    assert not Contact.objects.exists()


def test_a_facilitators_link_is_told_once_and_can_be_ended(review, team):
    row = a_workshop(review)
    response = team.post(of(row, "facilitators/"), {"label": "Ffion", "group": "2"})
    assert "/en/room/enter/" in page(response)
    assert "/room/enter/" not in page(team.get(of(row, "facilitators/")))
    link = Facilitator.objects.get()
    assert (link.group, link.label) == (2, "Ffion")
    team.post(of(row, f"facilitators/{link.pk}/end/"))
    assert Facilitator.objects.get().ended


@pytest.mark.parametrize("role", [Role.STEERING, Role.CONTRIBUTOR, Role.OBSERVER])
def test_nobody_but_who_runs_workshops_sees_the_register(review, role):
    row = a_workshop(review)
    registered(row)
    assert browser_of(in_role(review, role)).get(of(row, "register/")).status_code == 403
