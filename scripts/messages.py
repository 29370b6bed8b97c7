"""The messages of the interface: collect them from the site's code and templates, and lay them into the catalogue.

`make messages` adds new messages to the Welsh catalogue, empty, and takes out those no longer used. Needs no gettext.
Messages of Django's own that a reader can meet and that Django has no Welsh for are collected too.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.template.base import Lexer, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

SITE = Path(__file__).parents[1] / "src" / "plethu_web"
DJANGO = Path(django.__file__).parent
IN_LOCALE = Path("locale", "cy", "LC_MESSAGES", "django.po")

# Where Django's sentences stand that a reader of ours can meet.
MET = re.compile(r"forms/|core/validators|utils/timesince|contrib/auth/(forms|password_validation)")
# Folders of templates that stand in for allauth's own.
ALLAUTH = ("account", "allauth", "mfa", "socialaccount", "usersessions")
# What Django's functions take: the places of the message, its plural and its context.
FUNCTIONS = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
TRANSLATION = "django.utils.translation"
HEADER = """msgid ""
msgstr ""
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);\\n"
"X-Review-Status: draft\\n"
"""
LITERAL = re.compile(r"""_\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)""")


@dataclass(frozen=True, slots=True)
class Found:
    """A message and where it stands."""

    id: str | tuple[str, str]
    context: str | None
    path: str
    line: int


def of_python(path: Path, shown: str) -> Iterator[Found]:
    """The messages of a Python file, under whatever names it imports Django's functions."""
    source = path.read_bytes()
    if keywords := keywords_of(ast.parse(source)):
        for line, words, _comments, context in extract("python", io.BytesIO(source), keywords=keywords):
            yield Found(words if isinstance(words, str) else (words[0], words[1]), context, shown, line)


def keywords_of(tree: ast.AST) -> dict[str, Any]:
    """What a file calls the functions that mark a message: those it imports, and their other names there."""
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION]
    names = {each.asname or each.name: each.name for node in imported for each in node.names}
    called = {name: FUNCTIONS[of] for name, of in names.items() if of in FUNCTIONS}
    through = {name: spec for name, spec in FUNCTIONS.items() if "translation" in _modules(tree)}
    return {**through, **called}


def _modules(tree: ast.AST) -> set[str]:
    """The modules that a file imports whole, so that it calls `translation.gettext`."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "django.utils"]
    return {each.name for node in nodes for each in node.names}


def of_template(source: str, shown: str) -> Iterator[Found]:
    """The messages of a Django template: translate, blocktranslate and _("...")."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        line = token.lineno or 0
        for literal in LITERAL.findall(token.contents):
            yield Found(_unquoted(literal), None, shown, line)
        words = list(smart_split(token.contents)) if token.token_type is TokenType.BLOCK else [""]
        if words[0] in ("translate", "trans") and words[1][0] in "\"'":
            yield Found(_unquoted(words[1].partition("|")[0]), _context(words), shown, line)
        elif words[0] in ("blocktranslate", "blocktrans"):
            singular, plural = _block(tokens, trimmed="trimmed" in words)
            yield Found((singular, plural) if plural else singular, _context(words), shown, line)


def _block(tokens: Iterator[object], *, trimmed: bool) -> tuple[str, str]:
    parts: list[list[str]] = [[]]
    for token in tokens:
        kind, contents = token.token_type, token.contents  # type: ignore[attr-defined]
        if kind is TokenType.TEXT:
            parts[-1].append(contents.replace("%", "%%"))
        elif kind is TokenType.VAR:
            parts[-1].append(f"%({contents})s")
        elif kind is TokenType.BLOCK and contents.strip() == "plural":
            parts.append([])
        elif kind is TokenType.BLOCK:
            break
    whole = ["".join(part) for part in parts]
    if trimmed:
        whole = [trim_whitespace(part) for part in whole]
    return whole[0], whole[1] if len(whole) > 1 else ""


def _context(words: list[str]) -> str | None:
    return _unquoted(words[words.index("context") + 1]) if "context" in words else None


def _unquoted(literal: str) -> str:
    return str(ast.literal_eval(literal)).replace("%", "%%")


def of_django() -> Iterator[Found]:
    """Messages of Django's that a reader can meet and that it has no Welsh for."""
    for folder in ("conf", "contrib/auth"):
        english, welsh = (
            read_catalogue(DJANGO / folder / "locale" / code / "LC_MESSAGES" / "django.po") for code in ("en", "cy")
        )
        for message in english:
            theirs = welsh.get(message.id, message.context)
            met = any(MET.match(path) for path, _line in message.locations)
            if met and (theirs is None or theirs.fuzzy or not is_full(theirs)):
                words = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
                yield Found(words, message.context, "django", 0)


def is_full(message: Message) -> bool:
    """Whether every form of the message is translated."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def read_catalogue(path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def collect(site: Path = SITE) -> list[Found]:
    """Every message of the interface, in the order of the files."""
    found: list[Found] = []
    for path in sorted(site.rglob("*")):
        shown = path.relative_to(site).as_posix()
        if path.suffix == ".py" and "migrations" not in path.parts:
            found += of_python(path, shown)
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            found += of_template(path.read_text("utf-8"), shown)
    return [*found, *of_django()]


def by_catalogue(found: list[Found], site: Path = SITE) -> dict[Path, list[Found]]:
    """Which message belongs to which catalogue: an app's own, where it has one and alone uses the message."""
    wanted: dict[tuple[object, str | None], set[Path]] = {}
    for message in found:
        wanted.setdefault((message.id, message.context), set()).add(_home_of(message.path, site))
    shared = site / IN_LOCALE
    sorted_out: dict[Path, list[Found]] = {}
    for message in found:
        homes = wanted[message.id, message.context]
        home = shared if len(homes) > 1 else next(iter(homes))
        sorted_out.setdefault(home, []).append(message)
    return sorted_out


def _home_of(path: str, site: Path) -> Path:
    app = path.removeprefix("templates/").partition("/")[0]
    app = "accounts" if app in ALLAUTH else app
    return (site / app if (site / app / "locale").is_dir() else site) / IN_LOCALE


def lay_into(path: Path, found: list[Found]) -> Catalog:
    """Bring the catalogue up to these messages. What is translated stays; nothing is guessed."""
    fresh = Catalog()
    for message in found:
        fresh.add(message.id, locations=[(message.path, message.line)], context=message.context)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER, encoding="utf-8")
    catalogue = read_catalogue(path)
    catalogue.update(fresh, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, sort_by_file=True, include_lineno=False)
    header = path.read_text("utf-8").partition("\n\n")[0].strip()  # as it stands: Babel would write one of its own
    messages = buffer.getvalue().decode("utf-8").strip().partition("\n\n")[2]
    path.write_text(f"{header}\n\n{messages}\n", encoding="utf-8")
    return catalogue


if __name__ == "__main__":
    for file, messages in by_catalogue(collect()).items():
        laid = lay_into(file, messages)
        empty = sum(1 for message in laid if message.id and not is_full(message))
        print(f"{len(laid)} messages, {empty} without Welsh: {file}")
