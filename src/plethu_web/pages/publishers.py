"""Who published the report that an edition was read from, so that pages can lead there."""

from __future__ import annotations

from dataclasses import dataclass

from plethu.evidence.text import Text


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher and its own site."""

    name: Text
    href: str


_CENTRE = Text("Wales Centre for Public Policy", "Canolfan Polisi Cyhoeddus Cymru")
_PUBLISHERS = {"multisector-wales-2024": Publisher(_CENTRE, "https://wcpp.org.uk/")}


def publisher_of(edition: str) -> Publisher | None:
    """The publisher of an edition's report, by the edition's id; None where we know no site to lead to."""
    return _PUBLISHERS.get(edition)
