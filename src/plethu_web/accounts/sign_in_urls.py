"""Addresses of signing in, in the reader's language; and those that an identity provider is told, in none."""

from __future__ import annotations

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("allauth.account.urls")),
    path("keys/", include("allauth.mfa.urls")),
    path("elsewhere/", include("allauth.socialaccount.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]

PROVIDER = "allauth.socialaccount.providers.openid_connect"
provider_urlpatterns: list[URLPattern | URLResolver] = (
    [path("accounts/", include(f"{PROVIDER}.urls"))] if apps.is_installed(PROVIDER) else []
)
