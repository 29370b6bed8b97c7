"""How people sign in: the settings of allauth, with what an installation says in the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

APPS = ["allauth", "allauth.account", "allauth.socialaccount", "allauth.mfa", "allauth.usersessions"]
OIDC_APP = "allauth.socialaccount.providers.openid_connect"
OIDC = ("PLETHU_OIDC_ISSUER", "PLETHU_OIDC_CLIENT_ID", "PLETHU_OIDC_CLIENT_SECRET")

ALWAYS: dict[str, Any] = {
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "reviews:mine",
    "LOGOUT_REDIRECT_URL": "/",
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "ACCOUNT_ADAPTER": "plethu_web.accounts.adapter.Accounts",
    "ACCOUNT_FORMS": {"login": "plethu_web.accounts.sign_in_forms.PasswordSignIn"},
    "ACCOUNT_SIGNUP_FORM_CLASS": "plethu_web.accounts.sign_up.NameOfPerson",
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_SIGNUP_FIELDS": ["email*"],
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
    "ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND": True,
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "Plethu: ",
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,  # nobody can have mail sent to strangers by typing addresses
    "ACCOUNT_CHANGE_EMAIL": True,  # one address a person: it is the name they sign in with
    "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
    "ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND": True,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 15 * 60,  # mail can be slow
    "ACCOUNT_SESSION_REMEMBER": True,
    "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
    "ALLAUTH_USER_CODE_FORMAT": {"numeric": True, "length": 8, "dashed": True},
    "MFA_ADAPTER": "plethu_web.accounts.adapter.SecondSteps",
    "MFA_SUPPORTED_TYPES": ["webauthn", "totp", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_TOTP_ISSUER": "Plethu",
    "SOCIALACCOUNT_ADAPTER": "plethu_web.accounts.adapter.OtherAccounts",
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,  # an account of the same confirmed address is the same person
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
    "SOCIALACCOUNT_STORE_TOKENS": False,
}


def settings(*, https: bool) -> dict[str, Any]:
    """The settings of signing in."""
    return {
        **ALWAYS,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https" if https else "http",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not https,  # browsers themselves allow it on localhost only
    }


def apps(environment: Mapping[str, str]) -> list[str]:
    """The apps that signing in needs."""
    return [*APPS, OIDC_APP] if environment.get(OIDC[0]) else APPS


def form_targets(environment: Mapping[str, str]) -> list[str]:
    """Where else than here a form may lead: a browser holds the way to the identity provider to this too."""
    if not environment.get(OIDC[0]):
        return []
    issuer = urlsplit(environment[OIDC[0]])
    return [f"{issuer.scheme}://{issuer.netloc}"]


def providers(environment: Mapping[str, str]) -> dict[str, Any]:
    """The identity provider that the environment names, as allauth wants to be told."""
    issuer, client, secret = (environment.get(name, "") for name in OIDC)
    if not issuer:
        return {}
    for name in OIDC[1:]:
        if not environment.get(name):
            raise ImproperlyConfigured(f"{name} is needed where PLETHU_OIDC_ISSUER is set")
    if not issuer.startswith(("https://", "http://localhost", "http://127.0.0.1")):
        raise ImproperlyConfigured("PLETHU_OIDC_ISSUER is not of the form https://login.example.org")
    named = environment.get("PLETHU_OIDC_NAME") or urlsplit(issuer).hostname
    app = {"provider_id": "oidc", "name": named, "client_id": client, "secret": secret}
    return {"openid_connect": {"APPS": [{**app, "settings": {"server_url": issuer}}], "OAUTH_PKCE_ENABLED": True}}
