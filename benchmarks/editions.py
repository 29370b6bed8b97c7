"""Reading an edition, beside `json` with `jsonschema`, the usual way to read checked JSON in Python."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

from benchmarks.measure import cpu_of, head, say
from plethu.framework.building import build_file
from plethu.framework.editions import DEFAULT, editions_folder
from plethu.framework.reading import read_edition
from plethu.framework.schemas import schema_of


def run() -> None:
    """Print the figures."""
    head("reading the first edition, checked")
    folder = editions_folder() / DEFAULT
    with tempfile.TemporaryDirectory() as place:
        built = Path(place) / "edition.json"
        build_file(folder, built)
        text = built.read_text(encoding="utf-8")
        validator = Draft202012Validator(schema_of("edition"))
        peer = cpu_of(lambda: [*validator.iter_errors(json.loads(text))], 3)
        say("json + jsonschema: shape only, no references", peer, "peer")
        for name, path in (("plethu: the folder of files", folder), ("plethu: the built file", built)):
            taken = cpu_of(lambda p=path: read_edition(p), 7)  # type: ignore[misc]
            say(name, taken, f"{taken / peer:.2f} of the peer", "target: below 200 ms")
