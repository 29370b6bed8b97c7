"""Kinds of jobs that only tests have."""
