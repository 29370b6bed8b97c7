"""Invented records and the strategy to run over them, always the same: words by Zipf's law, the strategy's among them.

The strategy's words are made common on purpose, so that a block matches up to nine in ten and proximity decides.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from plethu.searching.running import Text
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import ANY, And, Line, Near, Node, Or, Phrase, Word

PRINTED = json.loads((Path(__file__).parent / "searching_strategy.json").read_text("utf-8"))
VOCABULARY = 60_000
ENDINGS = ("", "s", "ing", "ed", "al", "ity", "ation")
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwyz", "aeiou"


def strategy() -> Strategy:
    """The printed blocks as trees."""
    blocks = tuple(Block(each["name"], each["title"], _tree(each)) for each in PRINTED["blocks"])
    formula = And((Line("A"), Or((Line("B"), Line("C"))), Line("D"), Or((Line("E"), Line("F"))), Line("G")))
    return Strategy("ebsco", blocks, formula)


def _tree(block: dict[str, list[str]]) -> Node:
    near = [Near((_group(each["left"]), _group(each["right"])), each["k"]) for each in block["near"]]  # type: ignore[call-overload,index]
    return Or((*near, *map(term, block["terms"])))


def _group(terms: list[str]) -> Node:
    return Or(tuple(map(term, terms))) if len(terms) > 1 else term(terms[0])


def term(printed: str) -> Node:
    """A word or phrase as it is printed in the data."""
    words = tuple(Word((each[:-1], ANY) if each.endswith("*") else (each,)) for each in printed.strip('"').split())
    return Phrase(words) if printed.startswith('"') else words[0]


def _terms() -> list[str]:
    found = [each for block in PRINTED["blocks"] for each in block["terms"]]
    found += [each for block in PRINTED["blocks"] for near in block["near"] for each in near["left"] + near["right"]]
    return list(dict.fromkeys(each.strip('"').lower() for each in found))


def records(number: int) -> Iterator[Text]:
    """So many records: a title of 10 words, an abstract of about 180, five keywords."""
    chance = random.Random(number)
    words = _words(random.Random(1))
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
    phrases = [each.replace("*", "").replace("-", " ") for each in _terms() if " " in each]
    for at in range(number):
        abstract = chance.choices(words, cum_weights=weights, k=chance.randrange(140, 220))
        for _ in range(chance.randrange(4)):
            abstract[chance.randrange(len(abstract))] = chance.choice(phrases)
        title = " ".join(chance.choices(words, cum_weights=weights, k=10))
        keywords = chance.choices(words, cum_weights=weights, k=5)
        fields = {"title": title, "abstract": " ".join(abstract), "keywords": keywords}
        yield Text(str(at), fields, f"{1990 + at % 34}", ("en",))


def _words(chance: random.Random) -> list[str]:
    """Words by how common they are: those of the strategy, with endings, spread over the first two thousand."""
    words = list(dict.fromkeys(_invented(chance) for _ in range(VOCABULARY)))
    singles = [each for each in _terms() if " " not in each]
    for each in singles:
        for ending in ENDINGS if each.endswith("*") else ENDINGS[:1]:
            words.insert(chance.randrange(60, 6_000), each.rstrip("*") + ending)
    return words


def _invented(chance: random.Random) -> str:
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randrange(2, 5)))
