"""What can be asked about imports and records. Every lookup starts from the access somebody has to their review."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from plethu_web.accounts.models import User
from plethu_web.calls.queries.records import accepted_as_records
from plethu_web.jobs.models import Job
from plethu_web.records.models import Edit, Import, Record
from plethu_web.reviews.models import Membership
from plethu_web.reviews.queries.reviews import Access
from plethu_web.reviews.roles import may


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records to show. Empty means all; `only` is one of the keys of `ONLY`."""

    words: str = ""
    source: str = ""
    branch: str = ""
    kind: str = ""
    only: str = ""


ONLY = {
    "repaired": ~Q(repairs=[]),
    "mended": Q(is_mended=True),
    "no-abstract": Q(has_abstract=False),
    "no-title": Q(title=""),
    "no-year": Q(year=None),
}


def imports_of(access: Access) -> QuerySet[Import]:
    """All imports of a review, the newest first."""
    return access.review.imports.select_related("by")


def import_of(access: Access, id: uuid.UUID) -> Import:
    """One import; Http404 where there is none in this review."""
    found = imports_of(access).filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def waiting_in_call(access: Access) -> int:
    """How many entries the open call accepted that are not among the records yet."""
    there = Record.objects.filter(review=access.review, source__format="call").values_list("outside_id", flat=True)
    return len({id for id, _record in accepted_as_records(access)} - set(there))


def sent_together(source: Import) -> list[Import]:
    """The imports that were sent in with this one and are there, this one among them."""
    return list(source.review.imports.filter(batch=source.batch, state=Import.State.THERE))


def import_with(access: Access, sha256: str) -> Import | None:
    """The import of a file with these bytes that is there or being read."""
    return imports_of(access).filter(sha256=sha256, state__in=[Import.State.READING, Import.State.THERE]).first()


def records_of(access: Access, wanted: Wanted | None = None) -> QuerySet[Record]:
    """The records of a review's imports that are there, in the order in which they came in."""
    found = access.review.records.filter(source__state=Import.State.THERE).select_related("source")
    if wanted is None:
        return found
    for word in wanted.words.split():
        found = found.filter(
            Q(title__icontains=word) | Q(authors__icontains=word) | Q(container__icontains=word) | Q(doi=word.lower())
        )
    if wanted.source:
        found = found.filter(source__pk=wanted.source)
    if wanted.branch:
        found = found.filter(source__branch=wanted.branch)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    return found.filter(ONLY[wanted.only]) if wanted.only else found


def record_of(access: Access, pk: int) -> Record:
    """One record; Http404 where there is none in this review, or its import is not there."""
    found = records_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def edits_of(record: Record) -> QuerySet[Edit]:
    """What was changed in a record, the newest first, each with whether it was undone since."""
    undone = Edit.objects.filter(undoes=OuterRef("pk"))
    return record.edits.select_related("by").annotate(is_undone=Exists(undone))


def edit_of(record: Record, pk: int) -> Edit:
    """One edit of a record that can still be undone; Http404 otherwise."""
    found = edits_of(record).filter(pk=pk, undone_by=None).first()
    if found is None:
        raise Http404
    return found


def kinds_of(access: Access) -> list[str]:
    """The kinds of records that a review has."""
    return sorted(set(records_of(access).order_by().values_list("kind", flat=True).distinct()))


def next_to(access: Access, record: Record) -> tuple[Record | None, Record | None]:
    """The records before and after this one in its file."""
    same = records_of(access).filter(source=record.source_id)
    before = same.filter(number__lt=record.number).order_by("-number").first()
    return before, same.filter(number__gt=record.number).order_by("number").first()


def stored_files() -> set[str]:
    """The checksums of all files that imports rest on, so that none of them is swept away."""
    return set(Import.objects.exclude(size=0).values_list("sha256", flat=True))


def import_to_read(id: uuid.UUID) -> Import:
    """The import that a job is to read. Only jobs ask this; people come through `import_of`."""
    return Import.objects.get(pk=id)


def fields_of(source: Import) -> list[str]:
    """The tags or columns that the first records of an import have, in their order."""
    first = source.records.order_by("number")[:20].values_list("fields", flat=True)
    return list(dict.fromkeys(tag for fields in first for tag, _value, _line in fields))


def may_see_job(job: Job, person: User) -> bool:
    """Whether somebody may follow and stop the reading of a file that another one sent in."""
    if job.kind != "import":
        return False
    found = Membership.objects.filter(review=job.review, person=person, ended=None).first()
    return found is not None and may(found.role, "import")
