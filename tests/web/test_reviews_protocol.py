"""The protocol of a review: written in small forms, published in versions, compared, taken away and taken in."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from plethu.evidence.protocol import Protocol
from plethu.evidence.text import Text
from plethu_web.accounts.models import Event
from plethu_web.reviews.actions import protocol as actions
from plethu_web.reviews.models import Decision, ProtocolDraft, ProtocolVersion
from plethu_web.reviews.queries.protocol import draft_in
from plethu_web.reviews.roles import Role

from ..small_protocol import WHOLE
from .cast import a_review, access_of, browser_of, in_role

pytestmark = pytest.mark.django_db
STRAND = {"name": "Films", "name_cy": "Ffilmiau"}


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review(db):
    return a_review()


@pytest.fixture
def writer(review):
    return browser_of(in_role(review, Role.REVIEWER))


def at(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/protocol/{path}"


def put(review, protocol=WHOLE):
    person = in_role(review, Role.REVIEWER)
    actions.replace_draft(by=person, access=access_of(review, person), protocol=protocol, source="file")


def published(review, protocol=WHOLE, reason="First"):
    put(review, protocol)
    person = in_role(review, Role.LEAD)
    return actions.publish(by=person, access=access_of(review, person), reason=Text(reason), decisions=[])


# Writing


def test_the_question_is_written_and_shown_in_both_languages(review, writer):
    sent = {"question": "What keeps a garden going?", "question_cy": "Beth sy'n cynnal gardd?"}
    assert writer.post(at(review, "part/question/"), sent)["Location"].startswith(at(review))
    assert "What keeps a garden going?" in page(writer.get(at(review)))
    welsh = page(writer.get(at(review, language="cy")))
    assert "Beth sy'n cynnal gardd?" in welsh
    assert "What keeps" not in welsh


def test_one_language_is_enough_and_is_marked_for_readers_of_the_other(review, writer):
    writer.post(at(review, "part/question/"), {"question": "", "question_cy": "Beth sy'n cynnal gardd?"})
    assert '<span lang="cy">Beth sy\'n cynnal gardd?</span>' in page(writer.get(at(review)))
    assert '<span lang="cy">' not in page(writer.get(at(review, language="cy")))


def test_neither_language_is_refused_with_a_sentence_and_what_was_typed_stays(review, writer):
    response = writer.post(at(review, "in/-/strands/add/"), {"description": "Moving pictures"})
    assert response.status_code == 400
    assert "Give the strand a name." in page(response)
    assert "Moving pictures" in page(response)


def test_the_readers_own_language_comes_first(review, writer):
    for language, first in (("en", "question"), ("cy", "question_cy")):
        names = re.findall(r'<textarea name="(\w+)"', page(writer.get(at(review, "part/question/", language))))
        assert names[0] == first


def test_a_strand_is_built_step_by_step(review, writer):
    writer.post(at(review, "in/-/strands/add/"), STRAND)
    writer.post(at(review, "in/films/windows/add/"), {"printed": "May 2020 to July 2023"})
    writer.post(at(review, "in/films/windows/add/"), {"first": "2010", "last": ""})
    writer.post(at(review, "strand/films/places/"), {"geography": "Wales", "geography_cy": "Cymru"})
    writer.post(at(review, "strand/films/screening/"), {"screening": "not-screened"})
    writer.post(at(review, "in/films/routes/add/"), {"kind": "citation-searching"})
    writer.post(at(review, "in/films/rules/add/"), {"sense": "include", "text": "A garden", "agreed_by": "All"})
    strand = draft_in(review).protocol.strands[0]
    assert [window.dates for window in strand.windows] == ["2020-05/2023-07", "2010/.."]
    assert (strand.screening, strand.routes[0].kind, strand.rules[0].agreed_by.en) == (
        "not-screened",
        "citation-searching",
        "All",
    )
    shown = page(writer.get(at(review)))
    assert "Two or more different periods are given." in shown
    assert "Citation searching" in shown


def test_a_date_that_is_none_is_refused(review, writer):
    writer.post(at(review, "in/-/strands/add/"), STRAND)
    for bad in ("last year", "2020/2021", "2020-13"):
        response = writer.post(at(review, "in/films/windows/add/"), {"first": bad})
        assert response.status_code == 400
        assert "Write a year, a month or a day" in page(response)
    assert writer.post(at(review, "in/films/windows/add/"), {}).status_code == 400


def test_an_entry_is_changed_and_taken_out_after_a_question(review, writer):
    put(review)
    way = "in/papers/rules/allotments/"
    assert "About allotments" in page(writer.get(at(review, way)))
    writer.post(at(review, way), {"sense": "exclude", "text": "About allotments", "based_on": 1})
    assert draft_in(review).protocol.strands[0].rules[0].sense == "exclude"
    assert "About allotments" in page(writer.get(at(review, f"{way}remove/")))
    writer.post(at(review, f"{way}remove/"))
    assert draft_in(review).protocol.strands[0].rules == ()


def test_the_language_can_be_changed_in_the_middle_of_a_form(review, writer):
    sent = {"question": "Half a", "switch_language": "cy"}
    response = writer.post(at(review, "part/question/", "cy"), sent)
    assert response.status_code == 200
    assert "Half a" in page(response)
    assert draft_in(review).number == 0


@pytest.mark.parametrize(
    "path",
    ["part/none/", "in/none/rules/add/", "in/-/rules/add/", "in/papers/strands/add/", "in/-/strands/papers/",
     "in/papers/rules/none/", "strand/none/name/", "strand/papers/none/", "versions/1/", "as/exe/",
     "compare/", "compare/?old=x&new=1", "compare/?old=1&new=2"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(review, writer, path):
    put(review)
    assert writer.get(at(review, path)).status_code == 404
    if not path.startswith(("versions", "as", "compare")):
        assert writer.post(at(review, path), {"name": "x", "text": "x", "sense": "include"}).status_code == 404


def test_hidden_characters_and_too_long_texts_are_refused(review, writer):
    for bad in ("a\u202eb", "a\x07b", "x" * 5001):
        assert writer.post(at(review, "part/question/"), {"question": bad}).status_code == 400
    assert draft_in(review).number == 0


def test_markup_that_somebody_writes_is_text(review, writer):
    writer.post(at(review, "part/question/"), {"question": "<script>alert(1)</script>"})
    for path in ("", "publish/"):
        assert b"<script>alert" not in writer.get(at(review, path)).content


# At the same time


def test_two_people_who_change_different_parts_both_keep_their_work(review, writer):
    put(review)
    writer.post(at(review, "part/question/"), {"question": "Mine", "based_on": 1})
    writer.post(at(review, "part/scope/"), {"scope": "Theirs", "based_on": 1})
    assert (draft_in(review).protocol.question.en, draft_in(review).protocol.scope.en) == ("Mine", "Theirs")


def test_who_comes_second_to_the_same_part_sees_what_stands_there_and_decides(review, writer):
    put(review)
    writer.post(at(review, "part/question/"), {"question": "First comer", "based_on": 1})
    response = writer.post(at(review, "part/question/"), {"question": "Second comer", "based_on": 1})
    assert response.status_code == 409
    assert "First comer" in page(response)
    assert "Second comer" in page(response)
    assert draft_in(review).protocol.question.en == "First comer"
    again = re.search(r'name="based_on" value="(\d+)"', page(response))[1]
    writer.post(at(review, "part/question/"), {"question": "Second comer", "based_on": again})
    assert draft_in(review).protocol.question.en == "Second comer"


def test_saving_what_is_there_already_adds_no_state(review, writer):
    put(review)
    writer.post(at(review, "part/scope/"), {"scope": WHOLE.scope.en, "based_on": 1})
    assert draft_in(review).number == 1


# Versions


def test_a_version_is_published_with_a_reason_and_its_address_stays(review, writer):
    put(review)
    assert writer.post(at(review, "publish/"), {}).status_code == 400
    response = writer.post(at(review, "publish/"), {"reason": "To begin", "reason_cy": "I ddechrau"})
    assert response["Location"] == at(review, "versions/1/")
    writer.post(at(review, "part/question/"), {"question": "Another question", "based_on": 1})
    shown = page(writer.get(at(review, "versions/1/")))
    assert "What keeps a shared garden going?" in shown
    assert "Another question" not in shown
    assert "I ddechrau" in page(writer.get(at(review, "versions/1/", "cy")))
    assert Event.objects.filter(kind="protocol-published", thing="version:1").count() == 1


def test_doubts_are_shown_and_keep_nobody_from_publishing(review, writer):
    put(review, Protocol(question=Text("Only this")))
    assert "There are no strands of evidence yet." in page(writer.get(at(review, "publish/")))
    assert writer.post(at(review, "publish/"), {"reason": "Early"}).status_code == 302


def test_the_same_draft_is_not_published_twice(review, writer):
    published(review)
    response = writer.post(at(review, "publish/"), {"reason": "Again"})
    assert response.status_code == 400
    assert "There is nothing to publish" in page(response)
    assert ProtocolVersion.objects.count() == 1


def test_differences_are_told_in_words_with_the_reason(review, writer):
    published(review)
    writer.post(at(review, "part/question/"), {"question": "What ends a garden?", "based_on": 1})
    person = in_role(review, Role.LEAD)
    actions.publish(by=person, access=access_of(review, person), reason=Text("Too rosy"), decisions=[])
    shown = page(writer.get(at(review, "compare/?old=1&new=2")))
    for words in ("Changed: Question", "What keeps a shared garden going?", "What ends a garden?", "Too rosy"):
        assert words in shown
    assert "Newidiwyd: Cwestiwn" in page(writer.get(at(review, "compare/?old=1&new=2", "cy")))
    assert "The two say the same." in page(writer.get(at(review, "compare/?old=2&new=0")))


def test_a_version_carries_out_decisions_and_both_say_so(review, writer):
    put(review)
    lead = in_role(review, Role.LEAD)
    decision = Decision.objects.create(review=review, text="Take films in", status="agreed", by=lead)
    other = Decision.objects.create(review=a_review("Other", lead), text="Not ours", status="agreed", by=lead)
    assert "Take films in" in page(writer.get(at(review, "publish/")))
    assert writer.post(at(review, "publish/"), {"reason": "x", "decisions": [other.pk]}).status_code == 400
    writer.post(at(review, "publish/"), {"reason": "As decided", "decisions": [decision.pk]})
    decision.refresh_from_db()
    assert (decision.version.number, decision.status) == (1, "done")
    assert "Take films in" in page(writer.get(at(review, "versions/1/")))


def test_an_earlier_state_of_the_draft_can_be_had_back(review, writer):
    put(review)
    writer.post(at(review, "part/question/"), {"question": "A mistake", "based_on": 1})
    assert "Have it back" in page(writer.get(at(review, "earlier/")))
    writer.post(at(review, "earlier/1/"))
    assert draft_in(review).protocol == WHOLE
    assert draft_in(review).number == 3


# The public page


def test_the_public_sees_a_protocol_only_once_it_is_published_and_opened(review, writer):
    lead = browser_of(in_role(review, Role.LEAD))
    public = f"/en/reviews/protocols/{review.slug}/"
    put(review)
    lead.post(at(review, "public/"), {"public": "yes"})
    assert Client().get(public).status_code == 404
    writer.post(at(review, "publish/"), {"reason": "Ready"})
    shown = page(Client().get(public))
    link = '<a class="term" href="#word-garden" title="Land tended together">garden</a>'
    assert f"What keeps a shared {link} going?" in shown
    assert 'id="word-garden"' in shown
    assert "/part/" not in shown
    assert Client().get(f"{public}1/as/json/").status_code == 200
    lead.post(at(review, "public/"), {"public": "no"})
    for path in (public, f"{public}1/", f"{public}1/as/json/"):
        assert Client().get(path).status_code == 404


@pytest.mark.parametrize("path", ["none/", "none/1/", "gardens-together/99/", "gardens-together/1/as/exe/"])
def test_a_public_address_of_nothing_is_not_found(review, path):
    lead = in_role(review, Role.LEAD)
    published(review)
    actions.set_public(by=lead, access=access_of(review, lead), public=True)
    assert Client().get(f"/en/reviews/protocols/{path}").status_code == 404
    assert Client().get("/en/reviews/protocols/gardens-together/1/").status_code == 200


@pytest.mark.parametrize("title", ["Start", "Join", "Protocols", "Polls"])
def test_no_review_takes_an_address_of_the_site(title):
    assert a_review(title).slug == f"{title.lower()}-2"


# Files


def test_what_is_taken_away_can_be_taken_in(review, writer):
    put(review)
    data = writer.get(at(review, "as/json/")).content
    assert json.loads(data)["question"]["en"] == WHOLE.question.en
    other = a_review("Other gardens", in_role(review, Role.REVIEWER))
    file = SimpleUploadedFile("protocol.json", data)
    assert writer.post(at(other, "file/"), {"file": file}).status_code == 302
    assert draft_in(other).protocol == WHOLE


def test_a_file_that_is_no_protocol_is_refused_and_nothing_is_changed(review, writer):
    put(review)
    for data in (b"{}]", b"\x00\x01", b'question = "x"', b'{"strands": [{"id": "x"}]}', b"PK\x03\x04"):
        response = writer.post(at(review, "file/"), {"file": SimpleUploadedFile("p.toml", data)})
        assert response.status_code == 400, data
        assert "p.toml" in page(response)
    assert writer.post(at(review, "file/"), {}).status_code == 400
    assert draft_in(review).number == 1


def test_the_markdown_says_which_version_it_is(review, writer):
    published(review, reason="The first one")
    text = writer.get(at(review, "versions/1/as/md/")).content.decode()
    assert "Version 1" in text
    assert "The first one" in text
    assert "Fersiwn 1" in writer.get(at(review, "versions/1/as/md/", "cy")).content.decode()


# The database


def test_no_two_states_or_versions_share_a_number(review):
    version = published(review)
    for model in (ProtocolDraft, ProtocolVersion):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(review=review, number=1, content="{}", by=version.by, **(
                {"reason": "x"} if model is ProtocolVersion else {}
            ))  # fmt: skip


def test_a_version_has_a_reason_and_a_decision_says_something(review):
    lead = in_role(review, Role.LEAD)
    for make in (
        lambda: ProtocolVersion.objects.create(review=review, number=7, content="{}", by=lead),
        lambda: Decision.objects.create(review=review, by=lead),
        lambda: Decision.objects.create(review=review, text="x", status="maybe", by=lead),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def test_what_is_emptied_again_is_missing_again(review, writer):
    put(review)
    writer.post(at(review, "strand/papers/places/"), {"geography": "", "geography_cy": "", "based_on": 1})
    assert "No places are given." in page(writer.get(at(review)))
