"""What a run stores, as plain values: which records it speaks of, and the same without some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

LISTS = ("lost_records", "gained_records")
REASONS = ("why_lost", "why_gained")


def named_in(result: Mapping[str, Any]) -> set[int]:
    """The keys of all records that a result lists or quotes."""
    return set(_named(result))


def _named(result: Mapping[str, Any]) -> Iterator[int]:
    for item in result["known"]:
        yield from item["records"]
    for compared in result["compared"].values():
        for name in LISTS:
            yield from compared.get(name, ())
    drift = result["drift"] or {}
    yield from drift.get("new", ())
    yield from drift.get("gone", ())


def without(result: Mapping[str, Any], gone: Set[int]) -> dict[str, Any]:
    """The result without what it lists and quotes of some records. Counts stay as they were counted."""
    known = [item for item in result["known"] if not gone & set(item["records"])]
    compared = {target: _compared(found, gone) for target, found in result["compared"].items()}
    drift = result["drift"]
    if drift:
        drift = {**drift, **{side: [key for key in drift[side] if key not in gone] for side in ("new", "gone")}}
    return {**result, "known": known, "compared": compared, "drift": drift}


def _compared(found: Mapping[str, Any], gone: Set[int]) -> dict[str, Any]:
    lists = {name: [key for key in found[name] if key not in gone] for name in LISTS if name in found}
    reasons = {
        name: {key: why for key, why in found[name].items() if int(key) not in gone}
        for name in REASONS
        if name in found
    }
    return {**found, **lists, **reasons}
