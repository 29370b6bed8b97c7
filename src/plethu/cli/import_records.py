"""`plethu import`: files of records into a folder of imports, each whole or not at all, with an account of each."""

from __future__ import annotations

import gc
from pathlib import Path

import msgspec

from plethu.cli.files import write_file
from plethu.cli.progress import Progress
from plethu.cli.usage import LANG, Command, Given, Option, WrongUse
from plethu.evidence.dates import edtf_of
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Language
from plethu.framework.tables import FORBIDDEN
from plethu.records.formats import IDS
from plethu.records.origin import ROUTES, Origin
from plethu.records.report import ImportReport
from plethu.records.storing import Stored, import_file
from plethu.reporting.import_told import refusal, sums
from plethu.reporting.import_written import WRITERS
from plethu.wording import say

COMMAND = Command(
    "import",
    ("FILES",),
    options=(
        Option("to", "DIR"),
        Option("report", "FILE"),
        Option("format", "FORMAT", choices=tuple(IDS)),
        Option("map", "COLUMN=VARIABLE", many=True),
        Option("database", "NAME"),
        Option("platform", "NAME"),
        Option("searched", "DATE"),
        Option("strategy", "TEXT"),
        Option("hits", "NUMBER"),
        Option("route", "ROUTE", choices=ROUTES),
        LANG,
    ),
    many=True,
)
MOST_SHOWN = 20


def run(given: Given) -> None:
    """Import the files one by one. Raises BadInput at the end, with all problems, where some could not be read."""
    gc.enable()  # a hundred thousand records leave more behind than a moment's work
    folder, origin, mapping = _folder(given), origin_of(given), _mapping(given)
    ending = _ending(given["report"])
    reports: list[ImportReport] = []
    problems: list[Problem] = []
    try:
        for file in given.several:
            shown = _Shown(file, given.language)
            progress = shown if shown.is_watched else None
            try:
                stored = import_file(
                    Path(file), folder, format=given["format"], mapping=mapping, origin=origin, progress=progress
                )
            except BadInput as error:
                problems += [_with_path(problem, file) for problem in error.problems]
                continue
            finally:
                shown.clear()
            reports.append(stored.report)
            _tell(file, stored, given.language)
    finally:
        if reports and ending:
            write_file(given["report"], WRITERS[ending](reports, given.language))
    if problems:
        raise BadInput(*problems)


def origin_of(given: Given) -> Origin:
    """Where the records come from, as typed. Raises WrongUse."""
    hits, searched = given["hits"], given["searched"]
    if hits and not (hits.isascii() and hits.isdigit()):
        raise WrongUse("not-a-count", "import", option="--hits")
    if hits and len(given.several) > 1:
        raise WrongUse("hits-of-one", "import")
    if searched and not edtf_of(searched):
        raise WrongUse("not-a-date", "import", option="--searched", value=searched)
    return Origin(
        route=given["route"] or ("database" if given["database"] else ""),
        database=given["database"],
        platform=given["platform"],
        searched=edtf_of(searched),
        strategy=given["strategy"],
        hits=int(hits) if hits else None,
    )


def _folder(given: Given) -> Path:
    if not given["to"]:
        raise WrongUse("option-missing", "import", option="--to")
    return Path(given["to"])


def _mapping(given: Given) -> dict[str, str]:
    pairs = [each.rpartition("=") for each in given.options.get("map", [])]
    for column, equals, variable in pairs:
        if not (column and equals):
            raise WrongUse("map-form", "import", value=f"{column}{equals}{variable}")
    return {column: variable for column, _, variable in pairs}


def _ending(report: str) -> str:
    ending = Path(report).suffix[1:].lower()
    if report and ending not in WRITERS:
        raise WrongUse("report-ending", "import", file=report, known=", ".join(f".{each}" for each in WRITERS))
    if report and not Path(report).parent.is_dir():
        raise WrongUse("output-folder", "import", folder=str(Path(report).parent))
    return ending


def _with_path(problem: Problem, file: str) -> Problem:
    """The problem with its file as it was typed, so that an editor can open it."""
    return msgspec.structs.replace(problem, file=file) if problem.file == Path(file).name else problem


def _tell(file: str, stored: Stored, language: Language) -> None:
    report, file = stored.report, _safe(file)
    if not stored.is_new:
        print(say("command.import.there-already", language, file=file))
        return
    figures = {"found": report.found, "read": report.read, "repaired": report.repaired, "refused": len(report.refused)}
    print(say("command.import.done", language, file=file, **figures))
    for each in report.refused[:MOST_SHOWN]:
        reason = refusal(each.code, each.values, language)
        print(say("command.import.refused", language, file=file, line=each.line, number=each.number, reason=reason))
    if len(report.refused) > MOST_SHOWN:
        print(say("command.import.refused-more", language, count=len(report.refused) - MOST_SHOWN))
    print(*sums(report, language), sep="\n")


def _safe(text: str) -> str:
    """A name without what would steer the terminal."""
    return FORBIDDEN.sub("\ufffd", text)


class _Shown(Progress):
    """How far the reading of a file has come."""

    def __init__(self, file: str, language: Language) -> None:
        super().__init__()
        self.file, self.language = _safe(Path(file).name), language

    def __call__(self, done: int, size: int, count: int) -> None:
        if self.is_due():
            percent = done * 100 // max(size, 1)
            self.show(say("command.import.progress", self.language, file=self.file, percent=percent, count=count))
