"""Making accounts, and changing what stands in them."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.accounts.queries import user_with_email

CONFIRMED_WITHIN = timedelta(days=7)


class AlreadyThere(Exception):
    """There is an account with this address."""


@transaction.atomic
def create_administrator(*, email: str, password: str | None, by: uuid.UUID | None) -> User:
    """Make an administrator. Without a password they sign in with a code, or set one by a link.

    Raises `AlreadyThere`, or Django's ValidationError for an address or a password that will not do.
    """
    user = _with_address(User(is_staff=True, is_superuser=True), email)
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    _keep(user)
    note("administrator-made", about=user.pseudonym, by=by)
    return user


@transaction.atomic
def create_account(*, email: str, name: str, by: uuid.UUID | None) -> User:
    """Make an account for somebody. Raises `AlreadyThere`, or ValidationError for an address that will not do."""
    user = _with_address(User(name=name.strip()[:120]), email)
    user.set_unusable_password()
    _keep(user)
    note("account-made", about=user.pseudonym, by=by)
    return user


@transaction.atomic
def set_administrator(*, user: User, administers: bool, by: uuid.UUID | None) -> None:
    """Let somebody administer the site, or no longer."""
    user.is_staff = user.is_superuser = administers
    user.save(update_fields=["is_staff", "is_superuser"])
    note("administrator-made" if administers else "administrator-unmade", about=user.pseudonym, by=by)


@transaction.atomic
def change_details(*, user: User, name: str, language: str, by: uuid.UUID | None) -> None:
    """Change the name of a person and the language they read in. Nothing is noted where nothing changes."""
    if (user.name, user.language) == (name.strip(), language):
        return
    user.name, user.language = name.strip(), language
    user.save(update_fields=["name", "language"])
    note("details-changed", about=user.pseudonym, by=by)


@transaction.atomic
def make_password_link(*, user: User, by: uuid.UUID | None) -> str:
    """The path, good once and for a day, under which the person sets a password."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    note("link-made", about=user.pseudonym, by=by)
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    with translation.override(user.language):
        return reverse("account_reset_password_from_key", kwargs=key)


@transaction.atomic
def note_export(*, user: User, by: uuid.UUID | None) -> None:
    """Somebody took away what is kept about them."""
    note("data-taken-away", about=user.pseudonym, by=by)


@transaction.atomic
def purge_unconfirmed() -> int:
    """Delete accounts whose address was not confirmed within a week, and sessions that have ended; how many."""
    from allauth.account.models import EmailAddress
    from allauth.usersessions.models import UserSession

    since = timezone.now() - CONFIRMED_WITHIN
    stale = EmailAddress.objects.filter(verified=False, primary=True, user__last_login=None, user__joined__lt=since)
    accounts = User.objects.filter(pk__in=stale.values("user"))
    sessions = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    return accounts.delete()[1].get("accounts.User", 0) + sessions.delete()[0]


def _with_address(user: User, email: str) -> User:
    email = email.strip().lower()
    validate_email(email)
    if user_with_email(email):
        raise AlreadyThere(email)
    user.email = email
    return user


def _keep(user: User) -> None:
    """Whoever runs the server vouches for the address: it counts as confirmed."""
    from allauth.account.models import EmailAddress

    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
