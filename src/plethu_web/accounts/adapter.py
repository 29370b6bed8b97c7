"""What allauth asks of this site: who may make an account, where mail leads, what is written in the audit trail."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.audit import note
from plethu_web.accounts.invited import forget, may_sign_up
from plethu_web.accounts.models import User
from plethu_web.home import address_for

WAYS = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code of the app, or a recovery code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey or security key"),
}


class Accounts(DefaultAccountAdapter):
    """Accounts of people here."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The address and the password do not belong together."),
        "incorrect_code": _("This is not the code. Look again, or ask for another one."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not the password you have now."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes."),
        "rate_limited": _("Too many tries. Wait a minute."),
        "duplicate_email": _("You have this address already."),
        "account_inactive": _("This account is closed."),
        "email_taken": _("There is an account with this address already."),
        "invalid_login": _("The address and the password do not belong together."),
        "invalid_password_reset": _("This link no longer works. Ask for a new one."),
        "same_as_current": _("This is what you have now."),
        "unverified_primary_email": _("First show that your email address is yours: sign in with a code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Only by invitation, or where the site is open to all."""
        return may_sign_up(request)

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """Keep the new account, and note that it was made."""
        user.language = get_language() or "en"
        with transaction.atomic():
            saved = super().save_user(request, user, form, commit)
            note_new_account(request, saved)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail names the address that was set for the site, whatever the visitor's browser said it was."""
        super().send_mail(template_prefix, email, {**context, "site_address": address_for(self._asked())})

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the mail, under the address that was set for the site."""
        uid, _dash, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
        return address_for(self._asked()) + path

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("accounts:account")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to show that it is you, in our words."""
        return [{**way, "description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def _asked(self) -> HttpRequest:
        return self.request or context.request


class OtherAccounts(DefaultSocialAccountAdapter):
    """Accounts that people have with the identity provider of their organisation."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": _("There is an account with this address already. Sign in to it, then connect %s."),
        "invalid_token": _("The other service could not confirm who you are."),
        "no_password": _("First set a password, so that you can still sign in."),
        "no_verified_email": _("First show that your email address is yours: sign in with a code."),
        "disconnect_last": _("This is the only way you have to sign in."),
        "connected_other": _("That account belongs to another account here."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """As for every other account."""
        return may_sign_up(request)

    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list[Any]:
        """The one provider of the settings; where there is none, nothing is looked up."""
        return super().list_apps(request, provider, client_id) if settings.SOCIALACCOUNT_PROVIDERS else []

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Take the name over."""
        user = super().populate_user(request, sociallogin, data)
        given = [data.get("first_name") or "", data.get("last_name") or ""]
        user.name = (data.get("name") or " ".join(filter(None, given)))[:120]
        user.language = get_language() or "en"
        return user

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        """Keep the new account, and note that it was made."""
        with transaction.atomic():
            saved = super().save_user(request, sociallogin, form)
            if form is None:  # with a form it was noted above
                note_new_account(request, saved)
        return saved


class SecondSteps(DefaultMFAAdapter):
    """Passkeys, security keys and apps that show codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This is not the code. Look again."),
        "unverified_email": _("First show that your email address is yours: sign in with a code."),
        "cannot_delete_authenticator": _("This cannot be taken away."),
        "cannot_generate_recovery_codes": _("First add a key or an app; recovery codes stand in for them."),
        "add_email_blocked": _("First take away your keys and the app; then the address can be changed."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name to begin with."""
        return str(_("My key"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site's name, as a browser shows it."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Plethu"}


def note_new_account(request: HttpRequest, user: User) -> None:
    """An account was made by the person; the invitation is used up."""
    note("account-made", about=user.pseudonym, by=user.pseudonym)
    forget(request)
