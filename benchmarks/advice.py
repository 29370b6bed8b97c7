"""Advice: one situation, every single changed answer, and editions up to fifty times as large."""

from __future__ import annotations

import msgspec

from benchmarks.measure import cpu_of, head, say
from plethu.framework.advising import advise
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.situation import Situation
from plethu.framework.whatif import sweep


def enlarged(edition: Edition, times: int) -> Edition:
    """The edition with every finding `times` over, under ids of their own."""
    copies = tuple(
        msgspec.structs.replace(finding, id=f"{finding.id}-{n}") if n else finding
        for n in range(times)
        for finding in edition.findings
    )
    return msgspec.structs.replace(edition, findings=copies)


def run() -> None:
    """Print the figures."""
    edition = default_edition()
    situations = {"nothing answered": Situation(), **example_situations(edition)}
    head("advise(edition, situation)")
    for name, situation in situations.items():
        say(name, cpu_of(lambda s=situation: advise(edition, s)), limit="target: median below 10 ms")  # type: ignore[misc]
    head("sweep over every single changed answer")
    for name in ("nothing answered", "mandated"):
        changes = len(sweep(edition, situations[name]))
        taken = cpu_of(lambda n=name: sweep(edition, situations[n]), 5)  # type: ignore[misc]
        say(f"{name}: {changes} changes", taken, limit="target: below 300 ms")
    head("growth with the number of findings")
    first = 0.0
    for times in (1, 5, 10, 50):
        large = enlarged(edition, times)
        taken = cpu_of(lambda e=large: advise(e, situations["mandated"]), 5)  # type: ignore[misc]
        first = first or taken
        say(f"{len(large.findings)} findings", taken, f"x{times} findings, x{taken / first:.1f} time", "target: linear")
