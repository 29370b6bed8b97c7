"""Slides (PPTX) that show everybody their group, six groups to a slide, round by round."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.util import Inches, Pt

from plethu.evidence.text import Language
from plethu.reporting.breakout_told import group_title, name_shown
from plethu.wording import say
from plethu.workshop.breakouts.instance import chosen_facilitators
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import Plan

COLUMNS, LINES = 3, 2  # of groups on a slide
WIDTH, HEIGHT, MARGIN, TITLE = 13.333, 7.5, 0.5, 1.2  # inches
_TITLE_ONLY = 5  # layout of the template that python-pptx brings


def slides(people: Sequence[Person], design: Design, plan: Plan, language: Language) -> bytes:
    """The file of slides. Each has its title and one text box for each group, in reading order."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = Inches(WIDTH), Inches(HEIGHT)
    shown.core_properties.language = language
    leads = chosen_facilitators(people, design)
    for r, groups in enumerate(plan.rounds, 1):
        titled = [(group_title(g, plan.certificate, language), group) for g, group in enumerate(groups, 1)]
        for at in range(0, len(titled), COLUMNS * LINES):
            slide = shown.slides.add_slide(shown.slide_layouts[_TITLE_ONLY])
            _set_title(slide, say("breakout.round", language, round=r), language)
            for place, (title, group) in enumerate(titled[at : at + COLUMNS * LINES]):
                names = [name_shown(key, leads, language) for key in group]
                _add_group(slide, place, title, names, language)
    out = io.BytesIO()
    shown.save(out)
    return out.getvalue()


def _set_title(slide: Any, text: str, language: Language) -> None:
    box = slide.shapes.title
    box.left, box.top = Inches(MARGIN), Inches(0.2)
    box.width, box.height = Inches(WIDTH - 2 * MARGIN), Inches(TITLE - 0.3)
    box.text_frame.text = text
    _in_language(box.text_frame, language)


def _add_group(slide: Any, place: int, title: str, names: list[str], language: Language) -> None:
    wide, high = (WIDTH - 2 * MARGIN) / COLUMNS, (HEIGHT - TITLE - MARGIN) / LINES
    left, top = MARGIN + place % COLUMNS * wide, TITLE + place // COLUMNS * high
    frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(wide - 0.2), Inches(high)).text_frame
    frame.word_wrap = True
    frame.text = title
    frame.paragraphs[0].runs[0].font.bold = True
    frame.paragraphs[0].runs[0].font.size = Pt(20)
    for name in names:
        run = frame.add_paragraph().add_run()
        run.text, run.font.size = name, Pt(16)
    _in_language(frame, language)


def _in_language(frame: Any, language: Language) -> None:
    """Say which language the text is in, for screen readers."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", f"{language}-GB")
