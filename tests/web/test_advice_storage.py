"""What the database itself refuses, each rule once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu_web.frameworks.models import SavedSituation

pytestmark = pytest.mark.django_db


def row(**fields):
    now = timezone.now()
    plain = {"token_hash": "a" * 64, "kind": "draft", "situation": "", "created": now, "changed": now}
    return SavedSituation(**{**plain, "expires": now + timedelta(days=1), **fields})


def refuses(bad):
    with pytest.raises(IntegrityError), transaction.atomic():
        bad.save()


def test_a_plain_row_is_taken():
    row().save()
    assert str(SavedSituation.objects.get()).startswith("draft ")


def test_one_key_opens_one_situation():
    row().save()
    refuses(row())


def test_it_is_a_draft_or_saved():
    refuses(row(kind="other"))


def test_it_expires_after_it_was_changed():
    refuses(row(expires=timezone.now() - timedelta(days=1)))


def test_only_a_draft_is_opened_from_another():
    first = row(kind="saved")
    first.save()
    refuses(row(token_hash="b" * 64, kind="saved", origin=first))


def test_a_draft_stays_when_what_it_was_opened_from_goes():
    first = row(kind="saved")
    first.save()
    row(token_hash="b" * 64, origin=first).save()
    first.delete()
    assert SavedSituation.objects.get().origin is None
