"""New actions that contributions ask for where none fits, and how an analyst merges them.

A merge is a line of its own and leaves the proposals as they were written, so that taking the line out undoes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import NO_TEXT, Text
from plethu.workshop.codings import Coding


class Proposal(Frozen, frozen=True):
    """A new action as it was proposed. `category` is one of the edition's."""

    id: str
    name: Text
    category: str
    by: str
    summary: Text = NO_TEXT


class Merge(Frozen, frozen=True):
    """Two proposals are one, or a proposal is an action that there is already (`into_action`). `by` is an analyst."""

    of: str
    by: str
    reason: str
    into: str = ""
    into_action: str = ""


def merge_refusals(
    merge: Merge, merges: Sequence[Merge], proposals: Iterable[str], actions: Iterable[str]
) -> Iterator[str]:
    """Why a merge cannot be made, by code; `into-what` if neither or both of `into` and `into_action` are named."""
    known = set(proposals)
    if merge.of not in known or (merge.into and merge.into not in known):
        yield "proposal-unknown"
    if merge.into_action and merge.into_action not in set(actions):
        yield "action-unknown"
    if bool(merge.into) == bool(merge.into_action):
        yield "into-what"
    if not merge.reason.strip():
        yield "no-reason"
    if any(merge.of == other.of for other in merges):
        yield "merged-already"
    if merge.of == merge.into:
        yield "merge-self"
    elif merge.into and _end({m.of: m for m in merges}, merge.into)[0] == merge.of:
        yield "merge-circle"


def merged_proposals(proposals: Iterable[Proposal], merges: Iterable[Merge]) -> dict[str, tuple[str, str]]:
    """Where each proposal has come to: (a proposal that stands, "") or ("", an action of the edition)."""
    onward = {merge.of: merge for merge in merges}
    return {proposal.id: _end(onward, proposal.id) for proposal in proposals}


def _end(onward: Mapping[str, Merge], id: str) -> tuple[str, str]:
    seen: set[str] = set()
    while id in onward and id not in seen:
        seen.add(id)
        if onward[id].into_action:
            return "", onward[id].into_action
        id = onward[id].into
    return id, ""


def codings_after_merging(codings: Iterable[Coding], ends: Mapping[str, tuple[str, str]]) -> tuple[Coding, ...]:
    """The codings with each proposal replaced by what it was merged into."""
    made = []
    for coding in codings:
        proposal, action = ends.get(coding.proposal, (coding.proposal, "")) if coding.proposal else ("", "")
        made.append(replace(coding, proposal=proposal, action=action or coding.action))
    return tuple(made)
