"""What the build of a wheel does beyond packing: compile the catalogues, build each edition into one file."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlethuBuildHook(BuildHookInterface[Any]):
    """In the wheel an edition stands twice: its files under `plethu/editions/ID/`, and as one file `ID.json`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it packs. `version` is "standard", or "editable" in a checkout."""
        root = Path(self.root)
        sys.path[:0] = [str(root / "scripts"), str(root / "src")]
        if self.target_name != "wheel":
            return
        importlib.import_module("catalogues").compile_all(root / "src" / "plethu_web")
        if version == "editable":
            return
        built = Path(tempfile.mkdtemp(prefix="plethu-editions-"))
        build_file = importlib.import_module("plethu.framework.building").build_file
        for folder in sorted(path.parent for path in (root / "editions").glob("*/edition.toml")):
            one_file = built / f"{folder.name}.json"
            build_file(folder, one_file)
            build_data["force_include"][str(one_file)] = f"plethu/editions/{one_file.name}"
            build_data["force_include"][str(folder)] = f"plethu/editions/{folder.name}"
