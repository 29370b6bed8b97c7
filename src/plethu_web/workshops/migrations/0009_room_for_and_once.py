from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

import plethu_web.workshops.codes


def name_what_is_there(apps, schema_editor):
    """Who registered by a form is known by it, and actions keep the ids that codings name."""
    apps.get_model('workshops', 'Participant').objects.filter(route='form').update(once=F('token_hash'))
    number = Cast('pk', models.CharField(max_length=20))
    apps.get_model('workshops', 'Proposal').objects.update(ref=Concat(Value('workshop-action-'), number))


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0008_late_seats_and_mended_cards'),
    ]

    operations = [
        migrations.AddField(
            model_name='workshop',
            name='most_people',
            field=models.PositiveSmallIntegerField(default=2000),
        ),
        migrations.AddField(
            model_name='participant',
            name='once',
            field=models.CharField(blank=True, max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='proposal',
            name='ref',
            field=models.CharField(max_length=40, null=True),
        ),
        migrations.RunPython(name_what_is_there, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='proposal',
            name='ref',
            field=models.CharField(default=plethu_web.workshops.codes.new_action, max_length=40, unique=True),
        ),
    ]
