"""Two strategies of a review that should say the same for two platforms are held against each other."""

from __future__ import annotations

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import FindingAnswer

from .cast import a_review, browser_of, in_role
from .strategies_cast import a_strategy, of, page

pytestmark = pytest.mark.django_db

IN_EBSCO = (
    "A. Acting together\n(community N2 (action OR power)) OR garden*\n\nB. Reviews\nreview OR synthesis\n\nA + B\n"
)
IN_OVID = "A. Acting together\n(community adj2 (action or power)) or garden*\n\nB. Reviews\nreview\n\nA + B\n"


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def test_what_drifted_is_said_where_it_stands_and_an_answer_stays(review, team):
    first = a_strategy(review, team, IN_EBSCO)
    second = a_strategy(review, team, IN_OVID, name="In Ovid", platform="ovid", database="MEDLINE")
    address = of(review, f"{second.pk}/checks/beside/{first.pk}/")
    assert address in page(team.get(of(review, f"{second.pk}/checks/")))
    shown = page(team.get(address))
    assert "Words allowed between: only 1, instead of 2" in shown
    assert "this term is not in the translation: synthesis" in shown
    key = shown.split('name="key" value="', 1)[1].split('"', 1)[0]
    sent = {"key": key, "reason": "Meant so.", "beside": first.pk}
    assert team.post(of(review, f"{second.pk}/checks/answer/"), {**sent, "reason": ""}).status_code == 400
    assert team.post(of(review, f"{second.pk}/checks/answer/"), sent)["Location"] == f"{address}?done=answered"
    kept = FindingAnswer.objects.get()
    assert kept.key == key
    assert "A false alarm: Meant so." in page(team.get(address))
    back = team.post(of(review, f"{second.pk}/checks/{kept.pk}/back/"), {"beside": first.pk})
    assert back["Location"] == f"{address}?done=back"
    assert not FindingAnswer.objects.exists()


def test_two_that_say_the_same_have_not_drifted(review, team):
    first = a_strategy(review, team, IN_EBSCO)
    second = a_strategy(review, team, IN_EBSCO.replace("N2", "W/2"), name="In Scopus", platform="scopus")
    address = of(review, f"{second.pk}/checks/beside/")
    assert "The two say the same, block by block." in page(team.get(f"{address}{first.pk}/"))
    assert team.get(f"{address}999/").status_code == 404
    empty = a_strategy(review, team, "", name="Empty")
    assert "One of the two cannot be read as it stands." in page(team.get(f"{address}{empty.pk}/"))


def test_a_database_that_is_promised_and_has_no_strategy_is_said_and_answered_once_for_the_review(review, team):
    first = a_strategy(review, team, IN_EBSCO)
    second = a_strategy(review, team, IN_OVID, name="In Ovid", platform="ovid", database="MEDLINE")
    team.post(of(review, "plan/"), {"databases": "CINAHL\nMEDLINE\nSocial Policy and Practice"})
    said = "The list of databases names “Social Policy and Practice”, and there is no strategy for it."
    shown = page(team.get(of(review, f"{first.pk}/checks/")))
    assert said in shown
    assert "names “MEDLINE”" not in shown
    key = next(part.split('"')[0] for part in shown.split('name="key" value="') if part.startswith("database-"))
    team.post(of(review, f"{first.pk}/checks/answer/"), {"key": key, "reason": "It is searched by hand."})
    assert "A false alarm: It is searched by hand." in page(team.get(of(review, f"{second.pk}/checks/")))


def test_many_findings_of_one_check_stand_under_one_name_and_most_are_folded(review, team):
    words = "garden OR allotment OR orchard OR meadow OR forest OR heath"
    strategy = a_strategy(review, team, f"A. Places\n{words} OR {words}\n", database="")
    shown = page(team.get(of(review, f"{strategy.pk}/checks/")))
    assert shown.count("Repeated terms <span") == 1
    assert shown.count("Repeated terms make a strategy longer") == 1
    assert shown.count("stands here already, as") == 2 * 6  # once to read, once for a screen reader's button
    assert "<summary>3 more" in shown
    assert "…" in shown.split("stands here already, as")[1].split("</pre>")[0]


def test_a_formula_that_names_a_block_that_is_not_there_is_checked_and_held_against_the_other(review, team):
    """So it was printed: a block had slipped into the one before, and the formula named one letter too many."""
    first = a_strategy(review, team, IN_EBSCO)
    second = a_strategy(review, team, IN_OVID.replace("A + B", "A + B + C"), name="In Ovid", platform="ovid")
    assert "There is no block C, so the formula cannot run." in page(team.get(of(review, f"{second.pk}/checks/")))
    shown = page(team.get(of(review, f"{second.pk}/checks/beside/{first.pk}/")))
    assert "this term is not in the translation: synthesis" in shown
    assert "cannot be read as it stands" in page(team.get(of(review, f"{second.pk}/translations/")))
