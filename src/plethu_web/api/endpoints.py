"""Every address of the API, each with all that it can answer."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

from plethu.evidence.problems import BadInput
from plethu.evidence.text import Language
from plethu.framework.advice import Advice
from plethu.framework.edition import Edition
from plethu.reporting.told import Told
from plethu_web.api import describing, views
from plethu_web.api.describing import answers, body, page_of, reference
from plethu_web.api.kinds import KINDS, EditionAnswer
from plethu_web.api.parameters import check_names, problems_of
from plethu_web.api.refusals import Refused, refusal, status_of
from plethu_web.api.responses import SCHEMA, kept
from plethu_web.frameworks.edition import current_edition

READ = ["GET", "HEAD"]
ANYTHING = {"type": "object"}
ADDRESSES: list[tuple[str, str, str | Promise]] = []  # method, path and what it answers, for people


class Api(NinjaAPI):
    """Ninja's API, whose description is completed from the library's types."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**options)
        describing.complete(document, current_edition())
        return document


api = Api(
    title="Plethu",
    version="1",
    description=(
        "An evidence edition and the advice that follows from it. Read-only: what is sent is neither stored nor "
        "logged. Texts stand in English and Welsh beside each other; `cy_status` says whether a fluent person has read "
        "the Welsh."
    ),
    urls_namespace="api-v1",
    openapi_url=None,
    docs_url=None,
    servers=[{"url": "/"}],
)


def _read(path: str, view: views.View, name: str, summary: str | Promise, described: dict[str, Any]) -> None:
    ADDRESSES.append(("GET", path, summary))
    words = cast(str, summary)  # a translation that is made when it is shown
    api.api_operation(
        READ, path, operation_id=name, url_name=name, tags=["edition"], summary=words, openapi_extra=described
    )(view)


def _send(path: str, view: views.View, name: str, summary: str | Promise, schemas: tuple[str, type]) -> None:
    ADDRESSES.append(("POST", path, summary))
    sent, answered = schemas
    described = {"requestBody": body(sent), **answers(reference(answered), 415, 422, kept=False)}
    words = cast(str, summary)  # a translation that is made when it is shown
    api.post(path, operation_id=name, url_name=name, tags=["advice"], summary=words, openapi_extra=described)(view)


def openapi(request: HttpRequest) -> HttpResponse:
    check_names(request)
    current = current_edition()
    return kept(request, current, lambda: document(current, "en"))


@lru_cache(maxsize=4)
def document(edition: Edition, language: Language) -> bytes:
    """The description of the API, with its summaries in a language."""
    with translation.override(language):
        return msgspec.json.encode(dict(api.get_openapi_schema()), enc_hook=str)


_read("/edition", views.edition, "edition", _("The edition in use."), answers(reference(EditionAnswer), 422, kept=True))
for _kind in KINDS:
    _read(
        f"/{_kind.path}",
        views.findings if _kind is views.FINDINGS else views.list_of(_kind),
        f"list-{_kind.path}",
        _kind.about,
        answers(page_of(_kind), 422, kept=True),
    )
    _read(
        f"/{_kind.path}/{{id}}",
        views.entry_of(_kind),
        f"one-of-{_kind.path}",
        _("One of them, by its id."),
        answers(reference(_kind.entry), 404, 422, kept=True),
    )
_read(
    "/schemas/{kind}",
    views.schema,
    "schema",
    _("The JSON Schema of an edition’s file, a situation, advice or a protocol."),
    answers(ANYTHING, 404, 422, kept=True, media_type=SCHEMA),
)
_read("/openapi.json", openapi, "openapi", _("The description of this API."), answers(ANYTHING, 422, kept=True))
_send("/advice", views.advice, "advice", _("Advice for a situation, as codes and ids."), ("SituationSent", Advice))
_send("/advice/told", views.told, "told", _("Advice for a situation, in words."), ("SituationSent", Told))
_send(
    "/whatif",
    views.what_if,
    "whatif",
    _("What changed answers would change."),
    ("WhatIfSent", views.WhatIfAnswer),
)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return refusal(request, error.status, error.problems)


@api.exception_handler(BadInput)
def _bad_input(request: HttpRequest, error: BadInput) -> HttpResponse:
    return refusal(request, status_of(error), error.problems)


@api.exception_handler(ValidationError)
def _bad_parameter(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return refusal(request, 422, problems_of(error.errors))
