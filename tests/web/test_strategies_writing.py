"""Strategies written in a review: from a text or empty, block by block, each save a version, nobody overwritten."""

from __future__ import annotations

import pytest

from plethu.searching.checking import Press
from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import LoggedRun, PeerReview, Strategy, Version

from .cast import a_review, browser_of, in_role, somebody
from .strategies_cast import TEXT, a_strategy, key_of, of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def team(review):
    return browser_of(in_role(review, Role.REVIEWER))


def latest(strategy):
    return strategy.versions.order_by("-number")[0]


def block(strategy, name):
    return next(each for each in latest(strategy).blocks if each["name"] == name)


def save(team, review, strategy, which, /, **more):
    now = block(strategy, which)
    given = {**now, "expected": latest(strategy).number, **more}
    return team.post(of(review, f"{strategy.pk}/blocks/{now['key']}/"), given)


def test_a_pasted_strategy_is_taken_apart_and_kept_as_it_was_pasted(review, team):
    strategy = a_strategy(review, team, TEXT.replace("\n", "\r\n"))
    version = latest(strategy)
    assert [(each["name"], each["title"]) for each in version.blocks] == [("A", "Community"), ("B", "Working together")]
    assert version.blocks[0]["text"] == 'community OR "third sector"'
    assert version.formula == "A + B"
    assert version.pasted == TEXT
    shown = page(team.get(of(review, f"{strategy.pk}/")))
    for words in (
        'community OR "third sector"',
        "A + B",
        "EBSCOhost",
        "CINAHL",
        "Finds records that mention any of these:",
    ):
        assert words in shown
    assert "Main search" in page(team.get(of(review)))
    assert Event.objects.filter(kind="strategy-made", review=review.pk, thing=f"strategy:{strategy.pk}").count() == 1


def test_one_can_begin_with_an_empty_block(review, team):
    strategy = a_strategy(review, team, "")
    assert [each["name"] for each in latest(strategy).blocks] == ["A"]
    assert "Nothing is written in this block yet." in page(team.get(of(review, f"{strategy.pk}/")))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_cannot_be_read_is_underlined_and_what_was_typed_stays(review, team, language):
    text = "A. Community\ncommunity OR (garden\n\nB. More\nbeans\n\nA + B"
    response = team.post(of(review, "new/", language), {"name": "X", "platform": "ebsco", "text": text})
    assert response.status_code == 400
    shown = response.content.decode()
    assert "community OR <mark>(</mark>garden" in shown
    assert text in page(response).replace("\r\n", "\n")
    assert not Strategy.objects.exists()


def test_the_platform_has_to_be_named(review, team):
    response = team.post(of(review, "new/"), {"name": "X", "text": "beans"})
    assert response.status_code == 400
    assert "Choose the platform." in page(response)


def test_a_hidden_character_is_named_with_its_line(review, team):
    response = team.post(of(review, "new/"), {"name": "X", "platform": "ebsco", "text": "a\nb\u202ec"})
    assert response.status_code == 400
    assert "Line 2 has a hidden character (U+202E)." in page(response)


def test_each_save_is_a_version_byte_for_byte_with_who(review, team):
    strategy = a_strategy(review, team)
    save(team, review, strategy, "A", text="community  OR\n  garden* ")
    version = latest(strategy)
    assert version.number == 2
    assert block(strategy, "A")["text"] == "community  OR\n  garden* "
    assert version.by == in_role(review, Role.REVIEWER)
    assert "third sector" in Version.objects.get(strategy=strategy, number=1).blocks[0]["text"]


def test_saving_what_is_there_makes_no_version(review, team):
    strategy = a_strategy(review, team)
    save(team, review, strategy, "A")
    assert latest(strategy).number == 1


def test_a_block_that_cannot_be_read_is_not_saved(review, team):
    strategy = a_strategy(review, team)
    response = save(team, review, strategy, "A", text='community OR ("third sector"')
    assert response.status_code == 400
    assert "community OR <mark>(</mark>" in response.content.decode()
    assert latest(strategy).number == 1


def test_a_renamed_block_keeps_its_place_in_the_formula(review, team):
    strategy = a_strategy(review, team)
    save(team, review, strategy, "A", name="C")
    assert latest(strategy).formula == "C + B"


