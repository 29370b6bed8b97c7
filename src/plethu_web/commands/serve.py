"""`plethu serve`: the site, from an installed package, in any folder."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from plethu_web.commands.keeping import KeptWorker
from plethu_web.commands.occupying import occupy
from plethu_web.commands.preparing import bring_up_to_date, prepare

MOST_AT_ONCE = 3_000  # connections of one process: a thousand open boards and what else a workshop asks. Then 503
MOST_FILES = 8_192  # a connection is an open file; many systems let a program have 1,024 unless it asks for more


def run(argv: list[str]) -> int:
    """Run the command; its exit code."""
    wanted = _parser().parse_args(argv)
    told = bool(os.environ.get("PLETHU_BASE_URL"))
    port = _free_port(wanted.host, wanted.port)
    if port is None:
        return 1
    if not told:
        os.environ["PLETHU_BASE_URL"] = f"http://{_as_one_types_it(wanted.host)}:{port}"
    prepare()
    from django.conf import settings

    with occupy(settings.HOME):
        return _serve(wanted, port, told)


def _serve(wanted: argparse.Namespace, port: int, told: bool) -> int:
    if not _edition_is_sound():
        return 2
    bring_up_to_date()
    _tidy()
    _say_where_things_are()
    if not told and wanted.host not in ("127.0.0.1", "::1", "localhost"):
        print("  other machines: set PLETHU_BASE_URL to the address they use; until then only this machine is answered")
    sys.stdout.flush()
    _allow_files()
    with _worker_beside(wanted.worker):
        _answer(wanted, port)
    return 0


def _allow_files() -> None:
    """Ask the system for as many open files as connections may need, or as many as it gives."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _answer(wanted: argparse.Namespace, port: int) -> None:
    import uvicorn
    from django.utils.module_loading import import_string

    uvicorn.run(
        "plethu_web.config.asgi:application",
        host=wanted.host,
        port=port,
        workers=wanted.workers,
        access_log=False,  # a private link must not stand in a log
        log_config=None,  # ours, from the settings
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=wanted.proxy,
        lifespan="off",
        http=import_string("plethu_web.config.patience.PatientProtocol"),
        ws="none",
        limit_concurrency=MOST_AT_ONCE,
        backlog=1024,  # a thousand browsers come back at once when the server was restarted
        timeout_keep_alive=5,
        timeout_graceful_shutdown=15,
    )


@contextmanager
def _worker_beside(is_wanted: bool) -> Iterator[None]:
    """A worker for as long as we serve, however that ends."""
    if not is_wanted:
        yield
        return
    signal.signal(signal.SIGTERM, _leave)
    kept = KeptWorker()
    kept.start()
    try:
        yield
    finally:
        kept.enough()


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    """What the server does with SIGTERM once it has said goodbye to everybody: end in good order, not on the spot."""
    raise SystemExit(0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plethu serve", description="Serve the site.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine only)")
    parser.add_argument("--port", type=_port, default=8000, help="0: any that is free")
    parser.add_argument("--workers", type=int, default=1, help="processes; two or more for a busy site")
    parser.add_argument(
        "--no-worker", dest="worker", action="store_false", help="start no worker for background jobs beside the site"
    )
    parser.add_argument(
        "--proxy", default="127.0.0.1", help="addresses of proxies whose X-Forwarded headers are believed"
    )
    return parser


def _as_one_types_it(host: str) -> str:
    """The host for an address: all addresses of the machine are typed as this machine's own."""
    if host == "0.0.0.0":  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    if host == "::":
        return "[::1]"
    return f"[{host}]" if ":" in host else host


def _free_port(host: str, port: int) -> int | None:
    """The port to listen on, one that is free for 0; None, with a sentence, where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                print(f"Port {port} is in use. Choose another: plethu serve --port 8001", file=sys.stderr)
            else:
                print(f"--host {host} --port {port}: {error.strerror or error}", file=sys.stderr)
            return None
        return int(probe.getsockname()[1])


def _port(typed: str) -> int:
    if not typed.isdecimal() or int(typed) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(typed)


def _edition_is_sound() -> bool:
    """Read the edition once now: a broken one is refused before anybody is served, with file, line and field."""
    from plethu.cli.complaints import complaints
    from plethu.evidence.problems import BadInput
    from plethu_web.frameworks.edition import current_edition

    try:
        current_edition()
    except BadInput as error:
        print(*complaints(error, "en"), sep="\n", file=sys.stderr)
        return False
    return True


def _tidy() -> None:
    """Gather the files of the interface; forget sessions that have ended, and what is over."""
    from django.core.management import call_command

    from plethu_web.commands.housekeeping import delete_what_is_over

    delete_what_is_over()
    call_command("clearsessions", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _say_where_things_are() -> None:
    from django.conf import settings

    from plethu_web.accounts.queries import has_administrator
    from plethu_web.home import note_address

    note_address(settings.HOME, settings.BASE_URL)
    print(f"Plethu is at {settings.BASE_URL}  (stop: Ctrl+C)")
    print(f"  data: {settings.HOME}")
    if outbox := getattr(settings, "EMAIL_FILE_PATH", None):
        print(f"  e-mail: no mail server is set (PLETHU_EMAIL_URL); mail is written to {outbox}")
    if not has_administrator():
        print("  administrator: none yet; make one with: plethu admin create --email you@example.org")
