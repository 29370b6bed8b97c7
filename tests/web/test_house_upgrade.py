"""An installation of the first version is brought up to this one: everything in it is there, and can be used."""

from __future__ import annotations

import json

import pytest

from tests.web.installation import installation

pytestmark = pytest.mark.database

FIRST_VERSION = {"accounts": "0001_initial", "frameworks": "0002_what_a_draft_knows"}
AS_IT_WAS = f"""
from datetime import timedelta
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from plethu.framework.editions import default_edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import write_situation
from plethu_web.frameworks.queries import hash_of
for app, name in {FIRST_VERSION!r}.items(): call_command("migrate", app, name, verbosity=0)
for app in ("admin", "sessions"): call_command("migrate", app, verbosity=0)
old = MigrationExecutor(connection).loader.project_state(list({FIRST_VERSION!r}.items())).apps
nia = old.get_model("accounts", "User").objects.create(
    email="Nia@example.org", password=make_password("a long old password"), is_staff=True, is_superuser=True
)
old.get_model("accounts", "Event").objects.create(kind="administrator-made", about=nia.pseudonym, by=None)
saved, now = old.get_model("frameworks", "SavedSituation").objects, timezone.now()
file = write_situation(Situation(edition=default_edition().id, name="Tŷ agored"))
times = dict(created=now, changed=now, expires=now + timedelta(days=30))
kept = saved.create(token_hash=hash_of("k" * 43), kind="saved", name="Tŷ agored", situation=file, **times)
saved.create(token_hash=hash_of("d" * 43), kind="draft", situation=file, origin=kept, origin_seen=now, **times)
print(nia.pseudonym)
"""
USED = """
import json
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
call_command("collectstatic", interactive=False, verbosity=0)
from plethu_web.accounts.models import Event, User
from plethu_web.frameworks.models import SavedSituation
visitor, nia = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
opened = visitor.get(reverse("advice:saved", args=["k" * 43]))
sent = nia.post(reverse("account_login"), {"login": "nia@example.org", "password": "a long old password"})
print(json.dumps({
    "opened": [opened.status_code, "Tŷ agored" in opened.content.decode()],
    "signed in": nia.get("/admin/").status_code,
    "people": [[str(user.pseudonym), user.email, user.is_superuser] for user in User.objects.all()],
    "events": [[event.kind, str(event.about)] for event in Event.objects.filter(kind="administrator-made")],
    "situations": sorted(SavedSituation.objects.values_list("kind", "name", "origin__kind")),
}))
"""


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory):
    """The installation after its upgrade, and a backup of it before: as far as the tables go, for `plethu backup` came
    later, and what writes the file is of this version."""
    folder = tmp_path_factory.mktemp("upgrade")
    with installation(folder / "home") as site:
        site.nia = site.python(AS_IT_WAS)
        tables = {name for (name,) in site.ask("SELECT app FROM django_migrations")}
        assert "jobs" not in tables
        assert "reviews" not in tables
        site.backup_before = folder / "before.tar"
        assert site.run("backup", str(site.backup_before)).returncode == 0
        done = site.run("migrate")
        assert done.returncode == 0, done.stderr
        site.found = json.loads(site.python(USED))
        yield site


def test_a_private_link_still_opens_what_was_saved(upgraded):
    assert upgraded.found["opened"] == [200, True]


def test_what_was_kept_is_all_there(upgraded):
    assert upgraded.found["situations"] == [["draft", "", "saved"], ["saved", "Tŷ agored", None]]


def test_the_administrator_is_there_and_signs_in_as_before(upgraded):
    assert [[person, admin] for person, _email, admin in upgraded.found["people"]] == [[upgraded.nia, True]]
    assert upgraded.found["signed in"] == 200


def test_the_audit_trail_goes_on(upgraded):
    assert upgraded.found["events"] == [["administrator-made", upgraded.nia]]


def test_the_database_is_what_a_new_one_would_be(upgraded):
    done = upgraded.run("doctor")
    assert done.returncode == 0, done.stdout
    assert "of this version" in done.stdout


def test_it_can_be_backed_up_and_restored(upgraded, tmp_path):
    done = upgraded.run("backup", str(tmp_path / "backup.tar"))
    assert done.returncode == 0, done.stderr
    with installation(tmp_path / "other") as other:
        assert other.run("restore", str(tmp_path / "backup.tar")).returncode == 0
        assert other.ask("SELECT count(*) FROM frameworks_savedsituation") == [(2,)]


def test_a_backup_of_the_first_version_is_brought_up_to_this_one(upgraded, tmp_path):
    with installation(tmp_path / "new") as new:
        done = new.run("restore", str(upgraded.backup_before))
        assert done.returncode == 0, done.stderr
        assert new.ask("SELECT count(*) FROM accounts_user") == [(1,)]
        assert "of this version" in new.run("doctor").stdout
