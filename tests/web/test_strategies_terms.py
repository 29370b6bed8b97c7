"""Terms with where they come from: partners suggest in plain words, the team answers, and the block says so."""

from __future__ import annotations

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import Term

from .cast import a_review, browser_of, in_role
from .strategies_cast import a_strategy, key_of, of, page

pytestmark = pytest.mark.django_db
GARDEN = {"text": "growing space", "why": "It is what our members call it.", "source": "partner"}


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


@pytest.fixture
def partner(review):
    return browser_of(in_role(review, Role.CONTRIBUTOR))


def suggest(browser, review, strategy, name="A", **more):
    key = key_of(strategy, name)
    return browser.post(of(review, f"{strategy.pk}/terms/suggest/{key}/"), {**GARDEN, **more})


def answer(team, review, term, **given):
    number = term.strategy.versions.count()
    data = {"expected": number, "decision": "accept", "typed": '"growing space"', **given}
    return team.post(of(review, f"{term.strategy_id}/terms/{term.pk}/answer/"), data)


def text_of(strategy, name="A"):
    version = strategy.versions.order_by("-number")[0]
    return next(block["text"] for block in version.blocks if block["name"] == name)


def test_a_partner_reads_the_block_in_plain_words_and_suggests_with_a_reason(review, team, partner):
    strategy = a_strategy(review, team)
    form = page(partner.get(of(review, f"{strategy.pk}/terms/suggest/{key_of(strategy, 'A')}/")))
    assert "the words “third sector”, next to each other" in form
    assert suggest(partner, review, strategy, why="").status_code == 400
    suggest(partner, review, strategy)
    shown = page(team.get(of(review, f"{strategy.pk}/terms/")))
    for words in ("growing space", "It is what our members call it.", "A partner's own words", "Cai Contributor"):
        assert words in shown
    assert ">1<" in page(team.get(of(review)))  # a term waits


def test_an_accepted_term_stands_in_the_block_with_who_brought_it(review, team, partner):
    strategy = a_strategy(review, team)
    suggest(partner, review, strategy)
    term = Term.objects.get()
    assert (
        'value="&quot;growing space&quot;"'
        in team.get(of(review, f"{strategy.pk}/terms/{term.pk}/answer/")).content.decode()
    )
    answer(team, review, term)
    assert text_of(strategy) == 'community OR "third sector" OR "growing space"'
    shown = page(partner.get(of(review, f"{strategy.pk}/terms/")))
    assert "Cai Contributor" in shown
    assert "version 2" in shown
    term.refresh_from_db()
    assert (term.state, term.settled_by) == ("accepted", in_role(review, Role.REVIEWER))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("community", 'community OR "growing space"'),
        ("TI (community OR garden*)", 'TI (community OR garden* OR "growing space")'),
        ("(community OR garden*)", '(community OR garden* OR "growing space")'),
        ("community AND garden*", '(community AND garden*) OR "growing space"'),
        ("(a OR b) AND garden*", '((a OR b) AND garden*) OR "growing space"'),
        ("joint N2 (working OR planning)", 'joint N2 (working OR planning) OR "growing space"'),
        ("community OR garden*\n", 'community OR garden* OR "growing space"\n'),
    ],
)
def test_a_term_is_added_where_it_means_or_and_nothing_else_changes(review, team, partner, before, after):
    strategy = a_strategy(review, team, "")
    key = key_of(strategy, "A")
    team.post(of(review, f"{strategy.pk}/blocks/{key}/"), {"expected": 1, "name": "A", "text": before})
    suggest(partner, review, strategy)
    answer(team, review, Term.objects.get())
    assert text_of(strategy) == after


def test_a_term_is_declined_with_a_reason_that_the_partner_sees(review, team, partner):
    strategy = a_strategy(review, team)
    suggest(partner, review, strategy)
    term = Term.objects.get()
    assert answer(team, review, term, decision="decline").status_code == 400
    answer(team, review, term, decision="decline", answer="It finds spaceflight.")
    assert "It finds spaceflight." in page(partner.get(of(review, f"{strategy.pk}/terms/")))
    assert text_of(strategy) == 'community OR "third sector"'
    answer(team, review, term)
    term.refresh_from_db()
    assert term.state == "declined"


