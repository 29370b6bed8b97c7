"""Print the path of a Chromium that runs, for the browser tests; install one where none is there.

In this order: PLETHU_CHROMIUM, one that is installed, Playwright's own, then Debian's package (as root), then
Playwright's download. Where none can be had it says what mends it and fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MEND = """No Chromium could be found or installed, so the browser tests cannot run. One of these mends it:
  sudo apt install chromium                       (Debian)
  .venv/bin/python -m playwright install --with-deps chromium
  PLETHU_CHROMIUM=/path/to/chromium make test     (where there is one already)"""


def find() -> str | None:
    """A Chromium that is there and runs."""
    named = os.environ.get("PLETHU_CHROMIUM")
    for path in [named] if named else [*map(shutil.which, NAMES), _playwrights_own()]:
        if path and _runs(path):
            return path
    return None


def find_or_install() -> str | None:
    """A Chromium that runs, installed now if need be."""
    if (path := find()) or os.environ.get("PLETHU_CHROMIUM"):
        return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's chromium", file=sys.stderr)
        apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *arguments], env=apt, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno())
        if path := find():
            return path
    print("Fetching Playwright's Chromium", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr.fileno())
    return find()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _runs(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    chromium = find_or_install()
    if chromium is None:
        sys.exit(MEND)
    print(chromium)
