"""The look and the small XML of Word documents: styles, languages, table rows, numbering."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from plethu.evidence.text import Language

TAGS: dict[Language, str] = {"en": "en-GB", "cy": "cy-GB"}
PARAGRAPHS = {"plain": "Normal", "lead": "Lead", "quiet": "Note"}
FONT = "Arial"
BRAND = RGBColor(0x5C, 0x2A, 0x55)
SOFT = RGBColor(0x54, 0x49, 0x5C)
TEXT_WIDTH = Mm(174)
MARGIN = 70  # of a cell at its sides, in twentieths of a point
# style: size, space before, space after, bold, colour
LOOK: dict[str, tuple[float, float, float, bool, RGBColor | None]] = {
    "Normal": (11, 0, 6, False, None),
    "Title": (20, 0, 2, True, BRAND),
    "Subtitle": (11, 0, 6, False, SOFT),
    "Heading 1": (18, 14, 6, True, BRAND),
    "Heading 2": (15, 14, 4, True, BRAND),
    "Heading 3": (13, 14, 4, True, BRAND),
    "Heading 4": (11, 8, 2, True, None),
    "List Bullet": (11, 0, 3, False, None),
    "List Number": (11, 0, 3, False, None),
    "List Continue": (9.5, 0, 3, False, SOFT),
    "Footer": (8.5, 0, 0, False, SOFT),
    "Lead": (11.5, 0, 6, False, None),
    "Note": (9.5, 0, 3, False, SOFT),
    "Cell": (10, 1, 1, False, None),
    "Small Cell": (9, 0.5, 0.5, False, None),
}


def set_up(word: WordDocument, language: Language) -> None:
    """A4, our styles, and the document's language wherever Word keeps one."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(15), Mm(18)
    section.footer_distance = Mm(9)
    for name in ("Lead", "Note", "Cell", "Small Cell"):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    for name, (size, before, after, bold, colour) in LOOK.items():
        _style(word.styles[name], size, before, after, bold, colour)
        set_language(word.styles[name].element.get_or_add_rPr(), language)
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    set_language(defaults, language)
    plain_bullets(word)
    theme = word.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), TAGS[language])


def _style(
    style: ParagraphStyle, size: float, before: float, after: float, bold: bool, colour: RGBColor | None
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "heme" in name:  # a theme's font would win over ours
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    if colour is not None:
        style.font.color.rgb = colour
    elif style.name.startswith("Heading"):
        style.font.color.rgb = RGBColor(0x2B, 0x24, 0x30)
    style.font.italic = False
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing = 1.0 if style.name == "Small Cell" else 1.1
    for name in ("w:spacing", "w:kern"):  # letters are set apart by the template
        for found in style.element.rPr.findall(qn(name)):
            style.element.rPr.remove(found)
    if style.name == "Title" and (border := style.element.pPr.find(qn("w:pBdr"))) is not None:
        style.element.pPr.remove(border)


def set_language(properties: Any, language: Language) -> None:
    """Say in which language the words are that these run properties belong to."""
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        properties.append(lang)
    lang.set(qn("w:val"), TAGS[language])
    lang.set(qn("w:eastAsia"), TAGS[language])


def keep_row(row: _Row, *, header: bool) -> None:
    """A row is not torn between pages; a header row comes again on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
        for cell in row._tr.tc_lst:
            _append(cell.get_or_add_tcPr(), "shd", val="clear", color="auto", fill="F3E6F0")


def describe_table(table: WordTable, caption: str) -> None:
    """The text that is read out for a table; the first row is its header."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        for name, value in (
            ("firstRow", "1"),
            ("firstColumn", "0"),
            ("noHBand", "1"),
            ("noVBand", "1"),
            ("val", "0620"),
        ):
            look.set(qn(f"w:{name}"), value)
    _append(properties, "tblCaption", val=caption)


def _append(parent: Any, name: str, **values: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def set_widths(table: WordTable, shares: tuple[int, ...]) -> None:
    """Fixed columns that share out the width of the text, so that every program draws the same table."""
    table.autofit = False
    properties: Any = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    made = OxmlElement("w:root")
    _append(made, "tblInd", w=str(MARGIN), type="dxa")  # so that the lines, not the words, stand at the page's margin
    borders = _append(made, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _append(borders, side, val="single", sz="4", space="0", color="A89BAA")
    margins = _append(made, "tblCellMar")
    for side in ("left", "right"):
        _append(margins, side, w=str(MARGIN), type="dxa")
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(made[0])
    layout.addprevious(made[0])
    look.addprevious(made[0])
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(int(TEXT_WIDTH * share / sum(shares)))


def paragraph(word: WordDocument, style: str) -> WordParagraph:
    """A new paragraph at the end of the document."""
    made = word.add_paragraph()
    set_style(made, style)
    return made


def set_style(paragraph: WordParagraph, style: str) -> None:
    """Give a paragraph a style by its id, without a search through all the styles."""
    paragraph._p.style = style.replace(" ", "")


def plain_bullets(word: WordDocument) -> None:
    """Bullets as a letter of our typeface: the template's come from one that not every machine has."""
    numbering = word.part.numbering_part.element
    number = word.styles["List Bullet"].element.pPr.numPr.numId.val
    abstract = next(n for n in numbering.num_lst if n.numId == number).abstractNumId.val
    for found in numbering.findall(qn("w:abstractNum")):
        if found.get(qn("w:abstractNumId")) == str(abstract):
            level = found.find(qn("w:lvl"))
            level.find(qn("w:lvlText")).set(qn("w:val"), "•")
            fonts = level.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            for name in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(qn(name), FONT)


def new_numbering(word: WordDocument) -> int:
    """A numbered list of its own that begins at 1; its id."""
    numbering = word.part.numbering_part.element
    first = word.styles["List Number"].element.pPr.numPr.numId.val
    abstract = next(n for n in numbering.num_lst if n.numId == first).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def number_with(paragraph: WordParagraph, number: int) -> None:
    """Number a paragraph by one list."""
    properties: Any = paragraph._p.get_or_add_pPr()
    numbered = properties.get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = number


def leave_out_unused(word: WordDocument) -> None:
    """Drop the styles of tables that the document has no use for."""
    for style in list(word.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
