"""`plethu search`: strategies checked, translated, run and held against known items, as a shell sees it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plethu.reporting.search_platforms import tell_platform
from plethu.searching.platforms import PLATFORMS, platform

from .command_line import Typed

EBSCO = """# platform: ebsco
# database: PsycInfo

A. Village
(village N2 hall*) OR third sector

B. Gardening
garden* OR
allotment

A + B
"""
OVID = 'A. Village\n(village adj2 hall*) or "third sector"\n\nB. Gardening\ngarden* or allotment\n\nA + B\n'
RECORDS = """TY  - JOUR
TI  - A garden club in the village hall
AB  - Neighbours grew vegetables.
DO  - 10.1234/invented.1
ER  -

TY  - JOUR
TI  - The village and its old stone hall: allotments
AB  - Plots for all.
DO  - 10.1234/invented.2
ER  -

TY  - JOUR
TI  - The village, whose two halls have gardens
ER  -
"""


@pytest.fixture
def ebsco(tmp_path: Path) -> Path:
    return written(tmp_path / "ebsco.txt", EBSCO)


@pytest.fixture
def ovid(tmp_path: Path) -> Path:
    return written(tmp_path / "ovid.txt", OVID)


@pytest.fixture
def desk(plethu: Typed, tmp_path: Path) -> Path:
    plethu("import", written(tmp_path / "records.ris", RECORDS), "--to", tmp_path / "desk")
    return tmp_path / "desk"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_what_cannot_be_read_is_shown_with_its_place(plethu: Typed, tmp_path: Path) -> None:
    path = written(tmp_path / "bad.txt", 'A. X\n(village OR "hall\n\nB. Y\n\ngarden OR\n\nOR shed\n')
    done = plethu("search", "check", path, "--from", "ebsco")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[:3] == [
        f"{path}:2: A: This quotation mark has no partner. Add the second one after the last word of the phrase.",
        '    (village OR "hall',
        "                ^",
    ]
    assert f"{path}:6: B: Nothing follows OR. Add a term, or take the operator out." in done.err


def test_findings_stand_under_the_elements_of_press_with_what_to_write(plethu: Typed, ebsco: Path) -> None:
    done = plethu("search", "check", ebsco, "--since", "2020-03")
    assert done.code == 0
    operators, rest = done.out.split("Boolean and proximity operators\n")[1].split("  Subject headings\n")
    assert "third sector\n" + " " * 30 + "^^^^^^^^^^^^" in operators
    assert 'Write instead: "third sector"' in operators
    assert "PsycInfo" in rest
    assert "March 2020" in rest.split("Limits and filters")[1]


def test_several_files_are_one_strategy_and_drift_is_shown(plethu: Typed, ebsco: Path, ovid: Path) -> None:
    done = plethu("search", "check", ebsco, ovid, "--from", "ebsco", "--from", "ovid", "--database", "CINAHL")
    together = done.out.split("Held against each other.")[1]
    assert "N2 has become adj2" in together
    assert "Write instead: village adj3 hall*" in together
    assert "“CINAHL”" in together


def test_the_check_as_json_has_everything(plethu: Typed, ebsco: Path, ovid: Path) -> None:
    done = plethu("search", "check", ebsco, ovid, "--from=ebsco", "--from=ovid", "--format", "json")
    found = json.loads(done.out)
    first = found["strategies"][0]
    assert (first["platform"], first["database"]) == ("ebsco", "PsycInfo")
    unquoted = next(each for each in first["findings"] if each["code"] == "unquoted")
    assert (unquoted["block"], unquoted["instead"]) == ("A", '"third sector"')
    assert {"key", "element", "severity", "start", "end", "sentence", "why"} <= set(unquoted)
    assert "drift-distance" in {each["code"] for each in found["together"]}


def test_faults_as_json_still_end_with_two(plethu: Typed, tmp_path: Path) -> None:
    done = plethu("search", "check", written(tmp_path / "a.txt", "village ("), "--from", "wos", "--format", "json")
    assert done.code == 2
    assert json.loads(done.out)["strategies"][0]["faults"][0]["line"] == 1
    assert "bracket" in done.err


def test_what_cleaning_took_away_is_said(plethu: Typed, tmp_path: Path) -> None:
    path = written(tmp_path / "pasted.txt", "garden\\* OR “village hall”\n")
    done = plethu("search", "check", path, "--from", "scopus")
    assert "Backslashes of Markdown: 1" in done.out
    assert "Curly quotation marks: 2" in done.out


def test_a_search_file_says_its_platform(plethu: Typed, tmp_path: Path) -> None:
    told = {"search_string": "TS=(village NEAR/2 hall)", "platform": "Web of Science", "database": ["SSCI"]}
    path = written(tmp_path / "search.json", json.dumps(told))
    assert plethu("search", "translate", path, "--to", "ovid", "--as", "whole").out == "(village adj3 hall).ti,ab,kf.\n"


def test_without_a_platform_the_reason_is_said(plethu: Typed, ovid: Path) -> None:
    done = plethu("search", "check", ovid)
    assert done.code == 2
    assert "the same signs mean different things on different platforms" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "OVID", "EBSCO", "--from", "ovid"), "once for each file"),
        (("check", "-", "-"), "Standard input can be read once"),
        (("check", "OVID", "--from", "dialog"), "It is one of: ebsco, ovid"),
        (("check", "EBSCO", "--since", "spring"), "Write the date like"),
        (("translate", "EBSCO"), "`--to` is missing"),
        (("translate", "EBSCO", "--to", "lens", "--as", "numbered"), "cannot be written as numbered lines"),
        (("run", "EBSCO"), "`--records` is missing"),
        (("known", "EBSCO", "--records", "."), "`--known` is missing"),
        (("run", "EBSCO", "--records", "nowhere"), "no folder of imports"),
        (("platforms", "escbo"), "Did you mean “ebsco”?"),
        (("chek",), "Did you mean: `plethu search check`"),
    ],
)
def test_wrong_use_is_said(plethu: Typed, ebsco: Path, ovid: Path, words: tuple[str, ...], said: str) -> None:
    files = {"EBSCO": ebsco, "OVID": ovid}
    done = plethu("search", *(files.get(word, word) for word in words))
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_each_line_is_written_with_its_notes(plethu: Typed, ebsco: Path) -> None:
    done = plethu("search", "translate", ebsco, "--to", "pubmed")
    assert done.code == 0
    assert done.out.startswith("PubMed: wider, narrower\n")
    assert "  - Wider: The distance cannot be written here" in done.out
    assert "      village N2 hall*" in done.out
    assert "Formula\n    #1 AND #2" in done.out


def test_the_search_alone_stands_on_standard_output(plethu: Typed, ebsco: Path, tmp_path: Path) -> None:
    done = plethu("search", "translate", ebsco, "--to", "ovid", "--as", "numbered", "--output", tmp_path / "ovid.txt")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "ovid.txt").read_text("utf-8") == (
        "1\t(village adj3 hall*) or (third adj6 sector)\n2\tgarden* or allotment\n3\t1 and 2\n"
    )
    assert "third sector" in done.err
    again = plethu("search", "translate", tmp_path / "ovid.txt", "--from", "ovid", "--to", "ebsco", "--as", "whole")
    assert again.out == "((village N2 hall*) OR (third N5 sector)) AND (garden* OR allotment)\n"


def test_words_of_the_records_write_out_open_ends(plethu: Typed, ebsco: Path, desk: Path) -> None:
    done = plethu("search", "translate", ebsco, "--to", "pubmed", "--words", desk)
    assert '"village hall"[tiab:~2]' in done.out
    assert '"village halls"[tiab:~2]' in done.out


def test_strict_writes_nothing_where_the_meaning_changes(plethu: Typed, ebsco: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    refused = plethu("search", "translate", ebsco, "--to", "pubmed", "--strict", "--output", out)
    assert (refused.code, refused.out, out.exists()) == (2, "", False)
    assert "Nothing was written, because the meaning would change" in refused.err
    assert plethu("search", "translate", ebsco, "--to", "ovid", "--strict", "--output", out).code == 0
    assert out.exists()


def test_all_platforms_at_once(plethu: Typed, ebsco: Path) -> None:
    found = json.loads(plethu("search", "translate", ebsco, "--to", "all", "--format", "json").out)
    assert [each["platform"] for each in found["translations"]] == [id for id in PLATFORMS if id != "ebsco"]
    assert {"text", "effects", "notes"} <= set(found["translations"][0]["lines"][0])


def test_lines_that_double_with_each_step_are_not_unfolded(plethu: Typed, tmp_path: Path) -> None:
    lines = "".join(f"{n} S{n - 1} OR S{n - 1}\n" for n in range(2, 60))
    path = written(tmp_path / "doubling.txt", f"# platform: ebsco\n1 village\n{lines}")
    assert "1 or 1" in plethu("search", "translate", path, "--to", "ovid").out
    assert plethu("search", "translate", path, "--to", "ovid", "--as", "whole").code == 2


def test_a_run_counts_each_line_the_formula_and_each_term(plethu: Typed, ebsco: Path, desk: Path) -> None:
    done = plethu("search", "run", ebsco, "--records", desk, "--terms")
    assert (done.code, done.err) == (0, "")
    counts = [line.split()[-1] for line in done.out.splitlines()[1:4]]
    assert counts == ["2", "2", "2"]
    assert "third sector" in done.out.split("What each term of line A brings")[1]
    assert "A platform's own counts differ" in done.out
    found = json.loads(plethu("search", "run", ebsco, "--records", desk, "--terms", "--format", "json").out)
    assert (found["records"], found["hits"], len(found["ids"])) == (3, 2, 2)
    assert [term["term"] for term in found["blocks"][0]["terms"]] == ["village N2 hall*", "third sector"]


def test_the_index_is_made_once_and_anew_for_other_records(plethu: Typed, ebsco: Path, desk: Path) -> None:
    plethu("search", "run", ebsco, "--records", desk)
    (first,) = (desk / "index").iterdir()
    made = first.stat().st_mtime_ns
    plethu("search", "run", ebsco, "--records", desk)
    assert first.stat().st_mtime_ns == made
    plethu("import", written(desk.parent / "more.ris", RECORDS.replace("Plots", "Beds")), "--to", desk)
    assert plethu("search", "run", ebsco, "--records", desk).out.startswith(f"{desk}: records searched: 6\n")
    (second,) = (desk / "index").iterdir()
    assert second != first


def test_a_damaged_index_is_made_anew(plethu: Typed, ebsco: Path, desk: Path) -> None:
    before = plethu("search", "run", ebsco, "--records", desk)
    (index,) = (desk / "index").iterdir()
    index.write_bytes(b"nothing of the kind")
    assert plethu("search", "run", ebsco, "--records", desk) == before


def test_where_the_folder_cannot_take_an_index_it_is_made_elsewhere(plethu: Typed, ebsco: Path, desk: Path) -> None:
    (desk / "index").write_text("a file in its place")
    assert plethu("search", "run", ebsco, "--records", desk).code == 0
    assert (desk / "index").read_text() == "a file in its place"


def test_two_strategies_are_compared_record_by_record(plethu: Typed, ebsco: Path, ovid: Path, desk: Path) -> None:
    words = ("search", "run", ebsco, "--records", desk, "--against", ovid, "--against-from", "ovid")
    done = plethu(*words)
    lost = done.out.split(f"Found by {ebsco} only: 1\n")[1]
    assert "  - The village, whose two halls have gardens\n" in lost
    assert "with 1 other words between at most" in lost
    found = json.loads(plethu(*words, "--format", "json").out)["against"]
    assert (found["both"], len(found["lost"]), found["gained"]) == (1, 1, [])


def test_what_cannot_be_run_is_shown_and_ends_with_two(plethu: Typed, desk: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "lines.txt", "# platform: ebsco\nS1 village\nS2 S1 OR S9\n")
    done = plethu("search", "run", path, "--records", desk)
    assert done.code == 2
    assert "  1.              3\n  2.              -\n" in done.out
    assert done.err.splitlines()[0].startswith(f"{path}:3: 2: There is no line called “9”.")


def test_known_items_are_found_missed_with_the_reason_or_not_there(plethu: Typed, ebsco: Path, desk: Path) -> None:
    known = "10.1234/invented.1\nhttps://doi.org/10.1234/invented.2\nA title that nobody has\n"
    words = ("search", "known", ebsco, "--records", desk, "--known", written(desk.parent / "known.txt", known))
    done = plethu(*words)
    assert done.code == 0
    assert done.out.startswith("Known items: 3. Found: 1. Missed: 1. Not among the records: 1\n")
    assert "The record has 4 between: “village and its old stone hall”, in the title." in done.out
    assert "another form of it: “allotments”" in done.out
    states = [each["state"] for each in json.loads(plethu(*words, "--format", "json").out)["items"]]
    assert states == ["found", "missed", "absent"]


def test_a_file_without_known_items_is_refused(plethu: Typed, ebsco: Path, desk: Path) -> None:
    done = plethu("search", "known", ebsco, "--records", desk, "--known", written(desk.parent / "none.txt", "\n"))
    assert done.code == 2


@pytest.mark.parametrize("id", PLATFORMS)
def test_all_that_is_known_of_a_platform_has_its_source(plethu: Typed, id: str) -> None:
    done = plethu("search", "platforms", id)
    assert done.code == 0
    for source in platform(id).sources:
        assert f"{source.id}: {source.title}. {source.seen}; {source.strength}." in done.out
    contested = any(fact.contested for fact in tell_platform(platform(id), "en").facts)
    assert ("[Contested]" in done.out) is contested
    assert json.loads(plethu("search", "platforms", id, "--format", "json").out)["id"] == id


def test_the_example_distance_of_each_platform_is_read_as_two_words_between(plethu: Typed) -> None:
    signs = {id: tell_platform(platform(id), "en").fact("near").text for id in PLATFORMS}
    assert (signs["ebsco"], signs["ovid"], signs["embase"]) == ("N2", "adj3", "NEAR/3")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe\xfa",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b'{"search_string": 3, "platform": "PubMed"}',
        b'{"search_string": "a", "platform": "Dialog"}',
        b'{"' + b"[" * 5000,
        b"(" * 3000,
        b'"' * 999,
        b"village N999999999999 hall (",
        b"village\x1b]0;title\x07 (",
        "village \u202ehall\u0085(".encode(),
    ],
)
def test_hostile_files_are_refused_in_words(plethu: Typed, desk: Path, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(data)
    given = () if data[:1] == b"{" and b"Dialog" in data else ("--from", "ebsco")
    for words in (("check",), ("translate", "--to", "wos"), ("run", "--records", desk)):
        done = plethu("search", words[0], path, *given, *words[1:])
        assert (done.code, done.out) == (2, "")
        assert str(path) in done.err
        assert not any(sign in done.err for sign in "\x00\x07\x1b\x85\u202e")
        assert "fault of its own" not in done.err


def test_very_many_terms_are_run(plethu: Typed, desk: Path, tmp_path: Path) -> None:
    many = " OR ".join(["village", *(f"word{number}*" for number in range(10_000))])
    path = written(tmp_path / "many.txt", f"# platform: ebsco\n{many}\n")
    done = plethu("search", "run", path, "--records", desk, "--terms")
    assert (done.code, done.out.splitlines()[1].split()[-1]) == (0, "3")
    assert "was not counted" in done.out


def test_a_folder_of_imports_without_records_gives_nothing(plethu: Typed, ebsco: Path, tmp_path: Path) -> None:
    (tmp_path / "empty" / "imports").mkdir(parents=True)
    done = plethu("search", "run", ebsco, "--records", tmp_path / "empty")
    assert (done.code, done.out.splitlines()[0]) == (0, f"{tmp_path / 'empty'}: records searched: 0")


def test_welsh(plethu: Typed, ebsco: Path, desk: Path) -> None:
    assert "Ysgrifennwch hyn yn lle hynny" in plethu("search", "check", ebsco, "--lang", "cy").out
    assert "cofnodion a chwiliwyd: 3" in plethu("search", "run", ebsco, "--records", desk, "--lang", "cy").out


def in_a_shell(*words: object, **more: object) -> "subprocess.Popen[bytes]":
    code = "import sys; from plethu.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload]


def test_a_reader_who_stops_reading_is_no_fault(ebsco: Path) -> None:
    running = in_a_shell("search", "translate", ebsco, "--to", "all")
    assert running.stdout
    running.stdout.close()
    assert running.wait(60) == 0
    assert running.stderr
    assert running.stderr.read() == b""
    running.stderr.close()


def test_ctrl_c_leaves_no_half_made_index(ebsco: Path, desk: Path) -> None:
    (import_,) = (desk / "imports").iterdir()
    row = (import_ / "records.jsonl").read_bytes().splitlines(keepends=True)[0]
    with (import_ / "records.jsonl").open("ab") as file:
        file.write(row * 200_000)
    with in_a_shell("search", "run", ebsco, "--records", desk) as running:
        for _ in range(6_000):
            if (desk / "index").is_dir() and any((desk / "index").iterdir()):
                break
            assert running.poll() is None
            time.sleep(0.01)
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(60) == 130
    assert not (desk / "index").exists()
