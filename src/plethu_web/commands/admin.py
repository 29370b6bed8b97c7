"""`plethu admin`: make an administrator, or a new link to set a password."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from plethu_web.commands.preparing import bring_up_to_date, prepare


def run(argv: list[str]) -> int:
    """Run the command: 0 if done, 1 if it could not be done, 2 for a wrong use."""
    wanted = _parser().parse_args(argv)
    prepare()
    bring_up_to_date()
    from django.core.exceptions import ValidationError

    from plethu_web.accounts.actions import AlreadyThere

    try:
        return _create(wanted) if wanted.what == "create" else _link(wanted.email)
    except AlreadyThere:
        return _fail(f"There is an account for {wanted.email}. A new link: plethu admin link --email {wanted.email}")
    except ValidationError as error:
        return _fail(" ".join(error.messages))
    except OSError as error:
        return _fail(f"{wanted.password_file}: {error.strerror}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plethu admin", description="Accounts of those who administer the site.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="create|link")
    create = commands.add_parser("create", help="make an administrator")
    create.add_argument("--email", required=True)
    how = create.add_mutually_exclusive_group()
    how.add_argument("--password-file", type=Path, help="read the password from the first line of this file")
    how.add_argument("--link", action="store_true", help="ask for no password; print a link to set one")
    link = commands.add_parser("link", help="print a new link to set a password")
    link.add_argument("--email", required=True)
    return parser


def _create(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.actions import create_administrator

    password = _password(wanted)
    user = create_administrator(email=wanted.email, password=password, by=None)
    print(f"{user.email} can administer the site at {_address('/admin/')}")
    return _link(user.email) if password is None else 0


def _link(email: str) -> int:
    from plethu_web.accounts.actions import make_password_link
    from plethu_web.accounts.queries import user_with_email

    user = user_with_email(email)
    if user is None:
        return _fail(f"There is no account for {email}.")
    print(f"Open this link once, within a day, to set a password:\n{_address(make_password_link(user=user, by=None))}")
    return 0


def _password(wanted: argparse.Namespace) -> str | None:
    """The password from the file or the keyboard; None where a link is to set it."""
    if wanted.password_file:
        lines = wanted.password_file.read_text(encoding="utf-8").splitlines()
        return lines[0] if lines else ""
    if wanted.link or not sys.stdin.isatty():
        return None
    while True:
        password = getpass.getpass("Password (empty: print a link instead): ")
        if not password:
            return None
        if password == getpass.getpass("The same again: "):
            return password
        print("The two differ.", file=sys.stderr)


def _address(path: str) -> str:
    from django.conf import settings

    return f"{settings.BASE_URL}{path}"


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
