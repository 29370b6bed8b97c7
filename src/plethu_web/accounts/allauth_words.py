"""Sentences of allauth's own that a reader of ours can meet. Named here, so that our catalogue has their Welsh.

Its pages, mails and most of its messages are ours: see the templates, and `error_messages` in adapter.py.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

REACHED = (_("You must type the same password each time."),)
