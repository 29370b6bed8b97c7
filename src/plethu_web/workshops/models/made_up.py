"""Which workshops are made up, to try things out, and who stands for the people who coded them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.workshop import Workshop


class MadeUp(models.Model):
    """That a workshop is made up, from a seed. `first` and `second` are coders without an account, made up with it."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="made_up")
    seed = models.PositiveIntegerField()
    first = person()
    second = person()

    class Meta:
        verbose_name = _("made-up workshop")
        verbose_name_plural = _("made-up workshops")

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.seed}"
