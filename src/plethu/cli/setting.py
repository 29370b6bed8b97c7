"""`--set PART.KEY=VALUE`: an answer changed from the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from plethu.cli.usage import WrongUse, nearest
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu.framework.situation_file import situation_from

TABLES = ("answers", "in_place", "have", "today")
SINGLE = ("route", "capacity", "difficulties")
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
NONE_OF_THESE = "none"


def with_settings(situation: Situation, settings: Iterable[str], edition: Edition) -> Situation:
    """The situation with other answers. Raises WrongUse for what is no setting, BadInput for an unknown answer."""
    values: dict[str, Any] = msgspec.to_builtins(situation)
    for setting in settings:
        _set(values, setting, edition)
    return situation_from({name: value for name, value in values.items() if value is not None}, edition, "--set")


def _set(values: dict[str, Any], setting: str, edition: Edition) -> None:
    place, equals, value = (word.strip() for word in setting.partition("="))
    part, _, key = place.partition(".")
    if part not in (*TABLES, *SINGLE):
        known = ", ".join((*TABLES, *SINGLE))
        raise WrongUse("unknown-part", "whatif", value=part, near=nearest(part, (*TABLES, *SINGLE)), known=known)
    if not equals or (part in TABLES) is not bool(key):
        raise WrongUse("set-form", "whatif", value=setting)
    table, name = (values[part], key) if part in TABLES else (values, part)
    if not value:
        table.pop(name, None)
    else:
        table[name] = _value(part, key, value, edition)


def _value(part: str, key: str, value: str, edition: Edition) -> Any:
    if part == "have":
        return YES_OR_NO.get(value, value)
    several = [word.strip() for word in value.split(",")]
    if part == "difficulties":
        return [] if value == NONE_OF_THESE else several
    if part != "answers":
        return value
    dimension = index_of(edition).dimensions.get(key)
    says_none = value == NONE_OF_THESE and dimension is not None and dimension.kind == "set"
    return [] if says_none else several
