"""README and ARCHITECTURE stay short, and name what is there and nothing else."""

from __future__ import annotations

import re

from tests.docs.markdown import ROOT

SCREENS = 2
LINES_OF_A_SCREEN = 45
LARGEST_IMAGE = 150_000


def rooms(package: str) -> set[str]:
    """The rooms of a package, as they stand in the page."""
    folder = ROOT / "src" / package
    return {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}


def test_readme_says_what_it_is_in_five_lines() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.partition("\n\n")[2].partition("\n\n")[0].splitlines()) <= 5


def test_the_images_are_light() -> None:
    images = list((ROOT / "docs" / "images").glob("*"))
    assert images
    assert all(image.stat().st_size < LARGEST_IMAGE for image in images)


def test_architecture_fits_on_two_screens() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()) <= SCREENS * LINES_OF_A_SCREEN


def test_architecture_names_every_room_and_no_other() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    library, site = text.partition("| library (")[2].partition("| site (")[::2]
    for table, package in ((library, "plethu"), (site.partition("\n\n")[0], "plethu_web")):
        heads = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
        named = {name for head in heads for name in re.findall(r"`([\w.]+/?)`", head)}
        assert {name for name in named if name.endswith("/")} == rooms(package)
        assert all((ROOT / "src" / package / name).exists() for name in named)
