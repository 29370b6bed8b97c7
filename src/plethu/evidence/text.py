"""A text in English and, where there is one, in Welsh."""

from typing import Literal

from plethu.evidence.frozen import Frozen

Language = Literal["en", "cy"]
ReviewStatus = Literal["draft", "reviewed"]


class Text(Frozen, frozen=True):
    """One text of an edition.

    `cy` is empty where nobody has written the Welsh yet; it is `draft` until a fluent person has read it.
    """

    en: str
    cy: str = ""
    cy_status: ReviewStatus = "draft"

    def language(self, wanted: Language) -> Language:
        """The language in which this text can be shown: `wanted` where there is that one, else the other."""
        return "cy" if self.cy and (wanted == "cy" or not self.en) else "en"

    def text(self, wanted: Language) -> str:
        """The words in the wanted language, else in the other one."""
        return self.cy if self.language(wanted) == "cy" else self.en

    @property
    def is_empty(self) -> bool:
        """Whether it is there in neither language."""
        return not (self.en or self.cy)

    def is_draft(self, wanted: Language) -> bool:
        """Whether what `text(wanted)` gives is Welsh that no fluent person has read."""
        return self.language(wanted) == "cy" and self.cy_status == "draft"


NO_TEXT = Text("")
