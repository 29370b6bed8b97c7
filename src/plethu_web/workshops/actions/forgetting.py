"""What goes of an analysis when somebody withdraws."""

from __future__ import annotations

from plethu_web.workshops.actions.statements import leave_out_of_statements
from plethu_web.workshops.models import CodedBy, CodingChange, Participant, Remark, Signing


def forget_words_of(person: Participant) -> None:
    """How their cards were coded and read goes too, and statements rest on them no more and have to be read again."""
    ids = {f"card-{pk}" for pk in person.cards.values_list("pk", flat=True)}
    for table in (CodingChange, CodedBy, Remark, Signing):
        table._default_manager.filter(workshop=person.workshop_id, contribution__in=ids).delete()
    leave_out_of_statements(person.workshop, ids)
