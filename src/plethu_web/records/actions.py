"""What can be done with imports and records. Each is one transaction with its event in it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from plethu.records import record as library
from plethu.records.mending import from_typed, mended
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.jobs.actions import start_job
from plethu_web.jobs.models import Job
from plethu_web.jobs.states import ENDED
from plethu_web.records.models import Edit, Import, Record
from plethu_web.records.queries import import_with
from plethu_web.records.rows import MADE_OF_CSL, describe, row_of
from plethu_web.reviews.queries.reviews import Access

AT_A_TIME = 500  # rows in one statement
MENDED = ("csl", "printed_date", "edtf", "is_mended", *MADE_OF_CSL)


class AlreadyThere(Exception):
    """A file with the same bytes has been taken in. It adds nothing; `there` is the import that has it."""

    def __init__(self, there: Import) -> None:
        super().__init__(there.pk)
        self.there = there


class Mended(Exception):
    """Records of the import have been mended; reading it again would lose that."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the records of a file come from, as whoever sends it in says."""

    branch: str = Import.Branch.DATABASE
    strand: str = ""
    database: str = ""
    platform: str = ""
    searched: str = ""
    strategy: str = ""
    hits: int | None = None
    batch: uuid.UUID = field(default_factory=uuid.uuid4)
    mapping: dict[str, str] = field(default_factory=dict)


def take_in(*, by: User, access: Access, name: str, sha256: str, size: int, origin: Origin) -> Import:
    """Take in a stored file: a row for it, and a job that reads it. Raises `AlreadyThere` for bytes it has."""
    try:
        return _take_in(by=by, access=access, name=name, sha256=sha256, size=size, origin=origin)
    except IntegrityError as error:  # the same file, sent twice at once
        there = import_with(access, sha256)
        if there is None:
            raise
        raise AlreadyThere(there) from error


@transaction.atomic
def _take_in(*, by: User, access: Access, name: str, sha256: str, size: int, origin: Origin) -> Import:
    if there := import_with(access, sha256):
        if not _is_stuck(there):
            raise AlreadyThere(there)
        _drop(there)
    made = Import.objects.create(
        review=access.review,
        name=name[:255],
        sha256=sha256,
        size=size,
        by=by,
        branch=origin.branch,
        strand=origin.strand,
        database=origin.database,
        platform=origin.platform,
        searched=origin.searched,
        strategy=origin.strategy,
        hits=origin.hits,
        batch=origin.batch,
        mapping=origin.mapping,
    )
    _start_reading(made, by)
    note("import-started", by=by.pseudonym, review=access.review.pk, thing=f"import:{made.pk}", size=size)
    return made


@transaction.atomic
def read_again(*, by: User, access: Access, source: Import, mapping: dict[str, str]) -> None:
    """Read a file again, with other columns. Raises `Mended` where somebody has worked on its records."""
    row = Import.objects.select_for_update().get(pk=source.pk)
    if row.records.filter(is_mended=True).exists():
        raise Mended
    row.mapping, row.state = mapping, Import.State.READING
    row.save(update_fields=["mapping", "state"])
    _start_reading(row, by)
    note("import-started", by=by.pseudonym, review=access.review.pk, thing=f"import:{row.pk}", again=True)


def _start_reading(row: Import, by: User) -> None:
    job = start_job(kind="import", by=by.pseudonym, arguments={"import": str(row.pk)}, review=row.review_id)
    Import.objects.filter(pk=row.pk).update(job=job.pk)


def _is_stuck(row: Import) -> bool:
    """Whether an import is marked as being read while its job has ended, as when it was cancelled before it began."""
    if row.state != Import.State.READING or row.job is None:
        return False
    return Job.objects.filter(pk=row.job, state__in=ENDED).exists()


def store(source: Import, read: Iterable[library.Record]) -> None:
    """Store a batch of records. They are not shown before the import is there. Part of the caller's transaction."""
    Record.objects.bulk_create((row_of(source, record) for record in read), batch_size=AT_A_TIME)


def begin_reading(source: Import) -> None:
    """Forget what an attempt before this one stored. Part of the caller's transaction."""
    _forget_records(source)


def finish_reading(source: Import, *, format: str, report: dict[str, Any], records: int) -> None:
    """The import is there: from now on its records are shown. Part of the caller's transaction."""
    source.format, source.report, source.records_read, source.state = format, report, records, Import.State.THERE
    source.save(update_fields=["format", "report", "records_read", "state"])
    note("import-finished", by=None, review=source.review_id, thing=f"import:{source.pk}", records=records)


