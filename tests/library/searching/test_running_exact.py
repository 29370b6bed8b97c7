"""The index, the verifier and a slow reading written apart agree on every record, for every kind of node."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from plethu.searching.running import Index, hits, verify
from plethu.searching.tree import Node

from ... import running_random as invented
from ...running_oracle import Oracle

RECORDS, TREES = 40, 70


@pytest.mark.parametrize("seed", range(4))
def test_index_verifier_and_slow_reading_agree(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = [invented.text(chance, number) for number in range(RECORDS)]
    lines: dict[str, Node] = {}
    for name in "ABC":
        lines[name] = invented.tree(chance, 2, tuple(lines))
    found_some = 0
    with Index.build(tmp_path / "records.index", texts) as index:
        for _ in range(TREES):
            tree = invented.tree(chance, 3, tuple(lines))
            slow = {text.id for text in texts if Oracle(text, lines).finds(tree)}
            assert {text.id for text in texts if verify(tree, text, lines)} == slow, tree
            assert set(index.ids(hits(tree, index, lines))) == slow, tree
            found_some += 0 < len(slow) < RECORDS
    assert found_some > TREES // 3
