"""Terms of a strategy: who brought each, from where, why, and what the team said to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.strategies.models.strategy import Strategy


class Term(models.Model):
    """A term proposed for a block, or where a term that stands in it comes from.

    `plain` is the term in the neutral writing of the library, by which it is found again in any version.
    """

    class Source(models.TextChoices):
        """How somebody came to the term."""

        TEAM = "team", _("The team's own knowledge")
        PARTNER = "partner", _("A partner's own words")
        POLL = "poll", _("A poll of the review")
        KNOWN = "known-item", _("A known item")
        EARLIER = "earlier-search", _("An earlier search or strategy")
        RECORDS = "words-of-records", _("Words of the records found")

    class State(models.TextChoices):
        """What the team said."""

        PROPOSED = "proposed", _("waiting for an answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="terms")
    block = models.CharField(max_length=12)
    text = models.CharField(_("term"), max_length=300)
    plain = models.CharField(max_length=400, blank=True)
    source = models.CharField(_("source"), max_length=20, choices=Source, default=Source.TEAM)
    reference = models.CharField(_("which"), max_length=300, blank=True)
    proposer = models.CharField(_("who brought it"), max_length=200, blank=True)
    why = models.TextField(_("why"), max_length=2000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED)
    answer = models.TextField(_("what the team says to it"), max_length=2000, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()
    settled = models.DateTimeField(null=True, blank=True)
    settled_by = person(null=True, blank=True)

    class Meta:
        verbose_name = _("term of a search strategy")
        verbose_name_plural = _("terms of search strategies")
        ordering = ("made", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "accepted", "declined"]), name="a_term_is_in_a_known_state"
            ),
            models.CheckConstraint(condition=~Q(state="declined", answer=""), name="a_declined_term_has_a_reason"),
            models.CheckConstraint(
                condition=Q(state="proposed", settled=None) | ~Q(state="proposed") & ~Q(settled=None),
                name="a_settled_term_says_when",
            ),
        )

    def __str__(self) -> str:
        return self.text
