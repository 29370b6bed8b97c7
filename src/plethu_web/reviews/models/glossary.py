"""The glossary of a review: words, and every wording that was ever suggested for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models.review import Review, person


class GlossaryWord(models.Model):
    """A word of the glossary. What it is called and means stands in its wordings."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="words")
    code = models.SlugField(_("code"), max_length=60)
    set_aside = models.BooleanField(_("set aside"), default=False)

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=["review", "code"], name="one_word_of_a_code"),)

    def __str__(self) -> str:
        return self.code


class Wording(models.Model):
    """A word and its meaning as somebody suggested it, and when it was settled. The last settled one counts."""

    word = models.ForeignKey(GlossaryWord, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveIntegerField()
    term = models.CharField(_("word"), max_length=120, blank=True)
    term_cy = models.CharField(_("word in Welsh"), max_length=120, blank=True)
    meaning = models.TextField(_("meaning"), max_length=2000, blank=True)
    meaning_cy = models.TextField(_("meaning in Welsh"), max_length=2000, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("suggested by"))
    settled = models.DateTimeField(null=True, blank=True)
    settled_by = person(null=True, blank=True, verbose_name=_("settled by"))

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["word", "number"], name="one_wording_of_a_number"),
            models.CheckConstraint(condition=~Q(term="", term_cy=""), name="a_wording_has_a_word"),
            models.CheckConstraint(condition=~Q(meaning="", meaning_cy=""), name="a_wording_has_a_meaning"),
            models.CheckConstraint(
                condition=Q(settled=None, settled_by=None) | Q(settled__isnull=False, settled_by__isnull=False),
                name="somebody_settles_a_wording",
            ),
        )

    def __str__(self) -> str:
        return self.term or self.term_cy

    @property
    def name(self) -> Text:
        """The word in both languages."""
        return Text(self.term, self.term_cy, "reviewed")

    @property
    def sense(self) -> Text:
        """The meaning in both languages."""
        return Text(self.meaning, self.meaning_cy, "reviewed")
