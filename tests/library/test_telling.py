"""Advice in words: every reason with its answer and its grounds, in the reader's language and never in a mixture."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.text import Language, Text
from plethu.framework.advice import Advice, Change
from plethu.framework.advising import advise
from plethu.framework.changing import changed
from plethu.framework.checking import check_edition
from plethu.framework.edition import Category, Edition, Relation
from plethu.framework.index import index_of
from plethu.framework.situation import Situation, situation_problems
from plethu.framework.whatif import differences, possible_changes
from plethu.reporting import telling_phrases
from plethu.reporting.telling import grounds_of, tell, tell_answers, tell_change, tell_differences
from plethu.reporting.told import Told, ToldAction, ToldReason, Words
from plethu.wording import catalogue

from .random_framework import editions, situations
from .small import FINDINGS, RELATIONS, SITUATIONS, SMALL, small_edition

LANGUAGES: tuple[Language, ...] = ("en", "cy")
REASONS = ("reasons", "cautions", "watch", "would_help_if", "would_caution_if")
NAMES = sorted(SITUATIONS)


def told(name: str = "new", language: Language = "en", edition: Edition = SMALL) -> Told:
    return tell(advise(edition, SITUATIONS[name]), edition, language)


def words_in(value: Any) -> Iterator[Words]:
    """All words of something told."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from words_in(getattr(value, field.name))


def reasons_of(action: ToldAction) -> Iterator[ToldReason]:
    for part in REASONS:
        yield from getattr(action, part)
    for practice in action.practices:
        yield from practice.reasons


def said(name: str, action: str, code: str, language: Language = "en") -> list[str]:
    return [str(r.words) for r in reasons_of(told(name, language).action(action)) if r.code == code]


# The small edition


def test_the_small_edition_is_well_formed() -> None:
    assert not list(check_edition(SMALL))
    assert not [p for situation in SITUATIONS.values() for p in situation_problems(situation, SMALL)]


