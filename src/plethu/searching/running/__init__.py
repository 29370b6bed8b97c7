"""Running a search over records: the verifier that defines its meaning, the index, counts, and why one is missed."""

from plethu.searching.running.evaluating import hits
from plethu.searching.running.index import Index
from plethu.searching.running.text import Text
from plethu.searching.running.verifying import Search, verify

__all__ = ["Index", "Search", "Text", "hits", "verify"]
