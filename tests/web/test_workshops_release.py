"""From the coding desk to a release: texts signed off, labels that are safe, files, and what withdrawing does."""

from __future__ import annotations

import csv
import io
import json
import uuid
import zipfile

import pytest
from django.conf import settings

from plethu.framework.reading import read_built
from plethu_web.accounts import erasures
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.withdrawing import take_out, withdraw_again
from plethu_web.workshops.models import Caution, CodingChange, Contact, Participant, Signing, Workshop, WorkshopRelease

from .cast import access_of, in_role
from .coding_cast import a_card, a_workshop_that_was_held, analyst, at, cards_of, code, file, publish, shown, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return a_workshop_that_was_held()


@pytest.fixture
def lead(workshop):
    return analyst(workshop)


def withdraw(workshop: Workshop, person: Participant) -> None:
    by = in_role(workshop.review, Role.LEAD)
    take_out(by=by, access=access_of(workshop.review, by, "run-workshops"), person=person)


def a_release(client, workshop, **more):
    """Code and sign off the first card, write a statement from it, publish."""
    card = cards_of(workshop)[0]
    assert code(client, workshop, card).status_code == 302
    assert sign(client, workshop, card).status_code == 302
    said = {"words": "Beans hold groups together.", "on": "action:" + an_action(workshop), "bears_on": "F012"}
    address = at(workshop, "statements/echoed/F012/")
    response = client.post(address, {**said, "contributions": [f"card-{card.pk}"]})
    assert response.status_code == 302, shown(response)
    response = publish(client, workshop, **more)
    assert response.status_code == 302, shown(response)


def an_action(workshop):
    return workshop.rounds.get(number=1).topics.all()[0].ref


def test_what_is_coded_and_signed_off_is_published_with_its_label_and_files(workshop, lead):
    a_release(lead, workshop)
    page = shown(lead.get(at(workshop, "releases/1/?done=released")))
    assert "no fewer than 5 people" in page
    assert "F281" in page
    rows = list(csv.DictReader(io.StringIO(file(lead, workshop, "contributions-csv").decode("utf-8-sig"))))
    assert [(row["finding"], row["stance"], row["text"]) for row in rows] == [
        ("F012", "echoed", "here we grew beans, 0.")
    ]
    assert rows[0]["sector"]
    held = json.loads(file(lead, workshop, "contributions-json"))["anonymity"]
    assert (held["state"], held["least"]) == ("held", 5)
    edition = read_built(file(lead, workshop, "edition"), "next.json")
    assert [f.statement.en for f in edition.findings if f.id == "F281"] == ["Beans hold groups together."]
    for language, word in (("en", "Beans hold groups together."), ("cy", "Beans hold groups together.")):
        assert word in file(lead, workshop, "chapter-html", language=language).decode()
    assert zipfile.ZipFile(io.BytesIO(file(lead, workshop, "chapter-docx"))).testzip() is None
    assert b"Beans hold groups together." in file(lead, workshop, "statements-csv")
    assert file(lead, workshop, "actions-csv").decode("utf-8-sig").startswith("id,category")


def test_where_the_edition_was_corrected_since_what_needs_it_is_not_there_and_nothing_breaks(workshop, lead):
    a_release(lead, workshop)
    row = WorkshopRelease.objects.get()
    row.content["findings"][0]["action"] = "taken-out-since"
    row.save()
    page = shown(lead.get(at(workshop, "releases/1/")))
    assert "does not serve the edition of this workshop any more" in page
    assert "releases/1/edition/" not in page
    assert lead.get(at(workshop, "releases/1/edition/en/")).status_code == 404
    assert b"Beans hold" in file(lead, workshop, "statements-csv")


def test_nothing_in_a_file_says_who_spoke_in_which_group(workshop, lead):
    a_release(lead, workshop)
    for kind in ("contributions-csv", "contributions-json", "edition", "statements-csv"):
        content = file(lead, workshop, kind).decode()
        for person in workshop.participants.all():
            assert str(person.pk) not in content
        assert "card-" not in content


