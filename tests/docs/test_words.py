"""What the guide sets in bold is what the reader finds on the screen, in English and in Welsh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

import check_welsh
from messages import by_catalogue, collect, read_catalogue
from plethu.evidence.text import Language, Text
from plethu.framework.checking import kinds, texts_of
from plethu.framework.editions import default_edition
from plethu.terms import TERMS
from plethu.wording import catalogue
from tests.docs.markdown import GUIDE, ROOT, in_bold, named, prose

ENGLISH = [GUIDE / "tutorial.md", *sorted((GUIDE / "how-to").glob("*.md"))]
WELSH = GUIDE / "tiwtorial.md"


@cache
def on_screen(language: Language) -> set[str]:
    """Everything that pages can say in a language."""
    texts = [*TERMS.values(), *_of_edition()]
    found = {text.text(language) for text in texts}
    found |= set(catalogue("advice", language).values())
    found |= set(_of_interface(language)) | {"English", "Cymraeg"}
    return {" ".join(words.replace("’", "'").split()) for words in found}


def _of_edition() -> Iterator[Text]:
    for items in kinds(default_edition()).values():
        for item in items:
            if isinstance(item, msgspec.Struct) and not isinstance(item, Text):
                yield from (text for _, text in texts_of(item))


def _of_interface(language: Language) -> Iterator[str]:
    for path, found in by_catalogue(collect()).items():
        if language == "en":
            yield from (word for message in found for word in _forms(message.id))
        elif path.exists():
            yield from (word for message in read_catalogue(path) for word in _forms(message.string))


def _forms(words: Any) -> Iterator[str]:
    yield from map(str, words) if isinstance(words, list | tuple) else [str(words)]


@pytest.mark.parametrize("page", ENGLISH, ids=named)
def test_words_in_bold_are_on_the_screen(page: Path) -> None:
    missing = [words for words in in_bold(page) if words not in on_screen("en")]
    assert not missing


def test_words_in_bold_are_on_the_welsh_screen() -> None:
    missing = [words for words in in_bold(WELSH) if words not in on_screen("cy")]
    assert not missing


def test_the_welsh_tutorial_passes_the_check_that_other_welsh_passes() -> None:
    text = re.sub(r"\[[^]\n]*\.md\]\([^)]*\)|\]\([^)]*\)|<!--.*?-->|[*#\[\]]", " ", prose(WELSH))
    found = [check_welsh.Welsh(part, named(WELSH)) for part in re.split(r"\n\s*\n|\n\s*(?:- |\d+\. )", text)]
    lines = (line.partition("#")[0].strip().lower() for line in check_welsh.ALLOWED.read_text("utf-8").splitlines())
    allowed = {line for line in lines if line}
    assert not [*check_welsh.spelling_problems(found, allowed), *check_welsh.mutation_problems(found, allowed)]


def test_the_welsh_tutorial_says_that_it_is_a_draft_and_has_the_same_parts() -> None:
    english, welsh = ((GUIDE / name).read_text("utf-8") for name in ("tutorial.md", "tiwtorial.md"))
    assert "Drafft" in welsh.split("\n## ")[0]
    shape = re.compile(r"^(?:#+ |\d+\. |- |<!-- example: \w+ -->)", re.MULTILINE)
    assert shape.findall(english) == shape.findall(welsh)


def test_the_guide_names_no_page_that_is_not_there() -> None:
    listed = (GUIDE / "README.md").read_text("utf-8")
    for page in [*ENGLISH, WELSH, GUIDE / "what-the-framework-is-not.md", *(ROOT / "docs" / "reference").glob("*.md")]:
        assert page.name in listed, f"{named(page)} is not in the guide's list"
