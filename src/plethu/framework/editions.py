"""Where the editions that come with the package are."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.protocol import Protocol
from plethu.evidence.text import Language
from plethu.framework.checking import asks_nothing
from plethu.framework.edition import Edition
from plethu.framework.reading import read_edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import read_situation

DEFAULT = "multisector-wales-2024"
# In an installed package the editions lie beside this room; in a checkout, at its top.
_INSTALLED = Path(__file__).parent.parent / "editions"
_CHECKOUT = Path(__file__).parents[3] / "editions"


def editions_folder() -> Path:
    """The folder with one folder per edition."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def edition_path(id: str = DEFAULT) -> Path:
    """The built file of an edition that comes with the package, or its folder where it has not been built."""
    built = editions_folder() / f"{id}.json"
    return built if built.is_file() else editions_folder() / id


@lru_cache(maxsize=1)
def default_edition() -> Edition:
    """The edition in `PLETHU_EDITION` (a folder or a built file), else the one that comes with the package.

    Read once per process. Raises BadInput if it is broken, or asks nothing, so that no advice can be given from it.
    """
    path = Path(chosen) if (chosen := os.environ.get("PLETHU_EDITION")) else edition_path()
    edition = read_edition(path)
    if asks_nothing(edition):
        raise BadInput(Problem("asks-nothing", path.name))
    return edition


def example_situations(edition: Edition, language: Language = "en") -> dict[str, Situation]:
    """The example situations of an edition that comes along, by name of their file; in Welsh where they are written."""
    folder = editions_folder() / edition.id / "situations"
    files = sorted((folder / "cy" if language == "cy" and (folder / "cy").is_dir() else folder).glob("*.toml"))
    return {file.stem: read_situation(file.read_bytes(), file.name, edition) for file in files}


def example_protocol(id: str = DEFAULT) -> Protocol:
    """The protocol of the report that an edition rests on, as a worked example. Raises BadInput if it is broken."""
    from plethu.framework.protocol_file import read_protocol  # only where a protocol is wanted: most starts are not

    file = editions_folder() / id / "protocol.toml"
    return read_protocol(file.read_bytes(), file.name)
