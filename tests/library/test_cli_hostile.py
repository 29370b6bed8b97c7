"""Whatever is given to the command line: a sentence with file and line, exit code 2, and never a fault of ours."""

import io
import json
import shutil
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from plethu.cli.commands import COMMANDS
from plethu.cli.main import main
from plethu.framework.building import build_file
from plethu.framework.editions import DEFAULT, default_edition, editions_folder

from .command_line import Typed

FOLDER = editions_folder() / DEFAULT
EXAMPLE = FOLDER / "situations" / "rural.toml"
EDITION = default_edition()
SMALL = Path(__file__).parents[2] / "docs" / "guide" / "small-edition"

IDS = st.sampled_from(
    [d.id for d in EDITION.dimensions]
    + [a.id for a in EDITION.actions]
    + [v.id for d in EDITION.dimensions for v in d.values]
)
SCALARS = st.one_of(st.text(max_size=20), IDS, st.integers(), st.floats(), st.booleans(), st.none())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(IDS, st.text(max_size=8)), inner, max_size=3)
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    [
        "edition",
        "name",
        "purpose",
        "route",
        "capacity",
        "difficulties",
        "answers",
        "in_place",
        "have",
        "today",
        "overrides",
        "other",
    ]
)
SITUATIONS = st.dictionaries(FIELDS, VALUES, max_size=6).map(lambda values: json.dumps(values).encode())
PIECES = [
    *(
        "[answers]\n",
        "[in_place]\n",
        "[overrides]\n",
        "name = ",
        '"early"',
        "maturity = ",
        "grant-funding",
        " = ",
        "true",
    ),
    *("answers.aims", "2024-01-01", "1e999", "0x", "nan", "\\u0000", '"""', "\n", "\r", *"[]{}\"'\\.#,"),
]
TOML_LIKE = st.lists(st.sampled_from(PIECES), max_size=30).map(lambda parts: "".join(parts).encode())


class Bytes(io.TextIOWrapper):
    """A stream to write to, and to read back."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors="backslashreplace")

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined]


def run(*words: object, stdin: bytes = b"") -> tuple[int, str, str]:
    """Run a command without pytest's capturing, which hypothesis cannot begin anew for every example."""
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        with redirect_stdout(Bytes()) as out, redirect_stderr(Bytes()) as err:
            code = main([str(word) for word in words])
        return code, out.text(), err.text()
    finally:
        sys.stdin = before


def must_be_good_or_refused(code: int, out: str, err: str) -> None:
    assert code in (0, 2), err
    assert (code == 2) == bool(err), err
    assert "Traceback" not in err
    if code == 2:
        assert not out
        assert not any(character in err for character in "\x00\x1b\u202e")


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        SITUATIONS,
        TOML_LIKE,
        st.text(max_size=100).map(lambda t: t.encode("utf-8", "replace")),
    )
)
def test_any_bytes_as_a_situation(data: bytes) -> None:
    must_be_good_or_refused(*run("advise", "-", stdin=data))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 2**16), st.booleans())
