"""Why something cannot be published, in sentences that name what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from plethu.wording import say
from plethu.workshop.contexts import Attribute
from plethu.workshop.releases import EVERYBODY, Breach, Thresholds
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.queries.going_out import GoingOut
from plethu_web.workshops.subjects import contexts


def not_now(going: GoingOut) -> list[str]:
    """Why nothing can be published now, in sentences; none where it can."""
    labelled = going.labelled
    if not labelled.labelling.labels:
        return [say("workshop.release.too-few-people", reading(), least=labelled.promised.labels)]
    return breaches(labelled.prepared.check.breaches, labelled.prepared.release.id)


def promised_sentence(promised: Thresholds) -> str:
    """What an earlier release promised, which binds this one."""
    return say("workshop.release.promised", reading(), labels=promised.labels, tables=promised.tables)


def breaches(found: Iterable[Breach], new: str) -> list[str]:
    """What would be given away, in sentences. `new` is the id of the release that is looked at."""
    said = []
    for each in found:
        words = [say(f"workshop.breach.{each.ring}", reading(), least=each.least, inside=_cells(each.inside, new))]
        if each.outside:
            words.append(say("workshop.breach.outside", reading(), outside=_cells(each.outside, new)))
        words.append(say("workshop.breach.instead", reading()))
        said.append(" ".join(words))
    return said


def _cells(names: Iterable[str], new: str) -> str:
    return "; ".join(_cell(name, new) for name in names)


def _cell(named: str, new: str) -> str:
    """A cell as the library names it (`release: output: cell`), in words."""
    number, _output, name = named.split(": ", 2)
    release = say("workshop.release.this", reading())
    if number != new:
        release = say("workshop.release.earlier", reading(), number=number)
    if name == EVERYBODY:
        return say("workshop.release.cell-everybody", reading(), release=release)
    if name.endswith(": cy"):
        return say("workshop.release.cell-languages", reading(), name=_value("sector", name[:-4]), release=release)
    if "=" in name:
        values = (part.split("=", 1) for part in name.split("/"))
        words = ", ".join(_value(attribute, id) for attribute, id in values)
        return say("workshop.release.cell-labels", reading(), name=words, release=release)
    return say("workshop.release.cell-table", reading(), name=_value("sector", name), release=release)


def _value(attribute: str, id: str) -> str:
    if id in ("others", EVERYBODY):
        return say("workshop.label.others" if id == "others" else "workshop.label.whole", reading())
    return contexts().name(cast(Attribute, attribute), id).text(reading())
