"""People with an account, and what was done to accounts."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Users(BaseUserManager["User"]):
    """Finds people by their address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person, with or without an account. Names and addresses stand in this table alone.

    Everything outside it knows people by `pseudonym`. Somebody without an account (who sent in a case study, say) has
    no `email` to sign in with; how they can be reached stands in `contact`. Erasing empties the row and leaves the
    pseudonym, so that what was decided keeps its author without naming anybody.
    """

    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("email address"), unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    contact = models.CharField(_("how to reach them"), max_length=254, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[("en", "English"), ("cy", "Cymraeg")], default="en"
    )
    is_staff = models.BooleanField(_("administers the site"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined = models.DateTimeField(_("account made"), auto_now_add=True)
    erased = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    objects = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_for_an_address"),)

    def __str__(self) -> str:
        return self.name or self.email or str(self.pseudonym)[:8]


class Event(models.Model):
    """What was done, by whom and when. Only ever added to; carries pseudonyms and ids, never names or addresses."""

    at = models.DateTimeField(_("when"), auto_now_add=True)
    kind = models.CharField(_("what"), max_length=60)
    about = models.UUIDField(_("about"), null=True, help_text=_("The person it was done to, if any."))
    by = models.UUIDField(_("by"), null=True, help_text=_("Empty: from the server's command line, or a visitor."))
    review = models.UUIDField(_("review"), null=True)
    thing = models.CharField(_("thing"), max_length=80, blank=True)
    details = models.JSONField(_("details"), default=dict)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=["review", "-at"], name="events_of_a_review"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind}"
