"""What is kept about people: each table says how a person's part of it is taken away, erased, or why it stays.

An app declares its tables when it is ready; a test fails for a table that nobody declared.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise

from plethu_web.accounts.models import User

Erase = Callable[[User], None]


@dataclass(frozen=True, slots=True)
class Held:
    """One table. Without `links` it holds nothing about a person.

    `links` lead from a row to the person: a key to the table of people, or a field that holds a pseudonym.
    `fields` are taken away with "take your data away". `stays` says why rows outlive the person's name; without it
    erasing deletes them, or calls `erase` where there is more to do.
    """

    model: str
    title: str | Promise = ""
    links: Sequence[str] = ()
    fields: Sequence[str] = ()
    stays: str | Promise = ""
    erase: Erase | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that has to be settled before a person can be erased."""

    words: str | Promise
    href: str = ""


Asked = Callable[[User], Iterator[Hold]]
Leaving = Callable[[User, uuid.UUID | None], None]
_HELD: dict[str, Held] = {}
_ASKED: list[Asked] = []
_LEAVING: list[Leaving] = []


def declare(*held: Held) -> None:
    """Say what tables hold about people. The label of a model is `app.Model`; ValueError if it was declared before."""
    for table in held:
        label = table.model.lower()
        if _HELD.get(label, table) != table:
            raise ValueError(f"{table.model} is declared twice")
        _HELD[label] = table


def names_nobody(*models: str) -> None:
    """Say that these tables hold nothing about people."""
    declare(*(Held(model) for model in models))


def before_erasing(ask: Asked) -> None:
    """Have this asked before anybody is erased; what it yields stands in the way."""
    _ASKED.append(ask)


def at_erasing(leave: Leaving) -> None:
    """Have this done when somebody is erased, in the same transaction, before the tables are emptied."""
    _LEAVING.append(leave)


def undeclared() -> list[str]:
    """The tables of all installed apps that nobody declared."""
    return sorted(
        model._meta.label for model in apps.get_models(include_auto_created=True) if _label(model) not in _HELD
    )


def declared() -> list[Held]:
    """All that was declared, in order of the apps."""
    return list(_HELD.values())


def holds(user: User) -> list[Hold]:
    """What has to be settled before this person can be erased."""
    return [hold for ask in _ASKED for hold in ask(user)]


def rows_about(held: Held, user: User) -> QuerySet[Model]:
    """The rows of a table that belong to this person."""
    model = apps.get_model(held.model)
    wanted = Q()
    for link in held.links:
        wanted |= Q(**{link: user if _leads_to_people(model, link) else user.pseudonym})
    return model._default_manager.filter(wanted) if held.links else model._default_manager.none()


def exported(user: User) -> dict[str, list[dict[str, Any]]]:
    """All that is kept about this person, by table."""
    found = {}
    for held in declared():
        if held.links and held.fields:
            found[held.model] = list(rows_about(held, user).order_by("pk").values(*held.fields))
    return {name: rows for name, rows in found.items() if rows}


def erase_rows(user: User, by: uuid.UUID | None) -> None:
    """Take the person out of every table but that of people. Called inside the transaction that erases them."""
    for leave in _LEAVING:
        leave(user, by)
    for held in declared():
        if held.erase:
            held.erase(user)
        elif held.links and not held.stays:
            rows_about(held, user).delete()


def _leads_to_people(model: type[Model], link: str) -> bool:
    found: Any = model
    for part in link.split("__"):
        found = found._meta.get_field(part).related_model or found
        last = part
    return found is User and last != "pseudonym"


def _label(model: type[Model]) -> str:
    return str(model._meta.label_lower)