def test_any_damage_to_a_situation(noise: bytes, at: int, replacing: bool) -> None:
    data = EXAMPLE.read_bytes()
    start = at % len(data)
    damaged = data[:start] + noise + data[start + (len(noise) if replacing else 0) :]
    must_be_good_or_refused(*run("whatif", "-", "--set", "answers.maturity=early", stdin=damaged))


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=30),
    st.sampled_from(["", "answers.", "have.", "in_place.", "today.", "overrides.", "capacity"]),
    st.text(max_size=20),
)
def test_any_setting(key: str, part: str, value: str) -> None:
    must_be_good_or_refused(*run("whatif", EXAMPLE, f"--set={part}{key}={value}"))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([name for name in COMMANDS if name != "ask"]),
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(["--lang", "--", "-", "--format", "--kind", "--most", "cy", "json", "default"]),
        ),
        max_size=4,
    ),
)
def test_any_words(name: str, words: list[str]) -> None:
    must_be_good_or_refused(*run(*name.split(), *(word for word in words if "output" not in word)))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_anything_typed_to_the_questions(data: bytes) -> None:
    code, out, err = run("ask", stdin=data + b"\n" + b"s\n" * 60 + b"y\n")
    if code:
        assert (code, out) == (2, "")
        assert "nothing was written" in err
        return
    if not out:
        assert "Nothing was written" in err
        return
    must_be_good_or_refused(*run("advise", "-", "--format", "json", stdin=out.encode()))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(p.name for p in SMALL.iterdir() if p.is_file())),
    st.binary(max_size=300),
    st.integers(0, 2**20),
    st.booleans(),
)
def test_any_damage_to_an_edition(
    tmp_path_factory: pytest.TempPathFactory, name: str, noise: bytes, at: int, replacing: bool
) -> None:
    copy = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("fuzz") / "edition"))
    data = (copy / name).read_bytes()
    start = at % (len(data) + 1)
    (copy / name).write_bytes(data[:start] + noise + data[start + (len(noise) if replacing else 0) :])
    try:
        for words in (["check"], ["show"], ["desk"], ["coverage"], ["diff", SMALL]):
            must_be_good_or_refused(*run("edition", *words, copy))
    finally:
        shutil.rmtree(copy.parent)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_any_json_as_a_built_edition(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.mktemp("built") / "edition.json"
    path.write_text(json.dumps(value), "utf-8")
    code, out, err = run("edition", "check", path)
    assert (code, out) == (2, "")
    assert err.startswith(str(path))


def test_a_zip_as_an_edition_is_refused_in_clear_words(plethu: Typed, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "edition.zip", "w") as archive:
        archive.writestr("../../etc/passwd", "slip")
    done = plethu("edition", "check", tmp_path / "edition.zip")
    assert done.code == 2
    assert "archive" in done.err
    assert "archif" in plethu("edition", "check", tmp_path / "edition.zip", "--lang", "cy").err.lower()


def test_a_file_that_never_ends_is_given_up(plethu: Typed) -> None:
    done = plethu("advise", "/dev/zero")
    assert done.code == 2
    assert "too large" in done.err


@pytest.mark.parametrize("path", ["/nonexistent/x.toml", "/", "\udcff.toml", "a\x00b", "x" * 5000, ""])
def test_a_path_that_leads_nowhere(plethu: Typed, path: str) -> None:
    for words in (
        ("advise", path),
        ("advise", EXAMPLE, f"--edition={path or '/nowhere'}"),
        ("edition", "check", path or "/nowhere"),
    ):
        done = plethu(*words)
        assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("target", ["/nonexistent\x00/x", "/proc/nothing/x", "/"])
def test_what_cannot_be_written_is_said(plethu: Typed, target: str) -> None:
    done = plethu("advise", EXAMPLE, "--output", target)
    assert (done.code, done.out) == (2, "")
    assert "cannot be written" in done.err


def test_a_refused_situation_leaves_the_old_file_alone(plethu: Typed, tmp_path: Path) -> None:
    target = tmp_path / "advice.json"
    target.write_text("old", "utf-8")
    assert plethu("advise", "-", "--format", "json", "--output", target, stdin=b"name = 3").code == 2
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "data",
    [
        b"a" + b".a" * 100_000 + b" = 1",
        b"answers" + b".a" * 100_000 + b" = 1",
        b"name = " + b"[" * 100_000,
        b'{"answers":' * 50_000,
        b"x = 1\n" * 40_000,
        b"name = " + b"9" * 200_000,
        b'name = "' + b"\\u0000" * 10_000 + b'"',
        b"[[" * 100_000,
        b"#" * 300_000,
        b"answers = " + b"{a = " * 50_000,
    ],
    ids=range(10),
)
def test_what_is_huge_or_deep_is_refused_soon(plethu: Typed, data: bytes) -> None:
    done = plethu("advise", "-", stdin=data)
    assert (done.code, done.out) == (2, "")
    assert len(done.err) < 2000


def test_so_many_problems_are_not_all_listed(plethu: Typed) -> None:
    done = plethu("advise", "-", stdin=b"difficulties = [" + b",".join(b'"x%d"' % n for n in range(5000)) + b"]")
    assert done.code == 2
    assert len(done.err.splitlines()) == 201
    assert done.err.rstrip().endswith("more problems: 4800.")


def test_formulas_and_markup_in_names_are_only_text(plethu: Typed, tmp_path: Path) -> None:
    name = '=HYPERLINK("http://x")<script>alert(1)</script>'
    data = EXAMPLE.read_text("utf-8").replace('name = "Company in the villages"', f"name = '{name}'").encode()
    assert name.encode() in data
    for format in ("xlsx", "html", "docx", "pdf", "md", "text", "json"):
        assert plethu("advise", "-", "--format", format, "--output", tmp_path / f"a.{format}", stdin=data).code == 0
    assert "<script>" not in (tmp_path / "a.html").read_text("utf-8")
    cells = [cell for sheet in load_workbook(tmp_path / "a.xlsx") for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_an_edition_with_hostile_words_shows_them_as_words(plethu: Typed, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(SMALL, tmp_path / "edition"))
    text = (copy / "actions.toml").read_text("utf-8")
    start = text.index('en = "') + 6
    (copy / "actions.toml").write_text(text[:start] + "=1+1<b>" + text[start:], "utf-8")
    build_file(copy, tmp_path / "built.json")
    done = plethu("advise", "-", "--edition", tmp_path / "built.json", "--format", "html", stdin=b"")
    assert done.code == 0
    assert "=1+1&lt;b&gt;" in done.out
    escaped = (tmp_path / "built.json").read_bytes().replace(b"=1+1<b>", b"\\u001b[2J", 1)
    (tmp_path / "built.json").write_bytes(escaped)
    assert plethu("edition", "check", tmp_path / "built.json").code == 2


def test_a_terminal_is_never_sent_what_a_path_hides(plethu: Typed) -> None:
    done = plethu("advise", "\x1b[2J\u202eevil.toml")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err


def test_our_own_fault_is_said_to_be_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    import plethu.cli.advise

    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(plethu.cli.advise, "advise", broken)
    code, _, err = run("advise", EXAMPLE)
    assert code == 1
    assert "ZeroDivisionError: oh" in err
    monkeypatch.setenv("PLETHU_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("advise", EXAMPLE)
