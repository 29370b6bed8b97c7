"""The API keeps to its own description: schemathesis asks it everything that the description allows, and much else."""

from __future__ import annotations

import itertools

import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings

NUMBERS = itertools.count()
SITE = get_wsgi_application()


def from_somebody_else(environ, start_response):
    """The site, where every request comes from an address of its own, so that no limit is met."""
    number = next(NUMBERS)
    environ["REMOTE_ADDR"] = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    environ["HTTP_HOST"] = "localhost"
    return SITE(environ, start_response)


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", from_somebody_else)


@schema.include(method="GET").parametrize()
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading(case):
    case.call_and_validate()


@schema.include(method="POST").parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_sending(case):
    case.call_and_validate()
