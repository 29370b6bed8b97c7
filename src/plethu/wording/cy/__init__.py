"""Welsh sentences. A code goes into `REVIEWED` once a fluent person has read its sentence; until then it is a draft."""

REVIEWED: frozenset[str] = frozenset()
