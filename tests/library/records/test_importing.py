"""An import is whole or absent, accounts for every record, and keeps the original bytes and the origin."""

import ast
import hashlib
import multiprocessing
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plethu.records as package
from plethu.evidence.problems import BadInput
from plethu.records import storing
from plethu.records.importing import Cancelled, Reading, read_file
from plethu.records.origin import Origin
from plethu.records.record import Record, Remark
from plethu.records.storing import import_file, imports_in, records_in, report_in, rows_of
from plethu.wording import has

SOURCES = Path(package.__file__).parent
RIS = "1.\nTY  - JOUR\nTI  - Caffé\nPY  - 2020\nQQ  - odd\nER  - \n\nTY  -\nER  -\n\nTY - BOOK\nTI  - Ail\nER  - \n"
ORIGIN = Origin("database", "Invented Index", "Invented Platform", "2024-05", "purpose AND partner*", 4)


def file(folder: Path, content: str | bytes = RIS, name: str = "export.ris") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def many(number: int) -> str:
    return "".join(
        f"TY  - JOUR\nTI  - Title {n}\nAU  - Jones, M.\nAB  - {'word ' * 60}\nER  - \n\n" for n in range(number)
    )


def leftovers(folder: Path) -> list[str]:
    return [str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and p.name != ".lock"]


# Reading with an account


def test_every_record_is_accounted_for(tmp_path: Path) -> None:
    reading = read_file(file(tmp_path))
    titles = [item.csl["title"] for item in reading.items() if isinstance(item, Record)]
    report = reading.report()
    assert titles == ["Caffé", "Ail"]
    assert (report.found, report.whole, report.repaired, len(report.refused), report.counted) == (3, 1, 1, 1, 3)
    assert report.read == 2
    assert report.adds_up
    assert [(r.code, r.line, r.number) for r in report.refused] == [("empty-record", 8, 2)]
    assert [(r.code, r.count, r.lines) for r in report.repairs] == [("tag-spacing", 1, (11,))]
    assert [(t.tag, t.count) for t in report.without_place] == [("QQ", 1)]
    assert (report.remark_count, report.remarks[0].text) == (1, "1.")
    assert (report.format, report.recognised, report.encoding) == ("ris", "content", "utf-8")
    assert report.sha256 == hashlib.sha256(RIS.encode()).hexdigest()
    assert report.size == len(RIS.encode())


def test_a_second_count_that_differs_is_no_sum_that_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_file(file(tmp_path))
    list(reading.items())
    monkeypatch.setattr("plethu.records.ris.raw_lines", lambda *_: iter(()))
    assert reading.report().counted == 0
    assert not reading.report().adds_up


def test_hits_are_held_against_the_records(tmp_path: Path) -> None:
    reading = Reading(file(tmp_path), origin=ORIGIN)
    list(reading.items())
    assert reading.report().against_hits == -1


def test_progress_ends_at_the_whole_and_never_goes_back(tmp_path: Path) -> None:
    seen: list[tuple[int, int, int]] = []
    reading = read_file(file(tmp_path, many(450)), progress=lambda *figures: seen.append(figures))
    list(reading.items())
    assert [count for _, _, count in seen] == [100, 200, 300, 400, 450]
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert seen[-1][0] == seen[-1][1] == reading.size


