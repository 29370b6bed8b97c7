"""`plethu admin`: the people with an account, from the server's command line."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plethu_web.commands.preparing import bring_up_to_date, prepare

if TYPE_CHECKING:
    from plethu_web.accounts.models import User


def run(argv: list[str]) -> int:
    """Run the command: 0 if done, 1 if it could not be done, 2 for a wrong use."""
    wanted = _parser().parse_args(argv)
    prepare()
    bring_up_to_date()
    from django.core.exceptions import ValidationError

    from plethu_web.accounts.actions import AlreadyThere, HandOverFirst

    try:
        return _DOES[wanted.what](wanted)
    except AlreadyThere:
        return _fail(f"There is an account for {wanted.email}. A new link: plethu admin link --email {wanted.email}")
    except HandOverFirst as error:
        return _fail(f"Nobody was erased. Something has to be settled first: {error}")
    except ValidationError as error:
        return _fail(" ".join(error.messages))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plethu admin", description="The people with an account on this site.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="|".join(_DOES))
    create = commands.add_parser("create", help="make an administrator")
    create.add_argument("--email", required=True)
    how = create.add_mutually_exclusive_group()
    how.add_argument("--password-file", type=Path, help="read the password from the first line of this file")
    how.add_argument("--link", action="store_true", help="ask for no password; print a link to set one")
    commands.add_parser("list", help="print who has an account")
    invite = commands.add_parser("invite", help="make an account for somebody, and print a link to set a password")
    invite.add_argument("--name", default="", help="as others in the team know them")
    erase = commands.add_parser("erase", help="erase a person; what they did stays, without their name")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    for name, words in (
        ("link", "print a new link to set a password"),
        ("promote", "let somebody administer the site"),
        ("demote", "let them administer it no longer"),
    ):
        commands.add_parser(name, help=words).add_argument("--email", required=True)
    for one in (invite, erase):
        one.add_argument("--email", required=True)
    return parser


def _create(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.actions import create_administrator

    password = _password(wanted)
    user = create_administrator(email=wanted.email, password=password, by=None)
    print(f"{user.email} can administer the site at {_address('/admin/')}")
    return _print_link(user) if password is None else 0


def _list(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.queries import people_with_account

    for user in people_with_account():
        what = "administers" if user.is_staff else "" if user.is_active else "closed"
        print(f"{user.email}\t{user.name}\t{user.joined:%Y-%m-%d}\t{what}".rstrip())
    return 0


def _invite(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.actions import create_account

    user = create_account(email=wanted.email, name=wanted.name, by=None)
    print(f"{user.email} has an account and can sign in with a code at {_address('/en/accounts/login/')}")
    return _print_link(user)


def _link(wanted: argparse.Namespace) -> int:
    return _for(wanted.email, _print_link)


def _promote(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.actions import set_administrator

    def promote(user: User) -> int:
        set_administrator(user=user, administers=wanted.what == "promote", by=None)
        print(f"{user.email} {'administers' if user.is_staff else 'no longer administers'} the site.")
        return 0

    return _for(wanted.email, promote)


def _erase(wanted: argparse.Namespace) -> int:
    from plethu_web.accounts.actions import erase_person

    def erase(user: User) -> int:
        if not wanted.yes and not _is_sure(wanted.email):
            return _fail("Nobody was erased.")
        erase_person(pseudonym=user.pseudonym, by=None)
        print("The person is erased.")
        return 0

    return _for(wanted.email, erase)


def _is_sure(email: str) -> bool:
    return sys.stdin.isatty() and input(f"Erase {email} for good? Type yes: ").strip().lower() == "yes"


def _for(email: str, do: Callable[[User], int]) -> int:
    from plethu_web.accounts.queries import user_with_email

    user = user_with_email(email)
    return do(user) if user else _fail(f"There is no account for {email}.")


def _print_link(user: User) -> int:
    from plethu_web.accounts.actions import make_password_link

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


_DOES: dict[str, Callable[[argparse.Namespace], int]] = {
    "create": _create,
    "list": _list,
    "invite": _invite,
    "link": _link,
    "promote": _promote,
    "demote": _promote,
    "erase": _erase,
}
