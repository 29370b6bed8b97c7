"""The team's register: lists from other booking systems, wishes, who came, links, and codes instead of names."""

from __future__ import annotations

import csv
import io
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Contact, Facilitator, Participant, RegisterImport, Wish
from plethu_web.workshops.queries.register import participants_of

from .cast import a_review, browser_of, in_role
from .workshops_cast import SAID, a_workshop, of, person_of, registered, some_people

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


def sent(team, row, text, name="people.csv"):
    file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
    return team.post(of(row, "register/lists/new/"), {"list": file}, follow=True)


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


def test_the_same_list_again_adds_nobody(review, team):
    row = a_workshop(review)
    sent(team, row, LIST)
    assert "0 people taken in" in page(sent(team, row, LIST))
    assert Participant.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "list"),
        ("Colour;Size\nred;3\n", "column"),
        (b"", "This file is empty"),
    ],
)
def test_what_is_no_list_is_refused_in_words_and_nobody_is_taken_in(review, team, content, words):
    row = a_workshop(review)
    response = sent(team, row, content)
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


def test_who_came_is_noted_and_who_registered_in_between_is_not_taken_for_absent(review, team):
    row = a_workshop(review, state="running")
    here, away, late = some_people(row, 3)
    team.post(of(row, "register/came/"), {"seen": [here.pk, away.pk], "came": [here.pk, "nonsense"]})
    assert [Participant.objects.get(pk=p.pk).came for p in (here, away, late)] == [True, False, None]


def test_links_of_their_own_are_made_once_and_open_their_page(review, team):
    row = a_workshop(review)
    sent(team, row, LIST)
    response = team.post(of(row, "register/links/"))
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert {each["Name"] for each in rows} == {"Ann Apple", "Bob Bean"}
    assert Client().get("/" + rows[0]["Link"].split("/", 3)[3]).status_code == 200
    again = team.post(of(row, "register/links/")).content.decode("utf-8-sig")
    assert again.count("\n") == 1


def test_the_register_as_a_file_has_no_formulas_and_is_noted(review, team):
    row = a_workshop(review)
    registered(row, name="=1+1", email="")
    content = team.get(of(row, "register/file/")).content.decode("utf-8-sig")
    assert "'=1+1" in content
    assert Event.objects.filter(kind="register-taken-away").count() == 1


def test_somebody_is_added_changed_and_taken_out_by_the_team(review, team):
    row = a_workshop(review)
    said = {**SAID, "facilitates": "3"}
    assert team.post(of(row, "register/new/"), said).status_code == 302
    person = Participant.objects.get()
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
