import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('calls', '0002_deleted_by_the_team'),
        ('records', '0002_edits_go_with_their_record'),
        ('reviews', '0007_answers_hold_less'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchPlan',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_plan', serialize=False, to='reviews.review')),
                ('start', models.CharField(blank=True, max_length=10, verbose_name='published from')),
                ('end', models.CharField(blank=True, max_length=10, verbose_name='published until')),
                ('languages', models.CharField(blank=True, max_length=200, verbose_name='languages')),
                ('databases', models.TextField(blank=True, max_length=4000, verbose_name='databases')),
                ('reporting', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'plan of searches',
                'verbose_name_plural': 'plans of searches',
            },
        ),
        migrations.CreateModel(
            name='Strategy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('platform', models.CharField(max_length=20, verbose_name='platform')),
                ('database', models.CharField(blank=True, max_length=200, verbose_name='database')),
                ('is_aside', models.BooleanField(default=False, verbose_name='set aside')),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='strategies', to='reviews.review')),
            ],
            options={
                'verbose_name': 'search strategy',
                'verbose_name_plural': 'search strategies',
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('blocks', models.JSONField()),
                ('formula', models.TextField(blank=True, max_length=200000)),
                ('pasted', models.TextField(blank=True, max_length=200000)),
                ('change', models.CharField(max_length=20)),
                ('block', models.CharField(blank=True, help_text='The name of the block that was changed.', max_length=60)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='strategies.strategy')),
            ],
            options={
                'verbose_name': 'version of a search strategy',
                'verbose_name_plural': 'versions of search strategies',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('strategy', 'number'), name='one_version_of_a_strategy_for_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('known_text', models.TextField(blank=True, max_length=200000, verbose_name='known items')),
                ('targets', models.JSONField(default=list)),
                ('result', models.JSONField(default=dict)),
                ('found', models.JSONField(default=list)),
                ('job', models.UUIDField(null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('done', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('known_import', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.import')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='strategies.strategy')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='strategies.version')),
            ],
            options={
                'verbose_name': 'run of a search strategy',
                'verbose_name_plural': 'runs of search strategies',
                'ordering': ('-made',),
            },
        ),
        migrations.CreateModel(
            name='PeerReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('elements', models.JSONField()),
                ('overall', models.TextField(blank=True, max_length=8000, verbose_name='on the whole')),
                ('is_own', models.BooleanField(default=False, verbose_name='by somebody who wrote the strategy')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('responses', models.JSONField(default=dict)),
                ('responded', models.DateTimeField(blank=True, null=True)),
                ('accepted', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('responded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='peer_reviews', to='strategies.version')),
            ],
            options={
                'verbose_name': 'peer review of a search strategy',
                'verbose_name_plural': 'peer reviews of search strategies',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='LoggedRun',
            fields=[
                ('search', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='calls.search')),
                ('platform', models.CharField(max_length=20)),
                ('text', models.TextField(max_length=200000)),
                ('sha256', models.CharField(help_text='Checksum of the text, so that a later change shows.', max_length=64)),
                ('lines', models.JSONField(default=list)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='logged', to='strategies.version')),
            ],
            options={
                'verbose_name': 'strategy as it was run',
                'verbose_name_plural': 'strategies as they were run',
                'ordering': ('-at',),
            },
        ),
        migrations.CreateModel(
            name='FindingAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=300)),
                ('code', models.CharField(max_length=60)),
                ('reason', models.TextField(max_length=2000, verbose_name='reason')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='finding_answers', to='strategies.strategy')),
            ],
            options={
                'verbose_name': 'answer to a finding',
                'verbose_name_plural': 'answers to findings',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('strategy', 'key'), name='one_answer_to_a_finding')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block', models.CharField(max_length=12)),
                ('text', models.CharField(max_length=300, verbose_name='term')),
                ('plain', models.CharField(blank=True, max_length=400)),
                ('source', models.CharField(choices=[('team', "The team's own knowledge"), ('partner', "A partner's own words"), ('poll', 'A poll of the review'), ('known-item', 'A known item'), ('earlier-search', 'An earlier search or strategy'), ('words-of-records', 'Words of the records found')], default='team', max_length=20, verbose_name='source')),
                ('reference', models.CharField(blank=True, max_length=300, verbose_name='which')),
                ('proposer', models.CharField(blank=True, max_length=200, verbose_name='who brought it')),
                ('why', models.TextField(blank=True, max_length=2000, verbose_name='why')),
                ('state', models.CharField(choices=[('proposed', 'waiting for an answer'), ('accepted', 'accepted'), ('declined', 'declined')], default='proposed', max_length=10, verbose_name='state')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='what the team says to it')),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('settled', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='strategies.strategy')),
            ],
            options={
                'verbose_name': 'term of a search strategy',
                'verbose_name_plural': 'terms of search strategies',
                'ordering': ('made', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'accepted', 'declined'])), name='a_term_is_in_a_known_state'), models.CheckConstraint(condition=models.Q(('answer', ''), ('state', 'declined'), _negated=True), name='a_declined_term_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('settled', None), ('state', 'proposed')), models.Q(models.Q(('state', 'proposed'), _negated=True), models.Q(('settled', None), _negated=True)), _connector='OR'), name='a_settled_term_says_when')],
            },
        ),
    ]
