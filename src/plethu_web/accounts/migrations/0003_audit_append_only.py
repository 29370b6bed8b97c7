from django.db import migrations

from plethu_web.accounts import append_only


def lock(apps, schema_editor):
    append_only.lock(schema_editor.connection)


def unlock(apps, schema_editor):
    append_only.unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_people_and_audit")]

    operations = [migrations.RunPython(lock, unlock)]