@pytest.mark.parametrize(
    ("name", "words"), [("B", "Another block has this"), ("b", "Another block"), ("A-1", "letters and digits")]
)
def test_names_of_blocks_are_told_apart(review, team, name, words):
    strategy = a_strategy(review, team)
    response = save(team, review, strategy, "A", name=name)
    assert response.status_code == 400
    assert words in page(response)


def test_blocks_are_added_moved_and_removed(review, team):
    strategy = a_strategy(review, team)
    add = of(review, f"{strategy.pk}/blocks/add/")
    assert 'value="C"' in page(team.get(add))
    team.post(add, {"expected": 1, "name": "C", "title": "Wales", "text": "wales"})
    move = of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'C')}/move/")
    team.post(move, {"expected": 2, "to": "up"})
    assert [each["name"] for each in latest(strategy).blocks] == ["A", "C", "B"]
    team.post(of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'C')}/remove/"), {"expected": 3})
    assert [each["name"] for each in latest(strategy).blocks] == ["A", "B"]


def test_a_block_that_the_formula_names_is_not_removed(review, team):
    strategy = a_strategy(review, team)
    response = team.post(of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'B')}/remove/"), {"expected": 1})
    assert response.status_code == 409
    assert "The formula names block B." in page(response)
    assert latest(strategy).number == 1


@pytest.mark.parametrize(("formula", "marked"), [("A + Z", "A + <mark>Z</mark>"), ("(A + B", "<mark>(</mark>A + B")])
def test_a_formula_that_cannot_be_run_is_underlined(review, team, formula, marked):
    strategy = a_strategy(review, team)
    response = team.post(of(review, f"{strategy.pk}/formula/"), {"expected": 1, "formula": formula})
    assert response.status_code == 400
    assert marked in response.content.decode()
    team.post(of(review, f"{strategy.pk}/formula/"), {"expected": 1, "formula": "A or B"})
    assert latest(strategy).formula == "A or B"


def test_two_people_at_once_overwrite_nothing(review, team):
    strategy = a_strategy(review, team)
    other = browser_of(in_role(review, Role.LEAD))
    save(other, review, strategy, "A", text="allotment*")
    response = save(team, review, strategy, "A", text="orchard*", expected=1)
    assert response.status_code == 409
    shown = page(response)
    for words in ("Somebody else saved first", "Lowri Lead", "allotment*", "orchard*", 'name="expected" value="2"'):
        assert words in shown
    assert block(strategy, "A")["text"] == "allotment*"
    save(team, review, strategy, "A", text="orchard*", expected=2)
    assert block(strategy, "A")["text"] == "orchard*"
    assert latest(strategy).number == 3


def test_versions_are_compared_and_had_back(review, team):
    strategy = a_strategy(review, team)
    save(team, review, strategy, "A", text="community OR garden*")
    shown = team.get(of(review, f"{strategy.pk}/versions/compare/?old=1&new=2")).content.decode()
    assert "<mark>&quot;third sector&quot;</mark>" in shown
    assert "<mark>garden*</mark>" in shown
    team.post(of(review, f"{strategy.pk}/versions/1/restore/"), {"expected": 2})
    assert latest(strategy).number == 3
    assert block(strategy, "A")["text"] == 'community OR "third sector"'
    assert "Brought version 1 back" in page(team.get(of(review, f"{strategy.pk}/versions/")))
    assert team.post(of(review, f"{strategy.pk}/versions/2/restore/"), {"expected": 2}).status_code == 409
    assert team.get(of(review, f"{strategy.pk}/versions/9/")).status_code == 404


def test_a_strategy_is_renamed_and_set_aside_and_brought_back(review, team):
    strategy = a_strategy(review, team)
    team.post(of(review, f"{strategy.pk}/name/"), {"name": "Second search", "database": "MEDLINE"})
    team.post(of(review, f"{strategy.pk}/aside/"))
    strategy.refresh_from_db()
    assert (strategy.name, strategy.database, strategy.is_aside) == ("Second search", "MEDLINE", True)
    assert "Set aside" in page(team.get(of(review)))
    assert "Add a block" not in page(team.get(of(review, f"{strategy.pk}/")))
    team.post(of(review, f"{strategy.pk}/aside/"))
    assert "Add a block" in page(team.get(of(review, f"{strategy.pk}/")))


