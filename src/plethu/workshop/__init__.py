"""Workshops: who takes part and from where, breakout groups, what was said on which finding, labels no more telling
than is safe, and what goes into the next edition."""
