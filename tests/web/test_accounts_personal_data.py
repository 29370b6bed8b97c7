"""Every table says what it holds about people; they see it, take it away, and what stays names nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.apps import apps

from plethu_web.accounts import personal_data
from plethu_web.accounts.models import Event
from plethu_web.accounts.personal_data import Held, declare
from tests.web.accounts_cast import EMAIL, PASSWORD, person


def test_every_table_of_every_app_is_declared():
    """Say in the `kept` module of the app how its tables are taken away and erased, or that they name nobody."""
    assert personal_data.undeclared() == []


def test_the_rule_sees_a_table_that_is_not_declared(monkeypatch):
    before = personal_data.undeclared()
    rest = {label: held for label, held in personal_data._HELD.items() if label != "account.emailaddress"}
    monkeypatch.setattr(personal_data, "_HELD", rest)
    assert set(personal_data.undeclared()) - set(before) == {"account.EmailAddress"}


def test_a_table_is_declared_once():
    with pytest.raises(ValueError, match="twice"):
        declare(Held("account.EmailAddress", "Other", ("user",)))


@pytest.mark.parametrize("held", personal_data.declared(), ids=lambda held: held.model)
def test_a_table_with_a_column_for_a_person_does_not_say_it_names_nobody(held):
    model = apps.get_model(held.model)
    people = {
        field.name
        for field in model._meta.get_fields()
        if field.concrete and (getattr(field.related_model, "_meta", None) and field.related_model.__name__ == "User")
    }
    assert not people or held.links or held.erase


@pytest.mark.parametrize("held", personal_data.declared(), ids=lambda held: held.model)
def test_the_documentation_names_every_table_about_people(held):
    page = (Path(__file__).parents[2] / "docs" / "reference" / "personal-data.md").read_text("utf-8")
    assert not held.links or f"`{held.model}`" in page or f"`{held.model.partition('.')[0]}.*`" in page


@pytest.mark.django_db
@pytest.mark.parametrize("held", personal_data.declared(), ids=lambda held: held.model)
def test_what_is_declared_can_be_asked_of_the_database(held):
    user = person()
    found = personal_data.rows_about(held, user)
    list(found.values(*held.fields) if held.fields else found)
    assert held.title or not held.links


@pytest.mark.django_db
def test_taking_it_away_gives_all_that_names_the_person_and_nothing_of_others(client):
    person("elin@example.org", "Elin Fychan")
    user = person(password=PASSWORD)
    client.force_login(user)
    response = client.post("/en/accounts/take-away/")
    assert response["Content-Disposition"] == 'attachment; filename="my-data.json"'
    data = json.loads(response.content)
    assert data["accounts.User"][0]["email"] == EMAIL
    assert data["accounts.User"][0]["name"] == "Mair Huws"
    assert data["account.EmailAddress"] == [{"email": EMAIL, "verified": True, "primary": True}]
    assert {event["kind"] for event in data["accounts.Event"]} == {"account-made", "data-taken-away"}
    assert "Elin" not in response.content.decode()
    assert user.password not in response.content.decode()
    assert Event.objects.filter(kind="data-taken-away", about=user.pseudonym).count() == 1


@pytest.mark.django_db
def test_taking_it_away_is_asked_for_by_a_form(client):
    client.force_login(person())
    assert client.get("/en/accounts/take-away/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Audit trail"), ("cy", "Trywydd archwilio")])
def test_what_is_kept_is_shown_with_what_becomes_of_it(client, language, words):
    client.force_login(person())
    page = client.get(f"/{language}/accounts/kept/").content.decode()
    assert words in page
    assert {"en": "erased with you", "cy": "dilëir gyda chi"}[language] in page
