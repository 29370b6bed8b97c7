"""`plethu secret`: where the secret key is, and how to change it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from plethu_web.home import find_home, key_file, read_keys, rotate_keys


def run(argv: list[str]) -> int:
    """Run the command; its exit code. Never prints a key."""
    parser = argparse.ArgumentParser(
        prog="plethu secret",
        description="The secret key signs sessions and links. It is made on the first run; nobody needs to know it.",
    )
    parser.add_argument("what", choices=["where", "rotate"], nargs="?", default="where")
    wanted = parser.parse_args(argv).what
    home = find_home(os.environ.get("PLETHU_HOME", ""))
    if os.environ.get("PLETHU_SECRET_KEY"):
        print("The key comes from PLETHU_SECRET_KEY; change it there (new key first, a blank, the old one).")
        return 1 if wanted == "rotate" else 0
    try:
        return _rotate(home) if wanted == "rotate" else _where(home)
    except UnicodeDecodeError:
        print(f"{key_file(home)}: holds no key. Delete it, and the next start makes one.", file=sys.stderr)
        return 2


def _rotate(home: Path) -> int:
    rotate_keys(home)
    print("A new key is in use from the next start. What the last one signed stays good until the next change.")
    return 0


def _where(home: Path) -> int:
    read_keys(home)
    print(key_file(home))
    return 0
