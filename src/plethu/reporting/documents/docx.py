"""Advice as a Word document: real headings, header rows, and the language of every run of words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from plethu.reporting.documents import wordstyle
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.packing import same_every_time
from plethu.reporting.documents.parts import Block, Bullets, Heading, Line, Outline, Paragraph, Run, Table, plain, run
from plethu.reporting.documents.wordsummary import summary_table
from plethu.reporting.told import Told

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def as_docx(told: Told, made_on: date | None = None, full: bool = True) -> bytes:
    """The advice as a Word document; without `full`, without the appendix. The same advice gives the same bytes."""
    return write_docx(outline(told, made_on, full=full), made_on)


def write_docx(document: Outline, made_on: date | None = None) -> bytes:
    """An outline as a Word document."""
    word = Document()
    wordstyle.set_up(word, document.language)
    _properties(word, document, made_on)
    _footer(word, document)
    _first_page(word, document)
    for block in document.body:
        _block(word, block, document)
    wordstyle.leave_out_unused(word)
    file = BytesIO()
    word.save(file)
    return same_every_time(file.getvalue())


def _properties(word: WordDocument, document: Outline, made_on: date | None) -> None:
    day = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC) if made_on else EPOCH
    core = word.core_properties
    core.title = document.title.text or plain(document.subtitle)
    core.subject = plain(document.subtitle)[:255]
    core.title, core.author, core.comments, core.keywords = core.title[:255], "Plethu", plain(document.footer)[:255], ""
    core.language, core.last_modified_by, core.revision = wordstyle.TAGS[document.language], "Plethu", 1
    core.created = core.modified = day


def _footer(word: WordDocument, document: Outline) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    write(paragraph, document.footer, document)
    write(paragraph, (Run(f" · {document.page.text} ", document.page.language),), document)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        made = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        made._r.append(mark)


def _first_page(word: WordDocument, document: Outline) -> None:
    title = document.title if document.title.text else document.subtitle[0]
    write(wordstyle.paragraph(word, "Title"), (title,), document)
    write(wordstyle.paragraph(word, "Subtitle"), document.subtitle, document)
    for said in document.front:
        write(wordstyle.paragraph(word, "Note"), said, document)
    if document.lanes:
        write(wordstyle.paragraph(word, "Heading 1"), (document.summary_name,), document)
        header = tuple((run(label(key, document.language)),) for key in ("lane", "action", "verdict"))
        _table(word, summary_table(document, header), document, style="Small Cell")
    for note in document.notes:
        write(wordstyle.paragraph(word, "Note"), note, document)
    if document.lanes:
        word.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def write(paragraph: WordParagraph, runs: Line, document: Outline) -> None:
    """Add runs to a paragraph, each with its language where that is not the document's."""
    for words in runs:
        made = paragraph.add_run(words.text)
        if words.strong:
            made.bold = True
        if words.language != document.language:
            wordstyle.set_language(made._r.get_or_add_rPr(), words.language)


def _block(word: WordDocument, block: Block, document: Outline) -> None:
    match block:
        case Heading():
            write(wordstyle.paragraph(word, f"Heading {block.level}"), block.line, document)
        case Paragraph():
            write(wordstyle.paragraph(word, wordstyle.PARAGRAPHS[block.role]), block.line, document)
        case Bullets():
            number = wordstyle.new_numbering(word) if block.numbered else None
            for item in block.items:
                paragraph = wordstyle.paragraph(word, "List Number" if block.numbered else "List Bullet")
                if number is not None:
                    wordstyle.number_with(paragraph, number)
                write(paragraph, item.line, document)
                for under in item.under:
                    write(wordstyle.paragraph(word, "List Continue"), under, document)
        case Table():
            _table(word, block, document, style="Small Cell" if len(block.header) > 3 else "Cell")


def _table(word: WordDocument, table: Table, document: Outline, style: str = "Cell") -> None:
    made = word.add_table(rows=0, cols=len(table.header), style="Table Grid")
    wordstyle.describe_table(made, plain(table.caption))
    wordstyle.set_widths(made, table.wide)
    for position, cells in enumerate((table.header, *table.rows)):
        row = made.add_row()
        wordstyle.keep_row(row, header=position == 0)
        for cell, runs in zip(row.cells, cells, strict=True):
            paragraph = cell.paragraphs[0]
            wordstyle.set_style(paragraph, style)
            bold = tuple(Run(r.text, r.language, strong=True) for r in runs) if position == 0 else runs
            write(paragraph, bold, document)
    wordstyle.paragraph(word, "Note")
