"""The workshop of the report: its coded findings, and that nothing else is held of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from .evidence_pages import LANGUAGES, html_of, visitor, words_of


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "146 coded findings are all that this edition has of it.",
                "No participants, cards or groups are held here.",
                "How few people a label stands for cannot be computed: there is no register of who took part.",
            ),
        ),
        (
            "cy",
            ("146 canfyddiad a godiwyd yw'r cyfan", "Ni ellir cyfrifo cyn lleied o bobl y mae label yn eu cynrychioli"),
        ),
    ],
)
def test_the_page_of_the_workshop_says_what_there_is_and_what_cannot_be_computed(language, words):
    html = html_of("evidence/workshop/", language)
    for said in words:
        assert said in words_of(html)
    for stance, number in (("echoed", 27), ("challenged", 27), ("added", 92)):
        assert f"tag--{stance}" in html
        assert f"</svg>{number} " in html
    assert html.count("<rect") >= 146


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_chapter_can_be_taken_away(language):
    word = visitor().get(f"/{language}/evidence/workshop/workshop.docx")
    assert zipfile.ZipFile(io.BytesIO(word.content)).testzip() is None
    page = visitor().get(f"/{language}/evidence/workshop/workshop.html")
    assert page["Content-Disposition"] == f'attachment; filename="workshop-{language}.html"'
    assert "[F030]" in page.content.decode()
    assert visitor().get(f"/{language}/evidence/workshop/literature.docx").status_code == 404
