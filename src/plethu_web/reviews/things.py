"""What the events of a review were done to, in words, with a way there. Names of people and things stay out of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its word, and the name of its address, which takes the review's and the thing's own id."""

    word: Promise
    address: str = ""


KINDS: dict[str, Kind] = {
    "import": Kind(_("import"), "records:import"),
    "record": Kind(_("record"), "records:record"),
    "submission": Kind(_("something sent in"), "calls:submission"),
    "call": Kind(_("call"), "calls:call"),
    "search": Kind(_("search"), "calls:change-search"),
    "strategy": Kind(_("search strategy"), "strategies:strategy"),
    "workshop": Kind(_("workshop"), "workshops:workshop"),
    "edition": Kind(_("edition for workshops"), "workshops:edition"),
    "participants": Kind(_("register of a workshop"), "workshops:register"),
    "breakouts": Kind(_("breakout groups"), "workshops:breakouts"),
    "poll": Kind(_("poll"), "reviews:poll"),
    "meeting": Kind(_("meeting"), "reviews:meeting"),
    "version": Kind(_("version of the protocol"), "reviews:version"),
    "draft": Kind(_("draft of the protocol")),
    "decision": Kind(_("decision"), "reviews:change-decision"),
    "seat": Kind(_("seat in the steering group")),
    "involvement": Kind(_("entry of the log of involvement")),
    "word": Kind(_("word of the glossary"), "reviews:word"),
    "wording": Kind(_("meaning in the glossary")),
    "referrer": Kind(_("code of somebody who passes the call on")),
    "invitation": Kind(_("invitation")),
}


def told(thing: str, slug: str) -> tuple[Promise | str, str, str]:
    """A thing as an event notes it: its word, its number or the beginning of its id, and its address, if any."""
    kind, _sign, id = thing.partition(":")
    if kind not in KINDS:
        return "", "", ""
    return KINDS[kind].word, id[:8], _address(KINDS[kind].address, slug, id)


def _address(name: str, slug: str, id: str) -> str:
    for arguments in ((slug, id), (slug,)):
        try:
            return reverse(name, args=arguments) if name else ""
        except NoReverseMatch:
            continue
    return ""