def test_names_are_masked_and_a_text_that_nobody_read_stays_inside(workshop, lead):
    board = cards_of(workshop)[0].board
    named = a_card(board, None, "Then Mared Member of Beans Together rang the council in Gwynedd.")
    unread = a_card(board, None, "Nobody has read this.")
    for card in (named, unread):
        code(lead, workshop, card)
    page = shown(lead.get(at(workshop, f"desk/card-{named.pk}/text/")))
    assert "Mared Member →" in page
    assert sign(lead, workshop, named, also="rang the council").status_code == 302
    publish(lead, workshop)
    content = file(lead, workshop, "contributions-csv").decode()
    for gone in ("Mared", "Beans Together", "Gwynedd", "rang", "Nobody has read"):
        assert gone not in content
    assert "[name] of [organisation]" in content


def test_once_names_are_deleted_a_reader_is_told_that_none_is_known(workshop, lead):
    card = cards_of(workshop)[0]
    told, address = "The site knows no names of people", at(workshop, f"desk/card-{card.pk}/text/")
    assert told not in shown(lead.get(address))
    Contact.objects.all().delete()
    assert told in shown(lead.get(address))


def test_what_a_reader_marks_must_stand_in_the_text(workshop, lead):
    response = sign(lead, workshop, cards_of(workshop)[0], also="turnips")
    assert response.status_code == 400
    assert "“turnips” does not stand in the text" in shown(response)
    assert not Signing.objects.exists()


def test_signing_off_goes_on_to_the_next_text_if_asked(workshop, lead):
    first, second = cards_of(workshop)[:2]
    response = sign(lead, workshop, first, sign="next")
    assert f"desk/card-{second.pk}/text/" in response.url


def test_what_nobody_has_coded_is_told_before_publishing(workshop, lead):
    cards = cards_of(workshop)
    code(lead, workshop, cards[0])
    assert "2 things said are not coded yet" in shown(lead.get(at(workshop, "releases/")))
    type(cards[1]).objects.filter(pk=cards[1].pk).update(hidden="hurts")
    assert "1 thing said is not coded yet" in shown(lead.get(at(workshop, "releases/publish/")))
    assert "It was hidden in the room." in shown(lead.get(at(workshop, f"desk/card-{cards[1].pk}/text/")))


