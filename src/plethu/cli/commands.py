"""The commands there are, and the module of each."""

from __future__ import annotations

COMMANDS = (
    "advise", "ask", "whatif", "compare", "examples", "protocol", "schema",
    "import", "export", "breakout",
    "search check", "search translate", "search run", "search known", "search platforms",
    "edition check", "edition show", "edition diff", "edition build", "edition desk", "edition coverage",
)  # fmt: skip
GROUPS = ("edition", "search")  # commands of two words
SITE_COMMANDS = "plethu.commands"
MODULES = {"import": "import_records", "export": "export_records"}  # where the name alone says too little


def name_in(words: list[str]) -> str:
    """The name of a command at the beginning of what was typed."""
    return " ".join(words[: 2 if words[:1] and words[0] in GROUPS else 1])


def module_of(name: str) -> str:
    """The module of a command."""
    return f"plethu.cli.{MODULES.get(name, name.replace(' ', '_'))}"


def site_names() -> list[str]:
    """The commands that the site brings."""
    from importlib.metadata import entry_points

    return [point.name for point in entry_points(group=SITE_COMMANDS)]
