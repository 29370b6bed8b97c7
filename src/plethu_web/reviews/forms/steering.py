"""Forms for the steering group, its meetings and what it decided."""

from __future__ import annotations

from typing import Any, ClassVar, get_args
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.evidence.polls import Sector
from plethu.terms import TERMS
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.reviews.forms.polls import DecisionForm, day_field

MOST_DOCUMENTS = 30
LONGEST_ADDRESS = 500


def sectors() -> list[tuple[str, Any]]:
    """The sectors as choices, with none said last."""
    return [*((s, TERMS[f"sector.{s}"]) for s in get_args(Sector) if s), ("", TERMS["sector"])]


class SeatForm(BilingualForm):
    """Who sits in the group. A name is not needed."""

    written: ClassVar = {"role": Written(_("What do they do, or whom do they speak for?"), 200)}
    sector = radios(_("Sector"), sectors(), required=False, apart=("",))
    began = day_field(_("Since"))
    ended = day_field(_("Until"), _("Empty: still in the group."))

    def __init__(self, *args: Any, members: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        hint = _("Only with their consent. The team sees it, and it can be erased. Empty: only the role is shown.")
        self.fields["name"] = text(_("Name"), 120, hint=hint)
        if members:
            choices = [("", _("Nobody of the team")), *members]
            label = _("Or somebody of the team")
            self.fields["member"] = forms.ChoiceField(label=label, choices=choices, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuses a seat of nobody, and one that ends before it begins."""
        cleaned = super().clean()
        names = ("role", "role_cy", "name", "member")
        if not self.errors and not any(cleaned.get(name) for name in names):
            self.add_error(None, ValidationError(_("Write a role, a name, or choose somebody of the team.")))
        began, ended = cleaned.get("began"), cleaned.get("ended")
        if began and ended and ended < began:
            self.add_error("ended", ValidationError(_("This is before the beginning. Check both days.")))
        return cleaned

    def columns(self) -> dict[str, Any]:
        """The columns of the seat itself."""
        return {name: self.cleaned_data[name] for name in ("role", "role_cy", "sector", "began", "ended")}

    def who(self) -> dict[str, str]:
        """The name, and the member of the team."""
        return {name: self.cleaned_data.get(name, "") for name in ("name", "member")}


class MeetingForm(BilingualForm):
    """A meeting: when, where, who, what."""

    written: ClassVar = {
        "place": Written(_("Where?"), 200, hint=_("A place, or online.")),
        "notes": Written(_("Notes"), 20_000, 8, _("What was talked about. Leave out what is personal.")),
    }
    on = day_field(_("When?"), missing=_("Write the day."))
    links = text(
        _("Documents"),
        20_000,
        rows=4,
        hint=_("One on each line: its web address, then a space and what it is. They are linked, not copied."),
    )

    def __init__(self, *args: Any, seats: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        if seats:
            self.fields["present"] = checkboxes(_("Who was there?"), seats)

    def clean_links(self) -> list[dict[str, str]]:
        """The documents as objects. Refuses what is no address of the web."""
        found = []
        for line in self.cleaned_data["links"].splitlines():
            url, _space, label = line.strip().partition(" ")
            if not url:
                continue
            if not _is_address(url):
                raise ValidationError(
                    _("“%(url)s” is no web address. Begin with https:// or http://."), params={"url": url[:80]}
                )
            found.append({"url": url, "label": label.strip()[:200] or url})
        if len(found) > MOST_DOCUMENTS:
            raise ValidationError(_("Thirty documents are the most."))
        return found

    def columns(self) -> dict[str, Any]:
        """The columns of the meeting."""
        names = ("on", "place", "place_cy", "notes", "notes_cy")
        return {**{name: self.cleaned_data[name] for name in names}, "documents": self.cleaned_data["links"]}

    def present(self) -> set[str]:
        """The seats that were there."""
        return set(self.cleaned_data.get("present", ()))


class GroupDecisionForm(DecisionForm):
    """A decision, the meeting it was made at, and the version of the protocol that it led to."""

    def __init__(
        self, *args: Any, meetings: list[tuple[str, Any]], versions: list[tuple[str, Any]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, label, choices in (
            ("meeting", _("At which meeting?"), meetings),
            ("version", _("Which version of the protocol did it lead to?"), versions),
        ):
            if choices:
                none = [("", _("None"))]
                self.fields[name] = forms.ChoiceField(label=label, choices=[*none, *choices], required=False)

    def columns(self) -> dict[str, Any]:
        """The columns, with the ids of meeting and version."""
        cleaned = dict(self.cleaned_data)
        ids = {f"{name}_id": int(cleaned.pop(name) or 0) or None for name in ("meeting", "version") if name in cleaned}
        return {**cleaned, **ids}


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= LONGEST_ADDRESS