def test_files_are_called_by_their_workshop(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    sign(lead, workshop, card)
    publish(lead, workshop)
    name = lead.get(at(workshop, "releases/1/contributions-csv/en/"))["Content-Disposition"]
    assert name == 'attachment; filename="what-do-you-make-of-it-contributions-csv-1-en.csv"'


def test_words_that_changed_since_have_to_be_read_again(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    sign(lead, workshop, card)
    type(card).objects.filter(pk=card.pk).update(words="Mared grew them.")
    assert "Not read yet" in shown(lead.get(at(workshop, f"desk/card-{card.pk}/text/")))
    publish(lead, workshop)
    assert b"grew" not in file(lead, workshop, "contributions-csv")


def test_a_text_can_be_kept_back_and_opened_again(workshop, lead):
    card = cards_of(workshop)[0]
    step = at(workshop, f"desk/card-{card.pk}/text/step/")
    code(lead, workshop, card)
    sign(lead, workshop, card)
    lead.post(step, {"step": "keep-back"})
    assert "0 texts" in shown(lead.get(at(workshop, "releases/")))
    lead.post(step, {"step": "reopen"})
    sign(lead, workshop, card)
    assert "1 text that is coded" in shown(lead.get(at(workshop, "releases/")))
    assert [row.state for row in Signing.objects.order_by("pk")] == ["signed-off", "kept-back", "unread", "signed-off"]


def test_a_form_that_was_open_does_not_sign_off_what_somebody_else_kept_back(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    lead.post(at(workshop, f"desk/card-{card.pk}/text/step/"), {"step": "keep-back"})
    response = sign(analyst(workshop, Role.REVIEWER), workshop, card)
    assert response.status_code == 400
    assert "Somebody has decided on this text since you opened it" in shown(response)
    assert Signing.objects.get().state == "kept-back"


def test_a_table_made_again_after_somebody_withdrew_is_refused(workshop, lead):
    a_release(lead, workshop, table="on")
    assert "Who took part, by sector" in shown(lead.get(at(workshop, "releases/1/")))
    withdraw(workshop, workshop.participants.get(code="P030"))
    response = publish(lead, workshop, table="on")
    row = WorkshopRelease.objects.order_by("number").last()
    assert response.status_code == 409 or not row.content["table"]
    assert publish(lead, workshop).status_code == 302


def test_who_withdraws_before_publishing_leaves_nothing(workshop, lead):
    card = cards_of(workshop)[0]
    code(lead, workshop, card)
    sign(lead, workshop, card)
    withdraw(workshop, card.author)
    assert not CodingChange.objects.exists()
    assert not Signing.objects.exists()
    publish(lead, workshop)
    assert b"beans" not in file(lead, workshop, "contributions-csv")


def test_who_withdraws_later_is_out_of_the_files_of_every_release_and_the_next_edition(workshop, lead):
    a_release(lead, workshop)
    withdraw(workshop, cards_of(workshop)[0].author)
    assert publish(lead, workshop).status_code == 302
    for number in (1, 2):
        assert b"beans" not in file(lead, workshop, "contributions-csv", number)
        assert b"Beans hold groups together." not in file(lead, workshop, "edition", number)
    assert "Something has been taken out since it was published" in shown(lead.get(at(workshop, "releases/1/")))
    assert "Something has been taken out" not in shown(lead.get(at(workshop, "releases/2/")))
    assert "can find out, by comparing, which words were theirs" in shown(lead.get(at(workshop, "releases/")))


def test_whoever_comes_back_with_a_restored_database_is_taken_out_again(workshop, lead):
    a_release(lead, workshop)
    one, other = cards_of(workshop)[:2]
    withdraw(workshop, other.author)
    assert other.author_id in set(erasures.listed(settings.HOME))
    assert withdraw_again([uuid.uuid4(), other.author_id, one.author_id]) == 1
    assert one.author_id in set(erasures.listed(settings.HOME))
    assert b"beans" not in file(lead, workshop, "contributions-csv")


def test_thresholds_are_the_leads_and_never_under_three(workshop, lead):
    address = at(workshop, "releases/thresholds/")
    assert analyst(workshop, Role.REVIEWER).get(address).status_code == 403
    assert lead.post(address, {"labels": "2", "tables": "10"}).status_code == 400
    response = lead.post(address, {"labels": "12", "tables": "10"})
    assert "Tables need at least as many people as labels" in shown(response)
    assert not Caution.objects.exists()
    assert lead.post(address, {"labels": "4", "tables": "12", "blind": "on"}).status_code == 302
    assert "lower than is usual" in shown(lead.get(at(workshop, "releases/")))


def test_only_the_lead_publishes_and_the_steering_group_reads(workshop, lead):
    a_release(lead, workshop)
    for role in (Role.REVIEWER, Role.STEERING):
        assert publish(analyst(workshop, role), workshop).status_code == 403
    steering = analyst(workshop, Role.STEERING)
    assert steering.get(at(workshop, "releases/1/")).status_code == 200
    card = cards_of(workshop)[0]
    assert steering.get(at(workshop, f"desk/card-{card.pk}/text/")).status_code == 403
    code(lead, workshop, card)
    code(analyst(workshop, Role.REVIEWER), workshop, card, stance="challenged")
    assert card.words in shown(lead.get(at(workshop, "agreement/")))
    assert card.words not in shown(steering.get(at(workshop, "agreement/")))  # nobody has read it for names
    assert analyst(workshop, Role.OBSERVER).get(at(workshop, "releases/1/")).status_code == 403
