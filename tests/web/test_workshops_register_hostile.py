"""What a register has to bear: broken and huge lists, hostile words, and a machine that takes all the places."""

from __future__ import annotations

import csv
import io
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plethu_web.reviews.roles import Role
from plethu_web.workshops.codes import screen_codes
from plethu_web.workshops.models import Participant, Wish, Workshop

from .cast import a_review, browser_of, in_role
from .test_workshops_register import sent, uploaded
from .workshops_cast import FORM, a_workshop, moved, of, person_of, registered, some_people

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def seconds_apart(people, seconds):
    first = people[0].made
    for place, person in enumerate(people):
        person.made = first + timedelta(seconds=seconds * place)
    Participant.objects.bulk_update(people, ["made"])


def test_who_registered_in_quick_succession_is_told_and_taken_out_in_one_go(review, team):
    row = a_workshop(review)
    people = some_people(row, 25)
    Participant.objects.update(route="form")
    seconds_apart(people, 31)
    assert "in quick succession" not in page(team.get(of(row, "register/")))
    seconds_apart(people, 30)
    Participant.objects.filter(pk=people[0].pk).update(came=True)
    assert "25 people registered by the form in quick succession" in page(team.get(of(row, "register/")))
    seen = page(team.get(of(row, "register/quick/")))
    assert seen.count(" checked>") == 24, "whoever came is nobody's invention"
    team.post(of(row, "register/quick/"), {"out": [str(each.pk) for each in people[1:]] + ["rubbish"]})
    assert [each.pk for each in Participant.objects.filter(withdrawn=None)] == [people[0].pk]


def test_people_whom_the_team_or_a_list_put_in_come_as_quickly_as_they_like(review, team):
    row = a_workshop(review)
    seconds_apart(some_people(row, 25), 1)
    assert "in quick succession" not in page(team.get(of(row, "register/")))


def test_codes_for_screens_do_not_run_out_when_many_have_been_there():
    codes = screen_codes({f"B{number}" for number in range(20_000)})
    found = [next(codes) for _time in range(50)]
    assert len(set(found)) == 50
    assert {len(code) for code in found} == {6}


def test_a_list_of_two_thousand_and_one_is_refused_whole_and_four_hundred_come_in(review, team):
    row = a_workshop(review)
    rows = "".join(f"Person {number},p{number}@example.org,Person {number - 1}\n" for number in range(2001))
    assert "With these the workshop would have more than 2,000 people." in page(
        sent(team, row, f"Name,Email,Keep apart\n{rows}")
    )
    assert not Participant.objects.exists()
    some = "\n".join(rows.splitlines()[:400])
    assert "400 rows: 400 people taken in" in page(sent(team, row, f"Name,Email,Keep apart\n{some}\n"))
    assert len(set(Participant.objects.values_list("code", flat=True))) == 400
    assert Wish.objects.filter(words="", other=None).count() == 0


def test_a_list_of_many_columns_is_shown_whole_and_what_is_not_is_counted(review, team):
    row = a_workshop(review)
    names = [f"Question {number}" for number in range(1, 250)] + ["Your name"]
    asked = uploaded(team, row, f"{','.join(names)}\n{','.join('a' for _name in names)}\n")
    assert "The first 200 columns with anything in them stand here. 50 more are left aside" in page(asked)
    seen = page(sent(team, row, f"{','.join(names)}\n{',' * 249}Ann Apple\n"))
    assert "1 rows: 1 people taken in" in seen


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7 }} \u202e🦄 مرحبا"


