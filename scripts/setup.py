"""Set up the environment of a checkout in .venv: `setup.py run` for the site, `setup.py dev` for tests and checks too.

Runs with any Python 3.11 or newer and nothing else. Everything comes from the lock files, checked by its hash.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"


def main(kind: str) -> int:
    """Set up; the exit code."""
    if not _runs(PYTHON):
        print(f"Making the environment in {VENV.name} with {sys.executable}", file=sys.stderr)
        _call(sys.executable, "-m", "venv", "--clear", str(VENV))
    if not _runs(UV, "--version"):
        _call(str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements-build.lock")
    print(f"Installing what {'the site needs' if kind == 'run' else 'tests and checks need'}", file=sys.stderr)
    if kind == "run":
        _install("--require-hashes", "-r", "requirements.lock")
    else:
        _install("--require-hashes", "-r", "requirements-dev.lock")
        _install("--require-hashes", "--no-deps", "-r", "requirements-welsh.lock")
    _install("--require-hashes", "-r", "requirements-build.lock")
    _install("--no-deps", "--no-build-isolation", "--editable", ".")
    (VENV / f".ready-{kind}").touch()
    return 0


def _runs(program: Path, *arguments: str) -> bool:
    test = arguments or ("-c", "import sys; sys.exit(sys.version_info < (3, 11))")
    try:
        return subprocess.run([str(program), *test], capture_output=True).returncode == 0
    except OSError:
        return False


def _install(*what: str) -> None:
    _call(str(UV), "pip", "install", "--quiet", "--python", str(PYTHON), *what)


def _call(*command: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    if (code := subprocess.run(command, cwd=ROOT, env=environment).returncode) != 0:
        sys.exit(f"This failed (exit {code}): {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
