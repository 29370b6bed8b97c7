"""Practice case studies and the places they come from."""

from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text

Tier = Literal["wales-wide", "regional", "specific", "none"]


class Authority(Frozen, frozen=True):
    """A principal council area: a tile of the cartogram. `code` is the Government Statistical Service code."""

    code: str
    name: Text
    region: Text
    column: int
    row: int
    short: Text
    rural: Literal["rural", "mixed", "urban"]


class CaseStudy(Frozen, frozen=True):
    """A description of practice. Dates and places stand as printed beside our reading of them.

    `date` is EDTF (ISO 8601-2:2019), empty where none is printed. `topics` and `actions` are our reading of the
    title, so that cases can be found; `latitude` and `longitude` are approximate and ours.
    """

    id: str
    number: int
    title: str
    date_printed: str
    date: str
    location_printed: str
    place: str
    tier: Tier
    nation: str
    authorities: tuple[str, ...] = ()
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    topics: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    language: Literal["en", "cy", "en+cy"] = "en"
    note: str = ""
