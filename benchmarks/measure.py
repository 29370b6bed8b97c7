"""Measuring CPU time, so that a busy machine disturbs little; wall time and load stand beside it."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable
from statistics import median


def cpu_of(call: Callable[[], object], times: int = 15) -> float:
    """Median CPU seconds of a call in this process, after one call to warm up."""
    call()
    taken = []
    for _ in range(times):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return median(taken)


def cpu_of_process(command: list[str], times: int = 15, env: dict[str, str] | None = None) -> float:
    """Median CPU seconds (user and system) of a whole process."""
    taken = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=env)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(taken)


def say(what: str, seconds: float, beside: str = "", limit: str = "") -> None:
    """One line: what was measured, milliseconds of CPU, a comparison, and the target where there is one."""
    print(f"{what:<58}{seconds * 1000:>9.2f} ms  {beside:<34}{limit}")


def head(title: str) -> None:
    """A heading with the load average, which tells how far to trust wall times."""
    print(f"\n{title}   (load average {os.getloadavg()[0]:.1f}, CPU time unless said otherwise)")
