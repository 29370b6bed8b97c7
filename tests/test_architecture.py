"""The rules of the house that a machine can see. Who may import whom stands in .importlinter."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "src" / "plethu"
SITE = ROOT / "src" / "plethu_web"
SOURCES = [path for room in (LIBRARY, SITE) for path in sorted(room.rglob("*.py")) if "migrations" not in path.parts]
VIEWS = [path for path in SOURCES if path.stem == "views" or path.parent.name == "views"]

ALWAYS_A_WRITE = {"save", "delete", "create", "get_or_create", "update_or_create"}
A_WRITE_ON_MODELS = {"update", "add", "remove", "set", "clear"}  # lists, sets and dictionaries have these too
NAMELESS = {"util", "utils", "helper", "helpers", "common", "core", "manager", "managers", "misc", "base"}
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def writes(source: str) -> Iterator[str]:
    """Calls in this source that would write to a database."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, on = node.func.attr, ast.unparse(node.func.value)
        on_models = re.search(r"\bobjects\b|_set\b|\bget_object", on)
        write = name in ALWAYS_A_WRITE or name.startswith("bulk_") or (name in A_WRITE_ON_MODELS and on_models)
        if write and "session" not in on:
            yield f"line {node.lineno}: {on}.{name}()"


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_view_writes():
    found = [f"{named(path)} {line}" for path in VIEWS for line in writes(path.read_text("utf-8"))]
    assert not found, "writes belong in actions.py:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "person.save()",
        "Thing.objects.create(name='x')",
        "Thing.objects.filter(a=1).update(a=2)",
        "Thing.objects.all().delete()",
        "Thing.objects.bulk_create(rows)",
        "form.save()",
        "Thing.objects.get_or_create(a=1)",
        "person.group_set.add(group)",
    ],
)
def test_the_rule_sees_a_write(line):
    assert list(writes(line))


@pytest.mark.parametrize("line", ["chosen.add('x')", "answers.update(more)", "request.session.delete('a')"])
def test_the_rule_lets_plain_values_be(line):
    assert not list(writes(line))


def test_the_library_imports_without_the_site():
    code = (
        "import sys, pkgutil, importlib, plethu\n"
        "for blocked in ('django', 'plethu_web', 'ninja', 'uvicorn', 'whitenoise'): sys.modules[blocked] = None\n"
        "for found in pkgutil.walk_packages(plethu.__path__, 'plethu.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT / "src")
    assert done.returncode == 0, done.stderr


def test_no_file_is_too_long():
    lines = {named(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert not {path: count for path, count in lines.items() if count > MOST_LINES_OF_A_FILE}


def test_no_function_is_too_long():
    found = [(named(path), name, lines) for path in SOURCES for name, lines in functions(path)]
    assert not [entry for entry in found if entry[2] > MOST_LINES_OF_A_FUNCTION]


def test_every_module_has_a_name_that_says_something():
    names = {part for path in SOURCES for part in path.relative_to(ROOT / "src").with_suffix("").parts}
    assert not names & NAMELESS


def test_no_lock_file_names_a_host():
    locks = sorted(ROOT.glob("requirements*.lock"))
    assert len(locks) == 4
    for lock in locks:
        text = lock.read_text("utf-8")
        assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|@ file", text), lock.name
        assert "--hash=sha256:" in text
    assert not (ROOT / "uv.lock").exists()


def test_every_locked_package_has_its_hashes():
    for lock in ROOT.glob("requirements*.lock"):
        for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n", "", lock.read_text("utf-8"))):
            assert "==" not in entry or "--hash=sha256:" in entry, entry


def test_every_requirement_says_why():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    rows = re.findall(r'(?m)^  "[A-Za-z][\w.\-\[\]]*[<>=][^"]*",?(.*)$', text)
    assert len(rows) > 25
    assert all(re.match(r" # \w", row) for row in rows)
