"""The audit trail is only ever added to: the database itself refuses the rest."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from plethu_web.accounts import append_only
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import Event
from tests.conftest import RAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked():
    """The trail as it is on a real site; tests of other things empty their tables."""
    append_only.lock(connection)
    with transaction.atomic():
        event = note("account-made", by=None)
    yield event
    append_only.unlock(connection)


def test_the_migrations_leave_it_locked():
    assert RAN["audit"] == "locked"


def test_it_is_seen_whether_it_is_locked(locked):
    assert append_only.is_locked(connection)
    append_only.unlock(connection)
    assert not append_only.is_locked(connection)


def test_locking_twice_changes_nothing(locked):
    append_only.lock(connection)
    assert append_only.is_locked(connection)


@pytest.mark.parametrize("statement", ["UPDATE accounts_event SET kind = 'other'", "DELETE FROM accounts_event"])
def test_the_database_refuses(locked, statement):
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.get().kind == "account-made"


def test_the_database_refuses_to_empty_the_table(locked):
    empty = "TRUNCATE accounts_event" if connection.vendor == "postgresql" else "DELETE FROM accounts_event WHERE 1"
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(empty)
    assert Event.objects.exists()


def test_adding_works(locked):
    with transaction.atomic():
        note("link-made", by=None)
    assert Event.objects.count() == 2
