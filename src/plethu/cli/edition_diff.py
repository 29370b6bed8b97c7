"""`plethu edition diff`: what changed from one edition to another, and which advice changes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from plethu.cli.complaints import problem_line
from plethu.cli.files import edition_at, give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse, text_or_json
from plethu.cli.whatif import difference_lines
from plethu.evidence.problems import BadInput
from plethu.evidence.text import Language
from plethu.framework.comparing import AdviceChange, EditionDiff, Entry, advice_changes, compare_editions
from plethu.framework.edition import Edition
from plethu.framework.editions import editions_folder
from plethu.framework.situation import Situation
from plethu.framework.situation_file import LARGEST, read_situation
from plethu.framework.tables import read_bytes
from plethu.wording import say

SITUATIONS = Option("situations", "FOLDER")
COMMAND = Command("edition diff", arguments=("OLD", "NEW"), options=(SITUATIONS, LANG, text_or_json(), OUTPUT))
LONGEST_SHOWN = 160


def run(given: Given) -> None:
    """Say what was added, removed and changed, and how the advice for situations changes."""
    old, new = edition_at(given["OLD"]), edition_at(given["NEW"])
    diff = compare_editions(old, new)
    situations, unread = _situations(given, old, new)
    changes = (*unread, *advice_changes(old, new, situations))
    if given["format"] == "json":
        give_json({"entries": diff, "advice": changes}, given["output"])
        return
    lines = [*_entries(diff, given.language), "", *_advice(changes, old, new, given.language)]
    give(as_lines(lines), given["output"])


def _situations(given: Given, old: Edition, new: Edition) -> tuple[dict[str, Situation], list[AdviceChange]]:
    """The examples and the files asked for, by name; those that neither edition can read, with their problems."""
    own = [Path(given[argument]) / "situations" for argument in ("NEW", "OLD")]
    folders = [*own, *(editions_folder() / edition.id / "situations" for edition in (new, old))]
    folders = [next((folder for folder in folders if folder.is_dir()), folders[0])]
    if asked := given["situations"]:
        if not Path(asked).is_dir():
            raise WrongUse("no-folder", COMMAND.name, file=asked)
        folders.append(Path(asked))
    read: dict[str, Situation] = {}
    unread = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        try:
            read[path.stem if path.parent == folders[0] else str(path)] = _read(path, old, new)
        except BadInput as error:
            unread.append(AdviceChange(str(path), problems=error.problems))
    return read, unread


def _read(path: Path, old: Edition, new: Edition) -> Situation:
    """A situation written for either edition, the later one first."""
    data = read_bytes(path, str(path), LARGEST)
    try:
        return read_situation(data, str(path), new)
    except BadInput as error:
        try:
            return read_situation(data, str(path), old)
        except BadInput:
            raise error from None


def _entries(diff: EditionDiff, language: Language) -> Iterator[str]:
    yield f"{diff.old} ({diff.old_hash[:12]}) → {diff.new} ({diff.new_hash[:12]})"
    if diff.is_empty():
        yield say("command.diff.same", language)
    for code, entries in (("added", diff.added), ("removed", diff.removed)):
        if entries:
            yield say(f"command.diff.{code}", language)
            yield from (f"  {kind}: {', '.join(ids)}" for kind, ids in _by_kind(entries).items())
    if diff.changed:
        yield say("command.diff.changed", language)
    for change in diff.changed:
        for field in change.fields:
            yield f"  {' '.join(filter(None, (change.kind, change.id)))}, {field.field}:"
            yield f"    - {_shown(field.before)}"
            yield f"    + {_shown(field.after)}"


def _by_kind(entries: tuple[Entry, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, id in entries:
        found.setdefault(kind, []).append(id)
    return found


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _advice(changes: tuple[AdviceChange, ...], old: Edition, new: Edition, language: Language) -> Iterator[str]:
    if not changes:
        yield say("command.diff.no-situations", language)
    for change in changes:
        if change.problems:
            yield say("command.diff.unreadable", language, name=change.name)
            yield from (f"  {problem_line(problem, language)}" for problem in change.problems)
        elif change.differences:
            yield say("command.diff.advice", language, name=change.name)
            yield from (f"  {line}" for line in difference_lines(change.differences, new, language, old))
    if same := [change.name for change in changes if not change.problems and not change.differences]:
        yield say("command.diff.advice-same", language, names=", ".join(same))
