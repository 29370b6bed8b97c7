"""The words of the room: who speaks, how it bears on a finding, why a card is hidden, and how much can be written."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_CARD = 2_000  # characters
LONGEST_NOTE = 20_000
MOST_IN_A_MINUTE = 20  # cards of one person
MOST_ON_A_BOARD = 2_000  # cards


class Speaker(models.TextChoices):
    """Who said what a card says."""

    PARTICIPANT = "participant", _("A participant")
    FACILITATOR = "facilitator", _("The facilitator")
    PAPER = "paper", _("Written on paper")


class Stance(models.TextChoices):
    """How the speaker sees it beside the finding. They need not say."""

    ECHO = "echo", _("This fits what I know")
    CHALLENGE = "challenge", _("This is not what I know")
    ADD = "add", _("This adds something")
    UNSURE = "unsure", _("I am not sure")


class Reason(models.TextChoices):
    """Why somebody wants a card looked at, or why it is hidden."""

    NAMES = "names", _("It names or shows somebody")
    HURTS = "hurts", _("It hurts or insults")
    ELSEWHERE = "elsewhere", _("It does not belong here")
    TWICE = "twice", _("It is there twice")
    TAKEN = "taken", _("Whoever wrote it took it back")


REASONS = [choice for choice in Reason.choices if choice[0] != Reason.TAKEN]  # that others can give
