"""Searches that are large, deep or doubled, and indexes that are not whole: nothing crashes and nothing explodes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plethu.evidence.problems import BadInput
from plethu.records.importing import Cancelled
from plethu.searching.faults import Unreadable
from plethu.searching.running import Index, Text, hits, run_strategy, verify
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import MOST_DEEP, And, Fielded, Line, Near, Node, Not, Or, Phrase, Word

from .running_samples import abstract, any_of, phrase, word

TEXTS = [Text(str(n), {"title": f"word{n} community", "abstract": "action " * (n % 4) + "plan"}) for n in range(200)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.build(tmp_path_factory.mktemp("index") / "records.index", TEXTS)


def test_ten_thousand_terms(index: Index) -> None:
    many = Or(tuple(word(f"word{n}") for n in range(100, 10_100)))
    assert hits(many, index).bit_count() == 100
    assert verify(many, TEXTS[150])
    assert not verify(many, TEXTS[50])


def test_ten_thousand_phrases_with_wildcards_and_many_pairs(index: Index) -> None:
    left = Or(tuple(word(f"word{n}*") for n in range(300)))
    near = Near((left, any_of(*(f"communit{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"))), 2)
    assert hits(near, index).bit_count() == 200
    assert hits(phrase("w* c*"), index).bit_count() == 200
    assert hits(phrase("w* *y c*"), index) == 0


def test_a_word_that_is_all_wildcard(index: Index) -> None:
    assert hits(word("*"), index).bit_count() == 200
    assert hits(phrase("* community"), index).bit_count() == 200


@pytest.mark.parametrize("deep", [MOST_DEEP, 2 * MOST_DEEP])
def test_deep_nesting(index: Index, deep: int) -> None:
    node: Node = word("plan")
    near: Node = word("action")
    for n in range(deep):
        node = Not(Or((And((node, word("community"))), word("nothing"))), word(f"absent{n}"))
        near = Near((near, word("plan" if n == 0 else "absent")), 1) if n < 1 else Or((near, word(f"absent{n}")))
    assert hits(node, index).bit_count() == 200
    assert verify(node, TEXTS[0])
    assert hits(near, index).bit_count() == 150


def test_nesting_without_end_is_said(index: Index) -> None:
    node: Node = word("plan")
    for _ in range(5_000):
        node = Fielded(node, frozenset({"abstract"}))
    for ask in (lambda: verify(node, TEXTS[0]), lambda: hits(node, index)):
        with pytest.raises(Unreadable, match="too-deep"):
            ask()


def test_near_inside_near_sixty_deep_on_a_text_of_one_word() -> None:
    node: Node = word("a")
    for _ in range(MOST_DEEP):
        node = Near((node, word("a")), 20)
    assert verify(node, abstract("a " * 300))
    assert not verify(node, abstract("a " * 60))


def test_wildcards_take_no_exponential_time() -> None:
    assert not verify(word("a*" * 30 + "c"), abstract("a" * 900 + "b"))
    assert verify(word("a*" * 30 + "b"), abstract("a" * 900 + "b"))


def test_lines_that_double_up_are_worked_out_once(index: Index) -> None:
    blocks = [Block("L0", "", word("plan"))]
    for n in range(1, 300):
        blocks.append(Block(f"L{n}", "", Or((Line(f"L{n - 1}"), And((Line(f"L{n - 1}"), Line(f"L{n - 1}")))))))
    run = run_strategy(Strategy("ovid", tuple(blocks)), index)
    assert (run.hits, run.faults) == (200, ())
    assert verify(Line("L299"), TEXTS[0], {block.name: block.tree for block in blocks})


def test_a_cancelled_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        Index.build(tmp_path / "i", (abstract("a") for _ in range(2_000)), cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_progress_of_a_build(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    texts = (abstract("a") for _ in range(1_200))
    Index.build(tmp_path / "i", texts, total=1_200, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]


def test_a_killed_build_is_never_opened_and_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "records.index"
    Index.build(path, [abstract("old")]).close()
    code = (
        "import itertools, sys; from pathlib import Path; from plethu.searching.running import Index, Text\n"
        "texts = (Text(str(n), {'abstract': 'new'}) for n in itertools.count())\n"
        "Index.build(Path(sys.argv[1]), texts, progress=lambda *_: print('going', flush=True))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, env=environment) as going:
        assert going.stdout is not None
        going.stdout.readline()
        going.send_signal(signal.SIGKILL)
    left = list(tmp_path.glob(".new-*"))
    assert left
    with Index.open(path) as index:
        assert hits(word("old"), index).bit_count() == 1
    with pytest.raises(BadInput):
        Index.open(left[0])
    for each in left:
        os.utime(each, (time.time() - 600,) * 2)
    Index.build(path, [abstract("new")]).close()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"not an index", None])
def test_what_is_no_index_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "i"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput):
        Index.open(path)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    with Index.build(tmp_path / "i", []) as empty:
        assert hits(Not(word("a"), word("b")), empty) == 0
        assert hits(Phrase((word("a*"), word("*b"))), empty) == 0


def test_signs_of_the_index_in_a_search_are_words(index: Index) -> None:
    for sign in ('"', "NEAR(", "title:", "^plan", "plan AND", "*", "-", "\0"):
        assert hits(Word((sign,)), index).bit_count() in (0, 200), sign


def test_the_digest_tells_whether_the_same_was_indexed(tmp_path: Path) -> None:
    digests = [Index.build(tmp_path / str(n), texts).digest for n, texts in enumerate((TEXTS, TEXTS, TEXTS[1:]))]
    assert digests[0] == digests[1] != digests[2]
