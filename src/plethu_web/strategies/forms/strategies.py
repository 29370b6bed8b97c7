"""Forms for a strategy, its blocks and its formula."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.pages.fields import text as line
from plethu_web.strategies.blocks import Block
from plethu_web.strategies.forms.fields import expected, platform_choice, search_text

PASTED = _(
    "Paste all of it: blocks with their headings and the formula that joins them, or line by line as a database lists "
    "it. Leave it empty to begin with one empty block."
)


class NewStrategyForm(forms.Form):
    """A strategy to begin with."""

    name = line(_("Name"), 200, missing=_("Give it a name."), hint=_("Such as “Published evidence, main search”."))
    platform = platform_choice(
        _("Written for which platform?"), hint=_("The same signs mean different things on different platforms.")
    )
    database = line(_("Database"), 200, hint=_("Such as MEDLINE or Social Policy and Practice."))
    text = search_text(_("The strategy"), hint=PASTED, rows=16)


class NameForm(forms.Form):
    """What a strategy is called and which database it is for."""

    name = line(_("Name"), 200, missing=_("Give it a name."))
    database = line(_("Database"), 200, hint=_("Such as MEDLINE or Social Policy and Practice."))


class BlockForm(forms.Form):
    """One block."""

    expected = expected()
    name = line(
        _("Letter or number"), 20, missing=_("Give it a letter or number."), hint=_("The formula uses it, such as A.")
    )
    title = line(_("Title"), 200, hint=_("What the block is about, such as “community”."))
    text = search_text(_("Search"), hint=_("As it is typed on the platform that the strategy is written for."))
    remarks = line(_("Remarks"), 4000, rows=3, hint=_("Why it is as it is. Remarks are never searched."))

    def __init__(self, *args: Any, others: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.others = others

    def clean_name(self) -> str:
        """A name that no other block has, of letters and digits."""
        name = str(self.cleaned_data["name"])
        if not name.isalnum():
            raise forms.ValidationError(_("Use letters and digits alone, such as A or B2."))
        if name.upper() in self.others:
            raise forms.ValidationError(_("Another block has this letter or number already."))
        return name

    def block(self, key: str) -> Block:
        """The block as it was typed."""
        given = self.cleaned_data
        return Block(key, given["name"], given["title"], given["text"], given["remarks"])


class FormulaForm(forms.Form):
    """How the blocks are joined."""

    expected = expected()
    formula = search_text(
        _("Formula"),
        rows=3,
        hint=_("Such as A AND (B OR C), or A + (B or C). Left empty, a record has to be found by every block."),
    )
