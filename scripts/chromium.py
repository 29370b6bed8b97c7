"""Print the path of a Chromium that runs, for the browser tests; install one where none is there.

In this order: PLETHU_CHROMIUM, one that is installed, Playwright's own, then Debian's package (as root), then
Playwright's download. Where none can be had it says what mends it and fails. The same goes for the one system library
that Playwright itself needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
DRIVER = (sys.executable, "-m", "playwright")
MEND = """No Chromium could be found or installed, so the browser tests cannot run. One of these mends it:
  sudo apt install chromium                       (Debian)
  .venv/bin/python -m playwright install --with-deps chromium
  PLETHU_CHROMIUM=/path/to/chromium make test     (where there is one already)"""
MEND_DRIVER = """Playwright, which drives the browser in tests, does not run here. On Debian or Ubuntu this mends it:
  sudo apt install libatomic1"""


def find() -> str | None:
    """A Chromium that is there and runs."""
    named = os.environ.get("PLETHU_CHROMIUM")
    for path in [named] if named else map(shutil.which, NAMES):
        if path and _runs(path):
            return path
    return None if named else _playwrights_own()


def find_or_install() -> str | None:
    """A Chromium that runs, installed now if need be."""
    if (path := find()) or os.environ.get("PLETHU_CHROMIUM"):
        return path
    _apt_install("chromium")
    if path := find():
        return path
    print("Fetching Playwright's Chromium", file=sys.stderr)
    subprocess.run([*DRIVER, "install", "chromium"], stdout=sys.stderr.fileno())
    return find()


def driver_runs() -> bool:
    """Whether Playwright itself runs, after an attempt to mend it."""
    if _runs(*DRIVER):
        return True
    _apt_install("libatomic1")
    return _runs(*DRIVER)


def _apt_install(package: str) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing Debian's {package}", file=sys.stderr)
    apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", package]):
        subprocess.run(
            ["apt-get", *arguments], env=apt, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=sys.stderr
        )


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _runs(path) else None


def _runs(*program: str) -> bool:
    try:
        return subprocess.run([*program, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    if not driver_runs():
        sys.exit(MEND_DRIVER)
    chromium = find_or_install()
    if chromium is None:
        sys.exit(MEND)
    print(chromium)
