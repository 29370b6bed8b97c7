"""What the README, the guide and CONTRIBUTING show is run: Python, commands, files.

Blocks of one page share a folder and, in Python, their names. A block whose line before it names a file is that file.
A block of `text` after one that was run is what it has to have printed; a line of dots stands for any lines.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from plethu.cli.main import main
from tests.docs.markdown import GUIDE, ROOT, Block, blocks, named
from tests.docs.test_commands import SITE

SHOWN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(GUIDE.rglob("*.md"))]
LANGUAGES = {"python", "sh", "toml", "text"}
NOT_RUN = ("make", "pip", ".", "source", "git")  # their targets are looked up; what they do is tested elsewhere
ON_A_SITE = tuple(f"plethu {name}" for name in SITE)  # they wait for somebody, or have tests of their own in tests/web


def ask_the_site(words: list[str]) -> None:
    """What `curl` would ask of the site, asked without one."""
    address = next(word for word in words if word.startswith("http://127.0.0.1:8000/")).removeprefix(
        "http://127.0.0.1:8000"
    )
    if "--json" in words:
        sent = words[words.index("--json") + 1]
        answer = Client().post(address, sent, content_type="application/json")
    else:
        answer = Client().get(address)
    assert answer.status_code == 200, answer.content
    print(answer.content.decode())


def run_command(command: str, folder: Path, capfd: Any) -> None:
    command, _, into = command.partition(" > ")
    words = shlex.split(command)
    if words[0] == "curl":
        ask_the_site(words)
        return
    if words[0] in NOT_RUN or command.startswith(ON_A_SITE):
        return
    if words[:2] == ["cp", "-r"]:
        shutil.copytree(ROOT / words[2], folder / words[3])
        return
    assert words[0] == "plethu", f"no test runs this: {command}"
    assert main(words[1:]) == 0, command
    if into:
        (folder / into).write_text(capfd.readouterr().out, encoding="utf-8")


def run_block(block: Block, folder: Path, names: dict[str, Any], capfd: Any) -> None:
    if block.language == "python":
        exec(compile(block.text, "a block of the documents", "exec"), names)
    elif block.language == "sh":
        for command in block.commands():
            run_command(command, folder, capfd)
    elif block.language == "toml":
        tomllib.loads(block.text)


def assert_printed(expected: str, printed: str) -> None:
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^\s*(?:\.\.\.|…)\s*$", expected, flags=re.MULTILINE)]
    assert re.search(r".*".join(part for part in parts if part), printed, re.DOTALL), f"not printed:\n{expected}"


@pytest.mark.parametrize("page", SHOWN, ids=named)
def test_what_is_shown_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "PLETHU_EDITION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 400 + "y\n"))  # whoever is asked leaves it open, and confirms
    (tmp_path / "editions").symlink_to(ROOT / "editions")
    found = blocks(page)
    for block in found:
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    names: dict[str, Any] = {"__name__": "documents"}
    printed = ""
    for block in found:
        assert block.language in LANGUAGES, f"{block.language} cannot be run"
        if block.language == "text" and not block.file:
            assert_printed(block.text, printed)
            continue
        run_block(block, tmp_path, names, capfd)
        if block.language != "toml":
            printed = capfd.readouterr().out


def test_a_file_that_is_shown_is_left_as_it_is_by_the_blocks_before_it() -> None:
    """A page that writes a file by command and shows one of the same name shows the last: keep the two apart."""
    for page in SHOWN:
        files = {block.file for block in blocks(page) if block.file}
        assert len(files) == len([block for block in blocks(page) if block.file]), named(page)
