"""Advice as one web page that needs nothing else: no scripts, nothing fetched, readable aloud and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from importlib import resources

from plethu.evidence.text import Language
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Outline,
    Paragraph,
    Run,
    SummaryAction,
    SummaryLane,
    Table,
    plain,
)
from plethu.reporting.told import Told

STYLE = "report.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(told: Told, made_on: date | None = None, full: bool = True) -> str:
    """The advice as one file of HTML; without `full`, without the appendix."""
    return write_html(outline(told, made_on, full=full))


def write_html(document: Outline) -> str:
    """An outline as one file of HTML."""
    return "\n".join(_page(document)) + "\n"


def _page(document: Outline) -> Iterator[str]:
    own = document.language
    style = resources.files(__package__).joinpath(STYLE).read_text("utf-8")
    yield f'<!doctype html>\n<html lang="{own}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">'
    yield f"<title>{escape(document.title.text or 'Plethu')}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    first, skip = ("summary", "skip") if document.lanes else ("body", "skip-to-body")
    yield f'<a class="skip" href="#{first}">{escape(label(skip, own).text)}</a>'
    yield f"<header>\n<h1>{_run(document.title, own)}</h1>\n<p>{_line(document.subtitle, own)}</p>"
    yield from (f"<p>{_line(said, own)}</p>" for said in document.front)
    yield "</header>\n<main>" if document.lanes else '</header>\n<main id="body">'
    if document.lanes:
        yield '<section id="summary" class="summary" aria-labelledby="summary-name">'
        yield f'<h2 id="summary-name">{_run(document.summary_name, own)}</h2>'
        for lane in document.lanes:
            yield from _lane(lane, document)
    yield from (f'<p class="quiet">{_line(note, own)}</p>' for note in document.notes)
    if document.lanes:
        yield "</section>"
    for block in document.body:
        yield from _block(block, own)
    yield f"</main>\n<footer>{_line(document.footer, own)}</footer>\n</body>\n</html>"


def _run(run: Run, own: Language) -> str:
    text = escape(run.text)
    if run.strong:
        text = f"<strong>{text}</strong>"
    return text if run.language == own else f'<span lang="{run.language}">{text}</span>'


def _line(runs: Line, own: Language) -> str:
    return "".join(_run(run, own) for run in runs)


def _lane(lane: SummaryLane, document: Outline) -> Iterator[str]:
    own = document.language
    yield f'<div class="lane {lane.id}">\n<h3>{_run(lane.name, own)}</h3>'
    yield f'<p class="quiet">{_run(lane.meaning, own)}</p>'
    if not lane.actions:
        yield f"<p>{_run(document.none, own)}</p>"
    else:
        yield "<ul>"
        yield from (_summary_action(action, document) for action in lane.actions)
        yield "</ul>"
    yield "</div>"


def _summary_action(action: SummaryAction, document: Outline) -> str:
    own = document.language
    start = f' <em class="start">{_run(action.start_here, own)}</em>' if action.start_here else ""
    steps = ""
    if action.path:
        steps = "".join(f"<li>{_line(step, own)}</li>" for step in action.path)
        steps = f'<p class="quiet">{_run(document.path_name, own)}:</p><ol class="quiet">{steps}</ol>'
    verdict = f" ({_run(action.verdict, own)})" if action.verdict_tells else ""
    said = " ".join(_run(words, own) for words in (action.headline, action.decides) if words)
    mine = f'<p class="own">{_line(action.own, own)}</p>' if action.own else ""
    return f"<li><p>{_run(action.name, own)}{verdict}{start} – {said}</p>{mine}{steps}</li>"


def _block(block: Block, own: Language) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level + 1}>{_line(block.line, own)}</h{block.level + 1}>"
        case Paragraph():
            yield f'<p class="{block.role}">{_line(block.line, own)}</p>'
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            yield f"<{tag}>"
            yield from (_item(item, own) for item in block.items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block, own)


def _item(item: Item, own: Language) -> str:
    under = "".join(f'<p class="under">{_line(line, own)}</p>' for line in item.under)
    return f"<li>{_line(item.line, own)}{under}</li>"


def _table(table: Table, own: Language) -> Iterator[str]:
    header = "".join(f'<th scope="col">{_line(cell, own)}</th>' for cell in table.header)
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(plain(table.caption))}">'
    yield f"<table>\n<caption>{_line(table.caption, own)}</caption>\n<thead><tr>{header}</tr></thead>\n<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{_line(cell, own)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_line(first, own)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"
