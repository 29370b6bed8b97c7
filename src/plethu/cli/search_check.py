"""`plethu search check`: what a strategy cannot mean, and what to look at again; several files, held together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plethu.cli.files import give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.searches import (
    FROM,
    StrategyFile,
    fault_as_json,
    marked,
    place_of,
    refuse_standard_input_twice,
    refused,
    safe,
    strategy_at,
)
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse, text_or_json
from plethu.evidence.dates import edtf_of
from plethu.evidence.text import Language
from plethu.reporting.search_findings import tell_finding
from plethu.reporting.search_told import fault_sentence
from plethu.searching.checking import Criteria, Finding, Press, check, check_together
from plethu.searching.checking.checks import FROM_REMARKS
from plethu.searching.faults import Fault
from plethu.searching.platforms import platform
from plethu.wording import say

COMMAND = Command(
    "search check",
    ("FILES",),
    options=(
        Option("from", FROM.value, FROM.choices, many=True),
        Option("since", "DATE"),
        Option("until", "DATE"),
        Option("database", "NAME", many=True),
        text_or_json(),
        LANG,
        OUTPUT,
    ),
    many=True,
)


def run(given: Given) -> None:
    """Check each file by itself, then all together. Raises Refused, with the faults, where one cannot be read."""
    criteria = _criteria(given)
    files = _files(given)
    strategies = [file.read.strategy for file in files if file.read.strategy]
    whole = len(strategies) == len(files)
    found = [_findings(file, criteria) for file in files]
    together = check_together(strategies, criteria=criteria) if whole else ()
    if given["format"] == "json":
        pairs = zip(files, found, strict=True)
        told = [_as_json(file, each, given.language) for file, each in pairs]
        apart = [_finding_as_json(each, _file_of(each, files), given.language) for each in together]
        give_json({"strategies": told, "together": apart}, given["output"] if whole else "")
    if not whole:
        raise refused(files)
    if given["format"] == "text":
        lines = [line for file, each in zip(files, found, strict=True) for line in _of_one(file, each, given.language)]
        lines += _together(together, files, given.language)
        give(safe(as_lines(lines)), given["output"])


def _files(given: Given) -> list[StrategyFile]:
    paths, platforms = given.several, given.options.get("from", [])
    refuse_standard_input_twice(paths, COMMAND.name)
    if platforms and len(platforms) != len(paths):
        raise WrongUse("search-from-count", COMMAND.name, files=str(len(paths)), given=str(len(platforms)))
    platforms = platforms or [""] * len(paths)
    return [strategy_at(path, each, COMMAND.name) for path, each in zip(paths, platforms, strict=True)]


def _criteria(given: Given) -> Criteria:
    for option in ("since", "until"):
        if given[option] and not edtf_of(given[option]):
            raise WrongUse("not-a-date", COMMAND.name, option=f"--{option}", value=given[option])
    databases = tuple(name for name in given.options.get("database", []) if name.strip())
    return Criteria(databases, edtf_of(given["since"]), edtf_of(given["until"]))


def _findings(file: StrategyFile, criteria: Criteria) -> tuple[Finding, ...]:
    strategy = file.read.strategy
    return check(strategy, criteria=criteria, remarks=file.read.remarks) if strategy else ()


def _of_one(file: StrategyFile, found: Sequence[Finding], language: Language) -> Iterator[str]:
    yield say(
        "command.search.findings", language, file=file.file, platform=platform(file.platform).name, count=len(found)
    )
    for kind, count in file.cleaned.items():
        yield f"  {say('command.search.cleaned', language, what=say(f'search.cleaned.{kind}', language, count=count))}"
    for remark in (each for each in file.read.remarks if each.code not in FROM_REMARKS):
        yield f"  {place_of(file, remark)}{fault_sentence(remark, language)}"
        yield from marked(file, remark)
    yield from _by_element(found, [file], language)
    if not found:
        yield f"  {say('search.finding.none', language)}"
    yield ""


def _together(found: Sequence[Finding], files: list[StrategyFile], language: Language) -> Iterator[str]:
    if len(files) > 1 or found:
        code = "command.search.together" if len(files) > 1 else "command.search.beside-criteria"
        yield say(code, language, count=len(found))
        yield from _by_element(found, files, language)
        yield ""


def _by_element(found: Sequence[Finding], files: list[StrategyFile], language: Language) -> Iterator[str]:
    """Findings under the elements of PRESS; why a kind of finding matters is said where it first comes."""
    explained = set[str]()
    for element in Press:
        here = [finding for finding in found if finding.press is element]
        if here:
            yield f"  {say(f'search.element.{element}', language)}"
        for finding in here:
            yield from (f"    {line}" for line in _finding(finding, _file_of(finding, files), language))
            told = tell_finding(finding, language)
            if told.why not in explained:
                explained.add(told.why)
                yield f"      {told.why}"


def _finding(finding: Finding, file: StrategyFile, language: Language) -> Iterator[str]:
    told = tell_finding(finding, language)
    grave = told.severity.partition(":")[0]
    yield f"{grave}. {told.where}: {told.sentence}"
    yield from marked(file, Fault(finding.code, finding.place, block=finding.block))
    if told.instead:
        yield f"  {say('search.finding.instead', language, instead=told.instead)}"


def _file_of(finding: Finding, files: Iterable[StrategyFile]) -> StrategyFile:
    """The file that a finding is about; the first one where it is about none of them alone."""
    each = list(files)
    return next((file for file in each[1:] if file.platform == finding.platform), each[0])


def _as_json(file: StrategyFile, found: Sequence[Finding], language: Language) -> dict[str, Any]:
    strategy = file.read.strategy
    return {
        "file": file.file,
        "platform": file.platform,
        "database": strategy.database if strategy else "",
        "cleaned": dict(file.cleaned),
        "faults": [fault_as_json(fault, file, language) for fault in file.read.faults],
        "remarks": [fault_as_json(remark, file, language) for remark in file.read.remarks],
        "findings": [_finding_as_json(each, file, language) for each in found],
    }


def _finding_as_json(finding: Finding, file: StrategyFile, language: Language) -> dict[str, Any]:
    told = tell_finding(finding, language)
    return {
        "code": finding.code,
        "key": finding.key,
        "element": finding.press,
        "severity": finding.severity,
        "platform": finding.platform or file.platform,
        "beside": finding.other,
        "block": finding.block,
        "start": finding.place.start,
        "end": finding.place.end,
        "values": finding.values,
        "sentence": told.sentence,
        "why": told.why,
        "instead": finding.instead,
    }