def test_observers_read_without_names_and_write_nothing(review, team):
    strategy = a_strategy(review, team)
    observer = browser_of(in_role(review, Role.OBSERVER))
    for what in ("", "terms/", "translations/", "checks/", "versions/", "runs/", "press/", "databases/"):
        shown = page(observer.get(of(review, f"{strategy.pk}/{what}")))
        assert "Rhys Reviewer" not in shown, what
        assert "Add a block" not in shown
    assert save(observer, review, strategy, "A", text="x").status_code == 403


def test_a_strategy_of_another_review_is_not_found(review, team):
    strategy = a_strategy(review, team)
    other = a_review(title="Another", by=somebody("Anna Another"))
    stranger = browser_of(in_role(other, Role.LEAD))
    for what in ("", "terms/", "checks/", "versions/1/", "translations/ovid/", "name/"):
        assert stranger.get(of(other, f"{strategy.pk}/{what}")).status_code == 404


def test_markup_in_a_search_stays_text(review, team):
    strategy = a_strategy(review, team, 'A. <b>Bold</b>\n"<script>alert(1)</script>" OR beans\n')
    shown = team.get(of(review, f"{strategy.pk}/")).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;" in shown


def test_without_a_formula_the_page_says_what_stands_for_the_whole(review, team):
    lines = a_strategy(review, team, "1\tcommunity*\n2\taction\n3\tS1 AND S2", name="Lines")
    assert "block 3 joins the others and stands for the whole search" in page(team.get(of(review, f"{lines.pk}/")))
    blocks = a_strategy(review, team, "A. One\ncommunity*\n\nB. Two\naction\n", name="Blocks")
    assert "a record has to be found by every block" in page(team.get(of(review, f"{blocks.pk}/")))


def test_a_text_for_another_platform_leads_to_the_choice_of_platform(review, team):
    given = {"name": "x", "platform": "ebsco", "text": "community adj3 action"}
    shown = page(team.post(of(review, "new/"), given))
    assert "If the whole of it was written for that other platform, choose that one below instead." in shown


def test_all_blocks_together_hold_no_more_than_one_page_can_read(review, team):
    strategy = a_strategy(review, team)
    long = '"' + "a " * 60_000 + 'b"'
    given = {"expected": 1, "name": "C", "title": "", "text": long, "remarks": ""}
    assert team.post(of(review, f"{strategy.pk}/blocks/add/"), given).status_code == 302
    response = team.post(of(review, f"{strategy.pk}/blocks/add/"), {**given, "expected": 2, "name": "D"})
    assert response.status_code == 400
    assert "200000" in page(response)
    assert strategy.versions.count() == 2


def test_a_formula_of_many_thousand_names_is_refused(review, team):
    strategy = a_strategy(review, team)
    given = {"expected": 1, "formula": "A" + " + B" * 9_000}
    assert team.post(of(review, f"{strategy.pk}/formula/"), given).status_code == 400
    assert strategy.versions.count() == 1


def test_the_checklist_names_nobody_to_those_who_do_not_see_the_team(review):
    reviewer = in_role(review, Role.REVIEWER)
    reviewer.name = "Searching Person"
    reviewer.save()
    strategy = a_strategy(review, browser_of(reviewer))
    given = {"database": "CINAHL", "searched": "2024-02-01", "text": "community", "limits": "none", "hits": "3"}
    assert browser_of(reviewer).post(of(review, f"{strategy.pk}/databases/ebsco/new/"), given).status_code == 302
    row = LoggedRun.objects.get()
    elements = {press: {"judgement": "none", "comment": ""} for press in Press}
    PeerReview.objects.create(version=row.version, elements=elements, overall="", by=reviewer)
    assert "Searching Person" in page(browser_of(reviewer).get(of(review, "prisma-s/")))
    assert "Searching Person" not in page(browser_of(in_role(review, Role.OBSERVER)).get(of(review, "prisma-s/")))


def test_a_strategy_set_aside_is_changed_by_nobody_until_it_is_taken_back(review, team):
    strategy = a_strategy(review, team)
    block = of(review, f"{strategy.pk}/blocks/{key_of(strategy, 'B')}/")
    sent = {"expected": 1, "name": "B", "text": "partner* OR allian*"}
    team.post(of(review, f"{strategy.pk}/aside/"))
    assert team.post(block, sent).status_code == 403
    assert team.post(of(review, f"{strategy.pk}/runs/new/")).status_code == 403
    assert strategy.versions.count() == 1
    team.post(of(review, f"{strategy.pk}/aside/"))
    assert team.post(block, sent).status_code == 302
    assert strategy.versions.count() == 2
