"""Translations beside their source with every change said; checks and their answers; peer review by PRESS."""

from __future__ import annotations

import pytest

from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import FindingAnswer, PeerReview

from .cast import a_review, browser_of, in_role
from .strategies_cast import a_strategy, key_of, of, page

pytestmark = pytest.mark.django_db
ELEMENTS = ("question", "operators", "headings", "text-words", "spelling", "limits")


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


# Translations


def test_all_nine_platforms_say_how_much_changes(review, team):
    strategy = a_strategy(review, team)
    shown = page(team.get(of(review, f"{strategy.pk}/translations/")))
    for name in ("EBSCOhost", "Ovid", "Scopus", "Web of Science", "PubMed", "ProQuest", "Embase", "Cochrane", "Lens"):
        assert name in shown


@pytest.mark.parametrize("language", ["en", "cy"])
def test_source_and_translation_stand_side_by_side_with_the_change_in_words(review, team, language):
    strategy = a_strategy(review, team)
    ovid = page(team.get(of(review, f"{strategy.pk}/translations/ovid/", language)))
    assert "joint N2 (working OR plan*)" in ovid
    assert "joint adj3 (working or plan*)" in ovid
    pubmed = page(team.get(of(review, f"{strategy.pk}/translations/pubmed/", language)))
    assert 'class="mark--wider"' in pubmed
    assert (">wider<" if language == "en" else ">ehangach<") in pubmed
    assert "readonly" in pubmed


def test_what_holds_for_a_whole_line_is_said_below_it_and_hides_no_other_mark(review, team):
    strategy = a_strategy(review, team, "A. Place\nvillage* OR hall\n")
    shown = page(team.get(of(review, f"{strategy.pk}/translations/pubmed/")))
    assert "exact (rewritten)" in shown
    assert '<mark class="mark--exact">' not in shown
    assert "was last gone through on " in shown
    assert "gone through on 2026-" not in shown  # a day as a reader writes it


def test_a_translation_is_taken_away_as_text_with_its_changes(review, team):
    strategy = a_strategy(review, team)
    response = team.get(of(review, f"{strategy.pk}/translations/pubmed/file/"))
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert 'filename="main-search-pubmed.txt"' in response["Content-Disposition"]
    assert "! wider:" in text
    assert "#3\t#1 AND #2" in text


@pytest.mark.parametrize("platform", ["nowhere", "google"])
def test_a_platform_that_nobody_knows_is_not_found(review, team, platform):
    strategy = a_strategy(review, team)
    assert team.get(of(review, f"{strategy.pk}/translations/{platform}/")).status_code == 404
    assert team.get(of(review, f"{strategy.pk}/translations/{platform}/file/")).status_code == 404


def test_a_very_large_strategy_is_written_for_one_platform_at_a_time(review, team):
    strategy = a_strategy(review, team, "A. Many\n" + " OR ".join(f"word{n}" for n in range(1001)) + "\n")
    shown = page(team.get(of(review, f"{strategy.pk}/translations/")))
    assert shown.count("A large strategy: open the platform to see") == 9


def test_an_empty_strategy_has_nothing_to_translate_check_or_run_and_says_so(review, team):
    strategy = a_strategy(review, team, "")
    for what in ("translations/", "translations/ovid/", "checks/", "runs/", "databases/"):
        assert "Nothing is written yet. Write a block first." in page(team.get(of(review, f"{strategy.pk}/{what}")))
    assert team.get(of(review, f"{strategy.pk}/translations/ovid/file/")).status_code == 404


# Checks

LOOSE = "A. Sector\nthird sector OR coalition OR coalition\n\nB. Working\npartner*\n\nA + B\n"


def key_shown(shown, words):
    """The key in the form of the finding that says these words."""
    after = shown[shown.index(words) :]
    return after.split('name="key" value="', 1)[1].split('"', 1)[0]


def test_findings_stand_by_element_underlined_with_what_to_write_instead(review, team):
    strategy = a_strategy(review, team, LOOSE)
    response = team.get(of(review, f"{strategy.pk}/checks/"))
    shown = page(response)
    assert "“third sector” has no quotation marks." in shown
    assert "<mark>third sector</mark>" in response.content.decode()
    assert 'Write instead: <code>"third sector"</code>' in shown
    for name in ("Boolean and proximity operators", "Subject headings", "Text words"):
        assert name in shown


