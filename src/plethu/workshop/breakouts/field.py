"""Finite fields of small order, as tables of addition and multiplication.

An element is a number from 0 to q - 1. Where q is a power of a prime p, its digits to the base p are the
coefficients of a polynomial, and products are reduced by a monic polynomial that makes every row of the
table a permutation.
"""

from __future__ import annotations

from functools import cache
from itertools import product

Table = list[list[int]]
LARGEST_ORDER = 256


def prime_power(q: int) -> tuple[int, int] | None:
    """The prime p and exponent e with q = p to the e; None for any other number."""
    for p in range(2, q + 1):
        if q % p == 0:
            e = 0
            while q % p == 0:
                q, e = q // p, e + 1
            return (p, e) if q == 1 else None
    return None


@cache
def field(q: int) -> tuple[Table, Table]:
    """Tables of addition and multiplication of the field of order q. Raises ValueError where there is none."""
    found = prime_power(q) if q <= LARGEST_ORDER else None
    if found is None:
        raise ValueError(f"no field of order {q}")
    p, e = found
    digits = [tuple(n // p**k % p for k in range(e)) for n in range(q)]
    number = {each: n for n, each in enumerate(digits)}
    add = [[number[tuple((x + y) % p for x, y in zip(a, b, strict=True))] for b in digits] for a in digits]
    for tail in product(range(p), repeat=e):
        times = [[number[_multiplied(a, b, tail, p)] for b in digits] for a in digits]
        if all(sorted(row[1:]) == list(range(1, q)) for row in times[1:]):
            return add, times
    raise ValueError(f"no field of order {q}")  # there always is one


def _multiplied(a: tuple[int, ...], b: tuple[int, ...], tail: tuple[int, ...], p: int) -> tuple[int, ...]:
    """The product of two polynomials modulo x to the e plus `tail` (lowest coefficient first)."""
    e = len(a)
    made = [0] * (2 * e - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            made[i + j] += x * y
    for high in range(2 * e - 2, e - 1, -1):
        for k, coefficient in enumerate(tail):
            made[high - e + k] -= made[high] * coefficient
    return tuple(x % p for x in made[:e])
