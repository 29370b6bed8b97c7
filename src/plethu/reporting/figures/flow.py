"""The flow of records through each strand, branch by branch."""

from __future__ import annotations

from plethu.evidence.strands import FlowBranch, FlowStage, Strand
from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.figures.drawing import Drawing
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.twin import Twin, number
from plethu.reporting.saying import say
from plethu.reporting.told import Words

NARROWEST, NAME, BOX, LAST, STEP = 768.0, 132.0, 214.0, 96.0, 42.0
HIGH, LINE_OF_NAME, GAP = 46.0, 16.0, 14.0


def rows(edition: Edition, language: Language) -> Twin:
    """Strand, branch, stage, and how many came in, were left out and went on; then what the strand includes."""
    header = ("term:one.strand", "branch", "stage", "entered", "excluded", "left")
    none = Words("–", language)
    found = []
    for strand in edition.strands:
        name = say(strand.name, language)
        for branch in strand.branches:
            for stage in branch.stages:
                counts = (number(n, language) for n in (stage.entered, stage.excluded, stage.left))
                found.append((name, say(branch.name, language), say(stage.name, language), *counts))
        if strand.included is not None:
            total = number(strand.included, language)
            found.append((name, none, label("included", language), none, none, total))
    return Twin(label("flow", language), tuple(label(key, language) for key in header), tuple(found))


def svg(edition: Edition, language: Language) -> str:
    """All strands that have a flow, from the top down."""
    drawing = Drawing("flow", language, label("flow", language), label("flow-desc", language))
    flowing = [strand for strand in edition.strands if strand.branches]
    most = max((len(branch.stages) for strand in flowing for branch in strand.branches), default=0)
    wide = max(NARROWEST, NAME + most * (BOX + STEP) + LAST)
    y = 0.0
    for n, strand in enumerate(flowing):
        if n:
            drawing.shape("path", "fig-rule", d=f"M0 {y + 2:g} H{wide:g}")
            y += 8
        y = _strand(drawing, strand, y)
    return drawing.svg(wide, max(y, 1))


def _strand(drawing: Drawing, strand: Strand, y: float) -> float:
    language = drawing.language
    y += drawing.text(say(strand.name, language), 0, y + 18, 16, bold=True) + 10
    longest = max(len(branch.stages) for branch in strand.branches)
    right = NAME + longest * (BOX + STEP)
    lines = max((_lines(say(s.name, language)) for branch in strand.branches for s in branch.stages), default=1)
    high = HIGH + lines * LINE_OF_NAME
    for n, branch in enumerate(strand.branches):
        _branch(drawing, branch, y + n * (high + GAP), right, high)
    foot = y + len(strand.branches) * (high + GAP) - GAP
    if strand.included is not None:
        drawing.box("fig-few", right, y + 0.5, LAST - 1, foot - y - 1)
        middle = (y + foot) / 2
        drawing.text(label("included", language), right + LAST / 2, middle - 6, 12.5, anchor="middle")
        drawing.text(number(strand.included, language), right + LAST / 2, middle + 17, 20, bold=True, anchor="middle")
    return foot + 14


def _lines(name: Words) -> int:
    return len(wrap(name.text, BOX - 18, 12.5, bold=True))


def _branch(drawing: Drawing, branch: FlowBranch, top: float, right: float, high: float) -> None:
    """Stages end at the right, so that the same stage of two branches stands in one column."""
    drawing.text(say(branch.name, drawing.language), 0, top + 16, 13, room=NAME - 12)
    start = right - len(branch.stages) * (BOX + STEP)
    for n, stage in enumerate(branch.stages):
        x = start + n * (BOX + STEP)
        _stage(drawing, stage, x, top, high)
        drawing.arrow([(x + BOX + 2, top + high / 2), (x + BOX + STEP - 2, top + high / 2)])
        went_on = number(stage.left, drawing.language)
        drawing.text(went_on, x + BOX + STEP / 2, top + high / 2 - 7, 13, bold=True, anchor="middle")


def _stage(drawing: Drawing, stage: FlowStage, x: float, top: float, high: float) -> None:
    language = drawing.language
    drawing.box("fig-card", x, top + 0.5, BOX, high - 1)
    drawing.text(say(stage.name, language), x + 10, top + 18, 12.5, bold=True, room=BOX - 18)
    drawing.text(label("in", language, count=stage.entered), x + 10, top + high - 27, 12.5)
    drawing.text(label("out", language, count=stage.excluded), x + 10, top + high - 10, 12.5, look="fig-soft")
