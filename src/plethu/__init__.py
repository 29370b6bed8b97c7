"""Plethu: weave strands of evidence into a framework that says what a collaboration can do now, next and later."""

__version__ = "0.1.0"
