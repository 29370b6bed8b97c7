"""The glossary: words suggested, settled, used in the protocol, and shown where they are used."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plethu.evidence.text import Text
from plethu_web.accounts.models import Event
from plethu_web.reviews.models import GlossaryWord, Wording
from plethu_web.reviews.queries.protocol import draft_in
from plethu_web.reviews.roles import Role
from plethu_web.reviews.templatetags.plethu_glossary import Explained, explained

from .cast import a_review, access_of, browser_of, in_role
from .test_reviews_polls import a_poll, link

GARDEN = {"term": "Garden", "term_cy": "Gardd", "meaning": "Land tended together", "meaning_cy": "Tir a drinnir"}


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review(db):
    return a_review()


@pytest.fixture
def contributor(review):
    return browser_of(in_role(review, Role.CONTRIBUTOR))


@pytest.fixture
def reviewer(review):
    return browser_of(in_role(review, Role.REVIEWER))


def at(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/glossary/{path}"


def settled(review, contributor, reviewer, **more):
    contributor.post(at(review, "suggest/"), {**GARDEN, **more})
    wording = Wording.objects.order_by("pk").last()
    reviewer.post(at(review, f"{wording.word.pk}/settle/{wording.number}/"))
    return wording.word


def test_a_contributor_suggests_and_a_reviewer_settles(review, contributor, reviewer):
    contributor.post(at(review, "suggest/"), GARDEN)
    word = GlossaryWord.objects.get()
    assert "Suggested" in page(reviewer.get(at(review)))
    assert contributor.post(at(review, f"{word.pk}/settle/1/")).status_code == 403
    assert reviewer.post(at(review, f"{word.pk}/settle/1/")).status_code == 302
    shown = page(contributor.get(at(review)))
    assert 'id="word-garden"' in shown
    assert "Suggested" not in shown
    assert "Tir a drinnir" in page(contributor.get(at(review, language="cy")))
    assert list(Event.objects.filter(kind__startswith="wording").order_by("pk").values_list("kind", flat=True)) == [
        "wording-suggested",
        "wording-settled",
    ]


@pytest.mark.parametrize(
    ("sent", "said"), [({"term": "x"}, "Write what it means."), ({"meaning": "x"}, "Write the word.")]
)
def test_half_a_word_is_refused(review, contributor, sent, said):
    response = contributor.post(at(review, "suggest/"), sent)
    assert response.status_code == 400
    assert said in page(response)


def test_a_better_wording_waits_until_it_is_settled_and_the_first_stays_in_the_history(review, contributor, reviewer):
    word = settled(review, contributor, reviewer)
    contributor.post(at(review, f"{word.pk}/suggest/"), {**GARDEN, "meaning": "Land and those who tend it"})
    shown = page(contributor.get(at(review)))
    assert "In place of:" in shown
    reviewer.post(at(review, f"{word.pk}/settle/2/"))
    assert "Land tended together" not in page(contributor.get(at(review)))
    history = page(reviewer.get(at(review, f"{word.pk}/")))
    for words in ("Land tended together", "Land and those who tend it", "Cai Contributor", "Rhys Reviewer"):
        assert words in history
    observer = browser_of(in_role(review, Role.OBSERVER))
    assert "Cai Contributor" not in page(observer.get(at(review, f"{word.pk}/")))


def test_an_earlier_wording_can_be_settled_again(review, contributor, reviewer):
    word = settled(review, contributor, reviewer)
    contributor.post(at(review, f"{word.pk}/suggest/"), {**GARDEN, "meaning": "Worse"})
    for number in (2, 1):
        reviewer.post(at(review, f"{word.pk}/settle/{number}/"))
    assert "Land tended together" in page(contributor.get(at(review)))


def test_a_word_set_aside_is_used_nowhere_and_can_be_taken_up_again(review, contributor, reviewer):
    word = settled(review, contributor, reviewer)
    reviewer.post(at(review, f"{word.pk}/aside/"))
    assert "1 word set aside" in page(reviewer.get(at(review)))
    assert 'id="word-garden"' not in page(reviewer.get(at(review)))
    reviewer.post(at(review, f"{word.pk}/aside/"))
    assert 'id="word-garden"' in page(reviewer.get(at(review)))


def test_a_settled_word_leads_to_its_meaning_where_it_is_used(review, contributor, reviewer):
    settled(review, contributor, reviewer)
    protocol = f"/en/reviews/{review.slug}/protocol/"
    reviewer.post(f"{protocol}part/question/", {"question": "Is a <garden> a gardener's garden?"})
    shown = reviewer.get(protocol).content.decode()
    href = at(review) + "#word-garden"
    assert f'&lt;<a class="term" href="{href}" title="Land tended together">garden</a>&gt; a gardener' in shown
    assert shown.count('class="term"') == 1


def test_the_protocol_takes_words_in_and_keeps_them_as_they_were(review, contributor, reviewer):
    word = settled(review, contributor, reviewer)
    protocol = f"/en/reviews/{review.slug}/protocol/"
    reviewer.post(f"{protocol}definitions/", {"words": ["garden"]})
    assert draft_in(review).protocol.definitions[0].meaning == Text("Land tended together", "Tir a drinnir", "reviewed")
    reviewer.post(f"{protocol}publish/", {"reason": "x"})
    contributor.post(at(review, f"{word.pk}/suggest/"), {**GARDEN, "meaning": "Another meaning"})
    reviewer.post(at(review, f"{word.pk}/settle/2/"))
    assert "another meaning by now" in page(reviewer.get(protocol))
    assert "Land tended together" in page(reviewer.get(f"{protocol}versions/1/"))
    reviewer.post(f"{protocol}definitions/", {"words": ["garden"]})
    assert draft_in(review).protocol.definitions[0].meaning.en == "Another meaning"
    assert "another meaning by now" not in page(reviewer.get(protocol))
    assert reviewer.post(f"{protocol}definitions/", {"words": ["nothing"]}).status_code == 400


def test_a_poll_explains_the_words_it_uses_and_no_others(review, contributor, reviewer):
    settled(review, contributor, reviewer, term="Wales", meaning="A country")
    settled(review, contributor, reviewer, term="Quince", meaning="A fruit", term_cy="", meaning_cy="")
    shown = page(Client().get(link(a_poll(review))))
    assert "What the words mean" in shown
    assert "A country" in shown
    assert "A fruit" not in shown


def test_the_word_of_another_review_is_not_found(review, contributor, reviewer):
    lead = in_role(review, Role.LEAD)
    other = a_review("Another", lead)
    client = browser_of(lead)
    client.post(at(other, "suggest/"), GARDEN)
    word = GlossaryWord.objects.get()
    for path in ("", "suggest/"):
        assert reviewer.get(at(review, f"{word.pk}/{path}")).status_code == 404
    for path in ("settle/1/", "aside/", "suggest/"):
        assert reviewer.post(at(review, f"{word.pk}/{path}"), GARDEN).status_code == 404
    assert access_of(other, lead)


def test_the_database_keeps_words_in_order(review, contributor):
    contributor.post(at(review, "suggest/"), GARDEN)
    word, person = GlossaryWord.objects.get(), in_role(review, Role.CONTRIBUTOR)
    for make in (
        lambda: GlossaryWord.objects.create(review=review, code=word.code),
        lambda: Wording.objects.create(word=word, number=1, term="x", meaning="x", by=person),
        lambda: Wording.objects.create(word=word, number=2, meaning="x", by=person),
        lambda: Wording.objects.create(word=word, number=2, term="x", by=person),
        lambda: Wording.objects.create(word=word, number=2, term="x", meaning="x", by=person, settled_by=person),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


# Linking


WORDS = [
    Explained(Text("Garden", "Gardd"), Text("Land", "Tir"), "#g"),
    Explained(Text("Garden shed", "Sied"), Text("Hut", ""), "#s"),
]


def test_a_longer_word_goes_before_the_one_inside_it():
    assert re.findall(r'href="(#\w)"[^>]*>([^<]*)<', str(explained(Text("A garden shed in a garden"), WORDS))) == [
        ("#s", "garden shed"),
        ("#g", "garden"),
    ]


def test_words_are_looked_for_in_the_language_of_the_text():
    with translation.override("cy"):
        html = explained(Text("A garden"), WORDS)
    assert str(html) == '<span lang="en">A <a class="term" href="#g" title="Land">garden</a></span>'


@given(st.text(max_size=60))
def test_whatever_is_written_nothing_but_the_links_is_markup(text):
    html = str(explained(Text(text), WORDS))
    without = re.sub(r'<a class="term" href="#\w" title="\w+">([^<]*)</a>', r"\1", html)
    assert "<" not in without
    assert unescape(without) == unescape(Template("{{ x }}").render(Context({"x": text})))