def test_it_can_be_cancelled_between_two_records(tmp_path: Path) -> None:
    count = iter(range(100))
    reading = read_file(file(tmp_path, many(50)), cancelled=lambda: next(count) >= 7)
    with pytest.raises(Cancelled):
        list(reading.items())
    with pytest.raises(RuntimeError):
        reading.report()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-records"),
        (b"1.\n2.\nEnd of list\n", "format-not-recognised"),
        (b"\x1f\x8b\x08\x00zip", "archive"),
        (b"\0\1\2\3" * 50, "format-not-recognised"),
        (b"Just some prose about a garden, with commas, and nothing else.\n", "format-not-recognised"),
    ],
)
def test_what_is_no_file_of_records_is_refused_in_clear_words(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_file(file(tmp_path, content))
    assert caught.value.problems[0].code == code


def test_a_format_can_be_given(tmp_path: Path) -> None:
    path = file(tmp_path, "AU  - Jones, M.\nTI  - A\nER  - \n", "notes.txt")
    assert list(read_file(path, format="ris").items())
    with pytest.raises(BadInput):
        read_file(path, format="nothing")
    reading = read_file(file(tmp_path, "only prose\n"), format="ris")
    list(reading.items())
    with pytest.raises(BadInput) as caught:
        reading.report()
    assert caught.value.problems[0].code == "no-records"


SAMPLES = {
    "ris": RIS,
    "medline": "PMID- 1\nTI  - A\n      b\nAB  - c\nd\n\nPMID- 2\nOWN - NLM\nTI  - E\nFAU - Jones, M.\n",
    "wos": "FN X\nVR 1.0\nPT J\nAU Li, B\n   Jones, M\nTI A\nER\n\nPT B\nTI B\nER\n\nEF\n",
    "refer": "%0 Book\n%T A\n%A Jones, M.\n%X One\ntwo\n\n%0 Film\n%T B\n%D 2020\n",
}


@pytest.mark.parametrize("format", SAMPLES)
def test_a_file_cut_off_anywhere_is_still_accounted_for(tmp_path: Path, format: str) -> None:
    whole = SAMPLES[format].encode()
    for length in range(1, len(whole)):
        reading = Reading(file(tmp_path, whole[:length]), format=format)
        items = list(reading.items())
        numbers = [item.number for item in items if not isinstance(item, Remark)]
        assert numbers == list(range(1, len(numbers) + 1))
        if numbers:
            report = reading.report()
            assert report.found == report.read + len(report.refused) == len(numbers)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    format=st.sampled_from(sorted(SAMPLES)),
    cuts=st.lists(st.tuples(st.integers(0, 99), st.binary(max_size=6)), max_size=5),
)
def test_damaged_bytes_are_read_or_refused_and_nothing_else(
    tmp_path: Path, format: str, cuts: list[tuple[int, bytes]]
) -> None:
    content = SAMPLES[format].encode()
    for place, bytes_ in cuts:
        content = content[:place] + bytes_ + content[place + len(bytes_) // 2 :]
    try:
        reading = Reading(file(tmp_path, content), format=format)
        list(reading.items())
        reading.report()
    except BadInput as error:
        assert {problem.code for problem in error.problems} <= {"no-records"}


def test_every_repair_and_refusal_has_its_sentence() -> None:
    found = set()
    for path in SOURCES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                kind, place = {
                    "Repair": ("repair", 0),
                    "mend": ("repair", 0),
                    "refused": ("refused", 1),
                    "Refused": ("refused", 2),
                }.get(name, ("", 0))
                if kind and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    found.add(f"{kind}.{node.args[place].value}")  # type: ignore[attr-defined]
    assert len(found) > 12
    assert not [code for code in found if not has(code)]


# Storing


def test_an_import_keeps_the_bytes_the_rows_the_report_and_the_origin(tmp_path: Path) -> None:
    path, folder = file(tmp_path), tmp_path / "desk"
    stored = import_file(path, folder, origin=ORIGIN)
    sha256 = stored.report.sha256
    assert stored.is_new
    assert (folder / "originals" / sha256).read_bytes() == RIS.encode()
    assert sorted(p.name for p in (folder / "imports" / sha256).iterdir()) == [
        "origin.json",
        "records.jsonl",
        "report.json",
    ]
    rows = list(rows_of(folder, sha256))
    assert [row["kind"] for row in rows] == ["remark", "record", "refused", "record"]
    assert (rows[1]["id"], rows[1]["keys"]["title"]) == (f"{sha256}:1", "caffe")
    again = report_in(folder, sha256)
    assert again == stored.report
    assert again is not None
    assert again.origin == ORIGIN
    assert list(records_in(folder)) == [item for item in read_file(path).items() if isinstance(item, Record)]


def test_the_same_bytes_again_add_nothing_whatever_their_name(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    import_file(file(tmp_path), folder, origin=ORIGIN)
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file() and p.name != ".lock"}
    again = import_file(file(tmp_path, name="copy.txt"), folder)
    assert not again.is_new
    assert (again.report.file, again.report.origin) == ("export.ris", ORIGIN)
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file() and p.name != ".lock"} == before


def test_what_cannot_be_read_on_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    with pytest.raises(BadInput):
        import_file(file(tmp_path, RIS.encode() + b"AB  - " + b"x" * 9_000_000), folder)
    assert leftovers(folder) == []


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    count = iter(range(1000))
    with pytest.raises(Cancelled):
        import_file(file(tmp_path, many(300)), tmp_path / "desk", cancelled=lambda: next(count) > 150)
    assert leftovers(tmp_path / "desk") == []


