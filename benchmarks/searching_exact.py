"""The index held against a slow reading of every record, written apart from the library: random trees, 20,000 records.

`python -m benchmarks.searching_exact [RECORDS [TREES]]`. The trees are of every kind of node over the strategy's words.
It takes some minutes, so it is no part of `make bench`.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests import running_random as invented
from tests.running_oracle import Oracle

from benchmarks.searching_records import PRINTED, records
from plethu.searching.running import Index, hits
from plethu.searching.tree import ANY


def run(number: int = 20_000, trees: int = 40) -> None:
    """Print each tree's counts; exit with an error where they differ."""
    _over_the_words_of_the_strategy()
    chance = random.Random(number)
    asked = [invented.tree(chance, 3) for _ in range(trees)]
    found: list[set[str]] = [set() for _ in asked]
    with tempfile.TemporaryDirectory() as place:
        with Index.build(Path(place) / "records.index", records(number)) as index:
            ours = [set(index.ids(hits(tree, index))) for tree in asked]
        for text in records(number):
            oracle = Oracle(text, {})
            for tree, ids in zip(asked, found, strict=True):
                if oracle.finds(tree):
                    ids.add(text.id)
    for at, (mine, slow) in enumerate(zip(ours, found, strict=True), 1):
        print(f"tree {at:>3}: {len(mine):>7} of {number:,} records  {'the same' if mine == slow else 'DIFFERENT'}")
    if ours != found:
        sys.exit("the index and the slow reading differ")


def _over_the_words_of_the_strategy() -> None:
    """Common words of the records, so that trees find something."""
    near = [each for block in PRINTED["blocks"] for near in block["near"] for each in near["left"] + near["right"]]
    singles = [each.lower() for each in near if " " not in each]
    invented.WORDS[:] = [each for each in singles if not each.endswith("*")]
    stems = [(each.rstrip("*"), ANY) for each in singles if each.endswith("*")]
    invented.STEMS = (*stems, ("c", ANY, "l"), (ANY, "ity"))


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
