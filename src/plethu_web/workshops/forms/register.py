"""The team's forms for the register: one person, whom wishes mean, links for facilitators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu.workshop.register_names import Named, whom_it_means
from plethu_web.pages.fields import text
from plethu_web.workshops.forms.registering import SaidForm
from plethu_web.workshops.models import Wish, Workshop
from plethu_web.workshops.queries.people import groups_of

MOST_GROUPS = 250
MOST_SHOWN = 30  # groups to choose from before there is a plan


class PersonForm(SaidForm):
    """What is noted of somebody, and which group they look after."""

    facilitates = forms.ChoiceField(label=_("Looks after"), required=False)

    def __init__(self, *given: Any, workshop: Workshop, **options: Any) -> None:
        super().__init__(*given, workshop=workshop, **options)
        facilitates: Any = self.fields["facilitates"]
        most = max(MOST_SHOWN, groups_of(workshop.pk), int(self.get_initial_for_field(facilitates, "facilitates") or 0))
        groups = [(str(number), f"{_('Group')} {number}") for number in range(1, most + 1)]
        choices = [("0", _("No group: takes part")), ("-1", _("Any group that needs somebody")), *groups]
        facilitates.choices = choices

    def clean_facilitates(self) -> int:
        """The number of a group, -1 for any, 0 for none."""
        return int(self.cleaned_data["facilitates"] or 0)


class WishesForm(forms.Form):
    """Whom each wish means, of those in the register; who has that name, or nearly, is chosen beforehand."""

    def __init__(
        self,
        *given: Any,
        wishes: Sequence[Wish],
        people: Sequence[tuple[str, str]],
        named: Sequence[Named] = (),
        **options: Any,
    ) -> None:
        super().__init__(*given, **options)
        for wish in wishes:
            others = [each for each in named if each.id != str(wish.participant_id)]
            meant = None if wish.other_id or not wish.words else whom_it_means(wish.words, others)
            label = f"{wish.participant.code} – {wish.get_kind_display()}: {wish.words or '–'}"
            self.fields[f"wish-{wish.pk}"] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", _("Nobody in the register")), *people],
                initial=str(wish.other_id or (meant.id if meant else "")),
                help_text=_proposed(meant.likeness) if meant else "",
            )

    def others(self) -> dict[int, str]:
        """The id of whom each wish means, by the number of the wish; empty for nobody."""
        return {int(name.removeprefix("wish-")): value for name, value in self.cleaned_data.items()}


def _proposed(likeness: str) -> Any:
    if likeness == "same":
        return _("Chosen for you: the name is the same. It holds once you save.")
    return _("Chosen for you: the name is nearly the same. Look whether it is right; it holds once you save.")


class FacilitatorForm(forms.Form):
    """A link for somebody who looks after a group."""

    label = text(_("Who it is for"), 120, hint=_("A name or initials. Only the team sees it."))
    group = forms.IntegerField(
        label=_("Group"),
        min_value=0,
        max_value=MOST_GROUPS,
        initial=1,
        help_text=_("0 for somebody who looks after all groups and switches the rounds."),
        error_messages={"required": _("Give the number of a group.")},
    )
