"""`plethu breakout`: from a list to a plan that can be read, shown, loaded and checked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pptx import Presentation

from ..command_line import Typed
from .breakout_checker import wrong_with
from .breakout_lists import register


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    rows = [f"{p.key},{p.values['sector']},{p.values['area']}" for p in register()]
    path.write_text("\n".join(["Name,Sector,Area", *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def plethu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capfd)


ASKED = ("--groups", "9", "--rounds", "4", "--balance", "Sector,Area", "--moves", "20000")


def test_json_is_a_plan_whose_certificate_holds(plethu: Typed, people: Path) -> None:
    done = plethu("breakout", people, *ASKED, "--format", "json")
    assert (done.code, done.err) == (0, "")
    made = json.loads(done.out)
    rows = list(csv.DictReader(people.open(encoding="utf-8")))
    assert wrong_with(made, rows) == []
    assert len(made["rounds"]) == 4
    assert made["certificate"]["seed"] == 1
    assert all(wrong_with(other, rows) == [] for other in made["choices"])


def test_a_choice_is_the_plan_that_is_asked_for(plethu: Typed, tmp_path: Path) -> None:
    """Two by two of eight and eight, five times: 80 meetings across, and only 64 such pairs. Not both can be had."""
    path = tmp_path / "people.csv"
    path.write_text("Name,Sector\n" + "".join(f"P{n},s{n % 2}\n" for n in range(16)), "utf-8")
    asked = ("--groups", "4", "--rounds", "5", "--balance", "Sector", "--moves", "10000", "--format", "json")
    first, second = (json.loads(plethu("breakout", path, *asked, "--choice", each).out) for each in "12")
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    assert [wrong_with(made, rows) for made in (first, second)] == [[], []]
    made, instead = first["certificate"], second["certificate"]
    assert first["choices"][0]["certificate"] == instead
    assert second["choices"][0]["certificate"] == made
    assert made["objective"] <= instead["objective"]
    assert (made["repeats"] < instead["repeats"]) != (
        sum(made["imbalance"].values()) < sum(instead["imbalance"].values())
    )
    refused = plethu("breakout", path, *asked, "--choice", "3")
    assert (refused.code, len(refused.err.splitlines())) == (2, 2)


def test_the_sheet_says_who_sits_where_and_how_good_it_is(plethu: Typed, people: Path) -> None:
    english, welsh = (plethu("breakout", people, *ASKED, "--lang", each).out for each in ("en", "cy"))
    assert english.startswith("Round 1\n  Group 1: P")
    assert welsh.startswith("Rownd 1\n  Grŵp 1: P")
    assert "Nobody meets anybody twice." in english


def test_rooms_and_the_list_for_the_video_tool_agree(plethu: Typed, people: Path) -> None:
    rooms, video = (plethu("breakout", people, *ASKED, "--format", each).out for each in ("rooms", "csv"))
    read = {row["Person"]: row for row in csv.DictReader(io.StringIO(rooms))}
    assert len(read) == 70
    assert all(
        read[row["Person"]][f"Round {row['Round']}"] == row["Room"] for row in csv.DictReader(io.StringIO(video))
    )


def test_slides_show_every_group_of_every_round(plethu: Typed, people: Path, tmp_path: Path) -> None:
    file = tmp_path / "groups.pptx"
    done = plethu("breakout", people, *ASKED, "--format", "pptx", "--output", file, "--lang", "cy")
    assert (done.code, done.err) == (0, "")
    shown = Presentation(str(file))
    texts = [shape.text_frame.text for slide in shown.slides for shape in slide.shapes]
    assert [text for text in texts if text.startswith("Rownd")] == [f"Rownd {r}" for r in (1, 1, 2, 2, 3, 3, 4, 4)]
    assert sum(text.count("\n") for text in texts) == 4 * 70
    assert plethu("breakout", people, *ASKED, "--format", "pptx").code == 2


def test_without_a_number_of_groups_it_tells_what_each_would_mean(plethu: Typed, people: Path) -> None:
    done = plethu("breakout", people, "--rounds", "4")
    assert "  Groups: 9, with so many in each: 7-8: nobody need meet twice, in up to this many rounds: 9\n" in done.out
    told = json.loads(plethu("breakout", people, "--format", "json").out)
    assert [each["groups"] for each in told["numbers"]] == list(range(9, 24))


def test_clashing_wishes_are_told_with_their_lines_and_the_least_to_drop(plethu: Typed, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Together,Apart\nAna,Bo,\nBo,,Ana\n" + "".join(f"P{n},,\n" for n in range(7)), "utf-8")
    done = plethu("breakout", path, "--groups", "3")
    assert done.code == 2
    assert done.err.splitlines() == [
        f"{path}:2: Clash 1: “Ana” and “Bo” are to be together. The wishes of this clash cannot all be kept.",
        f"{path}:3: Clash 1: “Bo” and “Ana” are to be apart. The wishes of this clash cannot all be kept.",
        f"{path}:2: Enough to drop, 1 of 1: “Ana” and “Bo” together.",
    ]


def test_too_few_groups_are_told_how_many_would_do(plethu: Typed, people: Path) -> None:
    done = plethu("breakout", people, "--groups", "8")
    assert done.code == 2
    assert "Numbers of groups that would do: 9–23." in done.err


def test_no_number_of_groups_is_advised_that_suits_one_round_alone(plethu: Typed, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Rounds\n" + "".join(f"P{n},{'1' if n > 4 else ''}\n" for n in range(24)), "utf-8")
    done = plethu("breakout", path, "--groups", "4", "--rounds", "2")
    assert "No number of groups would do." in done.err
    assert "it takes 3 groups or more; for 3 at least there are people for 1 or fewer." in done.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--groups", "0"), ("--groups", "x"), ("--rounds", "13"), ("--sizes", "2-9"), ("--sizes", "five"),
        ("--balance", "Sector=0"), ("--balance", "Sector,Sector"), ("--balance", "=2"), ("--moves", "-1"),
        ("--groups", "9", "--moves", "1", "--choice", "8"),
    ],
)  # fmt: skip
def test_options_that_make_no_sense_are_refused_in_a_sentence(plethu: Typed, people: Path, wrong) -> None:
    done = plethu("breakout", people, *wrong)
    assert done.code == 2
    assert len(done.err.splitlines()) <= 2
    assert "Traceback" not in done.err
