"""Who may see a job and do something about it: who started it, and whom another app says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plethu_web.accounts.models import User
    from plethu_web.jobs.models import Job

Rule = Callable[["Job", "User"], bool]
RULES: list[Rule] = []


def allow(rule: Rule) -> Rule:
    """Add a rule: it is asked about people who did not start the job, such as those who manage its review."""
    if rule not in RULES:
        RULES.append(rule)
    return rule


def may_see(job: Job, user: User) -> bool:
    """Whether the person may see, stop and restart the job."""
    if not user.is_active:
        return False
    return job.by == user.pseudonym or any(rule(job, user) for rule in RULES)
