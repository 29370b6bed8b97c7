"""A file opened for reading: encodings, line ends, and what cannot be read at all."""

import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plethu.evidence.problems import BadInput
from plethu.records.opened import LONGEST_LINE, Opened, encoding_of

TEXT = "TY  - JOUR\nTI  - Gwirfoddoli yng Nghymru: tŷ, dŵr, ŵy\nER  - "


def lines(path: Path) -> list[str]:
    return [line.text for line in Opened(path).lines()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_found_out(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(TEXT.encode(encoding))
    assert lines(path) == TEXT.split("\n")


def test_lines_of_another_encoding_are_read_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "glued.ris"
    path.write_bytes("tŷ\n".encode() + "café – “x”\n".encode("cp1252") + b"plain\n\x81 undefined\n")
    found = list(Opened(path).lines())
    assert [line.text for line in found] == ["tŷ", "café – “x”", "plain", "\x81 undefined"]
    assert [line.mended for line in found] == [False, True, False, True]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(end.join(["a", "", "b", "c"]).encode())
    assert lines(path) == ["a", "", "b", "c"]


@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200),
    encoding=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_no_character_is_lost(tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str) -> None:
    assume(encoding != "utf-16" or not text.startswith("\0"))  # its first bytes are those of UTF-32
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(text.encode(encoding))
    assert "\n".join(lines(path)) == text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def test_line_ends_on_the_seam_between_two_reads(tmp_path: Path) -> None:
    path = tmp_path / "seam.ris"
    for shift in range(4):
        path.write_bytes(b"x" * (256 * 1024 - shift) + b"\r\ny\r\n")
        assert [len(line) for line in lines(path)] == [256 * 1024 - shift, 1]


def test_how_far_it_has_come_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(b"line\n" * 200_000)
    opened = Opened(path)
    seen = [opened.position for _ in opened.lines()]
    assert seen == sorted(seen)
    assert opened.position == opened.size == 1_000_000


def test_a_line_too_long_for_any_record_is_refused_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "long.ris"
    path.write_bytes(b"TY  - JOUR\nAB  - " + b"x" * (LONGEST_LINE + 600_000) + b"\nER  - \n")
    with pytest.raises(BadInput) as caught:
        lines(path)
    assert [(p.code, p.line) for p in caught.value.problems] == [("line-too-long", 2)]


@pytest.mark.parametrize("name", ["missing.ris", "folder", "zero\0byte", "pipe"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput) as caught:
        Opened(tmp_path / name)
    assert caught.value.problems[0].code in ("file-unreadable", "not-a-file")


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "empty.ris"
    path.write_bytes(b"")
    assert lines(path) == []


@given(st.binary(max_size=300))
def test_any_bytes_have_an_encoding(head: bytes) -> None:
    encoding, mark = encoding_of(head)
    head.removeprefix(mark).decode(encoding, "replace")
