"""The accounts of those who administer the site. Nobody needs one to use it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "plethu_web.accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"
