"""People with an account: how they sign in, and what is kept about them."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "plethu_web.accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web.accounts.kept import declare_all

        declare_all()
