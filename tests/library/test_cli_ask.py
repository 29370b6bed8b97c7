"""The questions in the terminal: answered, left open, gone back to, taken back; nothing written without being shown."""

import tomllib
from pathlib import Path

import pytest

from plethu.cli.questions import Question, pages
from plethu.framework.editions import default_edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import read_situation

from .command_line import Done, Typed

EDITION = default_edition()
PAGES = pages(EDITION, "en")
PLACE = {(q.part, q.key): (p, n) for p, page in enumerate(PAGES) for n, q in enumerate(page.questions)}
QUESTIONS = [question for page in PAGES for question in page.questions]


def typed(answers: dict[tuple[str, str], str], *after: str) -> bytes:
    """The lines for answers to some questions, all others left open, and what is typed after the last."""
    lines = [answers.get((question.part, question.key), "") for question in QUESTIONS]
    return "\n".join([*lines, *after, ""]).encode()


def then_yes(lines: bytes) -> bytes:
    """These lines, then everything left open and confirmed."""
    return lines.rstrip(b"\n") + b"\n" * (len(QUESTIONS) + 1) + b"y\n"


def situation(done: Done) -> Situation:
    assert done.code == 0, done.err
    return read_situation(done.out.encode(), "asked.toml", EDITION)


def number(part: str, key: str, value: str) -> str:
    question = next(q for q in QUESTIONS if (q.part, q.key) == (part, key))
    return str([id for id, _ in question.options].index(value) + 1)


def test_everything_that_advice_depends_on_is_asked() -> None:
    asked = set(PLACE)
    assert asked >= {("answers", d.id) for d in EDITION.dimensions}
    assert asked >= {("in_place", a.id) for a in EDITION.actions}
    assert asked >= {("have", c.id) for c in EDITION.circumstances if c.asked}
    assert asked >= {("today", c.id) for c in EDITION.concepts if c.kind in ("feature", "factor")}
    assert asked >= {(part, "") for part in ("route", "capacity", "difficulties", "name", "purpose")}
    assert len(asked) == len(QUESTIONS)


def test_all_left_open_is_a_situation_too(plethu: Typed) -> None:
    done = plethu("ask", stdin=typed({}, "y"))
    assert situation(done) == Situation(edition=EDITION.id)
    assert f"Page 1 of {len(PAGES)}: " in done.err
    assert f"Page {len(PAGES)} of {len(PAGES)}: " in done.err


def test_answers_of_every_kind(plethu: Typed) -> None:
    answers = {
        ("answers", "maturity"): number("answers", "maturity", "early"),
        ("answers", "aims"): "2, 4",
        ("answers", "funding"): number("answers", "funding", "|"),
        ("in_place", "grant-funding"): "3",
        ("have", "joint-mapping"): "1",
        ("today", "trust"): "1",
        ("capacity", ""): "1",
        ("route", ""): "2",
        ("difficulties", ""): "1 2",
        ("name", ""): "  Llŷn = “1+1” ",
        ("purpose", ""): "Less loneliness",
    }
    found = situation(plethu("ask", stdin=typed(answers, "y")))
    assert found == Situation(
        edition=EDITION.id,
        name="Llŷn = “1+1”",
        purpose="Less loneliness",
        route="doing-first",
        capacity="little",
        difficulties=tuple(d.id for d in EDITION.difficulties[:2]),
        answers={"maturity": ("early",), "aims": ("citizen-participation", "youth-loneliness"), "funding": ()},
        in_place={"grant-funding": "in-place"},
        have={"joint-mapping": True},
        today={"trust": "weak"},
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.part}.{q.key}")
def test_any_answer_can_be_given_and_taken_back(question: Question) -> None:
    values = [value for value, _ in question.options] or ["words"]
    for value in values:
        before = Situation(edition=EDITION.id)
        after = question.answered(before, [value])
        assert question.given(after) or (question.part, value) == ("difficulties", "|")
        assert question.answered(after, []) == before


def test_back_shows_the_answer_so_far_and_lets_it_be_changed(plethu: Typed) -> None:
    done = plethu("ask", stdin=then_yes(b"2\nb\n3\n"))
    assert "  Answered: A council" in done.err
    assert situation(done).answers == {"audience": ("public-body",)}


def test_back_then_enter_keeps_the_answer_and_nought_takes_it_back(plethu: Typed) -> None:
    assert situation(plethu("ask", stdin=then_yes(b"2\nb\n\n"))).answers == {"audience": ("council",)}
    assert situation(plethu("ask", stdin=then_yes(b"2\nb\n0\n"))).answers == {}


def test_back_from_the_first_question_stays_there(plethu: Typed) -> None:
    done = plethu("ask", stdin=then_yes(b"b\nb\n2\n"))
    assert done.err.count("This is the first question.") == 2
    assert situation(done).answers == {"audience": ("council",)}


