"""The desk as a queue: what is not coded yet, what waits for a second coder, and which comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plethu.workshop.codings import Coding, visible_codings
from plethu.workshop.contributions import Contribution
from plethu_web.workshops.models import Workshop
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.said import contributions_of


@dataclass(frozen=True, slots=True)
class Desk:
    """All that was said in its order, who has coded what, who is still at what, and who codes no more as a second."""

    said: Mapping[str, Contribution]
    coders: Mapping[str, tuple[str, ...]]
    still_at: Collection[tuple[str, str]]
    codings: Sequence[Coding] = ()
    stopped: Collection[str] = ()

    def uncoded(self) -> list[str]:
        """What nobody has coded. What a facilitator hid is not waited for."""
        return [id for id, each in self.said.items() if not self.coders.get(id) and not each.hidden]

    def for_second(self, coder: str) -> list[str]:
        """What somebody else has coded and this coder has not; nothing where they code no more as a second person."""
        return [
            id
            for id, each in self.said.items()
            if coder not in self.stopped
            and (by := self.coders.get(id, ()))
            and len(by) == 1
            and coder not in by
            and not each.hidden
        ]

    def is_still_second(self, coder: str) -> bool:
        """Whether somebody codes as a second person, and is not through."""
        second = any(coder in by and by[0] != coder for by in self.coders.values())
        return second and bool(self.for_second(coder))

    def waiting(self, coder: str, id: str) -> list[str]:
        """The queue a coder is in who is at a contribution: a second coder stays one."""
        by = self.coders.get(id, ())
        is_second = bool(by) and by[0] != coder
        return [each for each in (self.for_second(coder) if is_second else self.uncoded()) if each != id]

    def after(self, id: str, waiting: Collection[str]) -> str:
        """Which comes next: on the same finding first, of whichever group, then in order."""
        same = [each.id for each in self.said.values() if id in self.said and each.finding == self.said[id].finding]
        return next_in_queue(same, id, waiting) or next_in_queue([*self.said], id, waiting)


def desk_of(workshop: Workshop) -> Desk:
    """The desk of a workshop."""
    said = contributions_of(workshop)
    coders: dict[str, dict[str, None]] = {}
    codings = queries.standing_codings(workshop, said)
    for coding in codings:
        coders.setdefault(coding.contribution, {})[coding.coder] = None
    by_whom = {id: tuple(by) for id, by in coders.items()}
    return Desk(said, by_whom, queries.still_at(workshop), codings, queries.stopped(workshop))


def asked_for(at: Desk, seen: Iterable[Coding], wanted: Mapping[str, str], about: Mapping[str, str]) -> set[str]:
    """The contributions that fit all that is wanted. `seen`: the codings that may be seen; `about`: topics in words.

    `wanted` is by `q` (all of its words stand in it or in what it was said on), `on`, `round`, and by how it is coded:
    `finding`, `stance`, `coder`, all of them of one coding.
    """
    words = wanted.get("q", "").casefold().split()
    found = {
        id
        for id, each in at.said.items()
        if wanted.get("on", each.finding) == each.finding
        and wanted.get("round", str(each.round)) == str(each.round)
        and all(word in f"{each.text} {about.get(each.finding, '')}".casefold() for word in words)
    }
    fits = {name: wanted[name] for name in ("finding", "stance", "coder") if name in wanted}
    if fits:
        fits["finding"] = fits.get("finding", "").upper()
        fits = {name: value for name, value in fits.items() if value}
        found &= {c.contribution for c in seen if all(getattr(c, name) == value for name, value in fits.items())}
    return found


def codings_seen(workshop: Workshop, at: Desk, coder: str) -> tuple[Coding, ...]:
    """The codings that a coder may see, as on the page of each contribution."""
    return visible_codings(at.codings, coder, queries.is_blind(workshop, coder), at.still_at)


def next_in_queue(order: Sequence[str], at: str, waiting: Collection[str]) -> str:
    """The next that waits after one, or from the beginning again; empty where nothing does."""
    place = order.index(at) + 1 if at in order else 0
    left = set(waiting) - {at}
    return next((id for id in (*order[place:], *order[:place]) if id in left), "")
