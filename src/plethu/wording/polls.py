"""Ready-made questions for a poll of partners, in both languages."""

from __future__ import annotations

from plethu.evidence.polls import Option, Question, QuestionKind, Topic
from plethu.evidence.text import Text
from plethu.wording import catalogue, say

READY: dict[Topic, QuestionKind] = {"terms": "words", "evidence": "several", "scope": "one", "sources": "rate"}


def ready_question(topic: Topic) -> Question:
    """The ready-made question on a topic. KeyError where there is none."""
    start = f"poll.ready.{topic}."
    options = [
        code.removeprefix(f"{start}option.") for code in catalogue("poll", "en") if code.startswith(f"{start}option.")
    ]
    return Question(
        topic,
        READY[topic],
        _text(f"{start}words"),
        _text(f"{start}hint"),
        tuple(Option(id, _text(f"{start}option.{id}")) for id in options),
    )


def _text(code: str) -> Text:
    return Text(say(code, "en"), say(code, "cy"), "reviewed")