def test_a_page_can_be_skipped(plethu: Typed) -> None:
    page, place = PLACE["answers", "place"]
    assert place == 0
    done = plethu("ask", stdin=then_yes(b"\n" * sum(len(p.questions) for p in PAGES[:page]) + b"s\n3\n"))
    following = PAGES[page + 1].questions[0]
    assert list(situation(done).answers) == [following.key]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7", "from 0 to 6"),
        ("-1", "from 0 to 6"),
        ("x", "from 0 to 6"),
        ("²", "from 0 to 6"),
        ("9" * 400, "from 0 to 6"),
        ("1 2", "Only one"),
    ],
)
def test_what_is_no_answer_is_asked_again(plethu: Typed, line: str, said: str) -> None:
    done = plethu("ask", stdin=then_yes(f"{line}\n2\n".encode()))
    assert said in done.err
    assert situation(done).answers == {"audience": ("council",)}


def test_none_of_these_stands_alone(plethu: Typed) -> None:
    both = "1 " + number("answers", "aims", "|")
    done = plethu("ask", stdin=typed({("answers", "aims"): f"{both}\n2"}, "y"))
    assert "cannot go with another answer" in done.err
    assert situation(done).answers == {"aims": ("citizen-participation",)}


@pytest.mark.parametrize(
    ("words", "said"),
    [("x" * 2001, "too long"), ("a\x1b[2Jb", "control character"), ("\u202eabc", "control character")],
)
def test_words_that_are_too_long_or_hide_something_are_asked_again(plethu: Typed, words: str, said: str) -> None:
    done = plethu("ask", stdin=typed({("name", ""): f"{words}\nfine"}, "y"))
    assert said in done.err
    assert situation(done).name == "fine"


def test_bytes_that_are_no_text_do_not_stop_it(plethu: Typed) -> None:
    done = plethu("ask", stdin=typed({("name", ""): "NAME"}, "y").replace(b"NAME", b"\xff\xfe"))
    assert situation(done).name == "\ufffd\ufffd"


@pytest.mark.parametrize("stdin", [b"", b"2", b"2\n3\n", typed({})])
def test_where_the_input_ends_early_nothing_is_written(plethu: Typed, tmp_path: Path, stdin: bytes) -> None:
    target = tmp_path / "mine.toml"
    done = plethu("ask", "--output", target, stdin=stdin)
    assert (done.code, done.out) == (2, "")
    assert "The input ended before the answers were confirmed, so nothing was written." in done.err
    assert not target.exists()


def test_a_folder_that_is_not_there_is_not_made(plethu: Typed, tmp_path: Path) -> None:
    done = plethu("ask", "--output", tmp_path / "no" / "mine.toml", stdin=typed({}, "y"))
    assert done.code == 2
    assert "There is no folder" in done.err
    assert "Page 1" not in done.err
    assert not (tmp_path / "no").exists()


def test_the_answers_are_shown_before_anything_is_written(plethu: Typed, tmp_path: Path) -> None:
    target = tmp_path / "mine.toml"
    answers = {("answers", "maturity"): "2"}
    done = plethu("ask", "--output", target, stdin=typed(answers, "what", "n"))
    assert (done.code, done.out) == (0, "")
    assert done.err.count("  How far along is the collaboration? It is new") == 2
    assert "Nothing was written." in done.err
    assert not target.exists()
    done = plethu("ask", "--output", target, stdin=typed(answers, "b", "", "y"))
    assert "Written: " in done.err
    assert tomllib.loads(target.read_text("utf-8"))["answers"] == {"maturity": ["early"]}


def test_a_file_that_is_there_is_not_written_over(plethu: Typed, tmp_path: Path) -> None:
    target = tmp_path / "mine.toml"
    target.write_text("precious", "utf-8")
    done = plethu("ask", "--output", target, stdin=typed({}, "y"))
    assert done.code == 2
    assert "already" in done.err
    assert "Page 1" not in done.err
    assert target.read_text("utf-8") == "precious"


def test_the_questions_in_welsh_lead_to_the_same_situation(plethu: Typed) -> None:
    done = plethu("ask", "--lang", "cy", stdin=typed({("answers", "maturity"): "2"}, "i"))
    assert "Pa mor bell y mae'r cydweithrediad wedi datblygu?" in done.err
    assert situation(done).answers == {"maturity": ("early",)}


def test_what_is_asked_can_go_straight_to_advice(plethu: Typed) -> None:
    asked = plethu("ask", stdin=typed({("name", ""): "Straight on"}, "y"))
    assert plethu("advise", "-", stdin=asked.out.encode()).out.startswith("Straight on")
