"""What the tables of accounts, of Django and of allauth hold about people.

Every app has such a module; it is found by its name.
"""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.models import User
from plethu_web.accounts.personal_data import Held, declare, names_nobody

_DETAILS = ("pseudonym", "email", "name", "contact", "language", "joined", "last_login", "is_staff", "is_active")
_TRAIL = _("What was done stays known, under a number that no longer leads to your name.")


def _nothing_here(user: User) -> None:
    """The action itself empties the row, last of all."""


def _end_sessions(user: User) -> None:
    from allauth.usersessions.models import UserSession

    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    UserSession.objects.filter(user=user).delete()


def _unlog(user: User) -> None:
    from django.contrib.admin.models import LogEntry
    from django.contrib.contenttypes.models import ContentType

    LogEntry.objects.filter(user=user).delete()
    people = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=people, object_id=str(user.pk)).delete()


names_nobody(
    *("auth.Permission", "auth.Group", "auth.Group_permissions", "contenttypes.ContentType"),
    "socialaccount.SocialApp",
)
declare(
    Held("accounts.User", _("Your account"), ("pseudonym",), _DETAILS, erase=_nothing_here),
    Held("accounts.User_groups", _("Groups of the administration"), ("user",), ("group__name",)),
    Held("accounts.User_user_permissions", _("Rights in the administration"), ("user",), ("permission__name",)),
    Held("accounts.Event", _("Audit trail"), ("by", "about"), ("at", "kind", "review", "thing", "details"), _TRAIL),
    Held("account.EmailAddress", _("Email addresses"), ("user",), ("email", "verified", "primary")),
    Held("account.EmailConfirmation", _("Questions whether an address is yours"), ("email_address__user",)),
    Held("mfa.Authenticator", _("Passkeys, keys and apps"), ("user",), ("type", "created_at", "last_used_at")),
    Held("socialaccount.SocialAccount", _("Accounts elsewhere"), ("user",), ("provider", "uid", "date_joined")),
    Held("socialaccount.SocialToken", _("Keys to accounts elsewhere"), ("account__user",)),
    Held(
        "usersessions.UserSession",
        _("Where you are signed in"),
        ("user",),
        ("created_at", "ip", "user_agent", "last_seen_at"),
        erase=_end_sessions,
    ),
    Held("sessions.Session", _("Browsers that are signed in"), erase=_end_sessions),
    Held("admin.LogEntry", _("Log of the administration"), ("user",), ("action_time", "object_repr"), erase=_unlog),
)
