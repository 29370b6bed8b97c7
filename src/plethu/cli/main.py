"""`plethu`: find the command, run it, and turn whatever goes wrong into words and an exit code.

0 is fine, 2 is bad input or wrong use, 130 is Ctrl-C, 1 is a fault of ours. Commands are loaded when they are run.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from plethu.cli.commands import COMMANDS, GROUPS, SITE_COMMANDS, module_of, name_in, site_names
from plethu.cli.usage import WrongUse, language_of, nearest, read_arguments, without_language
from plethu.evidence.problems import BadInput
from plethu.evidence.text import Language

HELP = ("--help", "-h", "help")
OUR_FAULT, BAD_INPUT, INTERRUPTED = 1, 2, 130


def main(typed: Sequence[str] | None = None) -> int:
    """Run the command that was typed; its exit code. Without arguments it is the whole process, and ends with it."""
    if typed is not None:
        return answer(list(typed))
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stdout, sys.stderr = _forgiving(sys.stdout), _forgiving(sys.stderr)
    code = answer(sys.argv[1:])
    gc.freeze()  # nothing is left to be collected on the way out
    return code


def answer(typed: list[str]) -> int:
    """Run a command; its exit code, whatever happens."""
    language = language_of(typed, os.environ)
    try:
        code = run(typed, language)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has had enough
        _drop_output()
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except (BadInput, WrongUse) as error:
        _complain(error, language)
        return BAD_INPUT
    except Exception as error:
        if not _is_ours(typed) or os.environ.get("PLETHU_TRACEBACK"):
            raise
        return _give_up(error, language)
    return code


def _is_ours(typed: list[str]) -> bool:
    """Whether it is no command of the site, which has its own ways to fail."""
    return without_language(typed)[:1] in [[], *([name.split()[0]] for name in COMMANDS), *([word] for word in HELP)]


def _give_up(error: Exception, language: Language) -> int:
    if isinstance(error, OSError):
        _drop_output()
        _complain(WrongUse("unwritable", file="-", reason=error.strerror or str(error)), language)
        return BAD_INPUT
    _complain(WrongUse("our-fault", reason=f"{type(error).__name__}: {error}"), language)
    return OUR_FAULT


def run(typed: list[str], language: Language) -> int:
    """Run a command; its exit code. Raises WrongUse for one that is not known or not used as it has to be."""
    while typed and typed[0].partition("=")[0] == "--lang":
        typed = typed[1:] if "=" in typed[0] else typed[2:]
    if typed[:1] == ["--version"]:
        from plethu import __version__

        print(f"plethu {__version__}")
        return 0
    if typed[:1] == ["help"] and set(typed[1:2]) & set(site_names()):
        typed = [typed[1], "--help"]
    name = name_in(typed)
    if _asks_for_help(name, typed):
        from plethu.cli.help import help_text

        print(help_text([word for word in without_language(typed) if word not in HELP], language))
        return 0
    if name in COMMANDS:
        return _own(name, typed[len(name.split()) :], language)
    return _from_site(name, typed[1:])


def _asks_for_help(name: str, typed: list[str]) -> bool:
    """Whether help of ours is wanted; a command of the site answers for itself."""
    if not typed or typed[0] in HELP or without_language(typed) in [[group] for group in GROUPS]:
        return True
    return bool({"--help", "-h"} & set(typed)) and (name in COMMANDS or typed[0] in GROUPS)


def _own(name: str, typed: list[str], language: Language) -> int:
    command = import_module(module_of(name))
    given = read_arguments(command.COMMAND, typed, language)
    gc.disable()  # what lives for a moment has no garbage worth collecting: a sixth of the time of `advise`
    try:
        command.run(given)
    finally:
        gc.enable()
    return 0


def _from_site(name: str, typed: list[str]) -> int:
    from importlib.metadata import entry_points

    for found in entry_points(group=SITE_COMMANDS, name=name):
        return int(found.load()(typed))
    raise WrongUse("unknown-command", value=name, near=nearest(name, [*COMMANDS, *site_names()]))


def _complain(error: BadInput | WrongUse, language: Language) -> None:
    from plethu.cli.complaints import complaints

    print(*complaints(error, language), sep="\n", file=sys.stderr)


def _forgiving(stream: Any) -> Any:
    """A stream that shows what its encoding cannot, rather than failing; one that is closed swallows everything."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    stream.reconfigure(errors="backslashreplace")
    return stream


def _drop_output() -> None:
    """See to it that what could not be written is not tried again on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
