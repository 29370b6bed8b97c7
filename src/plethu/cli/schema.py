"""`plethu schema`: the published JSON Schemas."""

from __future__ import annotations

from plethu.cli.files import give_json
from plethu.cli.usage import LANG, OUTPUT, Command, Given, WrongUse
from plethu.framework.schemas import KINDS, schema_of

COMMAND = Command("schema", arguments=("KIND",), options=(OUTPUT, LANG))


def run(given: Given) -> None:
    """Print a schema."""
    if given["KIND"] not in KINDS:
        raise WrongUse("unknown-schema", COMMAND.name, value=given["KIND"], known=", ".join(KINDS))
    give_json(schema_of(given["KIND"]), given["output"])
