"""Running a search over records: the verifier that defines its meaning, the index, counts, and why one is missed."""

from plethu.searching.running.comparing import Compared, Drifted, LineDrift, compare, drift
from plethu.searching.running.evaluating import hits
from plethu.searching.running.highlighting import Highlight, highlights
from plethu.searching.running.index import Index
from plethu.searching.running.missed import Failure, Missed, why_missed
from plethu.searching.running.near_misses import Reason
from plethu.searching.running.strategies import BlockCount, Run, TermCount, run_strategy
from plethu.searching.running.text import Text
from plethu.searching.running.texts import text_of, texts_in, texts_of
from plethu.searching.running.verifying import Search, verify

__all__ = [
    "BlockCount",
    "Compared",
    "Drifted",
    "Failure",
    "Highlight",
    "Index",
    "LineDrift",
    "Missed",
    "Reason",
    "Run",
    "Search",
    "TermCount",
    "Text",
    "compare",
    "drift",
    "highlights",
    "hits",
    "run_strategy",
    "text_of",
    "texts_in",
    "texts_of",
    "verify",
    "why_missed",
]
