"""Compile the interface's catalogues (.po) into what the site reads (.mo). Needs babel, never msgfmt."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SITE = Path(__file__).parents[1] / "src" / "plethu_web"


def compile_all(folder: Path) -> list[Path]:
    """Compile every catalogue under `folder` that is newer than its result; fuzzy messages are left out."""
    written = []
    for source in sorted(folder.glob("**/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as po:
            catalogue = read_po(po, locale=source.parts[-3], abort_invalid=True)
        fresh = target.with_suffix(".mo.new")
        with fresh.open("wb") as mo:
            write_mo(mo, catalogue)
        fresh.replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_all(SITE):
        print(f"compiled {path}", file=sys.stderr)
