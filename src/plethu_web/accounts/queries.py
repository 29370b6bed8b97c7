"""What can be asked about accounts."""

from __future__ import annotations

from plethu_web.accounts.models import User


def user_with_email(email: str) -> User | None:
    """The person with this address, whatever its capitals."""
    return User.objects.filter(email__iexact=email.strip()).first()


def has_administrator() -> bool:
    """Whether anybody can sign in to administer the site."""
    return User.objects.filter(is_superuser=True, is_active=True).exists()
