"""The places on a board: what its round discusses, the questions put to the groups, and room for anything else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu_web.workshops.models import Prompt, Round, Topic
from plethu_web.workshops.subjects import edition_of, subject_of


@dataclass(frozen=True, slots=True)
class Section:
    """A place on a board: its `id` is `topic-7`, `prompt-2` or `other`.

    `findings` are what the review says on an action.
    """

    id: str
    title: Text | str
    ref: str = ""
    summary: Text | None = None
    findings: tuple[Text, ...] = ()
    topic: int | None = None
    prompt: int | None = None

    @property
    def takes_stance(self) -> bool:
        """Whether a card here can say how it bears on a finding."""
        return self.topic is not None


def sections_of(round: Round) -> list[Section]:
    """The places on the boards of a round, in order."""
    id = round.workshop.edition
    topics = [_of_topic(edition_of(id), id, topic) for topic in round.topics.all()]
    prompts = [_of_prompt(prompt) for prompt in Prompt.objects.filter(workshop=round.workshop_id)]
    return [*topics, *prompts, Section("other", _("Anything else"))]


def is_in_english(section: Section) -> bool:
    """Whether something in it has to be shown in English on a page in Welsh."""
    if get_language() != "cy":
        return False
    texts = (section.title, section.summary, *section.findings)
    return any(isinstance(text, Text) and text.language("cy") != "cy" for text in texts)


def opening_of(round: Round) -> list[Section]:
    """What opens a round that discusses nothing of its own: all that the workshop does. Other rounds have their own."""
    if round.topics.exists():
        return []
    found: dict[tuple[str, str], Topic] = {}
    for topic in Topic.objects.filter(round__workshop=round.workshop_id).order_by("round__position", "position"):
        found.setdefault((topic.kind, topic.ref), topic)
    id = round.workshop.edition
    return [_of_topic(edition_of(id), id, topic) for topic in found.values()]


def section_of(round: Round, id: str) -> Section | None:
    """One place on the boards of a round, without what the review says there; None where there is none of that name."""
    kind, _dash, number = id.partition("-")
    if id == "other":
        return Section("other", _("Anything else"))
    if not (number.isascii() and number.isdigit() and len(number) < 12):
        return None
    if kind == "topic" and (topic := round.topics.filter(pk=int(number)).first()):
        return _of_topic(None, round.workshop.edition, topic)
    prompts = Prompt.objects.filter(workshop=round.workshop_id, pk=int(number)) if kind == "prompt" else ()
    return next((_of_prompt(prompt) for prompt in prompts), None)


def _of_topic(edition: Edition | None, id: str, topic: Topic) -> Section:
    subject = subject_of(topic, id)
    made = Section(f"topic-{topic.pk}", subject.words, topic.ref, topic=topic.pk)
    action = next((each for each in edition.actions if each.id == topic.ref), None) if edition else None
    if edition is None or action is None or topic.kind != "action":
        return made
    findings = tuple(f.statement for f in edition.findings if f.action == action.id and not f.stance)
    return replace(made, summary=action.summary, findings=findings)


def _of_prompt(prompt: Prompt) -> Section:
    return Section(f"prompt-{prompt.pk}", prompt.asked, prompt=prompt.pk)
