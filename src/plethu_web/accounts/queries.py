"""What can be asked about accounts."""

from __future__ import annotations

from plethu_web.accounts.models import User


def user_with_email(email: str) -> User | None:
    """The person with this address, whatever its capitals."""
    return User.objects.filter(email__iexact=email.strip()).first()


def has_administrator() -> bool:
    """Whether anybody can sign in to administer the site."""
    return User.objects.filter(is_superuser=True, is_active=True).exists()


def people_with_account() -> list[User]:
    """Everybody with an account, in order of their addresses."""
    return list(User.objects.filter(email__isnull=False, erased__isnull=True).order_by("email"))


def ways_in(user: User) -> dict[str, int]:
    """How many keys, sessions and accounts elsewhere somebody has."""
    from allauth.mfa.models import Authenticator
    from allauth.socialaccount.models import SocialAccount
    from allauth.usersessions.models import UserSession

    return {
        "keys": Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).count(),
        "sessions": len(UserSession.objects.purge_and_list(user)),
        "elsewhere": SocialAccount.objects.filter(user=user).count(),
    }
