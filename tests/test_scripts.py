"""The scripts behind `make`: they find what is there, say what mends what is not, and notice what they should."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import check_licences
import check_welsh
import chromium
import messages
from catalogues import compile_all

ROOT = Path(__file__).parents[1]


def call(*command, **environment):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, **environment})


def script(folder, name, lines):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n" + lines)
    (folder / name).chmod(0o755)


def make(target, **environment):
    ready = [f"--assume-old=.venv/.ready-{kind}" for kind in ("run", "dev")]
    return call("make", "--no-print-directory", *ready, target, **environment)


# Python


def find_python(path):
    return call("/bin/sh", "scripts/python.sh", PATH=f"{path}:/usr/bin:/bin", PYTHON="python3")


def test_a_broken_shim_is_passed_over(tmp_path):
    for name in ("python3", "python3.13"):
        script(tmp_path, name, "echo 'command not found' >&2; exit 127\n")
    script(tmp_path, "python3.12", f'exec {sys.executable} "$@"\n')
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3.12")


def test_without_the_venv_module_it_says_the_line_to_type(tmp_path):
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"):
        script(tmp_path, name, f'case "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert re.search(r"sudo apt install python3\.\d+-venv", done.stderr)


def test_an_old_python_is_not_enough(tmp_path):
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"):
        script(tmp_path, name, "exit 1\n")
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr


# make


def test_help_names_every_target():
    said = make("help").stdout
    for target in ("run", "test", "test-postgres", "test-outside", "check", "bench", "help"):
        assert re.search(rf"^make {target} +\w", said, re.MULTILINE), target


def test_test_postgres_fails_without_an_address():
    done = make("test-postgres", DATABASE_URL="")
    assert done.returncode != 0
    assert "DATABASE_URL" in done.stderr


@pytest.mark.parametrize("missing", ["PLETHU_SAMPLES", "PLETHU_REPORT"])
def test_test_outside_fails_without_its_folders(missing, tmp_path):
    given = {"PLETHU_SAMPLES": str(tmp_path), "PLETHU_REPORT": str(tmp_path), missing: ""}
    done = make("test-outside", **given)
    assert done.returncode != 0
    assert missing in done.stderr


# The browser


def test_a_chromium_that_does_not_run_fails_with_the_words_that_mend_it():
    done = call(sys.executable, "scripts/chromium.py", PLETHU_CHROMIUM="/no/such/chromium")
    assert done.returncode == 1
    assert "apt install chromium" in done.stderr
    assert done.stdout == ""


def test_the_chromium_named_is_the_one_used(tmp_path, monkeypatch):
    script(tmp_path, "mine", "echo Chromium 1\n")
    monkeypatch.setenv("PLETHU_CHROMIUM", str(tmp_path / "mine"))
    assert chromium.find() == str(tmp_path / "mine")


# The last line of a run


def test_the_last_line_names_where_it_ran():
    done = call(sys.executable, "-m", "pytest", "-q", "tests/web/test_house_languages.py", "-k", "follows")
    assert re.match(r"Ran on: database none; browser none; Python 3\.", done.stdout.splitlines()[-1])
    assert "passed" in done.stdout.splitlines()[-2]


# Licences


@pytest.mark.parametrize(
    "licence",
    ["GPL-3.0-only", "AGPL-3.0-or-later", "GNU General Public License v3 (GPLv3)", "GNU Affero General Public License"],
)
def test_gpl_and_agpl_are_refused(licence):
    assert check_licences.is_refused(licence)


@pytest.mark.parametrize(
    "licence", ["MIT", "LGPL-3.0-only", "GPL-2.0-only OR MIT", "GNU Lesser General Public License v3", "BSD License"]
)
def test_these_are_fine(licence):
    assert not check_licences.is_refused(licence)


def test_a_locked_package_that_is_not_there_is_named():
    assert check_licences.problems("no-such-package==1.0 \\\n    --hash=sha256:00\n") == [
        "no-such-package: locked, not installed"
    ]
    assert check_licences.problems("no-such-package==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n") == []


# Messages and Welsh


def test_messages_of_templates_and_code(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text(
        '{% translate "Next" context "page" %}{% include "b.html" with label=_("Back") %}{% translate "50% off" %}'
        "{% blocktranslate trimmed count n=n %}\n {{ n }} finding\n{% plural %}\n {{ n }} findings\n"
        "{% endblocktranslate %}"
    )
    (tmp_path / "a.py").write_text("from django.utils.translation import gettext as _\nname = _('Name')\n")
    (tmp_path / "b.py").write_text(
        "from django.utils.translation import gettext_lazy as anything, npgettext\n"
        "from django.utils import translation\n"
        "other = anything('Alias')\nmany = npgettext('of time', '%(n)s hour', '%(n)s hours', 2)\n"
        "whole = translation.gettext('Through the module')\nmine = somebody_elses('No message')\n"
    )
    found = {(message.id, message.context) for message in messages.collect(tmp_path) if message.path != "django"}
    assert found == {
        ("Next", "page"),
        ("Back", None),
        ("50%% off", None),
        (("%(n)s finding", "%(n)s findings"), None),
        ("Name", None),
        ("Alias", None),
        (("%(n)s hour", "%(n)s hours"), "of time"),
        ("Through the module", None),
    }


def test_every_message_that_the_site_marks_is_collected_whatever_it_is_called_there():
    words = {message.id for message in messages.collect()}
    assert "Go into the room" in words
    taken = {re.sub(r"\W", "", str(each)) for each in words}
    for path in sorted((ROOT / "src" / "plethu_web").rglob("*.py")):
        source = path.read_text("utf-8")
        for name in {*re.findall(r"translation import gettext(?:_lazy)? as (\w+)", source)}:
            for said in re.findall(rf'(?<![\w.]){name}\(\s*"((?:[^"\\]|\\.)+)"\s*\)', source):
                assert re.sub(r"\W", "", said) in taken, (path, name, said)


def test_a_catalogue_keeps_what_is_translated_and_its_header(tmp_path):
    path = tmp_path / "cy" / "LC_MESSAGES" / "django.po"
    messages.lay_into(path, [messages.Found("Back", None, "a.html", 1), messages.Found("Old", None, "a.html", 1)])
    path.write_text(path.read_text().replace('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Yn ôl"'))
    header = path.read_text().partition("\n\n")[0]
    messages.lay_into(path, [messages.Found("Back", None, "a.html", 1), messages.Found("New", None, "a.html", 2)])
    text = path.read_text()
    assert text.partition("\n\n")[0] == header
    assert 'msgstr "Yn ôl"' in text
    assert '"New"' in text
    assert '"Old"' not in text


def test_six_forms_of_the_plural_reach_the_compiled_catalogue(tmp_path):
    po = tmp_path / "locale" / "cy" / "LC_MESSAGES" / "django.po"
    messages.lay_into(po, [messages.Found(("%(n)s year", "%(n)s years"), None, "a.html", 1)])
    for number in range(6):
        po.write_text(po.read_text().replace(f'msgstr[{number}] ""', f'msgstr[{number}] "%(n)s {number}"'))
    [mo] = compile_all(tmp_path)
    assert compile_all(tmp_path) == []
    with mo.open("rb") as file:
        catalogue = read_mo(file)
    assert catalogue.num_plurals == 6
    assert list(catalogue["%(n)s year"].string) == [f"%(n)s {number}" for number in range(6)]


@pytest.mark.parametrize(
    "text",
    ["Mae hyn yn iawn.", "gofynnodd i’r cyngor", "mae’r canfyddiadau’n glir", "`foobar`", "Byddai Smithson yno."],
)
def test_good_welsh_passes(text):
    found = [check_welsh.Welsh(text, "here")]
    assert [*check_welsh.spelling_problems(found, set()), *check_welsh.mutation_problems(found, set())] == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("cydweithoi yn dda", "here: spelling: cydweithoi"),
        ("yr oedd hyn dan cyngor", "here: mutation: dan cyngor (perhaps gyngor)"),
    ],
)
def test_bad_welsh_is_flagged(text, flagged):
    found = [check_welsh.Welsh(text, "here")]
    problems = [*check_welsh.spelling_problems(found, set()), *check_welsh.mutation_problems(found, set())]
    assert problems == [flagged]
    words = {re.sub(r"^here: \w+: | \(perhaps.*", "", flagged)}
    assert [*check_welsh.spelling_problems(found, words), *check_welsh.mutation_problems(found, words)] == []


def test_welsh_is_found_in_catalogues_editions_and_code():
    kinds = {Path(welsh.where).parts[0] + Path(welsh.where).suffix for welsh in check_welsh.texts()}
    assert kinds == {"src.po", "editions.toml", "editions.csv", "src.py"}


# The package


def test_every_command_of_the_site_can_be_called():
    from importlib.metadata import entry_points

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]["plethu.commands"]
    found = {point.name: point.load() for point in entry_points(group="plethu.commands")}
    assert set(declared) <= set(found)
    for name, command in found.items():
        with pytest.raises(SystemExit) as end:
            command(["--help"])
        assert end.value.code == 0, name
