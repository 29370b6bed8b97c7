"""Jobs that do what a test needs: count, raise, refuse, hang, or kill their worker."""

from __future__ import annotations

import os
import signal
import time

from plethu_web.accounts.models import Event
from plethu_web.jobs.kinds import declare_errors, declare_notes, job_kind
from plethu_web.jobs.work import JobFailed

declare_errors({"sample-line": "Line %(line)s cannot be read."})
declare_notes({"sample-reading": "Reading the file"})


@job_kind("sample-count", label="Count", leads_to=lambda job: f"/en/counted/{job.result['counted']}/")
def count(work):
    """Note each number once, whatever happens to the worker."""
    wanted, pause = work.arguments["to"], work.arguments.get("pause", 0)
    for number in range(work.checkpoint.get("next", 0), wanted):
        with work.writing():
            Event.objects.create(kind="sample", thing=str(work.job_id), details={"number": number})
            work.save_checkpoint({"next": number + 1})
        work.progress(number + 1, wanted, note="sample-reading")
        time.sleep(pause)
    return {"counted": wanted}


@job_kind("sample-kills", label="Kill the worker")
def kill(work):
    os.kill(os.getpid(), signal.SIGKILL)


@job_kind("sample-raises", label="Raise", retries=2)
def fail_at_first(work):
    """Raise in the first attempts."""
    if work.attempt <= work.arguments["times"]:
        raise RuntimeError("a secret of the machine room")


@job_kind("sample-refuses", label="Refuse")
def refuse(work):
    raise JobFailed("sample-line", line=3)


@job_kind("sample-hangs", label="Hang")
def hang(work):
    while True:
        time.sleep(0.1)
