"""`plethu import` and `plethu export`, as a shell sees them."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..command_line import Typed

GOOD = "TY  - JOUR\nTI  - A\nPY  - 2020\nER  -\n\nTY  -\nER  -\n"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capfd)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.ris"
    path.write_text(GOOD)
    return path


def test_a_file_is_imported_and_accounted_for(typed: Typed, good: Path, tmp_path: Path) -> None:
    done = typed(
        "import", good, "--to", tmp_path / "desk", "--report", tmp_path / "report.json", "--database", "Invented"
    )
    assert done.code == 0
    assert done.out.splitlines() == [
        f"{good}: found 2, read 1, of these with repairs 0, refused 1",
        f"{good}:6: record 2: Nothing stands in the record but its frame.",
        "The sums hold: every record found was read or refused, and a second count agrees.",
    ]
    (report,) = json.loads((tmp_path / "report.json").read_bytes())
    assert (report["read"], report["origin"]["route"], report["origin"]["database"]) == (1, "database", "Invented")


def test_the_same_file_again_is_said_to_be_there(typed: Typed, good: Path, tmp_path: Path) -> None:
    typed("import", good, "--to", tmp_path / "desk")
    done = typed("import", good, "--to", tmp_path / "desk")
    assert (done.code, done.out) == (0, f"{good}: this very file was imported before. Nothing was added or changed.\n")


def test_of_several_files_each_is_whole_or_absent_by_itself(typed: Typed, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ris"
    bad.write_bytes(b"TY  - JOUR\nAB  - " + b"x" * 9_000_000)
    done = typed(
        "import", bad, tmp_path / "missing.ris", good, "--to", tmp_path / "desk", "--report", tmp_path / "r.md"
    )
    assert done.code == 2
    assert done.err.splitlines()[0].startswith(f"{bad}:2: This line is longer than any line of a record can be.")
    assert done.err.splitlines()[1].startswith(f"{tmp_path / 'missing.ris'}: The file cannot be read")
    assert len(list((tmp_path / "desk" / "imports").iterdir())) == 1
    assert "good.ris" in (tmp_path / "r.md").read_text()


def test_in_welsh(typed: Typed, good: Path, tmp_path: Path) -> None:
    done = typed("import", good, "--to", tmp_path / "desk", "--report", tmp_path / "r.html", "--lang", "cy")
    assert "gwrthodwyd 1" in done.out
    assert '<html lang="cy">' in (tmp_path / "r.html").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "`--to` is missing"),
        (("--to", "desk", "--report", "r.pdf"), "Let it end in one of these: .json, .md, .html, .csv"),
        (("--to", "desk", "--report", "missing/r.md"), "There is no folder missing"),
        (("--to", "desk", "--searched", "soon"), "Write the date like 2024-05-31"),
        (("--to", "desk", "--hits", "many"), "has to be a whole number"),
        (("--to", "desk", "--map", "Heading"), "Write it as `COLUMN=VARIABLE`"),
        (("--to", "desk", "--format", "docx"), "It is one of: ris"),
        (("another.ris", "--to", "desk", "--hits", "2"), "goes with one file"),
    ],
)
def test_wrong_use_is_explained_and_nothing_is_made(
    typed: Typed, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = typed("import", good, *words)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "desk").exists()


def test_the_hits_and_the_date_stay_with_the_import(typed: Typed, good: Path, tmp_path: Path) -> None:
    done = typed(
        "import", good, "--to", tmp_path / "desk", "--hits", "3", "--searched", "31 May 2024", "--route", "website"
    )
    assert "Fewer records came than the database said. Missing: 1." in done.out
    (origin,) = (tmp_path / "desk" / "imports").glob("*/origin.json")
    found = json.loads(origin.read_bytes())
    assert (found["hits"], found["searched"], found["route"]) == (3, "2024-05-31", "website")


def test_a_column_can_be_given_its_meaning(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Heading,Year,Authors\nA title,2020,\n")
    assert typed("import", path, "--to", tmp_path / "desk", "--map", "Heading=title").code == 0
    assert typed("export", tmp_path / "desk", "--format", "ris", "--output", tmp_path / "out.ris").code == 0
    assert "TI  - A title" in (tmp_path / "out.ris").read_text()


def test_a_folder_or_a_file_is_written_for_another_program(typed: Typed, good: Path, tmp_path: Path) -> None:
    typed("import", good, "--to", tmp_path / "desk")
    done = typed("export", tmp_path / "desk", "--format", "ris", "--output", tmp_path / "out.ris")
    assert (done.code, done.out, done.err) == (0, f"{tmp_path / 'out.ris'}: records written: 1\n", "")
    assert (tmp_path / "out.ris").read_bytes() == b"TY  - JOUR\r\nTI  - A\r\nPY  - 2020\r\nER  - \r\n\r\n"
    done = typed("export", good, "--format", "csl-json", "--output", tmp_path / "out.json")
    assert (done.code, done.err) == (0, "Left out, because they could not be read: 1\n")
    assert json.loads((tmp_path / "out.json").read_bytes())[0]["title"] == "A"


def test_an_export_of_what_is_none_is_explained(typed: Typed, tmp_path: Path) -> None:
    done = typed("export", tmp_path, "--format", "ris", "--output", tmp_path / "out.ris")
    assert (done.code, "This is no folder of imports" in done.err) == (2, True)
    assert not (tmp_path / "out.ris").exists()
    assert "`--output` is missing" in typed("export", tmp_path, "--format", "ris").err


def test_ctrl_c_keeps_nothing_of_the_file_in_hand(good: Path, tmp_path: Path) -> None:
    large, desk = tmp_path / "large.ris", tmp_path / "desk"
    large.write_text("TY  - JOUR\nTI  - A\nKW  - b\nER  -\n\n" * 40_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "plethu", "import", good, large, "--to", desk, "--report", tmp_path / "r.json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not list(desk.glob(".new-*/import/records.jsonl")) and time.monotonic() < until:
        time.sleep(0.002)
    while len(list(desk.glob("imports/*"))) < 1 or not list(desk.glob(".new-*/import/records.jsonl")):
        time.sleep(0.002)
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert len(list((desk / "imports").iterdir())) == 1
    assert not list(desk.glob(".new-*"))
    assert [each["file"] for each in json.loads((tmp_path / "r.json").read_bytes())] == ["good.ris"]


def test_progress_shows_in_a_terminal_and_only_there(good: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    path = tmp_path / "some.ris"
    path.write_text("TY  - JOUR\nTI  - A\nER  -\n\n" * 3000)
    words = [sys.executable, "-m", "plethu", "import", path, "--to"]
    subprocess.run([*words, tmp_path / "desk"], stderr=theirs, stdout=subprocess.DEVNULL, check=True, timeout=60)
    os.close(theirs)
    assert b"some.ris: " in os.read(ours, 10_000)
    os.close(ours)
    done = subprocess.run([*words, tmp_path / "desk2"], capture_output=True, check=True, timeout=60)
    assert done.stderr == b""


def test_names_of_files_cannot_steer_the_terminal(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.ris"
    path.write_text(GOOD)
    assert "\x1b" not in typed("import", path, "--to", tmp_path / "desk").out
