"""The Welsh of the interface is complete; spelling and mutations pass a machine, which proves no good Welsh.

Three things: every message of the interface is translated, with the same placeholders and nothing fuzzy; every word
is in the dictionary or in welsh_words.txt; no mutation is flagged that is not in that file too. Looked at are the
catalogues, the editions (`cy` in TOML, columns ending in `_cy` in CSV) and the library's texts.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cymraeg_mcp.mutations import MutationEngine
from cymraeg_mcp.paths import mutation_rules_path
from cymraeg_mcp.spelling import known, lookup
from cymraeg_mcp.tokenizer import tokenize

from messages import SITE, by_catalogue, collect, is_full, read_catalogue
from plethu.terms import TERMS
from plethu.wording import catalogue

ROOT = Path(__file__).parents[1]
ALLOWED = Path(__file__).with_name("welsh_words.txt")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
NOT_PROSE = re.compile(
    r"%\(\w+\)[sd]|%[sd]|\{[^{}]*\}|<[^<>]+>|`[^`]*`|“[^”]*”|\"[^\"]*\""  # placeholders, code, what is quoted
    r"|https?://\S+|\S+@\S+|[\w-]+\.(?:toml|csv|json)|\b\w*[A-ZŴŶ0-9]\w*[A-ZŴŶ0-9]\w*\b"  # addresses, files, acronyms
)
CLITIC = re.compile(r"(?<=[aeiouwyâêîôûŵŷ])'(?:n|r|i|u|w|m|th|ch)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Welsh:
    """A Welsh text and where it stands."""

    text: str
    where: str


def catalogue_problems() -> Iterator[str]:
    """Messages without Welsh, fuzzy ones, and ones whose placeholders differ."""
    for path, found in by_catalogue(collect()).items():
        shown = path.relative_to(ROOT)
        known_messages = read_catalogue(path) if path.exists() else None
        for wanted in dict.fromkeys((message.id, message.context) for message in found):
            words = wanted[0] if isinstance(wanted[0], str) else wanted[0][0]
            message = known_messages.get(wanted[0], wanted[1]) if known_messages else None
            if message is None or not is_full(message):
                yield f"{shown}: no Welsh for: {words}"
            elif message.fuzzy:
                yield f"{shown}: fuzzy: {words}"
            elif not same_placeholders(message.id, message.string):
                yield f"{shown}: other placeholders: {words}"


def same_placeholders(english: object, welsh: object) -> bool:
    """Whether the Welsh has the same placeholders; a form of a plural may leave its number out, or say it in words."""
    wanted = _placeholders(english)[-1]
    found = _placeholders(welsh)
    if isinstance(english, str):
        return found == [wanted]
    return all(set(form) <= set(wanted) for form in found) and wanted in found


def _placeholders(words: object) -> list[list[str]]:
    forms = list(words) if isinstance(words, list | tuple) else [str(words)]
    return [sorted(PLACEHOLDER.findall(str(form))) for form in forms]


def texts() -> Iterator[Welsh]:
    """All Welsh of the project."""
    for path in sorted(SITE.rglob("*.po")):
        for message in read_catalogue(path):
            strings = message.string if isinstance(message.string, list | tuple) else [message.string]
            yield from (Welsh(str(string), _shown(path)) for string in strings if message.id)
    for path in sorted((ROOT / "editions").rglob("*.toml")):
        yield from (Welsh(text, _shown(path)) for text in _in_toml(tomllib.loads(path.read_text("utf-8"))))
    for path in sorted((ROOT / "editions").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells = (
                    (str(name), cell) for name, cell in row.items() if name and name != "short_cy"
                )  # letters on a map
                yield from (Welsh(cell, _shown(path)) for name, cell in cells if name.endswith("_cy"))
    yield from (Welsh(term.cy, "src/plethu/terms.py") for term in TERMS.values())
    for part in sorted((ROOT / "src" / "plethu" / "wording" / "cy").glob("[a-z]*.py")):
        yield from (Welsh(sentence, _shown(part)) for sentence in catalogue(part.stem, "cy").values())
    for path in sorted((ROOT / "src").rglob("*.py")):
        yield from (Welsh(text, _shown(path)) for text in _in_python(ast.parse(path.read_text("utf-8"))))
    yield from (Welsh(term.cy, "src/plethu/terms.py") for term in TERMS.values())
    for path in sorted((ROOT / "src" / "plethu" / "wording" / "cy").glob("[a-z]*.py")):
        yield from (Welsh(text, _shown(path)) for text in catalogue(path.stem, "cy").values())


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _in_toml(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "cy" and isinstance(inner, str):
                yield inner
            else:
                yield from _in_toml(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_toml(inner)


def _in_python(tree: ast.Module) -> Iterator[str]:
    """The Welsh of `Text("English", "Welsh")`, of an argument `cy=` and of a key "cy"."""
    for node in ast.walk(tree):
        found: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            found = [keyword.value for keyword in node.keywords if keyword.arg == "cy"]
            if isinstance(node.func, ast.Name) and node.func.id in ("Text", "Sentence", "Term"):
                found += node.args[1:2]
        elif isinstance(node, ast.Dict):
            keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
            found = [value for key, value in zip(keys, node.values, strict=True) if key == "cy"]
        for value in found:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def prose(text: str) -> str:
    """The text with plain apostrophes and without what is no Welsh prose."""
    return NOT_PROSE.sub(" . ", text.replace("’", "'"))


def spelling_problems(found: list[Welsh], allowed: set[str]) -> Iterator[str]:
    """Words that no dictionary knows. A capital inside a sentence makes a name, and names are not looked up."""
    seen: dict[str, str] = {}
    for welsh in found:
        text = prose(welsh.text)
        for token in tokenize(text):
            word = token.text.strip("'")
            name = word[:1].isupper() and not re.search(r"(?:^|[.!?:])[\s'‘(]*$", text[: token.start])
            if not (name or word.lower() in seen or is_known(word, allowed)):
                seen[word.lower()] = f"{welsh.where}: spelling: {word}"
    yield from seen.values()


def is_known(word: str, allowed: set[str]) -> bool:
    """Whether a word, or a word without the 'r or 'n that leans on it, is in the dictionary or allowed."""
    forms = {word, CLITIC.sub("", word)}
    return any(form.lower() in allowed or known(form) for form in forms)


def mutation_problems(found: list[Welsh], allowed: set[str]) -> Iterator[str]:
    """Mutations that the rules flag with some confidence."""
    engine = MutationEngine(mutation_rules_path(), lookup)
    seen: dict[str, str] = {}
    for welsh in found:
        for flagged in engine.check_text(prose(welsh.text)):
            pair, any_pair = f"{flagged.trigger} {flagged.word}".lower(), f"* {flagged.word}".lower()
            if not {pair, any_pair} & allowed and pair not in seen:
                seen[pair] = f"{welsh.where}: mutation: {pair} (perhaps {', '.join(flagged.suggestions)})"
    yield from seen.values()


def main() -> int:
    """Run all three; the exit code."""
    lines = (line.partition("#")[0].strip().lower() for line in ALLOWED.read_text("utf-8").splitlines())
    allowed = {line for line in lines if line}
    found = [welsh for welsh in texts() if welsh.text]
    problems = [*catalogue_problems(), *spelling_problems(found, allowed), *mutation_problems(found, allowed)]
    print(
        "\n".join(problems) or f"{len(found)} Welsh texts: nothing flagged", file=sys.stderr if problems else sys.stdout
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
