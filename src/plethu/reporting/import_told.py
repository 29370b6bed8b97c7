"""An import report in words: headed tables and sentences, from which every form of it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.records.report import ImportReport, RepairCount
from plethu.wording import say

MOST_LINES, MOST_REMARKS = 20, 50


class Section(Frozen, frozen=True):
    """A heading, the sentences under it, and a table. `alert`: the sentences say that something is not right."""

    heading: str
    sentences: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    alert: bool = False


class ToldReport(Frozen, frozen=True):
    """The report on one file."""

    title: str
    sections: tuple[Section, ...]


def tell_report(report: ImportReport, language: Language) -> ToldReport:
    """The report in a language. Text from the file stays as it is."""
    sections = (
        _about(report, language),
        _account(report, language),
        _refusals(report, language),
        _repairs(report, language),
        _places(report, language),
        _remarks(report, language),
    )
    return ToldReport(say("import.title", language, file=report.file), tuple(s for s in sections if s.rows))


def in_short(report: ImportReport, language: Language) -> tuple[tuple[str, str], ...]:
    """The account alone: what, and how many records."""
    counted = [] if report.counted is None else [("counted", report.counted)]
    figures = (
        ("found", report.found),
        ("whole", report.whole),
        ("repaired", report.repaired),
        ("refused", len(report.refused)),
        *counted,
    )
    return tuple((say(f"import.{name}", language), str(figure)) for name, figure in figures)


def sums(report: ImportReport, language: Language) -> tuple[str, ...]:
    """Whether the sums hold, and how the records compare with the hits that were said."""
    said = []
    if report.found != report.read + len(report.refused):
        figures = {"found": report.found, "read": report.read, "refused": len(report.refused)}
        said.append(say("import.not-read", language, **figures))
    elif report.adds_up:
        said.append(say("import.adds-up" if report.counted is not None else "import.adds-up.uncounted", language))
    if report.counted not in (None, report.found):
        said.append(say("import.counts-differ", language, found=report.found, counted=report.counted))
    more = report.against_hits
    if more is not None:
        code = "same" if not more else "more" if more > 0 else "fewer"
        said.append(say(f"import.hits.{code}", language, **({"count": abs(more)} if more else {})))
    return tuple(said)


def refusal(code: str, values: dict[str, str], language: Language) -> str:
    """Why a record was refused."""
    return say(f"refused.{code}", language, **values)


def _about(report: ImportReport, language: Language) -> Section:
    origin = report.origin
    facts = (
        ("file", report.file),
        ("sha256", report.sha256),
        ("size", str(report.size)),
        ("encoding", report.encoding),
        ("format", say(f"import.format.{report.recognised}", language, name=report.format_name)),
        ("route", say(f"import.route.{origin.route}", language) if origin.route else ""),
        ("database", origin.database),
        ("platform", origin.platform),
        ("searched", origin.searched),
        ("strategy", origin.strategy),
        ("hits", "" if origin.hits is None else str(origin.hits)),
    )
    rows = tuple((say(f"import.{name}", language), value) for name, value in facts if value)
    return Section(say("import.about", language), rows=rows)


def _account(report: ImportReport, language: Language) -> Section:
    columns = (say("import.what", language), say("import.how-many", language))
    said = sums(report, language)
    alert = not report.adds_up or bool(report.against_hits)
    return Section(say("import.account", language), said, columns, in_short(report, language), alert)


def _refusals(report: ImportReport, language: Language) -> Section:
    columns = tuple(say(f"import.{name}", language) for name in ("number", "line", "reason", "beginning"))
    rows = tuple(
        (str(each.number), str(each.line or ""), refusal(each.code, each.values, language), " ".join(each.text.split()))
        for each in report.refused
    )
    return Section(say("import.refusals", language), (), columns, rows)


def _repairs(report: ImportReport, language: Language) -> Section:
    columns = tuple(say(f"import.{name}", language) for name in ("repair", "how-many", "lines"))
    rows = tuple((_repair(each, language), str(each.count), _lines(each, language)) for each in report.repairs)
    return Section(say("import.repairs", language), (), columns, rows)


def _repair(repair: RepairCount, language: Language) -> str:
    sentence = say(f"repair.{repair.code}", language, **repair.example)
    return say("import.for-example", language, sentence=sentence) if repair.is_varied else sentence


def _lines(repair: RepairCount, language: Language) -> str:
    lines = ", ".join(map(str, repair.lines[:MOST_LINES]))
    return say("import.lines.more", language, lines=lines) if len(repair.lines) > MOST_LINES else lines


def _places(report: ImportReport, language: Language) -> Section:
    columns = (say("import.tag", language), say("import.how-many", language))
    return Section(
        say("import.places", language),
        columns=columns,
        rows=tuple((each.tag, str(each.count)) for each in report.without_place),
    )


def _remarks(report: ImportReport, language: Language) -> Section:
    columns = (say("import.line", language), say("import.remark", language))
    shown = report.remarks[:MOST_REMARKS]
    more = report.remark_count - len(shown)
    said = (say("import.remarks.more", language, count=more),) if more else ()
    rows: Sequence[tuple[str, ...]] = tuple((str(each.line or ""), each.text) for each in shown)
    return Section(say("import.remarks", language), said, columns, tuple(rows))


def as_rows(told: ToldReport) -> Iterator[tuple[str, ...]]:
    """The report as rows of one table: file's title, section, then the cells."""
    for section in told.sections:
        yield from ((told.title, section.heading, sentence) for sentence in section.sentences)
        if section.columns:
            yield (told.title, section.heading, *section.columns)
        yield from ((told.title, section.heading, *row) for row in section.rows)
