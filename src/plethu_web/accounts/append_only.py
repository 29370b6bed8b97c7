"""The audit trail can be added to and read; the database itself refuses to change it or to take from it."""

from __future__ import annotations

from typing import Any

TABLE = "accounts_event"
_WORDS = "the audit trail is only ever added to"

Statements = dict[str, tuple[str, ...]]
_SQLITE: Statements = {
    "make": (
        f"CREATE TRIGGER accounts_event_unchanged BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END",
        f"CREATE TRIGGER accounts_event_kept BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END",
    ),
    "drop": (
        "DROP TRIGGER IF EXISTS accounts_event_unchanged",
        "DROP TRIGGER IF EXISTS accounts_event_kept",
    ),
}
_POSTGRESQL: Statements = {
    "make": (
        "CREATE FUNCTION accounts_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_WORDS}'; END $$",
        f"CREATE TRIGGER accounts_event_unchanged BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION accounts_event_refuse()",
        f"CREATE TRIGGER accounts_event_kept BEFORE TRUNCATE ON {TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION accounts_event_refuse()",
    ),
    "drop": (
        f"DROP TRIGGER IF EXISTS accounts_event_unchanged ON {TABLE}",
        f"DROP TRIGGER IF EXISTS accounts_event_kept ON {TABLE}",
        "DROP FUNCTION IF EXISTS accounts_event_refuse()",
    ),
}
_BY_VENDOR = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def lock(connection: Any) -> None:
    """Have the database refuse from now on. Doing it again changes nothing."""
    unlock(connection)
    _run(connection, "make")


def unlock(connection: Any) -> None:
    """Have the database allow it: for tests, which empty their tables, and for a migration that changes the table.

    On SQLite Django changes a table by making it anew, without its triggers: such a migration ends with `lock`.
    """
    _run(connection, "drop")


def is_locked(connection: Any) -> bool:
    """Whether the database refuses."""
    query = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = %s::regclass",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query, [TABLE])
        return bool(cursor.fetchone()[0] == 2)


def _run(connection: Any, what: str) -> None:
    with connection.cursor() as cursor:
        for statement in _BY_VENDOR[connection.vendor][what]:
            cursor.execute(statement)
