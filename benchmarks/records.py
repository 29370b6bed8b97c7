"""Reading records beside rispy, nbib and bibtexparser: how many are kept, CPU for a thousand, memory at 100,000.

Peers come with the dependency group `bench`; those that are not installed are left out. With PLETHU_SAMPLES the files
collected there are read, too.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import random
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import cpu_of, head
from plethu.evidence.problems import BadInput
from plethu.records.formats import format_named
from plethu.records.opened import Opened
from plethu.records.record import Record
from plethu.records.ris import GRAMMAR
from plethu.records.tagged import Block, blocks

Peer = Callable[[Path], int]
_WORDS = "partners purpose trust council health voluntary sector evidence review wellbeing funding workshop practice"
WORDS = _WORDS.split()
# Of this process alone: what getrusage says begins at the peak of the process that started it.
PEAK = "peak = int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]) // 1024\n"
IMPORT = (
    "import sys, time; from pathlib import Path; from plethu.records.storing import import_file\n"
    "report = import_file(Path(sys.argv[1]), Path(sys.argv[2])).report\n"
    + PEAK
    + "print(report.read, report.adds_up, peak, time.process_time())"
)
LOAD = (
    "import sys, time; from pathlib import Path; from benchmarks.records import PEERS\n"
    "read = PEERS['ris'][1](Path(sys.argv[1]))\n" + PEAK + "print(read, '-', peak, time.process_time())"
)


def by_rispy(path: Path) -> int:
    """Records that rispy keeps."""
    import rispy

    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return len(rispy.load(file))


def by_nbib(path: Path) -> int:
    """Records that nbib keeps."""
    import nbib

    return len(nbib.read(path.read_text(encoding="utf-8-sig", errors="replace")))


def by_bibtexparser(path: Path) -> int:
    """Entries that bibtexparser keeps."""
    import bibtexparser

    logging.disable(logging.CRITICAL)
    return len(bibtexparser.parse_string(path.read_text(encoding="utf-8-sig", errors="replace")).entries)


PEERS: dict[str, tuple[str, Peer]] = {
    "ris": ("rispy", by_rispy),
    "medline": ("nbib", by_nbib),
    "bibtex": ("bibtexparser", by_bibtexparser),
}
FOLDERS = {"ris": "ris", "nbib": "medline", "bibtex": "bibtex"}


def ours(id: str) -> Peer:
    """Records that we keep in one format."""
    return lambda path: sum(isinstance(item, Record) for item in format_named(id).read(Opened(path), {}))


def fields_only(path: Path) -> int:
    """Records of RIS as far as rispy goes: their fields, without CSL."""
    return sum(bool(block.fields()) for block in blocks(Opened(path).lines(), GRAMMAR) if isinstance(block, Block))


def invented(id: str, number: int, path: Path) -> Path:
    """A file of so many records of the usual size, always the same."""
    chance = random.Random(number)
    with path.open("w", encoding="utf-8") as file:
        for n in range(number):
            file.write(_record(id, n, chance))
    return path


def _record(id: str, n: int, chance: random.Random) -> str:
    title, abstract = " ".join(chance.choices(WORDS, k=10)), " ".join(chance.choices(WORDS, k=160))
    names = [f"Family{chance.randrange(999)}, Given" for _ in range(4)]
    year, keywords = 1990 + n % 34, chance.choices(WORDS, k=6)
    if id == "bibtex":
        return (
            f"@article{{key{n},\n  title = {{{title}}},\n  author = {{{' and '.join(names)}}},\n"
            f"  journal = {{Invented}},\n  year = {{{year}}},\n  volume = {{{n % 90}}},\n  pages = {{{n}--{n + 9}}},\n"
            f"  abstract = {{{abstract}}},\n"
            f"  keywords = {{{', '.join(keywords)}}},\n  doi = {{10.1234/a.{n}}}\n}}\n\n"
        )
    if id == "medline":
        lines = [f"PMID- {n + 1}", "OWN - NLM", f"DP  - {year} Mar", f"TI  - {title}.", f"PG  - {n}-{n + 9}"]
        lines += [f"LID - 10.1234/a.{n} [doi]", f"AB  - {abstract}", *(f"FAU - {name}" for name in names)]
        lines += ["LA  - eng", "PT  - Journal Article", "JT  - Invented", *(f"OT  - {word}" for word in keywords)]
        return "\n".join(lines) + "\n\n"
    lines = [
        "TY  - JOUR",
        f"TI  - {title}",
        *(f"AU  - {name}" for name in names),
        "T2  - Invented",
        f"AB  - {abstract}",
    ]
    lines += [
        f"PY  - {year}",
        f"VL  - {n % 90}",
        f"SP  - {n}",
        f"EP  - {n + 9}",
        "SN  - 1234-5678",
        f"DO  - 10.1234/a.{n}",
    ]
    return "\n".join([*lines, *(f"KW  - {word}" for word in keywords), "ER  - "]) + "\n\n"


def run() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _speed(folder)
        _completeness()
        _memory(folder)


def _speed(folder: Path) -> None:
    head("reading 20,000 invented records (nbib and BibTeX: 2,000)")
    for id, (name, peer) in PEERS.items():
        number = 20_000 if id == "ris" else 2_000
        path = invented(id, number, folder / id)
        mine = cpu_of(lambda i=id, p=path: ours(i)(p), 1) / number  # type: ignore[misc]
        _line(f"plethu, {id}: with CSL, dates, identifiers, repairs", mine, f"kept {ours(id)(path)} of {number}")
        if id == "ris":
            _line("plethu, ris: fields only", cpu_of(lambda p=path: fields_only(p), 1) / number, "")  # type: ignore[misc]
        if find_spec(name):
            theirs = cpu_of(lambda r=peer, p=path: r(p), 1) / number  # type: ignore[misc]
            _line(f"{name}: fields only", theirs, f"kept {peer(path)}, plethu takes x{mine / theirs:.2f}")


def _line(what: str, seconds: float, beside: str) -> None:
    print(f"{what:<58}{seconds * 1e6:>9.1f} ms CPU for 1,000  {beside}")


def _completeness() -> None:
    samples = os.environ.get("PLETHU_SAMPLES")
    head("records kept of those in the collected files" if samples else "set PLETHU_SAMPLES to compare collected files")
    for folder, id in FOLDERS.items() if samples else ():
        name, peer = PEERS[id]
        figures = [
            _kept(path, id, peer if find_spec(name) else None) for path in _files(Path(str(samples)) / folder, id)
        ]
        known = [each for each in figures if each is not None]
        total, mine, theirs, failed = (sum(column) for column in zip(*known, strict=True))
        peers = f"{name} kept {theirs}, fails on {failed}"
        print(f"{id:<12}{len(known)} files, {total} records: plethu kept or refused {mine}, {peers}")


def _files(folder: Path, id: str) -> list[Path]:
    return [
        path for path in sorted(folder.glob("*")) if path.is_file() and format_named(id).recognise(Opened(path)) > 5
    ]


def _kept(path: Path, id: str, peer: Peer | None) -> tuple[int, int, int, int] | None:
    format = format_named(id)
    try:
        mine = sum(hasattr(item, "number") for item in format.read(Opened(path), {}))
    except BadInput:
        return None
    theirs, failed = 0, 0
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            theirs = peer(path) if peer else 0
        except Exception:
            failed = 1
    return format.count(Opened(path)) or mine, mine, theirs, failed


def _memory(folder: Path) -> None:
    head("100,000 invented records of RIS, each in a process of its own")
    path = invented("ris", 100_000, folder / "many.ris")
    tries = {"plethu import, to the disk, with report": [IMPORT, str(path), str(folder / "imports")]}
    if find_spec("rispy"):
        tries["rispy.load"] = [LOAD, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", ".", *sys.path])}
    for name, words in tries.items():
        done = subprocess.run(
            [sys.executable, "-c", *words], capture_output=True, text=True, check=True, env=environment
        )
        read, whole, memory, cpu = done.stdout.split()
        target = "target: below 300 MB, every record" if name.startswith("plethu") else "peer"
        print(f"{name:<58}{memory:>6} MB  {float(cpu):>6.1f} s CPU, records {read}, sums hold: {whole}  {target}")
