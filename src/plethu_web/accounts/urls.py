"""Addresses of the accounts' pages."""

from __future__ import annotations

from django.urls import path

from plethu_web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("password/", views.AskForLink.as_view(), name="ask-for-link"),
    path("password/sent/", views.LinkSent.as_view(), name="link-sent"),
    path("password/set/", views.PasswordSet.as_view(), name="password-set"),
    path("password/<uidb64>/<token>/", views.SetPassword.as_view(), name="set-password"),
]
