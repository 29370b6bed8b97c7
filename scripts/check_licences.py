"""No GPL or AGPL at run time: reads the licence of every package of requirements.lock from what is installed.

A package that names no licence fails too, and so does one that is locked for this machine but not installed.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

from packaging.markers import Marker

LOCK = Path(__file__).parents[1] / "requirements.lock"
PACKAGE = re.compile(r"(?m)^(?P<name>[a-z0-9][\w.-]*)==[^\s;]+(?: ; (?P<marker>[^\\\n]+))?")


def licence_of(name: str) -> str:
    """What the package says of its licence: the expression, else the classifiers, else the free text."""
    about = importlib.metadata.metadata(name)
    if "License-Expression" in about:
        return about["License-Expression"]
    classifiers = [entry for entry in about.get_all("Classifier") or () if entry.startswith("License ::")]
    if classifiers:
        return "; ".join(entry.rpartition(":: ")[2] for entry in classifiers)
    return about["License"].strip().partition("\n")[0] if "License" in about else ""


def is_refused(licence: str) -> bool:
    """Whether the licence leaves no way but the GPL or AGPL. The LGPL is fine, and so is a choice."""
    choices = re.split(r"\s+OR\s+|\s+or\s+(?!later)", licence)
    return all(re.search(r"(?<![Ll])A?GPL|Affero|(?<!Lesser )General Public", choice) for choice in choices)


def problems(lock: str) -> list[str]:
    """What is wrong with the licences of the packages in this lock."""
    found = []
    for package in PACKAGE.finditer(lock):
        if package["marker"] and not Marker(package["marker"]).evaluate():
            continue
        try:
            licence = licence_of(package["name"])
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{package['name']}: locked, not installed")
            continue
        if not licence:
            found.append(f"{package['name']}: names no licence")
        elif is_refused(licence):
            found.append(f"{package['name']}: {licence}")
    return found


if __name__ == "__main__":
    wrong = problems(LOCK.read_text("utf-8"))
    print("\n".join(wrong) or "no GPL or AGPL at run time", file=sys.stderr if wrong else sys.stdout)
    sys.exit(1 if wrong else 0)
