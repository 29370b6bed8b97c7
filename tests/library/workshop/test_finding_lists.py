"""A review's findings as a list, and editions in zip files: read whole, or refused with file, line and field."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Text
from plethu.framework.advising import advise
from plethu.framework.canonical import canonical
from plethu.framework.discussing import discussion_problems, highest_number
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.framework.finding_list import TEMPLATE, ListHead, edition_of_list, read_finding_list
from plethu.framework.reading import read_built, read_kept
from plethu.framework.situation import Situation
from plethu.framework.zipped import read_zip
from plethu.records.opened import Opened

HEAD = ListHead("beans", Text("Beans", "Ffa"), "2026-11", Text("A list.", "Rhestr."))
SMALL = Path(__file__).parents[3] / "docs" / "guide" / "small-edition"
WORDS = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=40)


def edition(folder: Path, text: str | bytes) -> Edition:
    path = folder / "findings.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return edition_of_list(read_finding_list(Opened(path)), HEAD)


def problems(folder: Path, text: str | bytes) -> list[tuple[str, int, str]]:
    with pytest.raises(BadInput) as refused:
        edition(folder, text)
    return [(each.code, each.line, each.field) for each in refused.value.problems]


def test_a_list_becomes_an_edition_that_reads_back_as_it_is(tmp_path: Path) -> None:
    made = edition(
        tmp_path,
        "number;finding_en;finding_cy;action;category\n"
        "1;Beans help;Mae ffa yn helpu;Grow;Food\n2;Soup helps;;Grow;\nb-3;;Dim ond Cymraeg;;Food\n4;Bread;;;\n",
    )
    assert [f.id for f in made.findings] == ["F001", "F002", "B-3", "F004"]
    assert [(f.action, f.category) for f in made.findings] == [
        ("grow", "food"), ("grow", "cross-cutting"), ("", "food"), ("", "cross-cutting"),
    ]  # fmt: skip
    assert [(a.id, a.category, a.name.en) for a in made.actions] == [("grow", "food", "Grow")]
    assert (made.findings[1].statement.language("cy"), made.findings[2].statement.language("en")) == ("en", "cy")
    assert read_built(canonical(made), "x").hash == read_kept(canonical(made)).hash == made.hash
    assert [*discussion_problems(made, "x")] == []
    assert len(advise(made, Situation()).actions) == 1


def test_everything_wrong_with_a_list_is_named_with_its_line(tmp_path: Path) -> None:
    text = 'number,finding\n1,a\nF001,b\n,c\n!!,d\n5,\n6,"open\n7,x,y\n8,left\u202eright\n' + f"9,{'x' * 2001}\n"
    assert problems(tmp_path, text) == [
        ("list-number-twice", 3, "number"),
        ("missing-field", 4, "number"),
        ("list-number-unreadable", 5, "number"),
        ("missing-field", 6, "finding_en"),
        ("not-csv", 7, ""),
        ("row-length", 8, ""),
        ("text-too-long", 10, "finding_en"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("list-columns-unknown", 0, "")]),
        ("colour,shape\nred,round\n", [("list-columns-unknown", 1, "")]),
        ("number,finding,colour\n1,a,red\n", [("unknown-field", 1, "colour")]),
        ("number,finding\n\n", [("list-empty", 0, "")]),
        ("number,finding\n" + "".join(f"{n},a\n" for n in range(1, 1003)), [("list-too-long", 1002, "")]),
        (
            "number,finding,action_en,action_cy,category\n1,a,Grow,Tyfu,Food\n2,b,Grow,Codi,Drink\n",
            [("list-translated-twice", 3, "action_cy"), ("list-action-in-two", 3, "category_en")],
        ),
        (b"PK\x03\x04 a workbook", [("list-not-text", 0, "")]),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, text: str | bytes, expected: list[tuple[str, int, str]]) -> None:
    assert problems(tmp_path, text) == expected


def test_columns_have_welsh_names_and_the_template_its_own(tmp_path: Path) -> None:
    made = edition(tmp_path, "Rhif\tCanfyddiad\tCam gweithredu\n7\tMae’n helpu\tTyfu\n".encode("utf-16"))
    assert [(f.id, f.statement.cy, f.action) for f in made.findings] == [("F007", "Mae’n helpu", "tyfu")]
    assert edition(tmp_path, ",".join(TEMPLATE) + "\n1,a,,,,,\n").findings[0].statement.en == "a"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=12), st.sampled_from(",;\t|"))
def test_any_list_is_taken_whole_or_refused_with_lines(
    tmp_path: Path, rows: list[tuple[str, str, str, str]], sign: str
) -> None:
    file = io.StringIO()
    written = csv.writer(file, delimiter=sign)
    written.writerow(("number", "finding_en", "finding_cy", "action_en"))
    written.writerows(rows)
    try:
        made = edition(tmp_path, file.getvalue())
    except BadInput as refused:
        assert all(each.file == "findings.csv" for each in refused.problems)
        assert all(each.line >= 2 or each.code == "list-empty" for each in refused.problems)
    else:
        said = [row for row in rows if any(cell.strip() for cell in row)]
        assert len(made.findings) == len(said)
        assert {f.action for f in made.findings} - {""} == {a.id for a in made.actions}
        assert read_built(canonical(made), "x").findings == made.findings


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def folder(place: str = "") -> dict[str, bytes]:
    return {f"{place}{path.name}": path.read_bytes() for path in SMALL.iterdir()}


def refused(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as found:
        read_zip(data, "mine.zip")
    return found.value.problems


def test_a_zipped_folder_is_read_with_or_without_the_folder_around_it() -> None:
    for place in ("", "village-hall/"):
        more = {
            f"__MACOSX/{place}._edition.toml": b"x",
            f"{place}situations/one.toml": b"y",
            "../../etc/evil.csv": b"z",
        }
        assert read_zip(zipped({**folder(place), **more}), "mine.zip").id == "village-hall"


def test_what_is_wrong_in_a_zipped_folder_is_named_by_file_and_line() -> None:
    files = folder("hall/")
    files["hall/findings.csv"] += b"F9\n"
    assert ("findings.csv", "row-length", 6) in [(p.file, p.code, p.line) for p in refused(zipped(files))]
    del files["hall/findings.csv"]
    assert ("findings.csv", "file-unreadable") in [(p.file, p.code) for p in refused(zipped(files))]


def test_zip_files_that_are_no_edition_or_would_fill_the_disk_are_refused() -> None:
    bomb = {**folder(), "queries.csv": b"0" * (33 * 1024 * 1024)}
    for data, code in (
        (b"PK\x03\x04 broken", "zip-broken"),
        (zipped({"readme.txt": b"x"}), "zip-no-edition"),
        (zipped({**folder("a/"), **folder("b/")}), "zip-two-editions"),
        (zipped({f"{n}.txt": b"" for n in range(1001)}), "zip-too-many"),
        (zipped(bomb), "zip-too-large"),
        (zipped(folder())[:-40], "zip-broken"),
    ):
        assert [each.code for each in refused(data)] == [code]
    lying = zipped(bomb).replace((33 * 1024 * 1024).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert [each.code for each in refused(lying)] == ["zip-broken"]


def test_an_edition_to_discuss_has_findings_with_numbers_that_can_be_typed() -> None:
    whole = default_edition()
    assert [*discussion_problems(whole, "x")] == []
    assert highest_number(f.id for f in whole.findings) == 280
    odd = msgspec.structs.replace(whole, id="../etc", findings=(msgspec.structs.replace(whole.findings[0], id="f 1"),))
    assert [(p.code, p.field) for p in discussion_problems(odd, "x")] == [
        ("bad-id", "id"), ("list-number-unreadable", "findings"),
    ]  # fmt: skip
    assert [p.code for p in discussion_problems(msgspec.structs.replace(whole, findings=()), "x")] == ["no-findings"]
