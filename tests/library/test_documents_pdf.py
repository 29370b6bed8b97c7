"""The PDF: accessible, in two languages, its summary on one page, and nothing in it read as code."""

from __future__ import annotations

import json
import re
import zlib

import msgspec
import pytest
import typst

from plethu.framework.advising import advise
from plethu.framework.editions import default_edition, example_situations
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.pdf import SHOWN, as_pdf, showable, template
from plethu.reporting.telling import tell

from .told_sample import told, with_nothing


def opened(pdf: bytes) -> bytes:
    """The PDF with all of its compressed parts unpacked beside it."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[found.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def pages_of_the_summary(advice) -> tuple[int, int]:
    """On which page the summary ends, and on which the reasons begin."""
    data = msgspec.json.encode(outline(advice, details=False)).decode()
    found = typst.eval(
        template(),
        "(query(<summary-end>).first().location().page(), query(<reasons>).first().location().page())",
        sys_inputs={"data": data},
        ignore_system_fonts=True,
    )
    return tuple(json.loads(found))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_says_that_it_is_accessible_and_in_which_language(language):
    pdf = opened(as_pdf(told(language, few=True)))
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in pdf
    assert b"/StructTreeRoot" in pdf
    assert f"/Lang({language}-GB)".encode() in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_words_in_the_other_language_say_so():
    pdf = opened(as_pdf(told("cy", few=True)))
    assert b"/Lang(en-GB)" in pdf
    assert b"/Lang(cy-GB)" not in opened(as_pdf(told("en", few=True)))


def test_only_typefaces_that_come_with_typst_and_show_welsh_are_embedded():
    pdf = opened(as_pdf(told("cy", few=True)))
    faces = {name.split(b"+")[-1] for name in re.findall(rb"/BaseFont */([\w+-]+)", pdf)}
    assert faces
    assert all(face.startswith(b"LibertinusSerif") for face in faces)
    assert showable("ŵŷŴŶẁẃẅỳâêîôûäëïöü£’–") == "ŵŷŴŶẁẃẅỳâêîôûäëïöü£’–"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_summary_of_the_biggest_case_is_one_page(language):
    assert pages_of_the_summary(told(language)) == (1, 2)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("name", ["mandated", "mature", "new", "rural", "strained", "urban"])
def test_the_summary_of_each_example_is_one_page(name, language):
    edition = default_edition()
    situation = example_situations(edition, language)[name]
    assert pages_of_the_summary(tell(advise(edition, situation), edition, language)) == (1, 2)


def test_the_summary_holds_even_a_title_of_many_lines():
    assert pages_of_the_summary(told(hostile="A long name of a collaboration ")) == (1, 2)


@pytest.mark.parametrize(
    "hostile", ["#panic()", '#read("/etc/passwd")', "$x^2$ *b* _e_ `r` @here <a> // c /* d", "\\u{41} ~ --- #[x]"]
)
def test_nothing_a_user_writes_is_read_as_code(hostile):
    pdf = as_pdf(told(hostile=hostile, few=True))
    assert b"root:" not in opened(pdf)
    assert len(pdf) > len(as_pdf(with_nothing()))


def test_letters_that_cannot_be_shown_become_boxes():
    assert showable("a中😀b") == "a□□b"
    assert as_pdf(told(hostile="中文😀", few=True))


def test_every_letter_said_to_be_shown_is_shown():
    """A PDF/UA with a letter that the typefaces lack would be refused."""
    letters = "".join(
        chr(n) for first, last in re.findall(r"(.)-(.)", SHOWN, re.DOTALL) for n in range(ord(first), ord(last) + 1)
    ) + re.sub(r".-.", "", SHOWN, flags=re.DOTALL)
    advice = with_nothing()
    for part in (letters[i : i + 400] for i in range(0, len(letters), 400)):
        assert as_pdf(msgspec.structs.replace(advice, purpose=part))
