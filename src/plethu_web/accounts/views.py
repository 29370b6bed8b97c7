"""Setting a password by a link, and asking for such a link by e-mail. Django's own views, in our pages."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views as auth
from django.http import HttpResponse
from django.urls import reverse_lazy

from plethu_web.home import address_for


class SetPassword(auth.PasswordResetConfirmView):
    """The page behind a link that is good once."""

    template_name = "accounts/set_password.html"
    success_url = reverse_lazy("accounts:password-set")


class PasswordSet(auth.PasswordResetCompleteView):
    """The password is set."""

    template_name = "accounts/password_set.html"


class AskForLink(auth.PasswordResetView):
    """Asks for the address to send a link to. Never tells whether there is an account."""

    template_name = "accounts/ask_for_link.html"
    email_template_name = "accounts/link_email.txt"
    subject_template_name = "accounts/link_email_subject.txt"
    success_url = reverse_lazy("accounts:link-sent")

    def form_valid(self, form: Any) -> HttpResponse:
        protocol, _, domain = address_for(self.request).partition("://")
        self.extra_email_context = {"protocol": protocol, "domain": domain}
        return super().form_valid(form)


class LinkSent(auth.PasswordResetDoneView):
    """A link is on its way, if there is an account."""

    template_name = "accounts/link_sent.html"
