"""`plethu advise` as a process, beside a bare interpreter and another Python command line."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import cpu_of_process, head, say
from plethu.framework.building import build_file
from plethu.framework.editions import DEFAULT, editions_folder

COMMAND = "import sys; from plethu.cli.main import main; sys.exit(main(sys.argv[1:]))"


def run() -> None:
    """Print the figures."""
    head("a whole process")
    with tempfile.TemporaryDirectory() as place:
        built = Path(place) / "edition.json"
        build_file(editions_folder() / DEFAULT, built)
        situation = editions_folder() / DEFAULT / "situations" / "rural.toml"
        environment = {**os.environ, "PLETHU_EDITION": str(built), "PYTHONPATH": os.pathsep.join(sys.path)}
        # Modules are compiled once and kept, as an installation does, whatever this shell says of it.
        environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(place) / "compiled")}
        bare = cpu_of_process([sys.executable, "-c", "pass"], env=environment)
        say("python -c pass", bare, "the measure")
        for name, command in {
            "plethu advise rural.toml": [sys.executable, "-c", COMMAND, "advise", str(situation)],
            "plethu --version": [sys.executable, "-c", COMMAND, "--version"],
            "django-admin version (peer)": [sys.executable, "-m", "django", "version"],
            "pytest --version (peer)": [sys.executable, "-m", "pytest", "--version"],
        }.items():
            taken = cpu_of_process(command, env=environment)
            target = "target: at most 12" if "advise" in name else ""
            say(name, taken, f"x{taken / bare:.1f} a bare interpreter", target)
