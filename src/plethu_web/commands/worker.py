"""`plethu worker`: does the jobs. `plethu serve` starts one by itself; this is for installations that keep it apart."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import time
from contextlib import suppress
from threading import Thread
from types import FrameType

from plethu_web.commands.occupying import occupy
from plethu_web.commands.preparing import prepare

SECONDS_TO_FINISH = 8
SECONDS_WHEN_BUSY = 2


def run(argv: list[str]) -> int:
    """Run the command until it is told to stop; its exit code."""
    wanted = _parser().parse_args(argv)
    prepare()
    if not _is_up_to_date():
        print("The database is not up to date. Type plethu migrate first, or start plethu serve.", file=sys.stderr)
        return 1
    from django.conf import settings

    with occupy(settings.HOME):
        _heed_signals(with_parent=wanted.with_parent)
        if wanted.once:
            from plethu_web.jobs.queue import run_waiting

            print(f"Jobs done: {run_waiting(sys.maxsize)}")
            return 0
        return _work_until_stopped()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="plethu worker", description="Do the background jobs. plethu serve starts a worker of its own."
    )
    parser.add_argument("--once", action="store_true", help="do what waits, then end")
    parser.add_argument("--with-parent", action="store_true", help=argparse.SUPPRESS)  # end when standard input does
    return parser


def _is_up_to_date() -> bool:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from plethu_web.commands.preparing import refuse

    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, OSError) as error:
        refuse(f"DATABASE_URL: the database cannot be used: {str(error).strip()}")


def _work_until_stopped() -> int:
    from django.db import DatabaseError, close_old_connections

    from plethu_web.commands.housekeeping import Daily
    from plethu_web.jobs import queue
    from plethu_web.jobs.minding import Minder
    from plethu_web.jobs.work import STOPPING

    minder = Minder()
    minder.start()
    daily = Daily()
    while not STOPPING.is_set():
        try:
            close_old_connections()
            daily.delete_if_due()
            if queue.run_next(str(minder.worker_id)):
                continue
        except (DatabaseError, OSError):  # busy for long, or away: what was in hand is taken up again later
            logging.getLogger("plethu.jobs").exception("the queue cannot be read")
            STOPPING.wait(SECONDS_WHEN_BUSY)
        from django.conf import settings

        STOPPING.wait(settings.JOB_POLL_SECONDS)
    minder.enough()
    return 0


def _heed_signals(*, with_parent: bool) -> None:
    from plethu_web.jobs.work import STOPPING

    def stop(_number: int, _frame: FrameType | None) -> None:
        STOPPING.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN if with_parent else stop)  # the parent tells when to end
    if with_parent:
        Thread(target=_end_with_parent, name="plethu-parent", daemon=True).start()


def _end_with_parent() -> None:
    """The parent holds the other end of our standard input: it ends with the parent, however that ends."""
    with suppress(OSError):
        while os.read(0, 1024):  # not through sys.stdin: its lock would be held when Python ends
            pass
    from plethu_web.jobs.work import STOPPING

    STOPPING.set()
    time.sleep(SECONDS_TO_FINISH)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
