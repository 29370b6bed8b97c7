"""What all tests share: the browser, and the last line that says where they ran."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import migrated

settings.register_profile("plethu", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("plethu")
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the run was started in the background

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

DATABASE_IN = ("tests/web/", "tests/browser/")  # where `make test-postgres` looks, and what runs on SQLite only
WITHOUT_DATABASE = "tests/web/test_api_schema.py"  # left out there: it takes long to collect

PATIENCE = 30_000  # milliseconds a browser may take for what a busy machine delays
RAN: dict[str, str] = {}


@pytest.fixture(scope="session")
def tables_made_once() -> Iterator[None]:
    """The test database begins as a copy of one that is migrated: Django finds that nothing is left to do."""
    from django.db import connection

    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.migrated_database(os.environ["DATABASE_URL"])
        yield
        return
    shutil.copy(migrated.migrated_file(), connection.settings_dict["TEST"]["NAME"])
    yield


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """SQLite's file is this process's copy and goes with its home; PostgreSQL's database is made from a template."""
    from django.db import connection

    return connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(tables_made_once: None, django_db_setup: None, django_db_blocker: Any) -> None:
    """Sets the database up as usual, and notes which one it is and whether its audit trail was locked."""
    from django.db import connection

    from plethu_web.accounts import append_only

    with django_db_blocker.unblock():
        name, version = connection.display_name, connection.get_database_version()
        RAN["audit"] = "locked" if append_only.is_locked(connection) else "open"
        append_only.unlock(connection)  # tests with a running site empty their tables; the lock has a test of its own
    RAN["database"] = f"{name} {'.'.join(map(str, version))}"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium, for tests that need a real browser."""
    from playwright.sync_api import expect, sync_playwright

    from chromium import MEND, find

    path = find()
    if path is None:
        pytest.fail(MEND, pytrace=False)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    expect.set_options(timeout=PATIENCE)
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *quiet])
        RAN["browser"] = f"Chromium {browser.version}"
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, live_server: Any) -> Iterator[Any]:
    """An empty page of a fresh visitor, 1280 pixels wide. Paths such as `/en/` lead to the site under test."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: many tests wait for a browser, a server or a worker."""
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or (os.cpu_count() or 1) + 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the browser or the database is marked so. Of tests with one name, processes run only one."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if "chromium" in fixtures:
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "live_server"}:
            item.add_marker(pytest.mark.database)
        if item.get_closest_marker("database"):
            if not item.nodeid.startswith(DATABASE_IN) or item.nodeid.startswith(WITHOUT_DATABASE):
                raise pytest.UsageError(f"{item.nodeid} would not run on PostgreSQL: such tests are in tests/web")
    if repeated := [name for name, times in Counter(item.nodeid for item in items).items() if times > 1]:
        raise pytest.UsageError(f"Several tests share a name: {', '.join(repeated)}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """One of several processes tells the first where it ran."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["ran"] = RAN


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """What one of several processes tells the first."""
    RAN.update(getattr(node, "workeroutput", {}).get("ran", {}))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line of a run, which leaves nothing behind."""
    if not hasattr(config, "workerinput"):
        migrated.forget_migrated_database()
    if reporter := config.pluginmanager.get_plugin("terminalreporter"):
        reporter.write_line(
            f"Ran on: database {RAN.get('database', 'none')}; browser {RAN.get('browser', 'none')}; "
            f"Python {sys.version.split()[0]}"
        )
