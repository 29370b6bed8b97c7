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
    """A person with an account. Everything outside this table knows them by `pseudonym` only."""

    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("email address"), unique=True)
    is_staff = models.BooleanField(_("administers the site"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined = models.DateTimeField(_("account made"), auto_now_add=True)

    objects = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_for_an_address"),)

    def __str__(self) -> str:
        return str(self.email)


class Event(models.Model):
    """What was done to an account, by whom and when. Only ever added to; carries pseudonyms, never addresses."""

    class Kind(models.TextChoices):
        """What was done."""

        ADMINISTRATOR_MADE = "administrator-made", _("Made an administrator")
        LINK_MADE = "link-made", _("Link to set a password made")

    at = models.DateTimeField(_("when"), auto_now_add=True)
    kind = models.CharField(_("what"), max_length=40, choices=Kind)
    about = models.UUIDField(_("about"))
    by = models.UUIDField(_("by"), null=True, help_text=_("Empty: from the server's command line."))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind}"
