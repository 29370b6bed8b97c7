"""Import reports as files: Markdown, HTML, CSV and JSON. Nothing that came from the files is markup or a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib import resources

import msgspec

from plethu.evidence.text import Language
from plethu.records.report import ImportReport
from plethu.reporting.documents.clean import clean
from plethu.reporting.documents.csv_text import write_csv
from plethu.reporting.documents.html import POLICY, STYLE
from plethu.reporting.import_told import Section, ToldReport, as_rows, tell_report
from plethu.reporting.plain import AT_START, ENTITIES, MARKED
from plethu.wording import say

Reports = Sequence[ImportReport]


def as_json(reports: Reports, language: Language) -> bytes:
    """The reports as codes and figures, for programs: a list of them, whatever the language."""
    found = [{**msgspec.to_builtins(each), "read": each.read, "adds_up": each.adds_up} for each in reports]
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def as_csv(reports: Reports, language: Language) -> bytes:
    """One table of all that is told, with a byte order mark so that spreadsheets see the accents."""
    return ("\ufeff" + write_csv(row for told in _told(reports, language) for row in as_rows(told))).encode()


def as_markdown(reports: Reports, language: Language) -> bytes:
    """The reports under each other."""
    return "".join(f"{line}\n" for told in _told(reports, language) for line in _markdown(told)).encode()


def as_html(reports: Reports, language: Language) -> bytes:
    """One web page that needs nothing else."""
    return ("\n".join(_page(_told(reports, language), language)) + "\n").encode()


WRITERS: dict[str, Callable[[Reports, Language], bytes]] = {
    "json": as_json,
    "md": as_markdown,
    "html": as_html,
    "csv": as_csv,
}


def _told(reports: Reports, language: Language) -> list[ToldReport]:
    return [tell_report(report, language) for report in reports]


def _markdown(told: ToldReport) -> Iterator[str]:
    yield f"# {_marked(told.title)}\n"
    for section in told.sections:
        yield f"## {_marked(section.heading)}\n"
        yield from (f"{_marked(sentence)}\n" for sentence in section.sentences)
        columns = section.columns or ("", "")
        yield _cells(columns)
        yield "|" + " --- |" * len(columns)
        yield from map(_cells, section.rows)
        yield ""


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_marked, cells))} |"


def _marked(text: str) -> str:
    return AT_START.sub(r"\1\\\2", MARKED.sub(r"\\\1", clean(text).translate(ENTITIES)))


def _page(told: Sequence[ToldReport], language: Language) -> Iterator[str]:
    title = told[0].title if len(told) == 1 else say("import.title-of-several", language)
    style = resources.files("plethu.reporting.documents").joinpath(STYLE).read_text("utf-8")
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">'
    yield f"<title>{_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{_text(title)}</h1>"
    for each in told:
        if len(told) > 1:
            yield f"<h2>{_text(each.title)}</h2>"
        for section in each.sections:
            yield from _section(section, 3 if len(told) > 1 else 2)
    yield "</main>\n</body>\n</html>"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"<h{level}>{_text(section.heading)}</h{level}>"
    tag = "strong" if section.alert else "span"
    yield from (f"<p><{tag}>{_text(sentence)}</{tag}></p>" for sentence in section.sentences)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="' + _text(section.heading) + '"><table>'
    if section.columns:
        heads = "".join(f'<th scope="col">{_text(column)}</th>' for column in section.columns)
        yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *rest in section.rows:
        cells = "".join(f"<td>{_text(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_text(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _text(text: str) -> str:
    return escape(clean(text))
