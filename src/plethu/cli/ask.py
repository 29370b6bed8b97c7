"""`plethu ask`: the questions in the terminal. Nothing is written before the answers were shown."""

from __future__ import annotations

import io
import sys

from plethu.cli.asking import BACK, Enough, Interview
from plethu.cli.files import edition_at, give, refuse_existing
from plethu.cli.printing import answer_line
from plethu.cli.questions import pages
from plethu.cli.usage import EDITION, LANG, OUTPUT, Command, Given, WrongUse
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import write_situation
from plethu.reporting.telling import tell_answers

COMMAND = Command("ask", options=(OUTPUT, EDITION, LANG))
YES, NO = ("y", "yes", "i", "ie"), ("n", "no", "na")


def run(given: Given) -> None:
    """Ask, show the answers, and write them."""
    if given["output"]:
        refuse_existing(given["output"])
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    edition = edition_at(given["edition"])
    interview = Interview(pages(edition, given.language), Situation(edition=edition.id), given.language)
    interview.say("command.ask.start")
    interview.say("command.ask.keys")
    if not _asked(interview, edition):
        interview.say("command.ask.not-written")
        return
    give(write_situation(interview.situation), given["output"])
    if given["output"]:
        interview.say("command.ask.written", file=given["output"])


def _asked(interview: Interview, edition: Edition) -> bool:
    """Ask everything; whether the answers are to be written. Raises WrongUse where the input ends before that."""
    try:
        while True:
            interview.ask_all()
            _show_answers(interview, edition)
            interview.say("command.ask.confirm")
            typed = interview.read().lower()
            if typed in (*YES, *NO):
                return typed in YES
            if typed == BACK:
                interview.back()
    except Enough:
        raise WrongUse("input-ended", COMMAND.name) from None


def _show_answers(interview: Interview, edition: Edition) -> None:
    interview.say("")
    interview.say("command.ask.answers")
    for told in tell_answers(interview.situation, edition, interview.language):
        print(f"  {answer_line(told)}", file=sys.stderr)
    interview.say("")
