"""Writing statements, changing them and taking them out; every version stays, and each change can be undone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.http import Http404

from plethu.workshop.changes import Change, standing, undo_refusals
from plethu_web.workshops.actions.coding import Doing, Refused
from plethu_web.workshops.models import Statement, StatementChange, Workshop
from plethu_web.workshops.queries import coding as queries

COLUMNS = ("words", "words_cy", "on", "bears_on", "contributions")


@transaction.atomic
def write_statement(*, doing: Doing, fields: dict[str, Any], pk: int | None = None) -> Statement:
    """Write a statement, or change one. What is in the way of publishing it is said where it is published."""
    workshop = doing.locked()
    row = queries.statement_of(workshop, pk) if pk else Statement(workshop=workshop)
    if pk:
        _begun(row)
    for name, value in fields.items():
        setattr(row, name, value)
    row.by, row.to_reread = doing.by, False
    row.save()
    StatementChange.objects.create(statement=row, reads=_reads(row), by=doing.by)
    doing.note("statement-written")
    return row


@transaction.atomic
def take_out_statement(*, doing: Doing, pk: int) -> None:
    """Take a statement out. Its versions stay."""
    row = queries.statement_of(doing.locked(), pk)
    if row.taken_out:
        return
    _begun(row)
    row.taken_out = True
    row.save(update_fields=["taken_out"])
    StatementChange.objects.create(statement=row, by=doing.by)
    doing.note("statement-taken-out")


@transaction.atomic
def undo_statement(*, doing: Doing, change: int) -> Statement:
    """Undo a change of a statement, or an undoing. Raises Refused; Http404 where there is no such change."""
    workshop = doing.locked()
    undoes = StatementChange.objects.filter(statement__workshop=workshop, pk=change).select_related("statement").first()
    if undoes is None:
        raise Http404
    row = undoes.statement
    if codes := list(undo_refusals(str(change), _changes(row))):
        raise Refused("coding", codes)
    StatementChange.objects.create(statement=row, undoes=undoes, by=doing.by)
    _settle(row)
    doing.note("statement-undone")
    return row


def leave_out_of_statements(workshop: Workshop, ids: Collection[str]) -> None:
    """Take contributions out of every version of every statement, and have those that rested on them read again."""
    ids = set(ids)
    for row in Statement.objects.filter(workshop=workshop):
        if ids & set(row.contributions):
            row.contributions = [id for id in row.contributions if id not in ids]
            row.to_reread = True
            row.save(update_fields=["contributions", "to_reread"])
    for change in StatementChange.objects.filter(statement__workshop=workshop).exclude(reads={}):
        rested = change.reads.get("contributions", [])
        if ids & set(rested):
            change.reads = {
                **change.reads,
                "contributions": [id for id in rested if id not in ids],
                "to_reread": True,
            }
            change.save(update_fields=["reads"])


def _begun(row: Statement) -> None:
    """Keep how a statement reads as its first version, where it was written without one."""
    if not row.changes.exists():
        StatementChange.objects.create(statement=row, reads=_reads(row), made=row.made, by=row.by)


def _reads(row: Statement) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


def _changes(row: Statement) -> list[Change]:
    columns = row.changes.order_by("pk").values_list("pk", "reads", "undoes_id")
    return [Change(str(pk), "statement", not reads and not undoes, str(undoes or "")) for pk, reads, undoes in columns]


def _settle(row: Statement) -> None:
    """Let the statement read as its changes say. Undone to before its first, it is taken out."""
    by = standing(_changes(row)).get("statement")
    row.taken_out = by is None
    if by is not None:
        change = row.changes.get(pk=by)
        for name in COLUMNS:
            setattr(row, name, change.reads[name])
        row.to_reread, row.by = change.reads.get("to_reread", False), change.by
    row.save()
