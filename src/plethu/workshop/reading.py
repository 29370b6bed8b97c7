"""What a workshop made of each finding: echoed, challenged, added, and from whose experience. Never a percentage.

People at a workshop are nobody's sample, and a finding that many spoke on is not truer than one that few did. So a
reading says which stances there were and from which sectors; how many contributions stand behind it is for analysts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from plethu.evidence.findings import Finding, Stance
from plethu.evidence.frozen import Frozen
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Label, Labelling
from plethu.workshop.releases import Thresholds, lowered

STANCES: tuple[Stance, ...] = get_args(Stance)
Discussion = Literal["discussed", "not-published", "nothing-said", "not-discussed"]


class StanceReading(Frozen, frozen=True):
    """One stance to one finding: the sectors that safe labels name, and the contributions, which are not published.

    `unnamed`: somebody spoke whose sector cannot be named, or a facilitator noted what a group said.
    """

    stance: Stance
    sectors: tuple[str, ...]
    unnamed: bool
    contributions: tuple[str, ...]


class FindingReading(Frozen, frozen=True):
    """The reading of a finding (or of an action). Stances that nobody took are not in it.

    `not-published`: what was said about it may not go out; how much that is, is not told. `nothing-said`: it was put to
    the groups and no contribution is about it. `not-discussed`: it was not put to them.
    """

    of: str
    discussion: Discussion
    stances: tuple[StanceReading, ...] = ()


class Anonymity(Frozen, frozen=True):
    """Whether it can be shown how few people a label may mean: `held` with the threshold, or `not-computable`.

    Not computable where there is no register: a workshop known only by what was published of it. `tables` is the
    threshold of tables; `lowered` says that the two are under the usual, which is told wherever something is published.
    """

    state: Literal["held", "not-computable"]
    least: int | None = None
    reason: Literal["", "no-register", "too-few-people"] = ""
    tables: int | None = None
    lowered: bool = False


def read_findings(
    findings: Iterable[str],
    put: Collection[str],
    codings: Iterable[Coding],
    contributions: Iterable[Contribution],
    labelling: Labelling,
) -> tuple[FindingReading, ...]:
    """The reading of each finding, in their order. `put` are those that were put to groups.

    Hidden contributions, and those of people for whom no label is known, make a finding `not-published` at most.
    """
    codings, contributions = tuple(codings), tuple(contributions)
    said = {each.id: each for each in contributions if _may_go_out(each, labelling)}
    of_finding: dict[str, dict[Stance, list[Contribution]]] = {}
    for coding in codings:
        for of in _of(coding) if coding.contribution in said else ():
            of_finding.setdefault(of, {}).setdefault(coding.stance, []).append(said[coding.contribution])
    silent: dict[str, Discussion] = dict.fromkeys(put, "nothing-said")
    silent |= dict.fromkeys(spoken_of(codings, contributions, labelling)[1], "not-published")
    return tuple(_reading(of, silent.get(of, "not-discussed"), of_finding.get(of, {}), labelling) for of in findings)


def _may_go_out(contribution: Contribution, labelling: Labelling) -> bool:
    return not contribution.hidden and label_of(contribution, labelling) is not None


def _of(coding: Coding) -> set[str]:
    return {coding.finding, coding.action} - {""}


def _reading(
    of: str, silent: Discussion, stances: Mapping[Stance, list[Contribution]], labelling: Labelling
) -> FindingReading:
    if not stances:
        return FindingReading(of, silent)
    return FindingReading(of, "discussed", tuple(_stance(s, stances[s], labelling) for s in STANCES if s in stances))


def _stance(stance: Stance, said: list[Contribution], labelling: Labelling) -> StanceReading:
    labels = [label_of(contribution, labelling) for contribution in said]
    sectors = [label.sector for label in labels if label is not None]
    named = tuple(sorted(set(sectors) - {""}))
    return StanceReading(stance, named, "" in sectors, tuple(dict.fromkeys(contribution.id for contribution in said)))


def spoken_of(
    codings: Iterable[Coding], contributions: Iterable[Contribution], labelling: Labelling
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The findings and actions that some contribution is about which could be published, and those of others alone.

    Each by the alphabet of ids.
    """
    open_to_all = {each.id: _may_go_out(each, labelling) for each in contributions}
    about: dict[bool, set[str]] = {True: set(), False: set()}
    for coding in codings:
        if coding.contribution in open_to_all:
            about[open_to_all[coding.contribution]] |= _of(coding)
    return tuple(sorted(about[True])), tuple(sorted(about[False] - about[True]))


def label_of(contribution: Contribution, labelling: Labelling) -> Label | None:
    """The label a contribution may carry; None where it may carry none, and so is not published.

    None for the words of somebody outside those among whom speakers hide: a facilitator's own, those of who is noted
    as not having come, of who joined too late. With an empty label they would stand out as exactly theirs. What nobody
    is named for (a sheet of paper, a note of a group) may be anybody's, and is that of somebody who took part.
    """
    if contribution.person:
        return labelling.labels.get(contribution.person)
    fits = labelling.cells.get(Label(), ())
    return Label() if labelling.labels and len(fits) >= labelling.least else None


def anonymity(labelling: Labelling | None, promised: Thresholds | None = None) -> Anonymity:
    """What can be said of the anonymity of what was published; None stands for no register.

    `promised` are the thresholds that held for it.
    """
    if labelling is None:
        return Anonymity("not-computable", reason="no-register")
    tables, low = (promised.tables, lowered(promised)) if promised else (None, False)
    if not labelling.labels:
        return Anonymity("not-computable", labelling.least, "too-few-people", tables, low)
    return Anonymity("held", labelling.least, tables=tables, lowered=low)


def read_published(findings: Iterable[Finding], strand: str = "workshop") -> dict[str, tuple[Finding, ...]]:
    """The coded findings of a workshop that is known by its publication alone, by action; "" for those of no action.

    There are no participants, groups or contributions to show, and its anonymity is `anonymity(None)`.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.strand == strand and finding.stance:
            found.setdefault(finding.action, []).append(finding)
    return {action: tuple(each) for action, each in found.items()}
