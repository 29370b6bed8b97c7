import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0001_reviews_and_teams'),
    ]

    operations = [
        migrations.AddField(
            model_name='review',
            name='protocol_public',
            field=models.BooleanField(default=False, verbose_name='everybody may read the published protocol'),
        ),
        migrations.CreateModel(
            name='ProtocolVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.TextField()),
                ('reason', models.TextField(blank=True, max_length=2000, verbose_name='reason')),
                ('reason_cy', models.TextField(blank=True, max_length=2000, verbose_name='reason in Welsh')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='by')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='reviews.review')),
            ],
            options={
                'verbose_name': 'version of a protocol',
                'verbose_name_plural': 'versions of protocols',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('review', 'number'), name='one_version_of_a_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='versions_are_counted_from_one'), models.CheckConstraint(condition=models.Q(('reason', ''), ('reason_cy', ''), _negated=True), name='a_version_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='what was decided')),
                ('text_cy', models.TextField(blank=True, max_length=2000, verbose_name='what was decided, in Welsh')),
                ('reason', models.TextField(blank=True, max_length=2000, verbose_name='reason')),
                ('reason_cy', models.TextField(blank=True, max_length=2000, verbose_name='reason in Welsh')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='who decided')),
                ('status', models.CharField(choices=[('proposed', 'Proposed'), ('agreed', 'Agreed'), ('done', 'Carried out')], default='proposed', max_length=10, verbose_name='status')),
                ('on', models.DateField(blank=True, null=True, verbose_name='date')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='noted by')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='reviews.review')),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='reviews.protocolversion')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
                'ordering': ('-on', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['proposed', 'agreed', 'done'])), name='a_decision_has_a_known_status'), models.CheckConstraint(condition=models.Q(('text', ''), ('text_cy', ''), _negated=True), name='a_decision_says_something')],
            },
        ),
        migrations.CreateModel(
            name='ProtocolDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.TextField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='by')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='reviews.review')),
            ],
            options={
                'verbose_name': 'draft of a protocol',
                'verbose_name_plural': 'drafts of protocols',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('review', 'number'), name='one_draft_of_a_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='drafts_are_counted_from_one')],
            },
        ),
    ]
