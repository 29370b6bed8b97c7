"""The page on the rule counts placements; the count is made anew from the example situations and has to agree."""

from pathlib import Path

from plethu.framework.advising import advise
from plethu.framework.editions import default_edition, example_situations

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "how-advice-is-given.md"


def placements() -> str:
    """The table of the page."""
    edition = default_edition()
    lines = [
        "| example | now | next | later | keep going | no evidence here | placed by *stated* | placed by *ours* |",
        "|---|" + "---:|" * 7,
    ]
    totals = [0] * 7
    for name, situation in example_situations(edition).items():
        advice = advise(edition, situation)
        basis = dict(advice.whole.basis_of_lanes)
        lanes = [len(advice.in_lane(lane)) for lane in ("now", "next", "later", "keep-going", "not-enough-evidence")]  # type: ignore[arg-type]
        row = [*lanes, basis.get("stated", 0), basis.get("ours", 0)]
        totals = [a + b for a, b in zip(totals, row, strict=True)]
        lines.append(f"| {name} | " + " | ".join(map(str, row)) + " |")
    lines.append("| together | " + " | ".join(map(str, totals)) + " |")
    return "\n".join(lines)


def test_the_page_counts_placements_as_they_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    shown = text.partition("<!-- placements -->")[2].partition("<!-- /placements -->")[0].strip()
    assert shown == placements()
