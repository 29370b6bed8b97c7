import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0007_answers_hold_less'),
        ('workshops', '0005_made_up'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='published_as',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='workshop',
            name='covers',
            field=models.CharField(default='Wales', max_length=200),
        ),
        migrations.CreateModel(
            name='HeldEdition',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('hash', models.CharField(db_index=True, max_length=64)),
                ('edition', models.CharField(max_length=80)),
                ('version', models.CharField(max_length=80)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('title_cy', models.CharField(blank=True, max_length=300)),
                ('origin', models.CharField(choices=[('file', 'from a file of an edition'), ('list', 'from a list of findings'), ('release', 'from a release of a workshop')], max_length=8)),
                ('file', models.CharField(blank=True, max_length=200)),
                ('packed', models.BinaryField()),
                ('findings', models.PositiveIntegerField()),
                ('highest', models.PositiveIntegerField(default=0)),
                ('strands', models.JSONField(default=list)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('release', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='held_editions', to='workshops.workshoprelease')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_editions', to='reviews.review')),
            ],
            options={
                'verbose_name': 'edition of a review',
                'verbose_name_plural': 'editions of reviews',
                'ordering': ('-made',),
                'constraints': [models.UniqueConstraint(fields=('review', 'hash'), name='a_review_holds_an_edition_once'), models.CheckConstraint(condition=models.Q(('origin__in', ['file', 'list', 'release'])), name='an_edition_came_in_a_known_way')],
            },
        ),
        migrations.AddField(
            model_name='workshop',
            name='held',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='workshops', to='workshops.heldedition'),
        ),
    ]