def test_a_false_alarm_stays_answered_while_other_things_are_edited(review, team):
    strategy = a_strategy(review, team, LOOSE)
    address = of(review, f"{strategy.pk}/checks/")
    key = key_shown(page(team.get(address)), "“third sector” has no quotation marks.")
    assert team.post(f"{address}answer/", {"key": key, "reason": ""}).status_code == 400
    team.post(f"{address}answer/", {"key": key, "reason": "We mean both words."})
    block = of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'B')}/")
    team.post(block, {"expected": 1, "name": "B", "text": "partner* OR allian*"})
    shown = page(team.get(address))
    assert "A false alarm: We mean both words." in shown
    answer = FindingAnswer.objects.get()
    assert answer.by == in_role(review, Role.REVIEWER)
    team.post(f"{address}{answer.pk}/back/")
    assert key_shown(page(team.get(address)), "“third sector” has no quotation marks.") == key
    kinds = list(Event.objects.filter(kind__startswith="finding-").order_by("pk").values_list("kind", flat=True))
    assert kinds == ["finding-answered", "finding-reopened"]


def test_an_answer_to_a_finding_that_is_not_there_is_not_kept(review, team):
    strategy = a_strategy(review, team, LOOSE)
    team.post(of(review, f"{strategy.pk}/checks/answer/"), {"key": "made up", "reason": "x"})
    assert not FindingAnswer.objects.exists()


def test_a_strategy_is_held_against_what_the_review_promised(review, team):
    strategy = a_strategy(review, team, LOOSE)
    before = page(team.get(of(review, f"{strategy.pk}/checks/")))
    team.post(of(review, "plan/"), {"start": "2020-03", "end": "2023-07", "databases": "CINAHL\nScopus"})
    after = page(team.get(of(review, f"{strategy.pk}/checks/")))
    assert "2020" not in before.split("<h1>")[1]
    assert "March 2020" in after
    wrong = team.post(of(review, "plan/"), {"start": "spring"})
    assert wrong.status_code == 400
    assert 'value="spring"' in page(wrong)


# Peer review


def judged(**more):
    given = {f"{element}-judgement": "none" for element in ELEMENTS}
    return {**given, "number": 1, **more}


def test_a_version_is_reviewed_answered_and_settled(review, team):
    strategy = a_strategy(review, team)
    reviewer = browser_of(in_role(review, Role.STEERING))
    address = of(review, f"{strategy.pk}/press/")
    bad = judged(**{"headings-judgement": "required"})
    assert reviewer.post(f"{address}new/", bad).status_code == 400
    assert reviewer.post(f"{address}new/", {"number": 1}).status_code == 400
    reviewer.post(f"{address}new/", {**bad, "headings-comment": "Use the database's headings."})
    row = PeerReview.objects.get()
    assert not row.is_own
    assert "waits for the authors" in page(reviewer.get(f"{address}{row.pk}/"))
    team.post(f"{address}{row.pk}/respond/", {"headings": "Added two headings."})
    assert "Added two headings." in page(reviewer.get(f"{address}{row.pk}/"))
    team.post(f"{address}{row.pk}/accept/")
    row.refresh_from_db()
    assert row.accepted is None
    reviewer.post(f"{address}{row.pk}/accept/")
    shown = page(team.get(address))
    assert "settled" in shown
    assert "Siân Steering" in shown
    kinds = set(Event.objects.filter(thing=f"strategy:{strategy.pk}").values_list("kind", flat=True))
    assert {"strategy-reviewed", "strategy-review-answered", "strategy-review-accepted"} <= kinds


def test_a_review_of_ones_own_strategy_says_so_and_a_changed_one_too(review, team):
    strategy = a_strategy(review, team)
    team.post(of(review, f"{strategy.pk}/press/new/"), judged())
    row = PeerReview.objects.get()
    assert "The reviewer wrote some of this strategy." in page(team.get(of(review, f"{strategy.pk}/press/{row.pk}/")))
    team.post(of(review, f"{strategy.pk}/formula/"), {"expected": 1, "formula": "A or B"})
    assert "changed since" in page(team.get(of(review, f"{strategy.pk}/press/")))
    assert team.get(of(review, f"{strategy.pk}/press/{row.pk}/respond/")).status_code == 404


def test_the_version_that_was_read_is_the_one_that_is_reviewed(review, team):
    strategy = a_strategy(review, team)
    team.post(of(review, f"{strategy.pk}/formula/"), {"expected": 1, "formula": "A or B"})
    team.post(of(review, f"{strategy.pk}/press/new/"), judged(number=1))
    assert PeerReview.objects.get().version.number == 1
