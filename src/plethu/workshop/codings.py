"""Coding contributions: the stance of each to a numbered finding, what aspect it is about, and whose voice it is.

Codings change only by events. What holds now is worked out from all of them, so that every change can be seen, undone,
and the undoing undone again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from plethu.evidence.findings import Stance
from plethu.evidence.frozen import Frozen
from plethu.workshop.changes import undo_refusals, undone

Aspect = Literal["action", "practice", "condition", "factor", "challenge", "example"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


class Coding(Frozen, frozen=True):
    """How one coder reads one contribution against one finding.

    `voice_printed` is the speaker's background in their own or the note's words; `voices` are ids of the controlled
    list. `proposal` is a new action, which stands only where no finding or action fits, with `why_none_fits`.
    """

    id: str
    contribution: str
    coder: str
    stance: Stance
    aspect: Aspect
    finding: str = ""
    action: str = ""
    voice_printed: str = ""
    voices: tuple[str, ...] = ()
    proposal: str = ""
    why_none_fits: str = ""


class CodingEvent(Frozen, frozen=True):
    """A change: `coding` is how it reads from now on, None where it was taken out; or `undoes` names an earlier event.

    `on` is when, ISO 8601, as the site's clock says.
    """

    id: str
    by: str
    on: str
    of: str = ""
    coding: Coding | None = None
    undoes: str = ""


class Known(Frozen, frozen=True):
    """The ids that codings may name."""

    contributions: Collection[str]
    findings: Collection[str]
    actions: Collection[str]
    voices: Collection[str]
    proposals: Collection[str] = ()


def coding_refusals(coding: Coding, known: Known) -> Iterator[str]:
    """Why a coding cannot stand, by code."""
    if coding.contribution not in known.contributions:
        yield "contribution-unknown"
    if coding.finding and coding.finding not in known.findings:
        yield "finding-unknown"
    if coding.action and coding.action not in known.actions:
        yield "action-unknown"
    if any(voice not in known.voices for voice in coding.voices):
        yield "voice-unknown"
    if not (coding.finding or coding.action or coding.proposal):
        yield "against-nothing"
    if coding.stance != "added" and not coding.finding:
        yield "stance-needs-finding"
    if coding.proposal:
        yield from _proposal_refusals(coding, known)


def _proposal_refusals(coding: Coding, known: Known) -> Iterator[str]:
    if coding.proposal not in known.proposals:
        yield "proposal-unknown"
    if coding.finding or coding.action:
        yield "proposal-where-one-fits"
    if coding.stance != "added":
        yield "proposal-not-added"
    if not coding.why_none_fits.strip():
        yield "proposal-without-reason"


def event_refusals(event: CodingEvent, before: Sequence[CodingEvent]) -> Iterator[str]:
    """Why an event cannot follow those before it: event-twice, undo-unknown, undone-already, nothing-to-change."""
    if any(event.id == other.id for other in before):
        yield "event-twice"
    if not event.undoes:
        if not event.of or (event.coding and event.coding.id != event.of):
            yield "nothing-to-change"
        elif event.coding is None and event.of not in current_codings(before):
            yield "nothing-to-change"
    else:
        yield from undo_refusals(event.undoes, before)


def current_codings(events: Sequence[CodingEvent]) -> dict[str, Coding]:
    """The codings that hold after these events, oldest first, by id."""
    without = undone(events)
    found: dict[str, Coding] = {}
    for event in events:
        if event.undoes or event.id in without:
            continue
        if event.coding is None:
            found.pop(event.of, None)
        else:
            found[event.of] = event.coding
    return found


def visible_codings(
    codings: Iterable[Coding], coder: str, blind: bool, still_at: Collection[tuple[str, str]] = ()
) -> tuple[Coding, ...]:
    """What a coder may see: their own; and where coding is blind, others' only once both are done.

    `still_at` are contributions with coders who are not done with them yet.
    """
    codings = tuple(codings)
    done = {(c.contribution, c.coder) for c in codings} - set(still_at)

    def both(of: Coding) -> bool:
        return {(of.contribution, coder), (of.contribution, of.coder)} <= done

    return tuple(c for c in codings if not blind or c.coder == coder or both(c))


def codings_when_done(events: Sequence[CodingEvent], done: Mapping[tuple[str, str], str]) -> tuple[Coding, ...]:
    """The codings as each coder had them when they were done, before they could see the other's.

    `done`: for a contribution and a coder the id of the last event until then; for others, how they read now counts.
    """
    of_each: dict[tuple[str, str], list[CodingEvent]] = {}
    whose = {event.of: (event.coding.contribution, event.by) for event in events if event.coding}
    by_id = {event.id: event for event in events}
    for event in events:
        if key := whose.get(_coding_of(event, by_id)):
            of_each.setdefault(key, []).append(event)
    found: list[Coding] = []
    for key, own in of_each.items():
        ids = [event.id for event in own]
        until = ids.index(done[key]) + 1 if done.get(key) in ids else len(own)
        found += current_codings(own[:until]).values()
    return tuple(found)


def _coding_of(event: CodingEvent, by_id: Mapping[str, CodingEvent]) -> str:
    """The coding that an event changes, also by undoing what undid a change of it."""
    while event.undoes and event.undoes in by_id:
        event = by_id[event.undoes]
    return event.of