def test_a_term_that_cannot_be_read_is_not_added(review, team, partner):
    strategy = a_strategy(review, team)
    suggest(partner, review, strategy)
    response = answer(team, review, Term.objects.get(), typed="(growing")
    assert response.status_code == 400
    assert "<mark>(</mark>growing" in response.content.decode()
    assert strategy.versions.count() == 1


def test_an_answer_to_a_strategy_that_changed_since_is_asked_for_again(review, team, partner):
    strategy = a_strategy(review, team)
    suggest(partner, review, strategy)
    team.post(of(review, f"{strategy.pk}/formula/"), {"expected": 1, "formula": "A or B"})
    response = answer(team, review, Term.objects.get(), expected=1)
    assert response.status_code == 400
    assert "Somebody else has saved the strategy since." in page(response)
    assert Term.objects.get().state == "proposed"


def test_the_team_says_where_a_term_comes_from(review, team):
    strategy = a_strategy(review, team)
    address = of(review, f"{strategy.pk}/terms/source/{key_of(strategy, 'A')}/?term=%22third+sector%22")
    given = {"source": "poll", "reference": "What do you call us?", "proposer": "A county voluntary council"}
    team.post(address, given)
    shown = page(team.get(of(review, f"{strategy.pk}/terms/")))
    for words in ("A poll of the review", "What do you call us?", "Brought by A county voluntary council"):
        assert words in shown
    team.post(address.replace("third", "fourth"), given)
    assert Term.objects.count() == 1


def test_a_term_keeps_the_version_that_first_had_it(review, team):
    strategy = a_strategy(review, team)
    key = key_of(strategy, "A")
    for number, text in enumerate(("community OR allotment*", 'allotment* OR "third sector"'), 1):
        team.post(of(review, f"{strategy.pk}/blocks/{key}/"), {"expected": number, "name": "A", "text": text})
    shown = page(team.get(of(review, f"{strategy.pk}/terms/")))
    rows = shown.split("<tr>")
    assert any("allotment*" in row and "version 2" in row for row in rows)
    assert any('"third sector"' in row and "version 1" in row for row in rows)


def test_who_may_do_what(review, team, partner):
    strategy = a_strategy(review, team)
    observer = browser_of(in_role(review, Role.OBSERVER))
    assert suggest(observer, review, strategy).status_code == 403
    suggest(partner, review, strategy)
    term = Term.objects.get()
    assert answer(partner, review, term).status_code == 403
    assert "/answer/" not in page(partner.get(of(review, f"{strategy.pk}/terms/")))


def test_pages_about_one_block_name_it(review, team, partner):
    """In a template `block` is the template's own part of the page, never what a view gives."""
    strategy = a_strategy(review, team)
    key = key_of(strategy, "B")
    suggest(partner, review, strategy, "B")
    term = Term.objects.get()
    named = {
        f"blocks/{key}/": "Block B",
        f"terms/suggest/{key}/": "Suggest a term for block B",
        f"terms/source/{key}/?term=partner*": "Block B",
        f"terms/{term.pk}/answer/": "for block B, Working together",
    }
    for address, words in named.items():
        assert words in page(team.get(of(review, f"{strategy.pk}/{address}")))


def test_terms_of_which_nothing_is_noted_stand_together_and_are_chosen_to_say_more(review, team, partner):
    strategy = a_strategy(review, team)
    address = of(review, f"{strategy.pk}/terms/")
    shown = page(team.get(address))
    assert shown.count("Typed by the team; nothing more is noted.") == 2  # once for each block
    assert f"terms/source/{key_of(strategy, 'A')}/?term=community" in shown
    read = page(partner.get(address))
    assert "<code>community</code>" in read
    assert "terms/source/" not in read