@transaction.atomic
def give_up_reading(*, source: Import, report: dict[str, Any]) -> None:
    """The import was cancelled or cannot be read: nothing of it stays but the file and what went wrong."""
    source.report = report
    _drop(source)


def _forget_records(source: Import) -> None:
    """In parts, since all rows of a large import at once would fill the memory."""
    while some := list(source.records.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]):
        Record.objects.filter(pk__in=some).delete()


def _drop(source: Import) -> None:
    _forget_records(source)
    source.state = Import.State.FAILED
    source.save(update_fields=["state", "report"])


@transaction.atomic
def set_aside(*, by: User, access: Access, source: Import) -> None:
    """Leave an import out of the review. Its records and what was mended in them are kept."""
    if Import.objects.filter(pk=source.pk, state=Import.State.THERE).update(state=Import.State.ASIDE):
        note("import-set-aside", by=by.pseudonym, review=access.review.pk, thing=f"import:{source.pk}")


@transaction.atomic
def bring_back(*, by: User, access: Access, source: Import) -> None:
    """Let an import count again. Raises `AlreadyThere` where the same file was taken in since."""
    if there := import_with(access, source.sha256):
        raise AlreadyThere(there)
    if Import.objects.filter(pk=source.pk, state=Import.State.ASIDE).update(state=Import.State.THERE):
        note("import-brought-back", by=by.pseudonym, review=access.review.pk, thing=f"import:{source.pk}")


@transaction.atomic
def mend(*, by: User, access: Access, record: Record, typed: dict[str, str], reason: str) -> int:
    """Change variables of a record, given as typed. Gives the number that really changed."""
    row = Record.objects.select_for_update().get(pk=record.pk)
    changed = [_change(row, variable, from_typed(variable, text), by, reason) for variable, text in typed.items()]
    if number := sum(changed):
        _keep(row)
        note("record-mended", by=by.pseudonym, review=access.review.pk, thing=f"record:{row.pk}", changed=number)
    return number


@transaction.atomic
def place(*, by: User, access: Access, record: Record, place: str, tier: str, authority: str, reason: str) -> int:
    """Say where something was: the corrected spelling beside the printed one, its tier and authority."""
    row = Record.objects.select_for_update().get(pk=record.pk)
    changed = 0
    for name, value in (("place", place), ("tier", tier), ("authority", authority)):
        if (before := getattr(row, name)) != value:
            setattr(row, name, value)
            Edit.objects.create(record=row, variable=f"/{name}", before=before, after=value, reason=reason, by=by)
            changed += 1
    if changed:
        row.save(update_fields=["place", "tier", "authority"])
        note("record-mended", by=by.pseudonym, review=access.review.pk, thing=f"record:{row.pk}", changed=changed)
    return changed


@transaction.atomic
def undo(*, by: User, access: Access, record: Record, edit: Edit) -> None:
    """Put back what an edit changed. Undone twice at once, the second one changes nothing."""
    row = Record.objects.select_for_update().get(pk=record.pk)
    if Edit.objects.filter(undoes=edit).exists():
        return
    if edit.variable.startswith("/"):
        name = edit.variable[1:]
        now = getattr(row, name)
        setattr(row, name, edit.before)
        row.save(update_fields=[name])
    else:
        now = row.csl.get(edit.variable)
        _lay(row, edit.variable, edit.before)
        _keep(row)
    Edit.objects.create(record=row, variable=edit.variable, before=now, after=edit.before, by=by, undoes=edit)
    note("record-edit-undone", by=by.pseudonym, review=access.review.pk, thing=f"record:{row.pk}")


def _change(row: Record, variable: str, value: Any, by: User, reason: str) -> bool:
    before = row.csl.get(variable)
    if before == value:
        return False
    _lay(row, variable, value)
    Edit.objects.create(record=row, variable=variable, before=before, after=value, reason=reason, by=by)
    return True


def _lay(row: Record, variable: str, value: Any) -> None:
    after = mended(row.csl, variable, value, row.printed_date, row.edtf)
    row.csl, row.printed_date, row.edtf = after.csl, after.printed_date[:200], after.edtf[:60]


def _keep(row: Record) -> None:
    row.is_mended = row.csl != row.csl_read
    describe(row)
    row.save(update_fields=MENDED)


@transaction.atomic
def note_export(*, by: User, access: Access, format: str, records: int) -> None:
    """Note that records were taken away."""
    note("records-exported", by=by.pseudonym, review=access.review.pk, format=format, records=records)
