"""Every link leads somewhere, and every path that is named is there."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from tests.docs.markdown import PAGES, ROOT, anchors, blocks, in_code, links, named

TOPS = (".ci", "benchmarks", "deploy", "docs", "editions", "scripts", "src", "tests")
# Names of files that somebody makes, or that an installation has.
MADE = {"plethu.sqlite3", "plethu.sqlite3-wal", "uv.lock"}
PATH = re.compile(r"[\w.-]*[\w-]/[\w./-]*|[\w-]+\.(?:py|toml|csv|json|md|lock|sh|html)")


def names_of_files() -> set[str]:
    """The names of all files of the project that somebody wrote."""
    return {path.name for top in TOPS for path in (ROOT / top).rglob("*")} | {path.name for path in ROOT.iterdir()}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, part = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not part or part in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_path_that_is_named_is_there(page: Path) -> None:
    tops = {path.name for path in ROOT.iterdir()}
    on_page = " ".join(block.text + block.file for block in blocks(page))
    known = names_of_files()
    for word in in_code(page):
        if not PATH.fullmatch(word) or word in MADE:
            continue
        if word.split("/")[0] in tops and "/" in word:
            assert (ROOT / word).exists(), word
        elif "/" not in word:
            assert word in known or word in on_page, word


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_name_of_ours_in_code_can_be_imported(page: Path) -> None:
    for word in in_code(page):
        if re.fullmatch(r"plethu(_web)?(\.\w+)+", word):
            module, _, name = word.rpartition(".")
            try:
                import_module(word)
            except ModuleNotFoundError:
                assert hasattr(import_module(module), name), word