def test_hostile_words_in_every_field_are_only_words_on_every_page(review, team):
    texts = ("title", "title_cy", "purpose", "purpose_cy", "consent", "consent_cy", "place", "covers", "contact")
    new = f"/en/reviews/{review.slug}/workshops/new/"
    assert "Take out the hidden characters" in page(team.post(new, {**FORM, "title": HOSTILE}))
    bare = HOSTILE.replace("\u202e", "")
    assert team.post(new, {**FORM, **dict.fromkeys(texts, bare)}).status_code == 302
    row = Workshop.objects.get()
    first = row.rounds.get(number=1)
    part = {"title": bare, "title_cy": bare, "kind": "groups", "minutes": "5", "findings": ""}
    team.post(of(row, f"agenda/{first.pk}/"), part)
    team.post(of(row, "agenda/questions/"), {"prompts": bare, "prompts_cy": bare})
    team.post(of(row, "facilitators/"), {"label": bare, "group": "1"})
    said = ("name", "organisation", "motivation", "access_needs", "together", "apart")
    row = moved(row, "open")
    token = registered(row, **{**dict.fromkeys(said, HOSTILE), "email": ""})
    person = person_of(token)
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    table = f"Name,Email,Keep apart,Sector,{cell}\n{cell},{cell},{cell},{cell},{cell}\n"
    waiting = uploaded(team, row, table, "<img src=x>.csv").redirect_chain[-1][0]
    seen = [team.get(waiting.replace("/en/", f"/{language}/")) for language in ("en", "cy")]
    sent(team, row, table, "<img src=x>.csv")
    parts = ["", "change/", "clone/", "agenda/", "agenda/questions/", f"agenda/{first.pk}/", "register/", "groups/"]
    parts += ["register/wishes/", "register/came/", f"register/{person.pk}/", f"register/{person.pk}/remove/"]
    parts += [f"register/lists/{row.imports.get().pk}/", "facilitators/", f"agenda/{first.pk}/shift/"]
    seen += [team.get(of(row, part, language)) for part in parts for language in ("en", "cy")]
    public = [f"workshops/register/{row.key}/", *(f"workshops/yours/{token}/{part}" for part in ("", "change/"))]
    seen += [team.get(f"/{language}/{path}") for path in public for language in ("en", "cy")]
    words = [response.content.decode() for response in seen if response.status_code == 200]
    assert len(words) == len(seen) - 2, "all but the address that is only sent to"
    assert [each for each in words if any(bad in each for bad in ("<script>alert", "<img src=x", "\u202e"))] == []
    assert sum("🦄" in each for each in words) > 30


def test_cells_of_the_files_that_are_taken_away_are_no_formulas(review, team):
    row = a_workshop(review)
    registered(row, name='=HYPERLINK("http://x.example","click")', organisation="@SUM(A1)", email="", together="+1-1")
    for path in ("register/file/", "register/links/"):
        response = team.post(of(row, path), {"who": "everybody"}) if "links" in path else team.get(of(row, path))
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+", "-")]
        assert any("HYPERLINK" in cell for row in rows for cell in row)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_lists_that_are_none_or_too_long_are_refused_in_words(review, team, language):
    row = a_workshop(review)
    lists = (b"", b"\n\n", b"Name,Email\n", b"PK\x03\x04 a workbook", b"%PDF-1.4", b"Name\n" + b"Ann\n" * 5_001)
    for text in lists:
        file = SimpleUploadedFile("people.csv", text)
        response = team.post(of(row, "register/lists/new/", language), {"list": file})
        assert response.status_code == 400
        assert 'class="error-summary"' in page(response)
    assert not row.imports.exists()


def test_who_came_can_be_noted_of_two_thousand(review, team):
    row = a_workshop(review)
    [person] = some_people(row, 1)
    ids = [str(person.pk), *(str(uuid.uuid4()) for _time in range(1999))]
    assert team.post(of(row, "register/came/"), {"seen": ids, "came": ids}).status_code == 302
    assert row.participants.get().came


def test_wishes_are_settled_some_on_each_page(review, team):
    row = a_workshop(review)
    people = some_people(row, 3)
    Wish.objects.bulk_create(
        Wish(workshop=row, participant=people[0], kind="apart", words=f"Somebody {place}") for place in range(27)
    )
    last = Wish.objects.order_by("pk").last()
    assert "Somebody 25" not in page(team.get(of(row, "register/wishes/")))
    on = team.post(of(row, "register/wishes/"), {})["Location"]
    assert "Somebody 25" in page(team.get(on))
    team.post(on, {f"wish-{last.pk}": str(people[1].pk)})
    last.refresh_from_db()
    assert last.other == people[1]
