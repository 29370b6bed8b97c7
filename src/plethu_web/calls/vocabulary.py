"""The words that forms offer and tables store as codes: what is sent in, how it came, what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, Promise]

KINDS: Words = {
    "case-study": _("A story of what happened (a case study)"),
    "source": _("A report, paper or web page"),
    "anything": _("Something else"),
}
QUESTIONS: Words = {
    "place": _("Where it happened"),
    "date": _("When it happened"),
    "involved": _("Who was involved"),
    "outcome": _("What came of it"),
}
SECTORS: Words = {
    "community": _("Community groups and people living there"),
    "voluntary": _("Voluntary organisations and charities"),
    "council": _("Councils and other public bodies"),
    "health": _("Health services"),
    "business": _("Businesses and social enterprises"),
    "research": _("Universities and research"),
    "other": _("Others"),
}
WRITTEN_IN: Words = {
    "en": _("English"),
    "cy": _("Welsh"),
    "both": _("Both"),
    "other": _("Another language, or no words at all"),
}
ROUTES: Words = {
    "social-media": _("On social media"),
    "umbrella-body": _("From an umbrella body or a network"),
    "colleague": _("From a colleague or a friend"),
    "event": _("At an event"),
    "other": _("Another way"),
    "member": _("Suggested by somebody in the team"),
}
PUBLIC_ROUTES = tuple(code for code in ROUTES if code != "member")
USES: Words = {
    "quote": _("You may quote from it"),
    "list": _("You may name it, with its title, place and date, in a published list"),
    "pass-on": _("You may pass it on to other reviews"),
    "ask": _("You may ask me about it"),
}
LICENCES: Words = {
    "review-only": _("Use it for this review only"),
    "cc-by-4.0": _("Anybody may use it if they name me (CC BY 4.0)"),
    "cc-by-nc-4.0": _("Anybody may use it if they name me and earn nothing by it (CC BY-NC 4.0)"),
    "ogl-3.0": _("Open Government Licence 3.0"),
    "cc0-1.0": _("Anybody may use it in any way (CC0)"),
    "not-mine": _("It is published and belongs to somebody else"),
}
REASONS: Words = {
    "no-story": _("It does not tell what happened"),
    "no-reach": _("It cannot be opened or reached"),
    "personal": _("It says personal things about people who have not agreed"),
    "not-allowed": _("Whoever it belongs to has not allowed it"),
    "advertising": _("It advertises something"),
    "mistake": _("It was sent by mistake, or as a trial"),
    "other": _("Another reason"),
}
RELEVANCE: Words = {
    "central": _("Central to the question"),
    "useful": _("Useful"),
    "marginal": _("At the edge of it"),
}
BRANCHES: Words = {
    "database": _("Database"),
    "website": _("Website or search engine"),
    "backward": _("Citation searching, backward: what a source cites"),
    "forward": _("Citation searching, forward: what cites a source"),
    "suggestion": _("Suggested by members and contacts"),
    "call": _("Open call"),
}
CITATION_BRANCHES = ("backward", "forward")
TIERS = ("wales-wide", "regional", "specific", "none")


def words_for(table: Words, codes: Iterable[str]) -> list[Promise | str]:
    """The words of several codes. One that this version does not know stays as it is."""
    return [table.get(code, code) for code in codes]
