"""What the tutorial says of the example situations is what their advice says, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plethu.evidence.text import Language
from plethu.framework.advice import Advice, AdviceLane, Change
from plethu.framework.advising import advise
from plethu.framework.changing import changed
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.index import index_of
from plethu.framework.whatif import differences
from plethu.terms import TERMS
from plethu_web.frameworks.steps import steps_of
from tests.docs.markdown import GUIDE

EDITION = default_edition()
INDEX = index_of(EDITION)
EXAMPLES = example_situations(EDITION)
PAGES: dict[Language, Path] = {"en": GUIDE / "tutorial.md", "cy": GUIDE / "tiwtorial.md"}
LANES: tuple[AdviceLane, ...] = ("now", "next", "later", "keep-going", "not-enough-evidence")
NO_LANE = {"en": "no lane", "cy": "dim lôn"}


def parts(language: Language) -> dict[str, str]:
    """What is said of each example, by its name."""
    text = PAGES[language].read_text(encoding="utf-8")
    found = re.split(r"<!-- example: (\w+) -->", text)
    return dict(zip(found[1::2], found[2::2], strict=True))


def rests_on(advice: Advice, action: str) -> set[str]:
    """Every finding, relation and tension that the page of an action shows; for no action, those of the whole."""
    if not action:
        whole = advice.whole
        found = {id for reason in whole.reasons for id in (*reason.findings, *reason.relations)}
        return found | {id for difficulty in whole.difficulties for id in difficulty.findings}
    shown = advice.on(action)
    found = {*shown.grounds(), *shown.tensions, *(finding.id for finding in INDEX.findings_on[action])}
    return found | {g for p in shown.practices for r in p.reasons for g in (*r.findings, *r.relations)}


@pytest.mark.parametrize("language", PAGES)
def test_all_six_are_explained_under_their_names(language: Language) -> None:
    said = parts(language)
    assert set(said) == set(EXAMPLES)
    for name, situation in example_situations(EDITION, language).items():
        assert said[name].lstrip().startswith(f"### {situation.name}\n")


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_action_stands_where_the_tutorial_says(language: Language, example: str) -> None:
    advice = advise(EDITION, EXAMPLES[example])
    actions = {action.name.text(language): action.id for action in EDITION.actions}
    lanes = {TERMS[f"lane.{lane}"].text(language).lower(): lane for lane in LANES} | {NO_LANE[language]: LANES[-1]}
    said = re.findall(r"^- \*\*(.+?)\*\* \((.+?)\)", parts(language)[example], re.MULTILINE)
    assert len(said) >= 4
    for action, lane in said:
        assert advice.on(actions[action]).shown_lane == lanes[lane], action


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_what_it_cites_is_what_the_advice_rests_on(language: Language, example: str) -> None:
    advice = advise(EDITION, EXAMPLES[example])
    actions = {action.name.text(language): action.id for action in EDITION.actions}
    for point in parts(language)[example].split("\n- ")[1:]:
        named = re.findall(r"\*\*(.+?)\*\*", point) or [""]
        found = set().union(*(rests_on(advice, actions[name] if name else "") for name in named))
        assert set(re.findall(r"\b[FQT]\d{2,3}\b", point)) <= found, point


@pytest.mark.parametrize("language", PAGES)
def test_a_shared_purpose_moves_as_many_as_it_says(language: Language) -> None:
    before = advise(EDITION, EXAMPLES["rural"])
    after = advise(EDITION, changed(EXAMPLES["rural"], Change("answers", "purpose", "shared")))
    moved = [d for d in differences(before, after) if d.lane_before != d.lane_after]
    assert [(d.lane_before, d.lane_after) for d in moved] == [("next", "now")] * 4
    said = {
        "en": "Four actions move from *next* to *now*",
        "cy": "Mae pedwar cam gweithredu yn symud o *nesaf* i *nawr*",
    }
    assert said[language] in " ".join(PAGES[language].read_text("utf-8").split())


def test_there_are_as_many_pages_of_questions_as_it_says() -> None:
    assert (len(EDITION.pages), len(steps_of(EDITION))) == (12, 20)
    english, welsh = (" ".join(PAGES[language].read_text("utf-8").split()) for language in PAGES)
    assert "twelve short pages" in english
    assert "eight further pages" in english
    assert "ddeuddeg tudalen fer" in welsh
    assert "wyth tudalen bellach" in welsh


def test_the_one_to_start_with_is_one() -> None:
    assert [action.start_here for action in advise(EDITION, EXAMPLES["rural"]).in_lane("now")].count(True) == 1
