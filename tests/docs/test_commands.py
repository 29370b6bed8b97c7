"""Every command that a document names is there, with the options it is given."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from plethu.cli.commands import COMMANDS, GROUPS, module_of, name_in
from tests.docs.markdown import PAGES, ROOT, blocks, in_code, named

SITE = {point.name for point in entry_points(group="plethu.commands")}


def commands(page: Path) -> list[str]:
    shell = [command for block in blocks(page) if block.language == "sh" for command in block.commands()]
    return [*shell, *in_code(page)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_is_there(page: Path) -> None:
    for command in commands(page):
        found = re.search(r"(?:^|bin/)plethu ([a-z].*)$", command)
        if not found:
            continue
        words = [word for word in shlex.split(found[1].partition(" > ")[0]) if word != "help"]
        name = name_in(words)
        if name in SITE or name in ("", *GROUPS):
            continue
        assert name in COMMANDS, command
        known = {f"--{o.name}" for o in import_module(module_of(name)).COMMAND.options}
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known, command


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_target_of_make_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for command in commands(page):
        if found := re.match(r"make ([a-z-]+)", command):
            assert found[1] in targets, command
