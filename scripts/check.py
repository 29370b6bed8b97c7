"""All checks that are no tests. Runs every one, says which failed, and fails if any did."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

EDITIONS = [path.parent for path in sorted((ROOT / "editions").glob("*/edition.toml"))]
CHECKS: dict[str, list[str]] = {
    "style": [str(BIN / "ruff"), "check"],
    "format": [str(BIN / "ruff"), "format", "--check"],
    "types": [str(BIN / "mypy")],
    "architecture": [str(BIN / "lint-imports")],
    "migrations": [str(BIN / "django-admin"), "makemigrations", "--check", "--dry-run"],
    "licences": [sys.executable, "scripts/check_licences.py"],
    "Welsh": [sys.executable, "scripts/check_welsh.py"],
    **{f"edition {path.name}": [str(BIN / "plethu"), "edition", "check", str(path)] for path in EDITIONS},
}
ENVIRONMENT = {**os.environ, "DJANGO_SETTINGS_MODULE": "plethu_web.config.settings", "PLETHU_SECRET_KEY": "no secret"}


def main() -> int:
    """Run the checks; the exit code."""
    failed = []
    for name, command in CHECKS.items():
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True)
        seconds = time.monotonic() - begun
        print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name} ({seconds:.0f} s)", flush=True)
        if done.returncode != 0:
            failed.append(name)
            print(done.stdout + done.stderr, flush=True)
    print(f"failed: {', '.join(failed)}" if failed else "nothing amiss")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
