"""People with an account: how they sign in, and what is kept about them."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts. Each app says what it keeps about people in a module `kept`, which is found by that name."""

    name = "plethu_web.accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        autodiscover_modules("kept")
