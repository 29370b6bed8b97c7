"""Asking questions in a terminal, or of a pipe: forwards, backwards, skipping."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence

from plethu.cli.questions import NONE, Page, Question
from plethu.evidence.text import Language
from plethu.framework.situation import Situation
from plethu.framework.situation_file import LONGEST_TEXT
from plethu.framework.tables import FORBIDDEN
from plethu.terms import TERMS
from plethu.wording import say

BACK, SKIP, TAKE_BACK = "b", "s", "0"
WIDTH = 80


class Enough(Exception):
    """There is nothing more to read: whoever answers has ended the input."""


class Refused(Exception):
    """What was typed is no answer: the code of a sentence that says why, and what goes into it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = f"command.ask.{code}"
        self.values = values


class Interview:
    """One round of questions, in which a person can go back and forth. It speaks on standard error, so that the
    answers can go to standard output."""

    def __init__(self, pages: Sequence[Page], situation: Situation, language: Language) -> None:
        self.pages = pages
        self.situation = situation
        self.language = language
        self._places = [
            (page, question) for page in range(len(pages)) for question in range(len(pages[page].questions))
        ]
        self._at = 0

    def ask_all(self) -> None:
        """Ask until the last question is answered or left open."""
        while self._at < len(self._places):
            page, question = self._places[self._at]
            if question == 0:
                title = self.pages[page].title
                self.say("")
                self.say("command.ask.page", number=page + 1, of=len(self.pages), title=title)
            self._ask(self.pages[page].questions[question], page)

    def back(self) -> None:
        """Return to the question before."""
        if self._at == 0:
            self.say("command.ask.first")
        self._at = max(0, self._at - 1)

    def say(self, code: str, **values: object) -> None:
        """Say a sentence; an empty code leaves a line free."""
        print(say(code, self.language, **values) if code else "", file=sys.stderr)

    def read(self) -> str:
        """The next line that was typed. Raises Enough where there is none."""
        print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            print(file=sys.stderr)
            raise Enough
        return line.strip()

    def _ask(self, question: Question, page: int) -> None:
        self._show(question)
        typed = self.read()
        if typed == BACK:
            self.back()
        elif typed == SKIP:
            self._at = next((i for i, (of, _) in enumerate(self._places) if of > page), len(self._places))
        elif not typed:
            self._at += 1
        else:
            try:
                self.situation = question.answered(self.situation, _values(question, typed))
                self._at += 1
            except Refused as why:
                self.say(why.code, **why.values)

    def _show(self, question: Question) -> None:
        self.say("")
        self._wrapped(
            question.text + (f" [{say('command.ask.several', self.language)}]" if question.many else ""), "  "
        )
        if question.hint:
            self._wrapped(question.hint, "  ")
        for number, (_, label) in enumerate(question.options, 1):
            self._wrapped(label, f"  {number:>3}  ", " " * 7)
        if question.options:
            self._wrapped(TERMS["answer.not-sure"].text(self.language), f"  {TAKE_BACK:>3}  ")
        if given := question.given(self.situation):
            self.say("command.ask.kept", answer=given)

    def _wrapped(self, text: str, first: str, later: str | None = None) -> None:
        lines = textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=first if later is None else later)
        print(*lines, sep="\n", file=sys.stderr)


def _values(question: Question, typed: str) -> list[str]:
    """The values that were typed. Raises Refused where they are none."""
    if not question.options:
        return [_words(typed)]
    if typed == TAKE_BACK:
        return []
    numbers = typed.replace(",", " ").split()
    most = len(question.options)
    if not all(n.isascii() and n.isdigit() and len(n) < 4 and 1 <= int(n) <= most for n in numbers):
        raise Refused("wrong-number", most=most)
    values = [question.options[int(number) - 1][0] for number in dict.fromkeys(numbers)]
    if len(values) > 1 and not question.many:
        raise Refused("only-one")
    if len(values) > 1 and NONE in values:
        raise Refused("none-alone")
    return values


def _words(typed: str) -> str:
    if FORBIDDEN.search(typed):
        raise Refused("hidden")
    if len(typed) > LONGEST_TEXT:
        raise Refused("too-long", longest=LONGEST_TEXT)
    return typed
