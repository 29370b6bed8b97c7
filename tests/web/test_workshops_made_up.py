"""The whole way on a made-up workshop: made by one press, published from, marked throughout, deleted again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from html import unescape

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from msgspec.structs import replace

from plethu.evidence.text import Text
from plethu.framework.comparing import advice_changes, compare_editions
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.made_up import is_made_up, mark_made_up
from plethu.framework.reading import read_built
from plethu_web.accounts.models import Event, User
from plethu_web.reviews.roles import Role
from plethu_web.workshops import release_made_up
from plethu_web.workshops.models import Card, Signing, Statement, Workshop, WorkshopRelease
from plethu_web.workshops.subjects import contexts

from .cast import a_review, browser_of, in_role, somebody
from .coding_cast import analyst, at, code, file, publish, shown, sign
from .workshops_cast import a_workshop, of

pytestmark = pytest.mark.django_db
MARKS = ("Made up: ", "Dychmygol: ")
BANNERS = {"en": "This workshop is made up.", "cy": "Gweithdy dychmygol yw hwn."}


def make(review):
    client = browser_of(in_role(review, Role.REVIEWER))
    before = client.get(f"/en/reviews/{review.slug}/workshops/")
    assert "Make a made-up workshop to try things out" in shown(before)
    response = client.post(f"/en/reviews/{review.slug}/workshops/made-up/")
    workshop = Workshop.objects.get(review=review, made_up__isnull=False)
    assert response["Location"] == of(workshop)
    return workshop


def everything():
    """How many rows there are in each table, but for the trail of what was done and who is signed in."""
    models = [model for model in apps.get_models() if model not in (Event, Session)]
    return {model._meta.label: model._default_manager.count() for model in models}


def isolated(rows, workshop):
    """The fewest people who are in exactly the same cells of the labels in these rows, by names and sets alone."""
    people = list(workshop.participants.all())
    above = {
        a: {v.id: contexts().path(a, v.id) for v in contexts().values(a)} for a in ("sector", "level", "area", "scale")
    }
    labels = {tuple((a, row[a]) for a in above if row[a]) for row in rows}
    fits = [{p.pk for p in people if all(value in above[a][getattr(p, a)] for a, value in label)} for label in labels]
    return min(Counter(tuple(p.pk in cell for cell in fits) for p in people).values())


def test_a_team_makes_it_publishes_from_it_and_deletes_it():
    review, other = a_review(), a_workshop(a_review("Another", by=somebody()))
    lead = browser_of(in_role(review, Role.LEAD))
    in_role(review, Role.REVIEWER)
    before = everything()
    workshop = make(review)
    every_page_says_so(workshop, lead)
    own = Card.objects.filter(board__round__workshop=workshop).first()
    assert code(lead, workshop, own).status_code == 302
    assert publish(lead, workshop, table="on").status_code == 302
    contributions_are_marked_and_safe(workshop, lead)
    statements_and_chapter_are_marked(workshop, lead)
    the_next_edition_is_marked_and_shows_what_changes(workshop, lead)

    address = of(workshop, "made-up/delete/")
    assert "Its people, cards, codings" in shown(lead.get(address))
    assert lead.post(address, {"switch_language": "en"}).status_code == 200, "changing the language deletes nothing"
    assert lead.post(address, {"sure": "1"})["Location"] == f"/en/reviews/{review.slug}/workshops/"
    assert everything() == before
    assert Workshop.objects.get() == other


def every_page_says_so(workshop, lead):
    for path, language in (("", "en"), ("groups/", "cy"), ("analysis/agreement/", "en")):
        assert BANNERS[language] in unescape(shown(lead.get(of(workshop, path, language)))), path
    for path in (f"/en/workshops/register/{workshop.key}/", f"/en/room/{workshop.key}/lead/"):
        assert BANNERS["en"] in shown(lead.get(path))
    assert workshop.title.startswith(MARKS[0])
    assert workshop.title_cy.startswith(MARKS[1])
    assert b"MADEUP70" in lead.get(of(workshop, "register/file/")).content
    assert b"MADEUP70" in lead.get(of(workshop, f"groups/{workshop.plans.get().pk}/as/rooms/")).content
    listed = f"/en/reviews/{workshop.review.slug}/workshops/"
    assert "Make a made-up workshop" not in shown(lead.get(listed))
    lead.post(f"{listed}made-up/")
    assert workshop.review.workshops.count() == 1


def contributions_are_marked_and_safe(workshop, lead):
    rows = list(csv.DictReader(io.StringIO(file(lead, workshop, "contributions-csv").decode("utf-8-sig"))))
    assert len(rows) > 180
    assert all(row["text"].startswith(MARKS) for row in rows)
    assert {row["language"] for row in rows} == {"en", "cy"}
    assert "Cwm" not in "".join(row["text"] for row in rows)  # the place is masked
    assert isolated(rows, workshop) >= 5
    held = json.loads(file(lead, workshop, "contributions-json"))
    assert held["made_up"] is True
    assert [each["text"] for each in held["contributions"]] == [row["text"] for row in rows]
    name = lead.get(at(workshop, "releases/1/contributions-csv/en/"))["Content-Disposition"]
    assert 'filename="made-up-' in name


def statements_and_chapter_are_marked(workshop, lead):
    for kind in ("statements-csv", "actions-csv"):
        for row in csv.DictReader(io.StringIO(file(lead, workshop, kind).decode("utf-8-sig"))):
            assert row.get("statement", row.get("name")).startswith(MARKS[0])
    for language, mark, title in (("en", MARKS[0], workshop.title), ("cy", MARKS[1], workshop.title_cy)):
        chapter = unescape(file(lead, workshop, "chapter-html", language=language).decode())
        assert title in chapter
        assert chapter.count(mark) > 25
        word = zipfile.ZipFile(io.BytesIO(file(lead, workshop, "chapter-docx", language=language)))
        assert mark.strip() in word.read("word/document.xml").decode()


def the_next_edition_is_marked_and_shows_what_changes(workshop, lead):
    edition, old = read_built(file(lead, workshop, "edition"), "next.json"), default_edition()
    assert is_made_up(edition)
    assert edition.title.en.startswith("Made up: ")
    assert edition.notice.en.startswith("Made up in part")
    assert edition.provenance[0].en.startswith("Made up: ")
    new = [finding for finding in edition.findings if finding.id not in {f.id for f in old.findings}]
    assert len(new) == Statement.objects.filter(workshop=workshop).count()
    assert all(finding.statement.en.startswith(MARKS[0]) for finding in new)
    assert {("findings", finding.id) for finding in new} <= set(compare_editions(old, edition).added)
    changes = [each for each in advice_changes(old, edition, example_situations(old)) if each.differences]
    page = unescape(shown(lead.get(at(workshop, "releases/1/"))))
    assert changes
    assert all(example_situations(old)[each.name].name in page for each in changes)


def test_what_a_team_adds_to_it_is_marked_when_it_goes_out():
    workshop = make(a_review())
    lead = analyst(workshop)
    board = Card.objects.filter(board__round__workshop=workshop).first().board
    card = Card.objects.create(
        board=board, said_by="facilitator", words="all of this was typed in by hand.", once="x", changed=99
    )
    assert code(lead, workshop, card).status_code == 302
    assert sign(lead, workshop, card).status_code == 302
    words = {"words": "By hand as well.", "on": f"action:{default_edition().actions[0].id}", "bears_on": "F012"}
    address = at(workshop, "statements/echoed/F012/")
    assert lead.post(address, {**words, "contributions": [f"card-{card.pk}"]}).status_code == 302
    Workshop.objects.filter(pk=workshop.pk).update(title="A real one, surely", title_cy="")
    assert publish(lead, workshop).status_code == 302
    assert b"Made up: all of this was typed in by hand." in file(lead, workshop, "contributions-csv")
    edition = read_built(file(lead, workshop, "edition"), "next.json")
    assert "Made up: By hand as well." in {finding.statement.en for finding in edition.findings}
    assert edition.strands[-1].name.en == "Made up: A real one, surely"


def test_nobody_coded_or_read_in_the_name_of_the_team_and_only_who_runs_workshops_makes_one():
    review = a_review()
    steering = browser_of(in_role(review, Role.STEERING))
    assert steering.post(f"/en/reviews/{review.slug}/workshops/made-up/").status_code == 403
    workshop = make(review)
    coders = User.objects.filter(email=None)
    assert not coders.filter(is_active=True).exists()
    assert all("made up" in coder.name and "dychmygol" in coder.name for coder in coders)
    assert set(workshop.coding_changes.values_list("by", flat=True)) == {coder.pseudonym for coder in coders}
    assert set(Signing.objects.values_list("by", flat=True)) <= {coder.pseudonym for coder in coders}
    assert steering.post(of(workshop, "made-up/delete/"), {"sure": "1"}).status_code == 403


def test_a_workshop_held_on_a_made_up_edition_hands_the_mark_on():
    release, made = WorkshopRelease(workshop=a_workshop()), default_edition()
    marked = mark_made_up(made, Text("Made up:", "Dychmygol:"), Text("Made up in part.", "Dychmygol yn rhannol."))
    assert is_made_up(release_made_up.edition(release, marked, replace(marked, version="2030.1")))
    assert not is_made_up(release_made_up.edition(release, made, replace(made, version="2030.1")))


def test_a_real_workshop_is_not_deleted_and_carries_no_mark():
    workshop = a_workshop()
    lead = analyst(workshop)
    assert "made up" not in shown(lead.get(of(workshop)))
    for response in (
        lead.get(of(workshop, "made-up/delete/")),
        lead.post(of(workshop, "made-up/delete/"), {"sure": "1"}),
    ):
        assert response.status_code == 404
    assert Workshop.objects.filter(pk=workshop.pk).exists()
