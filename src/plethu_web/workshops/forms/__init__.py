"""The forms of workshops."""
