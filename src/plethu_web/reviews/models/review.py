"""A review, who is in its team, and invitations to it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.roles import Role

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from plethu_web.reviews.models.glossary import GlossaryWord
    from plethu_web.reviews.models.involvement import InvolvementEntry
    from plethu_web.reviews.models.poll import Poll
    from plethu_web.reviews.models.protocol import ProtocolDraft, ProtocolVersion
    from plethu_web.reviews.models.steering import Decision, Meeting, Seat


def person(**options: object) -> models.ForeignKey:
    """A column for a person. It holds their pseudonym, and the person cannot be deleted from under it, only erased."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        to_field="pseudonym",
        on_delete=models.PROTECT,
        related_name="+",
        **options,  # type: ignore[arg-type]
    )


class Review(models.Model):
    """A review of evidence on one question. What it asks and how stands in its protocol."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    title_cy = models.CharField(_("title in Welsh"), max_length=200, blank=True)
    about = models.TextField(_("what it is about"), max_length=2000, blank=True)
    about_cy = models.TextField(_("what it is about, in Welsh"), max_length=2000, blank=True)
    protocol_public = models.BooleanField(_("everybody may read the published protocol"), default=False)
    made = models.DateTimeField(auto_now_add=True)

    memberships: RelatedManager[Membership]
    invitations: RelatedManager[Invitation]
    words: RelatedManager[GlossaryWord]
    involvements: RelatedManager[InvolvementEntry]
    polls: RelatedManager[Poll]
    drafts: RelatedManager[ProtocolDraft]
    versions: RelatedManager[ProtocolVersion]
    decisions: RelatedManager[Decision]
    seats: RelatedManager[Seat]
    meetings: RelatedManager[Meeting]

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_cy, "reviewed")

    @property
    def summary(self) -> Text:
        """What it is about, in both languages."""
        return Text(self.about, self.about_cy, "reviewed")


class Membership(models.Model):
    """Somebody's role in a review. It ends; it is never deleted, since what they did stays theirs."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="memberships")
    person = person(verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    began = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("began",)
        constraints = (
            models.UniqueConstraint(fields=["review", "person"], condition=Q(ended=None), name="one_role_at_a_time"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="a_role_of_the_table"),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.review_id}"


class Invitation(models.Model):
    """A link that lets one person into the team. Only a hash of its key is kept."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("by"))
    expires = models.DateTimeField()
    used_by = person(null=True, blank=True, verbose_name=_("used by"))
    withdrawn = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-made",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=Role.values), name="an_invitation_to_a_role_of_the_table"),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.review_id}"
