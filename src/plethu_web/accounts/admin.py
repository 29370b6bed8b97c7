"""Accounts in Django's administration."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.models import Event, User


@admin.register(User)
class PeopleAdmin(UserAdmin):
    """People. The address is changed by themselves, since it has to be confirmed."""

    ordering = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "joined")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email", "name")
    readonly_fields = ("email", "pseudonym", "joined", "last_login", "erased")
    fieldsets = (
        (None, {"fields": ("email", "name", "contact", "language", "password")}),
        (_("Permissions"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Kept by the site"), {"fields": ("pseudonym", "joined", "last_login", "erased")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Accounts are made by invitation or by `plethu admin invite`, which confirm the address."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A person is erased, by themselves or by `plethu admin erase`; the row stays, empty."""
        return False


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    """What was done to accounts: to be read, never to be changed."""

    list_display = ("at", "kind", "about", "by", "review", "thing")
    list_filter = ("kind",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return False
