"""Running a search over records: the verifier that defines its meaning, the index, counts, and why one is missed."""

from plethu.searching.running.text import Text
from plethu.searching.running.verifying import Search, verify

__all__ = ["Search", "Text", "verify"]
