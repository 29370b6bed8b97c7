"""Fields for people who write on a phone and paste from anywhere: hidden characters are taken out without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.functional import Promise

from plethu.framework.tables import FORBIDDEN
from plethu_web.pages.fields import CONTROLS


class Forgiving(forms.CharField):
    """Text without its hidden characters, in the line ends of this system."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return CONTROLS.sub("", FORBIDDEN.sub("", text.replace("\r\n", "\n"))).strip() if text else text


def written(
    label: str | Promise, longest: int, *, hint: str | Promise = "", rows: int = 0, missing: str | Promise = "",
    autocomplete: str = "off",
) -> Forgiving:  # fmt: skip
    """A field for a line, or with `rows` for more. `missing` is what is said where it has to be filled and is not."""
    return Forgiving(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        max_length=longest,
        required=bool(missing),
        error_messages=cast(Any, {"required": missing} if missing else {}),
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": autocomplete}),
    )


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True
    needs_multipart_form = True


class FilesField(forms.FileField):
    """Any number of files; clean gives a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files that hold something or at least have a name."""
        several = data if isinstance(data, list | tuple) else [data]
        return [file for file in several if file]


def typed(form: type[forms.Form], post: QueryDict) -> dict[str, Any]:
    """What was typed, to be shown again: after the language was changed, nothing has been sent yet."""
    several = (forms.MultipleChoiceField,)
    fields: Mapping[str, forms.Field] = form.base_fields
    return {
        name: post.getlist(name) if isinstance(field, several) else post.get(name) for name, field in fields.items()
    }
