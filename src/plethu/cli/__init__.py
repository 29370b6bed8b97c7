"""The command line: one small file per command. It parses, calls the library, and prints."""

import sys

if "typing_extensions" not in sys.modules:
    # msgspec asks for it and does as well without; finding it takes as long as starting Python does.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import msgspec  # noqa: F401

    del sys.modules["typing_extensions"]
