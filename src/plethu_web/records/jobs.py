"""The job that reads a file in: in batches, none of which is shown before all of them are there."""

from __future__ import annotations

import uuid
from itertools import islice
from typing import Any

from django.utils.translation import gettext_lazy as _

from plethu.evidence.problems import BadInput
from plethu.records.importing import Reading
from plethu.records.record import Record
from plethu.records.report import ImportReport
from plethu_web.jobs.kinds import declare_errors, job_kind
from plethu_web.jobs.models import Job
from plethu_web.jobs.work import Cancelled, JobFailed, Work
from plethu_web.records.actions import AT_A_TIME, begin_reading, finish_reading, give_up_reading, store
from plethu_web.records.models import Import
from plethu_web.records.queries import import_to_read
from plethu_web.records.rows import origin_of, plain
from plethu_web.records.showing import address_of_import
from plethu_web.stored import path_of

declare_errors({"unreadable": _("The file cannot be read. What is wrong with it stands below.")})


def _leads_to(job: Job) -> str:
    return address_of_import(uuid.UUID(job.arguments["import"]))


@job_kind("import", label=_("Reading a file of records"), leads_to=_leads_to)
def read_in(work: Work) -> dict[str, Any]:
    """Read the file of an import into the database; whole, or not at all."""
    source = import_to_read(uuid.UUID(work.arguments["import"]))
    try:
        report = _read(work, source)
    except BadInput as error:
        give_up_reading(source=source, report={"problems": plain(error.problems)})
        raise JobFailed("unreadable") from error
    except Cancelled:
        give_up_reading(source=source, report={})
        raise
    return {"records": report.read}


def _read(work: Work, source: Import) -> ImportReport:
    reading = Reading(path_of(source.sha256), name=source.name, mapping=source.mapping, origin=origin_of(source))
    with work.writing():
        begin_reading(source)
    records = (item for item in reading.items() if isinstance(item, Record))
    while batch := list(islice(records, AT_A_TIME)):
        with work.writing():
            store(source, batch)
        work.progress(reading.position, reading.size)
    report = reading.report(source.sha256)
    with work.writing():
        finish_reading(source, format=report.format, report=plain(report), records=report.read)
    return report
