"""Accounts of the first version were made on the server, for an address that whoever runs it vouched for.

Signing in now asks whether an address is confirmed. Theirs are, so that nobody is shut out by the upgrade.
"""

from django.db import migrations


def confirm(apps, schema_editor):
    address = apps.get_model("account", "EmailAddress").objects
    for user in apps.get_model("accounts", "User").objects.filter(email__isnull=False):
        user.email = user.email.lower()
        user.save(update_fields=["email"])
        if not address.filter(user=user).exists():
            address.create(user=user, email=user.email, verified=True, primary=True)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_audit_append_only"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(confirm, migrations.RunPython.noop)]
