"""How an edition comes to a review."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """From a file of one, from a list of findings, or from a release of a workshop."""

    FILE = "file", _("from a file of an edition")
    LIST = "list", _("from a list of findings")
    RELEASE = "release", _("from a release of a workshop")
