"""Sentences of the library, keyed by code, in English and Welsh."""
