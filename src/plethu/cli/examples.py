"""`plethu examples`: the example situations that come with the edition."""

from __future__ import annotations

from pathlib import Path

from plethu.cli.files import edition_at, give
from plethu.cli.usage import EDITION, LANG, Command, Given, WrongUse, nearest
from plethu.evidence.text import Language
from plethu.framework.editions import editions_folder, example_situations

COMMAND = Command("examples", optional=("NAME",), options=(EDITION, LANG))


def run(given: Given) -> None:
    """List the examples, or print the file of one."""
    edition = edition_at(given["edition"])
    situations = example_situations(edition, given.language)
    name = given["NAME"]
    if not name:
        give("".join(f"{name:<10} {situation.name}\n" for name, situation in situations.items()))
        return
    if name not in situations:
        near = nearest(name, situations)
        raise WrongUse("unknown-example", COMMAND.name, value=name, near=near, known=", ".join(situations))
    give(_file(edition.id, name, given.language).read_bytes())


def _file(edition: str, name: str, language: Language) -> Path:
    folder = editions_folder() / edition / "situations"
    return next(path for path in (folder / language / f"{name}.toml", folder / f"{name}.toml") if path.is_file())
