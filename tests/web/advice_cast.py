"""Visitors who give answers, for the tests of advice. What they do goes through the pages, as in a browser."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plethu.framework.situation import Situation
from plethu.framework.situation_file import read_situation
from plethu_web.frameworks.edition import current_edition

LANGUAGES = ["en", "cy"]


class Visitor:
    """Somebody in a browser of their own, reading in a language."""

    def __init__(self, language: str = "en", **options: Any) -> None:
        self.client = Client(**options)
        self.root = f"/{language}/advice/"

    def get(self, path: str = "", **options: Any) -> Any:
        """Open a page of advice."""
        return self.client.get(f"{self.root}{path}", **options)

    def post(self, path: str = "", data: Any = None, **options: Any) -> Any:
        """Send a form of advice."""
        return self.client.post(f"{self.root}{path}", data or {}, **options)

    def answer(self, step: str, **answers: Any) -> Any:
        """Answer a page of questions. A name such as `answers__purpose` stands for `answers.purpose`."""
        given = {name.replace("__", "."): value for name, value in answers.items()}
        return self.post(f"questions/{step}/", {"asked": "1", **given})

    def situation(self) -> Situation:
        """What this visitor has answered, as their situation file says it."""
        return read_situation(self.get("answers/file/").content, "situation.toml", current_edition())

    def opens(self, example: str) -> Visitor:
        """Take up an example."""
        assert self.post(f"examples/{example}/").status_code == 302
        return self

    def saves(self, name: str = "The old library") -> str:
        """Save, and give the path of the private link."""
        response = self.post("save/", {"name": name})
        assert response.status_code == 302, text(response)
        return response["Location"].partition("?")[0].partition("/advice/")[2]


def text(response: Any) -> str:
    """The page without its marks, so that words can be looked for."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def page(response: Any) -> str:
    """The page as it is sent."""
    return response.content.decode()


def a_file(content: str | bytes, name: str = "situation.toml") -> SimpleUploadedFile:
    """A file to send."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
