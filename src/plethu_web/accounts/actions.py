"""What can be done with accounts. `by` is the pseudonym of who does it, None for the server's command line."""

from __future__ import annotations

import uuid

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.accounts.queries import user_with_email


class AlreadyThere(Exception):
    """There is an account with this address."""


@transaction.atomic
def create_administrator(*, email: str, password: str | None, by: uuid.UUID | None) -> User:
    """Make an administrator. Without a password nobody can sign in until a link has set one.

    Raises `AlreadyThere`, or Django's ValidationError for an address or a password that will not do.
    """
    email = email.strip()
    validate_email(email)
    if user_with_email(email):
        raise AlreadyThere(email)
    user = User(email=email, is_staff=True, is_superuser=True)
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    user.save()
    note("administrator-made", about=user.pseudonym, by=by)
    return user


@transaction.atomic
def make_password_link(*, user: User, by: uuid.UUID | None) -> str:
    """The path, good once and for a day, under which the person sets a password."""
    note("link-made", about=user.pseudonym, by=by)
    with translation.override("en"):
        return reverse(
            "accounts:set-password",
            args=[urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)],
        )
