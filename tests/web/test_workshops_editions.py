"""Editions of a review's own: taken in, made from a list, made of a release; workshops held on them; numbers apart."""

from __future__ import annotations

import io
import zipfile
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plethu.framework.canonical import canonical
from plethu.framework.editions import default_edition
from plethu.framework.reading import read_built
from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import take_out
from plethu_web.workshops.models import HeldEdition, Proposal, Workshop

from .cast import a_review, access_of, browser_of, in_role
from .coding_cast import a_card, a_workshop_that_was_held, analyst, at, code, file, publish, shown, sign
from .workshops_cast import FORM, moved, of, some_people

pytestmark = pytest.mark.django_db
SMALL = Path(__file__).parents[2] / "docs" / "guide" / "small-edition"
LIST = (
    "number,finding_en,finding_cy\n"
    + "".join(f"{n},Finding {n},Canfyddiad {n}\n" for n in range(1, 10))
    + "10,Only in English,\n"
)


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def page(response):
    return unescape(response.content.decode())


def there(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/workshops/editions/{path}"


def upload(team, review, path, data, name, **more):
    if isinstance(data, str):
        data = data.encode()
    return team.post(there(review, path), {"file": SimpleUploadedFile(name, data), **more})


def a_list(team, review, text=LIST):
    response = upload(team, review, "list/", text, "ours.csv", title="What we found", title_cy="Ein canfyddiadau")
    assert response.status_code == 302, page(response)
    return HeldEdition.objects.get(origin="list")


def held_on(team, review, held, **more):
    form = {**FORM, "edition": str(held.pk) if held else "", **more}
    response = team.post(f"/en/reviews/{review.slug}/workshops/new/", form)
    assert response.status_code == 302, page(response)
    return Workshop.objects.latest("made")


def zipped():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in SMALL.iterdir():
            archive.writestr(f"village-hall/{path.name}", path.read_bytes())
    return data.getvalue()


def test_an_edition_comes_as_a_zip_file_or_as_one_built_file_and_is_there_once(review, team):
    for data, name in ((zipped(), "hall.zip"), (canonical(default_edition()), "wales.json")):
        assert upload(team, review, "new/", data, name).status_code == 302
        assert upload(team, review, "new/", data, name).status_code == 302
    hall, wales = HeldEdition.objects.order_by("made")
    assert (hall.edition, hall.origin, hall.file) == ("village-hall", "file", "hall.zip")
    assert (wales.hash, wales.highest) == (default_edition().hash, 280)
    kept = team.get(there(review, f"{hall.pk}/file/"))
    assert read_built(kept.content, "x").hash == hall.hash
    assert Event.objects.filter(kind="edition-kept", thing=f"edition:{hall.pk}").count() == 1
    for language in ("en", "cy"):
        assert hall.hash in page(team.get(there(review, f"{hall.pk}/", language)))
    workshop = held_on(team, review, hall)
    assert [r.topics.count() for r in workshop.rounds.filter(kind="groups")][-1] == 0
    assert all(team.get(of(workshop, part)).status_code == 200 for part in ("", "agenda/", "analysis/readings/"))


@pytest.mark.parametrize(
    ("path", "data", "name", "words"),
    [
        ("new/", b"", "e.json", "This file is empty"),
        ("new/", b"{}", "e.json", "e.json, line 1, id: This field is missing."),
        ("new/", b"PK\x03\x04", "e.zip", "e.zip: This zip file cannot be unpacked"),
        ("list/", "number,finding\n1,a\n1,b\n,c\n", "l.csv", "l.csv, line 3, number: Number F001 stands on line 2"),
        ("list/", "colour\nred\n", "l.csv", "The first row does not name the columns"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_and_nothing_is_kept(review, team, path, data, name, words):
    response = upload(team, review, path, data, name, title="Ours")
    assert response.status_code == 400
    assert words in page(response)
    assert not HeldEdition.objects.exists()


def test_findings_of_a_list_are_dealt_into_rounds_and_what_lacks_welsh_is_marked(review, team):
    held = a_list(team, review)
    assert ">Multisector collaboration and community wellbeing (Wales, 2024)</a>, 1.0.0" in page(
        team.get(there(review))
    )
    seen = page(team.get(there(review, f"{held.pk}/")))
    assert "1 finding has no Welsh yet." in seen
    assert seen.count("Not translated yet") == 1
    workshop = held_on(team, review, held, covers="Gwynedd and Conwy")
    rounds = list(workshop.rounds.all())
    assert sum(each.minutes for each in rounds) == 240
    assert [each.title for each in rounds if each.topics.exists()] == [
        "Findings F001 to F003", "Findings F004 to F007", "Findings F008 to F010",
    ]  # fmt: skip
    agenda = page(team.get(of(workshop, "agenda/")))
    assert "F010: Only in English" in agenda
    assert "Canfyddiad 9" in page(team.get(of(workshop, "agenda/", "cy")))
    part = of(workshop, f"agenda/{rounds[1].pk}/")
    assert "Actions it discusses" not in page(team.get(part))
    form = {"title": "One", "kind": "groups", "minutes": "30", "findings": "f010"}
    assert team.post(part, form).status_code == 302
    assert [topic.ref for topic in rounds[1].topics.all()] == ["F010"]
    assert "3 findings are in no part of the agenda" in page(team.get(of(workshop, "agenda/")))
    template = team.get(there(review, "list/findings.csv")).content.decode("utf-8-sig")
    assert template.startswith("number,finding_en,finding_cy,action_en")


@pytest.mark.parametrize(("number", "rounds", "left"), [(90, 3, 0), (300, 6, 60)])
def test_an_agenda_takes_all_of_a_long_list_or_says_how_many_it_does_not(review, team, number, rounds, left):
    rows = "".join(f"{n},Finding {n},Canfyddiad {n},Food,Bwyd\n" for n in range(1, number + 1))
    held = a_list(team, review, f"number,finding_en,finding_cy,category_en,category_cy\n{rows}")
    workshop = held_on(team, review, held)
    held_rounds = [each for each in workshop.rounds.all() if each.topics.exists()]
    assert [each.title_cy for each in held_rounds] == [f"Bwyd, rhan {place}" for place in range(1, rounds + 1)]
    assert sum(each.topics.count() for each in held_rounds) == number - left
    agenda = page(team.get(of(workshop, "agenda/")))
    assert ("in no part of the agenda" in agenda) == bool(left)
    assert not left or f"{left} findings are in no part of the agenda" in agenda


def test_an_edition_stays_while_a_workshop_or_its_clone_is_held_on_it(review, team):
    held = a_list(team, review)
    workshop = held_on(team, review, held)
    assert team.post(of(workshop, "clone/"), FORM).status_code == 302
    assert set(Workshop.objects.values_list("held", "edition")) == {(held.pk, held.hash)}
    refused = team.post(there(review, f"{held.pk}/delete/"))
    assert refused.status_code == 409
    assert "so it stays" in page(refused)
    Workshop.objects.all().delete()
    assert team.post(there(review, f"{held.pk}/delete/")).status_code == 302
    assert not HeldEdition.objects.exists()
    assert Event.objects.filter(kind="edition-deleted").count() == 1


def test_who_only_reads_keeps_and_deletes_nothing_and_other_reviews_see_nothing(review, team):
    held = a_list(team, review)
    steering = browser_of(in_role(review, Role.STEERING))
    assert steering.get(there(review, f"{held.pk}/")).status_code == 200
    assert steering.get(there(review, "new/")).status_code == 403
    assert steering.post(there(review, f"{held.pk}/delete/")).status_code == 403
    other = a_review("Other gardens", by=in_role(review, Role.REVIEWER))
    assert team.get(there(other, f"{held.pk}/")).status_code == 404
    response = team.post(f"/en/reviews/{other.slug}/workshops/new/", {**FORM, "edition": str(held.pk)})
    assert response.status_code == 400


def a_release(workshop, on, finding):
    """A workshop as it was held: one card coded and signed off, one statement, published."""
    lead = analyst(workshop)
    card = workshop.rounds.get(number=1).boards.get().cards.all()[0]
    assert code(lead, workshop, card, finding=finding).status_code == 302
    assert sign(lead, workshop, card).status_code == 302
    said = {"words": f"Beans, of {workshop.title}.", "on": on, "bears_on": finding}
    address = at(workshop, f"statements/echoed/{finding}/")
    response = lead.post(address, {**said, "contributions": [f"card-{card.pk}"]})
    assert response.status_code == 302, shown(response)
    assert publish(lead, workshop).status_code == 302
    return lead


def test_a_workshop_on_a_list_is_held_coded_released_and_carried_on(review, team):
    workshop = moved(held_on(team, review, a_list(team, review)), "open", "begin", "close")
    board = workshop.rounds.get(number=1).boards.create(group=1, version=1)
    a_card(board, some_people(workshop, 12)[0], "here we grew beans.")
    lead = a_release(workshop, "category:cross-cutting", "F001")
    for path in ("desk/", "agreement/", "readings/", "actions/", "statements/", "releases/", "releases/1/"):
        for language in ("en", "cy"):
            assert lead.get(at(workshop, path, language)).status_code == 200, path
    chapter = file(lead, workshop, "chapter-html").decode()
    assert "Beans, of" in chapter
    assert "On finding F001: Finding 1" in chapter
    assert "F011" in file(lead, workshop, "statements-csv").decode()
    after = read_built(file(lead, workshop, "edition"), "x")
    assert [(s.id, s.geography) for s in after.strands][1:] == [(f"workshop-{workshop.starts:%Y-%m}", "Wales")]
    assert lead.post(at(workshop, "actions/"), {"name": "Dig"}).status_code == 302
    kept = lead.post(at(workshop, "releases/1/keep/"))
    held = HeldEdition.objects.get(origin="release")
    assert kept["Location"] == there(review, f"{held.pk}/")
    assert (held.hash, held.release.workshop) == (after.hash, workshop)
    again = held_on(team, review, held)
    assert again.edition == after.hash
    assert "F011" in page(team.get(of(again, "agenda/")))


def test_who_withdraws_leaves_the_editions_too_that_later_workshops_are_held_on(review, team):
    """Their statement and the action it asked for lose their words; what a later workshop said of them holds."""
    workshop = moved(held_on(team, review, a_list(team, review), title="Before"), "open", "begin", "close")
    board = workshop.rounds.get(number=1).boards.create(group=1, version=1)
    speaker, other = some_people(workshop, 12)[:2]
    a_card(board, speaker, "here we grew beans.")
    lead = analyst(workshop)
    lead.post(at(workshop, "actions/"), {"name": "Dig"})
    dig = Proposal.objects.get().ref
    a_release(workshop, f"proposal:{dig}", "F001")
    lead.post(at(workshop, "releases/1/keep/"))
    held = HeldEdition.objects.get(origin="release")
    later = moved(held_on(team, review, held), "open", "begin", "close")
    board = later.rounds.get(number=1).boards.create(group=1, version=1)
    a_card(board, some_people(later, 12)[0], "and we did not.")
    a_release(later, "category:cross-cutting", "F011")
    lead.post(at(later, "releases/1/keep/"))
    by = in_role(review, Role.LEAD)
    access = access_of(review, by, "run-workshops")
    take_out(by=by, access=access, person=other)
    assert HeldEdition.objects.filter(hash=held.hash).exists()  # nothing rested on theirs
    take_out(by=by, access=access, person=speaker)
    assert not HeldEdition.objects.filter(hash=held.hash).exists()
    rows = HeldEdition.objects.filter(origin="release")
    editions = [read_built(team.get(there(review, f"{row.pk}/file/")).content, "x") for row in rows]
    later.refresh_from_db()
    editions.append(read_built(file(lead, later, "edition"), "x"))
    assert {each.hash for each in editions} >= {later.edition, *(row.hash for row in rows)}
    for edition in editions:
        words = canonical(edition).decode()
        assert f"Beans, of {workshop.title}." not in words
        assert "Dig" not in words
        (left,) = [finding for finding in edition.findings if finding.id == "F011"]
        assert (left.action, left.stance, left.voices) == (dig, "echoed", ())
        assert left.statement.en == "Taken out, since somebody withdrew what it rested on."
    assert "Taken out, since" in shown(lead.get(at(later, "readings/")))
    assert f"Beans, of {later.title}." in canonical(editions[-1]).decode()


def test_two_workshops_of_a_month_on_one_edition_share_neither_strand_nor_number():
    first = a_workshop_that_was_held(people=12, cards=2)
    lead = a_release(first, "action:" + first.rounds.get(number=1).topics.all()[0].ref, "F012")
    assert lead.post(of(first, "clone/"), {**FORM, "title": "Again"}).status_code == 302
    second = moved(Workshop.objects.get(title="Again"), "open", "begin", "close")
    Workshop.objects.filter(pk=second.pk).update(starts=first.starts, ends=first.ends)
    board = second.rounds.get(number=1).boards.create(group=1, version=1)
    a_card(board, some_people(second, 12)[0], "and we did not.")
    a_release(second, "category:cross-cutting", "F012")
    strands, numbers = [], []
    for workshop in (first, second):
        made = read_built(file(lead, workshop, "edition"), "x")
        strands.append(made.strands[-1].id)
        numbers += [f.id for f in made.findings if f.strand == made.strands[-1].id]
    month = f"workshop-{first.starts:%Y-%m}"
    assert strands == [month, f"{month}-2"]
    assert numbers == ["F281", "F282"]
    assert publish(lead, first).status_code == 302
    assert "F281" in file(lead, first, "statements-csv", 2).decode()