def test_the_small_edition_brings_up_every_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sentence stands in the catalogue that nobody can get to hear."""
    used: set[str] = set()
    plainly = telling_phrases.say

    def noting(code: str, language: Language, /, **values: object) -> str:
        used.add(code)
        return plainly(code, language, **values)

    monkeypatch.setattr(telling_phrases, "say", noting)
    for edition in (SMALL, odd_edition(), added_on_one_statement()):
        for situation in SITUATIONS.values():
            advice = advise(edition, situation)
            tell(advice, edition, "cy")
            for change in possible_changes(index_of(edition), situation):
                tell_change(change, edition, "cy")
                tell_differences(differences(advice, advise(edition, changed(situation, change))), edition, "cy")
    for before, after in ((SMALL, fewer_actions()), (fewer_actions(), SMALL)):
        found = differences(advise(before, Situation()), advise(after, Situation()))
        tell_differences(found, after, "cy", before)
    for_asking = {"question.name", "question.purpose"}
    assert set(catalogue("advice", "en")) - used == for_asking


def odd_edition() -> Edition:
    """An edition with needs that no action leads to, and findings in English alone."""
    return small_edition(
        categories=(*SMALL.categories, Category("empty", 3, Text("Empty", "Gwag"), Text(""), Text(""), Text(""))),
        relations=(
            Relation("Q1", "action:pay", "requires", "category:empty", Text("T", "T"), Text(""), "stated"),
            Relation("Q2", "action:plan", "requires", "goal:shared", Text("T", "T"), Text(""), "stated"),
        ),
        findings=tuple(
            type(f)(**{**{n: getattr(f, n) for n in f.__struct_fields__}, "statement": Text(f.statement.en)})
            for f in FINDINGS
        ),
    )


def added_on_one_statement() -> Edition:
    """The small edition, in which each action was added by a workshop; some rest on one statement."""
    return small_edition(actions=tuple(replace(action, phase="workshop") for action in SMALL.actions))


def fewer_actions() -> Edition:
    """The small edition without the action `pay`."""
    return small_edition(
        actions=SMALL.actions[:3],
        findings=FINDINGS[:5],
        relations=tuple(r for r in RELATIONS if "pay" not in r.source + r.target),
        stage_fit=SMALL.stage_fit[:1],
        difficulties=(),
    )


# Reasons


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_shows_its_grounds_and_basis(name: str, language: Language) -> None:
    advice = advise(SMALL, SITUATIONS[name])
    for action in tell(advice, SMALL, language).lanes:
        for one in action.actions:
            original = advice.on(one.id)
            for part in REASONS:
                pairs = zip(getattr(original, part), getattr(one, part), strict=True)
                for reason, shown in pairs:
                    assert [g.id for g in shown.grounds] == [*reason.findings, *reason.relations]
                    assert (shown.code, shown.basis) == (reason.code, reason.basis)
                    assert shown.basis_name.text
                    assert all(g.words.text for g in shown.grounds)


def test_a_reason_says_which_answer_led_to_it() -> None:
    assert said("new", "listen", "finding-helps-when") == [
        "You answered “It is new” (Stage). In that case the evidence speaks for it."
    ]
    assert said("new", "listen", "finding-helps-when", "cy") == [
        "Eich ateb: “Mae'n newydd” (Cam datblygu). Yn yr achos hwnnw mae'r dystiolaeth o'i blaid."
    ]


def test_what_is_not_known_is_said_with_the_answer_that_would_matter() -> None:
    assert said("nothing-said", "listen", "finding-hinders") == [
        "The evidence would have a caution if you answered “Grants are tiny” (Money)."
    ]
    assert "“It is settling” or “It is old” (Stage)" in said("nothing-said", "pay", "finding-helps-when")[0]


def test_what_is_known_in_part_says_both() -> None:
    sentence = said("doing-first", "pay", "finding-helps-when")[0]
    assert sentence.startswith("You answered “It is settling” (Stage). ")
    assert "if you answered “Residents” (Partners)" in sentence


def test_what_was_not_chosen_is_said_so() -> None:
    assert said("old", "agree", "finding-helps-when") == [
        "You did not choose “Firms” (Partners). In that case the evidence speaks for it."
    ]


def test_a_need_that_is_missing_says_what_is_needed() -> None:
    assert said("new", "plan", "finding-lacks") == [
        "You answered “Not yet” (Shared purpose). The evidence says that it needs this: “Yes” (Shared purpose)."
    ]


def test_what_the_edition_cannot_tell_from_answers_is_left_to_the_reader() -> None:
    assert said("new", "agree", "less-suited") == ["It suits this less well, if it is true of you: “Fog”."]


def test_where_a_stage_is_the_reason_the_section_is_its_ground() -> None:
    reason = next(r for r in told().action("listen").reasons if r.code == "stage-fits")
    assert (reason.grounds, reason.sections) == ((), ("1a Listening",))


def test_an_action_that_rests_on_one_statement_of_a_workshop_is_told_with_care() -> None:
    """However well it fits the answers: a new action on one card must not be a place to start without a word."""
    edition = added_on_one_statement()
    own = Counter(finding.action for finding in edition.findings)
    for name, situation in SITUATIONS.items():
        for one in advise(edition, situation).actions:
            warned = [r.findings for r in one.cautions if r.code == "single-statement"]
            assert warned == (
                [tuple(f.id for f in edition.findings if f.action == one.action)] * (own[one.action] == 1)
            )
            assert not warned or one.verdict != "fits", name
    assert 1 in own.values()


def test_two_statements_on_what_one_person_said_are_one_in_that() -> None:
    edition = added_on_one_statement()
    own = Counter(finding.action for finding in edition.findings)
    first = next(finding for finding in edition.findings if finding.action and own[finding.action] == 1)
    for rests_with, warned in ((first.id, True), ("", False)):
        again = replace(first, id="F999", rests_with=rests_with)
        advice = advise(replace(edition, findings=(*edition.findings, again)), SITUATIONS["new"])
        cautions = next(one.cautions for one in advice.actions if one.action == first.action)
        assert any(r.code == "single-statement" and r.findings == (first.id, "F999") for r in cautions) is warned


def test_a_reason_shared_by_actions_is_told_once() -> None:
    shown = told()
    first, second = (next(r for r in shown.action(a).cautions if r.code == "undermines") for a in ("agree", "pay"))
    assert first is second


# Grounds


def test_a_ground_leads_back_to_the_report() -> None:
    finding, relation = grounds_of(["F1", "Q01", "F1"], SMALL, "en")
    assert (finding.kind, finding.citations, finding.sections) == (
        "finding",
        ("Jones, 2020", "Vale, 2021"),
        ("1a Listening",),
    )
    assert [str(v) for v in finding.voices] == ["A council"]
    assert (relation.kind, str(relation.words), str(relation.why)) == ("relation", "Title Q01", "Why Q01.")


def test_a_stance_says_whether_it_was_judged() -> None:
    (ground,) = grounds_of(["F6"], SMALL, "en")
    assert (ground.stance, str(ground.stance_name), ground.polarity) == (
        "challenged",
        "Challenged (our judgement)",
        "mixed",
    )
    assert str(grounds_of(["F6"], SMALL, "cy")[0].stance_name) == "Heriwyd (ein barn ni)"


def test_a_finding_without_welsh_stays_in_english_and_says_so() -> None:
    (ground,) = grounds_of(["F2"], SMALL, "cy")
    assert (ground.words.text, ground.words.language) == ("Statement F2.", "en")


def test_an_unknown_ground_is_an_error() -> None:
    with pytest.raises(KeyError):
        grounds_of(["F99"], SMALL, "en")


# Languages


@pytest.mark.parametrize("name", NAMES)
def test_no_english_stands_inside_welsh(name: str) -> None:
    """Every English name of the small edition, and English alone, stays out of words that are marked as Welsh."""
    english = {t.en for t in texts_of(SMALL) if t.en and t.en != t.cy and len(t.en) > 4}
    for words in words_in(told(name, "cy")):
        if words.language == "cy":
            assert not [e for e in english if f"“{e}”" in words.text or e == words.text], words.text


def texts_of(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from texts_of(getattr(value, field.name))


def test_a_name_without_welsh_makes_its_sentence_english() -> None:
    reason = next(r for r in told("new", "cy").action("agree").cautions if r.code == "undermined-by")
    assert reason.words == Words("You answered “Grants are tiny” (Money). This can weaken it: “A song”.", "en")


@pytest.mark.parametrize("name", NAMES)
def test_in_english_all_is_english_and_no_draft(name: str) -> None:
    titles = {case.title for lane in told(name).lanes for action in lane.actions for case in action.cases}
    assert all(w.language == "en" and not w.draft for w in words_in(told(name)) if w not in titles)
    assert told(name).draft_notice is None


@pytest.mark.parametrize("name", NAMES)
def test_welsh_that_nobody_has_read_is_called_a_draft(name: str) -> None:
    shown = told(name, "cy")
    assert shown.draft_notice
    assert shown.draft_notice.language == "cy"
    assert shown.lanes[0].name.draft


def test_reviewed_texts_in_draft_sentences_are_drafts() -> None:
    phrases = telling_phrases.Phrases("cy")
    assert phrases.said("quoted", text=Text("A", "B", "reviewed")).draft
    assert not phrases.words(Text("A", "B", "reviewed")).draft


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_filled_in(name: str, language: Language) -> None:
    for words in words_in(told(name, language)):
        assert words.text.strip() == words.text
        assert words.text
        assert not any(sign in words.text for sign in ("{", "}", "“”", "()", "..", "  ", " ,", " ;"))


# Actions


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_in_one_lane_with_a_headline(name: str, language: Language) -> None:
    shown = told(name, language)
    assert [lane.id for lane in shown.lanes] == ["now", "next", "later", "keep-going", "not-enough-evidence"]
    actions = [action for lane in shown.lanes for action in lane.actions]
    assert sorted(a.id for a in actions) == sorted(a.id for a in SMALL.actions)
    assert all(a.headline.text.endswith((".", "?")) for a in actions)


def test_headlines_give_the_main_reason() -> None:
    headlines = {a.id: str(a.headline) for lane in told().lanes for a in lane.actions}
    assert headlines == {
        "listen": "“Statement F2”; you answered “Grants are tiny” (Money).",
        "agree": "“A leader” comes first.",
        "pay": "“Trust” comes first.",
        "plan": "What speaks for it in the evidence is about other circumstances than yours.",
    }
    assert str(told("ready").action("listen").headline) == "You said that it is in place."
    assert str(
        told("ready").action("pay").headline
    ) == "It suits a later stage: “It is settling” or “It is old” (Stage)." or (
        str(told("ready").action("pay").headline) == "It suits a later stage: “It is settling” (Stage)."
    )


def test_a_headline_in_welsh_never_needs_english_words() -> None:
    for name in NAMES:
        assert all(a.headline.language == "cy" for lane in told(name, "cy").lanes for a in lane.actions)


def test_the_path_says_how_to_progress() -> None:
    assert [str(step) for step in told("firms-alone").action("plan").path] == ["Start “Listening”."]
    steps = [str(step) for step in told().action("pay").path]
    assert steps[0] == "Help this to grow strong: “Trust”."
    assert "Reach this: “A shared purpose”. The nearest way is “Listening”. Ask each other why." in steps
    assert "Name somebody." in steps
    assert (
        steps[-1]
        == "Get going what stands under “now”, and look again once you are further along: “It is settling” (Stage)."
    )


def test_needs_are_told_by_their_state() -> None:
    needs = {need.ground.id: need for need in told("doing-first").action("pay").needs}
    assert str(needs["Q06"].words) == "“Trust” should be strong. Check whether it is."
    assert str(needs["Q07"].words) == "“Planning” comes first only where this is so: “Terms are open” (Money)."
    assert str(needs["Q04"].words) == "“A shared purpose” usually comes first. On the route you chose, it can wait."
    assert str(needs["Q04"].state_name) == "can wait on your route"
    upkeep = next(n for n in told("nothing-said").action("plan").needs if n.ground.id == "Q05")
    assert str(upkeep.words) == "“Upkeep”: check this. Is somebody keeping it up?"


def test_an_action_carries_everything_else() -> None:
    listen = told().action("listen")
    assert (str(listen.name), str(listen.category_name), listen.progress) == ("Listening", "Purpose", "lapsed")
    assert [str(lead) for lead in listen.leads] == ["A group"]
    assert "Planning" in [str(end) for end in listen.leads_to]
    assert [(str(e.name), e.total) for e in listen.evidence] == [("Review", 3)]
    assert [(p.id, p.suit, p.note) for p in listen.practices] == [("walk", "open", ""), ("song", "suits", "Sung.")]
    assert [t.id for t in listen.tensions] == ["T1"]
    assert listen.silence is None
    assert str(told().action("plan").silence) == "Not discussed in the workshop."


def test_cases_say_why_they_are_alike() -> None:
    first, second = told().action("listen").cases
    assert (first.id, first.place, first.date, first.nation) == ("CS1", "Upper Vale", "2021", "Wales")
    assert [str(reason) for reason in first.reasons] == [
        "The evidence on this action cites it.",
        "It comes from an area that you named: “Upper Vale”.",
        "It shares an aim with you: “More company”.",
        "It comes from an area of the same kind: “Rural”.",
    ]
    assert (second.title.language, second.place) == ("cy", "Lower Vale")


def test_outcomes_are_asked_in_four_cells() -> None:
    cells = {(o.kind, o.evidence): [str(p) for p in o.prompts] for o in told().action("listen").outcomes}
    assert set(cells) == {(kind, of) for kind in ("process", "wellbeing") for of in ("quality", "quantity")}
    assert all(len(prompts) == 1 for prompts in cells.values())
    assert cells["wellbeing", "quality"][0].startswith("“More company”: ")
    assert told("nothing-said").action("pay").outcomes[0].prompts


def test_a_choice_of_ones_own_keeps_the_rules_beside_it() -> None:
    agree = told().action("agree")
    assert (agree.lane, agree.shown_lane, agree.override_reason) == ("next", "now", "We want to.")


# The whole


def test_the_whole_is_told() -> None:
    shown = told()
    assert (str(shown.title), shown.purpose, shown.edition) == ("Vale Together", "Company for all.", "small")
    assert str(told("old").title) == "Advice for your collaboration"
    assert [str(n.words) for n in shown.first] == ["“A leader” comes first."]
    assert "whole collaboration" in str(next(r for r in shown.whole if r.code == "undermined-by").words)
    assert [str(w) for w in shown.weak_today] == ["Trust"]
    assert [[str(a) for a in growth.actions] for growth in shown.growth] == [["Listening"]]
    assert [str(w) for w in shown.outside_focus] == [
        "You answered “Firms” (Partners). The evidence was not about this, so take the advice with that in mind."
    ]
    assert [(d.id, [g.id for g in d.grounds], [str(a) for a in d.actions]) for d in shown.difficulties] == [
        ("stuck", ["F4", "F6"], ["Planning", "Paying"])
    ]
    assert [str(c) for c in shown.caveats] == ["A start."]


def test_it_is_said_how_many_placements_rest_on_what() -> None:
    counts = dict(advise(SMALL, SITUATIONS["new"]).whole.basis_of_lanes)
    assert str(told().lane_basis) == (
        f"Actions placed after now: {sum(counts.values())}. By what the report states: {counts.get('stated', 0)}. "
        f"By our own reading: {counts.get('ours', 0)}."
    )
    assert str(told("old").lane_basis) == "No action is held back."


def test_answers_are_told_in_the_order_of_the_questions() -> None:
    answers = tell_answers(SITUATIONS["new"], SMALL, "en")
    told_so = {(a.part, a.key): (str(a.question), str(a.answer)) for a in answers}
    assert told_so["answers", "money"] == (
        "What is true of the money?",
        "Grants are tiny; Partners compete; Terms are open",
    )
    assert told_so["in_place", "listen"] == ("Is it in place? Listening", "Lapsed")
    assert told_so["have", "upkeep"] == ("Is somebody keeping it up?", "No")
    assert told_so["have", "leader"] == ("A leader", "No")
    assert told_so["today", "trust"] == ("How strong is this today? Trust", "Weak")
    assert told_so["difficulties", ""] == ("What is going wrong?", "We are stuck")
    assert told_so["capacity", ""][1] == "Some"
    assert told_so["route", ""][1] == "Agree the purpose first"
    assert told_so["overrides", "agree"] == ("Your own lane: Agreeing", "Now. We want to.")
    empty = tell_answers(SITUATIONS["old"], SMALL, "en")
    assert ("partners", "None of these") in [(a.key, str(a.answer)) for a in empty]


def test_telling_the_same_twice_gives_the_same() -> None:
    assert told("new", "cy") == told("new", "cy")


# What if


@pytest.mark.parametrize(
    ("change", "english", "welsh"),
    [
        (
            Change("answers", "stage", "old"),
            "How far along is it? “It is old”",
            "Pa mor bell ymlaen y mae? “Mae'n hen”",
        ),
        (Change("answers", "stage", ""), "How far along is it? “Not sure”", "Pa mor bell ymlaen y mae? “Ddim yn siŵr”"),
        (Change("answers", "money", "|"), "What is true of the money? “None of these”", None),
        (Change("answers", "money", "tiny|open"), "What is true of the money? “Grants are tiny; Terms are open”", None),
        (Change("in_place", "listen", "in-place"), "Listening: “In place”", "Gwrando: “Ar waith”"),
        (Change("have", "upkeep", "true"), "Is somebody keeping it up? “Yes”", "A oes rhywun yn ei gynnal? “Ie”"),
        (Change("have", "leader", "false"), "A leader: “No”", None),
        (Change("today", "trust", "strong"), "Trust: “Strong”", "Ymddiriedaeth: “Cryf”"),
        (
            Change("route", "", "doing-first"),
            "Where would you rather begin? “Start by doing something useful together”",
            None,
        ),
    ],
)
def test_a_changed_answer_in_words(change: Change, english: str, welsh: str | None) -> None:
    assert tell_change(change, SMALL, "en").words == Words(english, "en")
    assert tell_change(change, SMALL, "en").change == change
    if welsh:
        assert tell_change(change, SMALL, "cy").words.text == welsh


def moved(before: Advice, after: Advice) -> dict[str, str]:
    return {d.action: str(d.words) for d in tell_differences(differences(before, after), SMALL, "en")}


def test_the_difference_a_changed_answer_makes() -> None:
    before = advise(SMALL, SITUATIONS["nothing-said"])
    after = advise(SMALL, changed(SITUATIONS["nothing-said"], Change("in_place", "listen", "in-place")))
    assert moved(before, after)["plan"] == "“Planning” moves from “Next” to “Now”."
    careful = advise(SMALL, changed(SITUATIONS["nothing-said"], Change("answers", "money", "tiny")))
    assert moved(before, careful)["listen"] == (
        "“Listening” stays in “Now”; the verdict changes from “Fits” to “Fits with care”."
    )
    (listen,) = (d for d in tell_differences(differences(before, careful), SMALL, "en") if d.action == "listen")
    assert [g.id for g in listen.grounds_added] == ["F2"]


def test_the_difference_between_two_editions() -> None:
    fewer = fewer_actions()
    old, new = advise(SMALL, SITUATIONS["settled"]), advise(fewer, SITUATIONS["settled"])
    found = {d.action: d for d in tell_differences(differences(old, new), fewer, "en", before=SMALL)}
    assert str(found["pay"].words).startswith("“Paying” is no longer there. It was in ")
    assert found["pay"].grounds_removed
    back = {d.action: d for d in tell_differences(differences(new, old), SMALL, "en", before=fewer)}
    assert str(back["pay"].words).startswith("“Paying” is new, in ")


# Any edition


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_advice_of_any_edition_can_be_told(data: st.DataObject) -> None:
    edition = data.draw(editions())
    advice = advise(edition, data.draw(situations(edition)))
    for language in LANGUAGES:
        shown = tell(advice, edition, language)
        assert sum(len(lane.actions) for lane in shown.lanes) == len(edition.actions)
        for lane in shown.lanes:
            for action in lane.actions:
                assert action.headline.text
                for reason in reasons_of(action):
                    assert reason.words.text
                    assert "“”" not in reason.words.text
                    assert not reason.words.text.startswith((".", " "))
