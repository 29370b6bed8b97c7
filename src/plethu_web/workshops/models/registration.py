"""Who registered: the person as a participant, without a name; how to reach them, apart; whom they wish to be with."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.workshop import Workshop

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

# All that somebody said of themselves. It goes when they withdraw.
WORDS = ("sector", "level", "area", "scale", "motivation", "access_needs")


class Participant(models.Model):
    """Somebody who takes part. `code` stands for them on screens; `token_hash` is of the key only they have.

    `sector`, `level`, `area`, `scale` are ids of `contexts`; empty is not said. `rounds` are the numbers of breakout
    rounds they can be there for, empty for all. `facilitates` is the number of a group, -1 for any, 0 for none.
    `came` is None until it is known. Who withdrew stays as a tombstone without words, so that counts stay right. `once`
    is a hash of the form they registered by: the same form sent again is known, also after they withdrew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="participants")
    code = models.CharField(max_length=8)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    once = models.CharField(max_length=64, unique=True, null=True, blank=True)
    route = models.CharField(
        max_length=6, choices=[("form", _("The form")), ("import", _("A list")), ("team", _("The team"))]
    )
    sector = models.CharField(max_length=60, blank=True)
    level = models.CharField(max_length=60, blank=True)
    area = models.CharField(max_length=60, blank=True)
    scale = models.CharField(max_length=60, blank=True)
    motivation = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("cy", "Cymraeg")], default="en")
    access_needs = models.TextField(max_length=1000, blank=True)
    welsh = models.CharField(max_length=5, blank=True, choices=[("can", _("Can")), ("wants", _("Wants"))])
    rounds = models.JSONField(default=list)
    apart_from_colleagues = models.BooleanField(default=False)
    facilitates = models.SmallIntegerField(default=0)
    came = models.BooleanField(null=True, blank=True)
    agreed = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)

    contact: Contact
    wishes: RelatedManager[Wish]

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=["workshop", "code"], name="one_code_for_a_participant"),
            models.CheckConstraint(
                condition=Q(withdrawn=None) | Q(token_hash=None, **dict.fromkeys(WORDS, "")),
                name="who_withdrew_has_left_no_words",
            ),
            models.CheckConstraint(condition=Q(welsh__in=["", "can", "wants"]), name="a_wish_for_welsh_is_known"),
        )

    def __str__(self) -> str:
        return self.code


class Contact(models.Model):
    """Who a participant is and how to reach them. Deleted after the event, or when they withdraw.

    `mailed` is when they were last sent a way back to their page.
    """

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="contact")
    name = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    mailed = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return f"{self.participant_id}"


class Wish(models.Model):
    """Whom somebody wants to sit with or apart from, in their own `words` until the team finds the `other`.

    The words go with the contacts.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="wishes")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="wishes")
    other = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=[("together", _("Together with")), ("apart", _("Apart from"))])
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=["together", "apart"]), name="a_wish_has_a_known_kind"),
            models.CheckConstraint(
                condition=Q(other=None) | ~Q(other=F("participant")), name="a_wish_is_about_somebody_else"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class RegisterImport(models.Model):
    """A list from another booking system: how many rows were taken, and what was wrong with others, without names.

    While somebody still says what its columns mean, `sha256` is of the file, which is kept; empty once it is taken in.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="imports")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, blank=True)
    taken = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("import of a list")
        verbose_name_plural = _("imports of lists")
        ordering = ("-made",)

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.taken}"
