"""Our changes to the forms of allauth."""

from __future__ import annotations

from allauth.account.forms import LoginForm


class PasswordSignIn(LoginForm):
    """Address and password. The password stays though making an account takes none."""

    def _setup_password_field(self) -> None:
        """Keep the field."""
