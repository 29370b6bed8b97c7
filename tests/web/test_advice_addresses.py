"""Every address of advice, asked in every way: an answer or a refusal, never a failure of ours."""

from __future__ import annotations

import pytest

from plethu_web.frameworks.models import SavedSituation
from plethu_web.frameworks.urls import urlpatterns
from tests.web.advice_cast import LANGUAGES, Visitor

pytestmark = pytest.mark.django_db
VALUES = {
    "<slug:name>": ["rural", "nowhere"],
    "<slug:step>": ["stage", "in-place-finance", "nowhere"],
    "<slug:ending>": ["md", "exe"],
    "<slug:action>": ["grant-funding", "nowhere"],
    "<str:token>": ["AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg", "a", "%E2%80%AE", "x" * 2000],
}
METHODS = ["get", "head", "post", "put", "patch", "delete", "options", "trace"]


def addresses():
    for pattern in urlpatterns:
        paths = [str(pattern.pattern)]
        for part, values in VALUES.items():
            paths = [path.replace(part, value) for path in paths for value in (values if part in path else [""])]
        yield from paths


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", list(addresses()))
def test_no_way_of_asking_breaks_the_site(path, language):
    visitor = Visitor(language, raise_request_exception=False)
    for method in METHODS:
        response = getattr(visitor.client, method)(f"{visitor.root}{path}")
        assert response.status_code < 500, method
        assert response.status_code != 405 or method not in ("get", "head") or "POST" in response["Allow"]


@pytest.mark.parametrize("path", list(addresses()))
def test_looking_never_stores_anything(path):
    Visitor().get(path)
    assert not SavedSituation.objects.exists()


@pytest.mark.parametrize("query", ["?audience=%00", "?reasons=%ff", "?ask=%F0%9F%92%A9", "?done=<script>", "?change="])
@pytest.mark.parametrize("path", ["", "result/", "what-if/", "questions/stage/", "answers/"])
def test_odd_queries(path, query):
    response = Visitor(raise_request_exception=False).get(f"{path}{query}")
    assert response.status_code in (200, 400)
    assert b"<script>" not in response.content.replace(b"<script src", b"")
