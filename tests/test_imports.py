"""Who may import whom: the contracts of .importlinter hold, and each notices when it is broken."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Contract -> what breaks it: files with a line each, as somebody in a hurry would write it.
VIOLATIONS = {
    "library": {"plethu/evidence/planted.py": "import plethu.framework.edition"},
    "library: a room without a place": {"plethu/attic/__init__.py": ""},
    "independent": {"plethu/evidence/planted.py": "from django.db import models"},
    "independent of the site": {"plethu/evidence/planted.py": "import plethu_web.home"},
    "site": {"plethu_web/accounts/queries.py": "import plethu_web.pages"},
    "site: the configuration": {"plethu_web/commands/planted.py": "import plethu_web.config.logs"},
    "site: a room without a place": {"plethu_web/attic/__init__.py": ""},
    "app": {"plethu_web/accounts/queries.py": "import plethu_web.accounts.actions"},
    "app: by a detour": {
        "plethu_web/accounts/detour.py": "import plethu_web.accounts.actions",
        "plethu_web/accounts/queries.py": "import plethu_web.accounts.detour",
    },
    "views": {"plethu_web/accounts/views.py": "from plethu_web.accounts.models import User"},
}


def lint(sources: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [tool, "--config", ROOT / ".importlinter", "--no-cache"],
        capture_output=True,
        text=True,
        cwd=sources,
        env={**os.environ, "PYTHONPATH": str(sources), "COLUMNS": "200"},
    )


@pytest.fixture
def sources(tmp_path):
    return Path(shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "static")))


def contracts() -> dict[str, str]:
    file = configparser.ConfigParser()
    file.read(ROOT / ".importlinter")
    prefix = "importlinter:contract:"
    return {name.removeprefix(prefix): file[name]["name"] for name in file.sections() if name.startswith(prefix)}


def test_every_contract_holds(sources):
    done = lint(sources)
    assert done.returncode == 0, done.stdout


def test_every_contract_has_a_violation_to_prove_it():
    assert {name.split(":")[0].split(" ")[0] for name in VIOLATIONS} == set(contracts())


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_contract_notices_when_it_is_broken(sources, name):
    for path, line in VIOLATIONS[name].items():
        planted = sources / path
        planted.parent.mkdir(exist_ok=True)
        with planted.open("a") as file:
            file.write(f"\n{line}\n")
    done = lint(sources)
    assert done.returncode == 1
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert broken == [f"{contracts()[name.split(':')[0].split(' ')[0]]} BROKEN"], done.stdout


def test_every_app_stands_in_the_contract_for_apps():
    file = configparser.ConfigParser()
    file.read(ROOT / ".importlinter")
    listed = set(file["importlinter:contract:app"]["containers"].split())
    apps = {f"plethu_web.{path.parent.name}" for path in (ROOT / "src" / "plethu_web").glob("*/apps.py")}
    assert apps <= listed
