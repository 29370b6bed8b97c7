"""The appendix on searches as Markdown and as a Word document. Nothing that people wrote is markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from plethu.evidence.text import Language
from plethu.reporting.documents import wordstyle
from plethu.reporting.documents.clean import clean
from plethu.reporting.documents.packing import same_every_time
from plethu.reporting.markdown_lines import markdown_line
from plethu.reporting.search_appendix_parts import Appendix, Grid, Heading, Part, Points, Said, Verbatim, appendix
from plethu.searching.searchlog import SearchLog

FIXED = "Courier New"


def as_markdown(log: SearchLog, language: Language, made_on: date) -> str:
    """The appendix as Markdown; the strategies in code blocks, byte for byte."""
    return "\n\n".join(map(_markdown, appendix(log, language, made_on).parts)) + "\n"


def _markdown(part: Part) -> str:
    match part:
        case Heading(level, text):
            return f"{'#' * level} {markdown_line(clean(text))}"
        case Said(text, role):
            words = markdown_line(clean(text))
            return f"**{words}**" if role == "alert" else words
        case Points(lines):
            return "\n".join(f"- {markdown_line(clean(line))}" for line in lines)
        case Grid():
            return "\n".join(_rows(part))
        case Verbatim(text):
            longest = max((len(run) for run in re.findall("`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}text\n{text}\n{fence}"


def _rows(grid: Grid) -> Iterator[str]:
    yield _cells(grid.header)
    yield "|" + " --- |" * len(grid.header)
    yield from map(_cells, grid.rows)


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(markdown_line(clean(cell)) for cell in cells)} |"


def as_docx(log: SearchLog, language: Language, made_on: date) -> bytes:
    """The appendix as a Word document. The same log gives the same bytes."""
    made = appendix(log, language, made_on)
    word = Document()
    wordstyle.set_up(word, language)
    style = word.styles.add_style("Strategy", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.name, style.font.size, style.paragraph_format.space_after = FIXED, Pt(9), Pt(0)
    _properties(word, made, made_on)
    _footer(word, made)
    for part in made.parts:
        _write(word, part)
    wordstyle.leave_out_unused(word)
    file = BytesIO()
    word.save(file)
    return same_every_time(file.getvalue())


def _properties(word: WordDocument, made: Appendix, made_on: date) -> None:
    core = word.core_properties
    core.title, core.author, core.last_modified_by, core.comments = made.title, "Plethu", "Plethu", ""
    core.language, core.revision = wordstyle.TAGS[made.language], 1
    core.created = core.modified = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)


def _footer(word: WordDocument, made: Appendix) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{made.title} · {made.page} ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def _write(word: WordDocument, part: Part) -> None:
    match part:
        case Heading(level, text):
            wordstyle.paragraph(word, "Title" if level == 1 else f"Heading {level - 1}").add_run(clean(text))
        case Said(text, role):
            run = wordstyle.paragraph(word, "Note" if role == "quiet" else "Normal").add_run(clean(text))
            run.bold = True if role == "alert" else None
        case Points(lines):
            for line in lines:
                wordstyle.paragraph(word, "List Bullet").add_run(clean(line))
        case Grid():
            _grid(word, part)
        case Verbatim(text):
            for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
                run = wordstyle.paragraph(word, "Strategy").add_run(line)
                run._r.get_or_add_rPr().append(OxmlElement("w:noProof"))


def _grid(word: WordDocument, grid: Grid) -> None:
    made = word.add_table(rows=0, cols=len(grid.header), style="Table Grid")
    wordstyle.describe_table(made, clean(grid.caption))
    wordstyle.set_widths(made, grid.wide)
    style = "Small Cell" if len(grid.header) > 2 else "Cell"
    for position, cells in enumerate((grid.header, *grid.rows)):
        row = made.add_row()
        wordstyle.keep_row(row, header=position == 0)
        for cell, text in zip(row.cells, cells, strict=True):
            wordstyle.set_style(cell.paragraphs[0], style)
            run = cell.paragraphs[0].add_run(clean(text))
            run.bold = True if position == 0 else None
    wordstyle.paragraph(word, "Note")
