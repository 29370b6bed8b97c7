"""Workshops: register, contributions, safe labels, releases and what goes into the next edition."""
