"""Taking the advice away as documents."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from plethu.framework.advice import Advice
from tests.web.advice_cast import LANGUAGES, Visitor

pytestmark = pytest.mark.django_db
STARTS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"# ", "json": b"{"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", STARTS)
def test_each_kind_of_document(ending, language):
    visitor = Visitor(language).opens("rural")
    response = visitor.get(f"result/as/{ending}/")
    assert response.status_code == 200
    assert response.content[: len(STARTS[ending])].lower() == STARTS[ending].lower()
    assert response["Content-Disposition"].endswith(f'.{ending}"')
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_visitor_are_in_the_document(language):
    visitor = Visitor(language).opens("strained")
    visitor.post("result/grant-funding/", {"lane": "later", "reason": "Not our money at all"})
    word = zipfile.ZipFile(io.BytesIO(visitor.get("result/as/docx/").content)).read("word/document.xml").decode()
    assert "Not our money at all" in word
    assert "Not our money at all" in visitor.get("result/as/md/").content.decode()


def test_the_data_are_the_librarys_own():
    import msgspec

    content = Visitor().opens("rural").get("result/as/json/").content
    assert len(msgspec.json.decode(content, type=Advice).actions) == 21
    assert json.loads(content)["notice"]["en"]


def test_a_name_with_odd_letters_makes_a_plain_name_for_the_file():
    visitor = Visitor()
    visitor.answer("purpose", name='Tŷ"; rm -rf /\u2028', purpose="")
    assert visitor.get("result/as/md/")["Content-Disposition"] == 'attachment; filename="ty-rm-rf.md"'
    assert Visitor().get("result/as/md/")["Content-Disposition"] == 'attachment; filename="plethu.md"'


def test_a_kind_there_is_not():
    assert Visitor().get("result/as/exe/").status_code == 404
