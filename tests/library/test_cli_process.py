"""The command line as a process: what a shell sees of it."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plethu.framework.editions import DEFAULT, editions_folder

EXAMPLE = editions_folder() / DEFAULT / "situations" / "rural.toml"
QUIETLY: dict[str, Any] = {"capture_output": True, "text": True, "check": True, "timeout": 120}
HEAVY = {
    "typing_extensions",
    "argparse",
    "importlib.metadata",
    "docx",
    "openpyxl",
    "typst",
    "django",
    "asyncio",
    "logging",
}


def started(*words: object, **options: object) -> "subprocess.Popen[bytes]":
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-m", "plethu", *map(str, words)], **{**streams, **options})  # type: ignore[call-overload,no-any-return]


def ended(*words: object, stdin: bytes = b"", **options: object) -> tuple[int, bytes, bytes]:
    process = started(*words, **options)
    out, err = process.communicate(stdin, timeout=120)
    return process.returncode, out, err


def test_a_reader_who_has_had_enough_is_left_in_peace() -> None:
    process = started("edition", "show", "--format", "json")
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


@pytest.mark.parametrize("words", [("--help",), ("edition", "desk"), ("edition", "check")])
def test_nobody_reads_at_all(words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    code, _, err = ended(*words, stdout=write)
    os.close(write)
    assert (code, err) == (0, b"")


def test_ctrl_c_ends_the_questions_and_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "mine.toml"
    process = started("ask", "--output", target)
    assert process.stdin
    assert process.stderr
    process.stdin.write(b"2\n")
    process.stdin.flush()
    while b"Page 2" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    err = process.stderr.read()
    assert process.wait(timeout=60) == 130
    assert b"Traceback" not in err
    assert not list(tmp_path.iterdir())


def test_the_questions_in_a_terminal() -> None:
    ours, theirs = pty.openpty()
    process = started("ask", stdin=theirs)
    os.write(ours, b"2\n" + b"s\n" * 40 + b"y\n")
    assert process.stdout
    assert b'audience = ["council"]' in process.stdout.read()
    process.communicate(timeout=60)
    assert process.returncode == 0
    process = started("ask", stdin=theirs)
    os.write(ours, b"2\n\x04")
    assert process.communicate(timeout=60)[0] == b""
    assert process.returncode == 2
    os.close(ours)
    os.close(theirs)


def test_a_full_disk_is_said_to_be_full() -> None:
    with open("/dev/full", "wb") as full:
        code, _, err = ended("advise", EXAMPLE, stdout=full)
    assert code == 2
    assert b"No space left" in err
    assert b"Traceback" not in err
    assert b"Exception ignored" not in err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "cy_GB", "PYTHONUTF8": "0"}
    code, out, _ = ended("help", env=environment)
    assert code == 0
    assert b"Gorchmynion" in out
    code, out, err = ended("advise", EXAMPLE, env=environment)
    assert (code, err) == (0, b"")
    assert "ŵ" in out.decode("utf-8")


def test_closed_streams_are_no_fault() -> None:
    command = f'"{sys.executable}" -m plethu --version >&- && "{sys.executable}" -m plethu advise - <&- 2>&1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)
    assert b"Traceback" not in done.stdout + done.stderr


def test_what_is_slow_to_load_is_loaded_only_where_it_is_needed() -> None:
    code = "import sys; from plethu.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, "advise", str(EXAMPLE)], **QUIETLY)
    assert not HEAVY & set(done.stderr.split())
    done = subprocess.run([sys.executable, "-c", code, "--version"], **QUIETLY)
    assert not [name for name in done.stderr.split() if name.startswith(("plethu.framework", "plethu.reporting"))]


def test_as_a_module_and_as_a_script() -> None:
    script = Path(sys.executable).with_name("plethu")
    assert script.is_file(), "install the package first: make test does"
    done = subprocess.run([script, "--version"], capture_output=True, check=True, timeout=60)
    assert ended("--version")[1] == done.stdout
