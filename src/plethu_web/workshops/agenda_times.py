"""When each part of an agenda begins, and by how much it is too long for its workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import accumulate

from plethu_web.workshops.models import Round, Workshop


def beginnings(workshop: Workshop, rounds: Sequence[Round]) -> list[datetime]:
    """The time at which each part begins, if all before it take as long as they should."""
    before = accumulate((each.minutes for each in rounds[:-1]), initial=0)
    return [workshop.starts + timedelta(minutes=minutes) for minutes, _round in zip(before, rounds, strict=False)]


def minutes_over(workshop: Workshop, rounds: Sequence[Round]) -> int:
    """By how many minutes the parts take longer than there is; 0 where they fit."""
    there = int((workshop.ends - workshop.starts).total_seconds() // 60)
    return max(0, sum(each.minutes for each in rounds) - there)
