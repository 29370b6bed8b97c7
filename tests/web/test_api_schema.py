"""The API keeps to its own description: schemathesis asks it everything that the description allows, and much else.

What a situation may hold is described by the ids of the edition. Asking for every one of them would take minutes on the
first edition, so what is sent is worked through in full on the small edition of the guide, and by chance on the first.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from unittest import mock

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from plethu.framework.editions import default_edition
from plethu.framework.reading import read_edition
from plethu_web.api import endpoints, views

SMALL = Path(__file__).parents[2] / "docs" / "guide" / "small-edition"
NUMBERS = itertools.count()
SITE = get_wsgi_application()


@pytest.fixture(autouse=True, scope="module")
def no_connection_is_touched():
    """As Django's own test client does: a test before this one may have left a connection open, which is not ours."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def description(edition):
    """The description that the site gives of its API while it uses an edition."""

    def site(environ, start_response):
        number = next(NUMBERS)  # every request comes from an address of its own, so that no limit is met
        environ["REMOTE_ADDR"] = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        environ["HTTP_HOST"] = "localhost"
        with (
            mock.patch.object(views, "current_edition", return_value=edition),
            mock.patch.object(endpoints, "current_edition", return_value=edition),
        ):
            return SITE(environ, start_response)

    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)


first = description(default_edition())
small = description(read_edition(SMALL))
by_chance = description(default_edition())
by_chance.config.phases.coverage.enabled = False


def asking(schema, method, name, examples):
    """A test for each request of that method, each with a name of its own."""
    settled = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    for operation in (found.ok() for found in schema.include(method=method).get_all_operations()):
        only = schema.include(method=method, path=operation.path)
        words = re.sub(r"\W+", "_", operation.path).strip("_")

        def keeps_to_it(case):
            case.call_and_validate()

        yield f"test_{name}_{words}", only.parametrize()(settled(keeps_to_it))


globals().update(asking(first, "GET", "reading", 3))
globals().update(asking(small, "POST", "sending_to_a_small_edition", 20))
globals().update(asking(by_chance, "POST", "sending", 15))