def test_a_full_disk_leaves_nothing_and_is_said(tmp_path: Path) -> None:
    path, folder = file(tmp_path, many(2000)), tmp_path / "desk"
    size = path.stat().st_size
    for limit in (size // 2, size + 1000):  # while the bytes are copied, and while the rows are written
        code = (
            "import resource, sys; from pathlib import Path\n"
            "from plethu.evidence.problems import BadInput; from plethu.records.storing import import_file\n"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
            "try: import_file(Path(sys.argv[1]), Path(sys.argv[2]))\n"
            "except BadInput as error: print(error.problems[0].code)"
        )
        done = subprocess.run([sys.executable, "-c", code, path, folder], capture_output=True, text=True, check=False)
        assert (done.stdout, done.returncode) == ("import-unwritable\n", 0), done.stderr
        assert leftovers(folder) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(BadInput) as caught:
        import_file(file(tmp_path), tmp_path / "taken")
    assert caught.value.problems[0].code == "import-unwritable"


def test_a_process_killed_leaves_an_import_whole_or_absent(tmp_path: Path) -> None:
    path, folder = file(tmp_path, many(3000)), tmp_path / "desk"
    code = (
        "import sys; from pathlib import Path; from plethu.records.storing import import_file\n"
        "import_file(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    for moment in ("original", "import/records.jsonl"):
        process = subprocess.Popen([sys.executable, "-c", code, path, folder])
        until = time.monotonic() + 60
        while not list(folder.glob(f".new-*/{moment}")) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert [*(folder / "imports").iterdir()] == []
    assert len(list(folder.glob(".new-*"))) == 1, "the first one was swept when the second began"
    (folder / "originals" / "0").write_bytes(b"what a process killed between two steps would leave")
    assert import_file(path, folder).is_new
    assert not list(folder.glob(".new-*"))
    assert [p.name for p in (folder / "originals").iterdir()] == imports_in(folder)


def test_what_another_process_is_working_on_is_not_swept(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    storing._prepare(folder)
    with storing._passing(folder) as place:
        (place / "original").write_bytes(b"in the making")
        import_file(file(tmp_path), folder)
        assert (place / "original").read_bytes() == b"in the making"
    assert not list(folder.glob(".new-*"))


def _import(path: Path, folder: Path, gate: object, answers: object) -> None:
    gate.wait()  # type: ignore[attr-defined]
    answers.put(import_file(path, folder).is_new)  # type: ignore[attr-defined]


def test_of_two_at_once_one_wins_and_the_other_says_it_is_there(tmp_path: Path) -> None:
    path, folder = file(tmp_path, many(200)), tmp_path / "desk"
    context = multiprocessing.get_context("fork")
    gate, answers = context.Barrier(3), context.Queue()
    processes = [context.Process(target=_import, args=(path, folder, gate, answers)) for _ in range(3)]
    for process in processes:
        process.start()
    assert sorted(answers.get(timeout=60) for _ in processes) == [False, False, True]
    for process in processes:
        process.join()
    assert len(imports_in(folder)) == 1
    assert not list(folder.glob(".new-*"))


def test_a_damaged_folder_is_said_to_be_one(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    sha256 = import_file(file(tmp_path), folder).report.sha256
    (folder / "imports" / sha256 / "records.jsonl").write_text("{broken\n")
    with pytest.raises(BadInput) as caught:
        list(records_in(folder))
    assert (caught.value.problems[0].code, caught.value.problems[0].line) == ("not-json", 1)
    with pytest.raises(BadInput):
        imports_in(tmp_path / "nothing")


def test_memory_does_not_grow_with_the_number_of_records(tmp_path: Path) -> None:
    """A tenth of the hundred thousand that the benchmark measures; what grew with the records would show."""
    code = (
        "import sys; from pathlib import Path; from plethu.records.storing import import_file\n"
        "import_file(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"  # its own, not its parent's
    )
    used = []
    for number in (500, 10_000):
        path = file(tmp_path, many(number), f"{number}.ris")
        done = subprocess.run(
            [sys.executable, "-c", code, path, tmp_path / "desk"], capture_output=True, text=True, check=True
        )
        used.append(int(done.stdout) // 1024)
    assert used[1] < used[0] + 20
    assert used[1] < 150
