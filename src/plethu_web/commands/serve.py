"""`plethu serve`: the site, from an installed package, in any folder."""

from __future__ import annotations

import argparse
import os
import socket
import sys

from plethu_web.commands.preparing import bring_up_to_date, prepare


def run(argv: list[str]) -> int:
    """Run the command; its exit code."""
    wanted = _parser().parse_args(argv)
    told = bool(os.environ.get("PLETHU_BASE_URL"))
    if not told:
        os.environ["PLETHU_BASE_URL"] = f"http://{_as_one_types_it(wanted.host)}:{wanted.port}"
    if not _is_free(wanted.host, wanted.port):
        print(f"Port {wanted.port} is in use. Choose another: plethu serve --port 8001", file=sys.stderr)
        return 1
    prepare()
    if not _edition_is_sound():
        return 2
    bring_up_to_date()
    _tidy()
    _say_where_things_are()
    if not told and wanted.host not in ("127.0.0.1", "::1", "localhost"):
        print("  other machines: set PLETHU_BASE_URL to the address they use; until then only this machine is answered")
    sys.stdout.flush()
    import uvicorn

    uvicorn.run(
        "plethu_web.config.asgi:application",
        host=wanted.host,
        port=wanted.port,
        workers=wanted.workers,
        access_log=False,  # a private link must not stand in a log
        log_config=None,  # ours, from the settings
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=wanted.proxy,
        lifespan="off",
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plethu serve", description="Serve the site.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1, help="processes; two or more for a busy site")
    parser.add_argument(
        "--proxy", default="127.0.0.1", help="addresses of proxies whose X-Forwarded headers are believed"
    )
    return parser


def _as_one_types_it(host: str) -> str:
    """The host for an address: all addresses of the machine are typed as this machine's own."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


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
    """Gather the files of the interface; forget sessions and situations that have ended."""
    from django.core.management import call_command

    from plethu_web.frameworks.actions import purge_expired

    purge_expired()
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
