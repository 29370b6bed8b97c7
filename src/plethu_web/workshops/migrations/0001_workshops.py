import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0007_answers_hold_less'),
    ]

    operations = [
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=8)),
                ('token_hash', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('route', models.CharField(choices=[('form', 'The form'), ('import', 'A list'), ('team', 'The team')], max_length=6)),
                ('sector', models.CharField(blank=True, max_length=60)),
                ('level', models.CharField(blank=True, max_length=60)),
                ('area', models.CharField(blank=True, max_length=60)),
                ('scale', models.CharField(blank=True, max_length=60)),
                ('motivation', models.TextField(blank=True, max_length=1000)),
                ('language', models.CharField(choices=[('en', 'English'), ('cy', 'Cymraeg')], default='en', max_length=2)),
                ('access_needs', models.TextField(blank=True, max_length=1000)),
                ('welsh', models.CharField(blank=True, choices=[('can', 'Can'), ('wants', 'Wants')], max_length=5)),
                ('rounds', models.JSONField(default=list)),
                ('apart_from_colleagues', models.BooleanField(default=False)),
                ('facilitates', models.SmallIntegerField(default=0)),
                ('came', models.BooleanField(blank=True, null=True)),
                ('agreed', models.DateTimeField(blank=True, null=True)),
                ('withdrawn', models.DateTimeField(blank=True, null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'participant',
                'verbose_name_plural': 'participants',
                'ordering': ('code',),
                'constraints': [models.CheckConstraint(condition=models.Q(('withdrawn', None), models.Q(('access_needs', ''), ('area', ''), ('level', ''), ('motivation', ''), ('scale', ''), ('sector', ''), ('token_hash', None)), _connector='OR'), name='who_withdrew_has_left_no_words'), models.CheckConstraint(condition=models.Q(('welsh__in', ['', 'can', 'wants'])), name='a_wish_for_welsh_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contact', to='workshops.participant')),
            ],
            options={
                'verbose_name': 'contact',
                'verbose_name_plural': 'contacts',
            },
        ),
        migrations.CreateModel(
            name='Workshop',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=16, unique=True)),
                ('state', models.CharField(choices=[('drafted', 'Being prepared'), ('open', 'Open for registration'), ('running', 'Running'), ('closed', 'Closed')], default='drafted', max_length=10)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('title_cy', models.CharField(blank=True, max_length=200)),
                ('purpose', models.TextField(blank=True, max_length=4000)),
                ('purpose_cy', models.TextField(blank=True, max_length=4000)),
                ('consent', models.TextField(blank=True, max_length=8000)),
                ('consent_cy', models.TextField(blank=True, max_length=8000)),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('languages', models.JSONField(default=list)),
                ('place', models.CharField(blank=True, max_length=500)),
                ('contact', models.CharField(max_length=200)),
                ('edition', models.CharField(max_length=80)),
                ('asks', models.JSONField(default=list)),
                ('codes_on_screen', models.BooleanField(default=True)),
                ('contact_days', models.PositiveSmallIntegerField(default=7)),
                ('keep_months', models.PositiveSmallIntegerField(default=24)),
                ('published', models.DateTimeField(blank=True, null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='workshops', to='reviews.review')),
            ],
            options={
                'verbose_name': 'workshop',
                'verbose_name_plural': 'workshops',
                'ordering': ('-starts',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'open', 'running', 'closed'])), name='a_workshop_has_a_known_state'), models.CheckConstraint(condition=models.Q(('title', ''), ('title_cy', ''), _negated=True), name='a_workshop_has_a_title'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='a_workshop_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('contact_days__lte', 365)), name='a_workshop_lets_go_of_contacts'), models.CheckConstraint(condition=models.Q(('keep_months__gte', 1), ('keep_months__lte', 120)), name='a_workshop_says_how_long_it_keeps')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('together', 'Together with'), ('apart', 'Apart from')], max_length=8)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='workshops.participant')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='workshops.participant')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'wish',
                'verbose_name_plural': 'wishes',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['together', 'apart'])), name='a_wish_has_a_known_kind'), models.CheckConstraint(condition=models.Q(('other', None), models.Q(('other', models.F('participant')), _negated=True), _connector='OR'), name='a_wish_is_about_somebody_else')],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('together', 'Everybody together'), ('groups', 'Breakout groups')], max_length=8)),
                ('number', models.PositiveSmallIntegerField(default=0)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('title_cy', models.CharField(blank=True, max_length=200)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'round',
                'verbose_name_plural': 'rounds',
                'ordering': ('position',),
                'constraints': [models.UniqueConstraint(fields=('workshop', 'position'), name='one_round_at_a_place'), models.UniqueConstraint(condition=models.Q(('number__gt', 0)), fields=('workshop', 'number'), name='one_breakout_round_of_a_number'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'together'), ('number', 0)), models.Q(('kind', 'groups'), ('number__gte', 1)), _connector='OR'), name='breakout_rounds_are_numbered'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 480)), name='a_round_takes_minutes'), models.CheckConstraint(condition=models.Q(('title', ''), ('title_cy', ''), _negated=True), name='a_round_has_a_title')],
            },
        ),
        migrations.CreateModel(
            name='RegisterImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('taken', models.PositiveIntegerField()),
                ('report', models.JSONField(default=dict)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'import of a list',
                'verbose_name_plural': 'imports of lists',
                'ordering': ('-made',),
            },
        ),
        migrations.CreateModel(
            name='Prompt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('words', models.CharField(blank=True, max_length=500)),
                ('words_cy', models.CharField(blank=True, max_length=500)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prompts', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'prompt',
                'verbose_name_plural': 'prompts',
                'ordering': ('position',),
                'constraints': [models.UniqueConstraint(fields=('workshop', 'position'), name='one_prompt_at_a_place'), models.CheckConstraint(condition=models.Q(('words', ''), ('words_cy', ''), _negated=True), name='a_prompt_asks_something')],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('design', models.JSONField(default=dict)),
                ('certificate', models.JSONField(default=dict)),
                ('ready', models.BooleanField(default=False)),
                ('in_use', models.BooleanField(default=False)),
                ('job', models.UUIDField(blank=True, null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('changed_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.plan')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'plan of groups',
                'verbose_name_plural': 'plans of groups',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('workshop', 'number'), name='one_plan_of_a_number'), models.UniqueConstraint(condition=models.Q(('in_use', True)), fields=('workshop',), name='one_plan_in_use'), models.CheckConstraint(condition=models.Q(('in_use', False), ('ready', True), _connector='OR'), name='a_plan_in_use_is_ready')],
            },
        ),
        migrations.AddField(
            model_name='participant',
            name='workshop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='workshops.workshop'),
        ),
        migrations.CreateModel(
            name='Facilitator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('group', models.PositiveSmallIntegerField(default=0)),
                ('label', models.CharField(blank=True, max_length=120)),
                ('ended', models.DateTimeField(blank=True, null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facilitators', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'facilitator',
                'verbose_name_plural': 'facilitators',
                'ordering': ('group', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField()),
                ('group', models.PositiveSmallIntegerField()),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='workshops.participant')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='workshops.plan')),
            ],
            options={
                'verbose_name': 'seat in a group',
                'verbose_name_plural': 'seats in groups',
                'ordering': ('round', 'group', 'pk'),
                'indexes': [models.Index(fields=['plan', 'round', 'group'], name='seats_of_a_group')],
                'constraints': [models.UniqueConstraint(fields=('plan', 'round', 'participant'), name='one_seat_in_a_round'), models.CheckConstraint(condition=models.Q(('group__gte', 1), ('round__gte', 1)), name='rounds_and_groups_count_from_one')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('finding', 'Finding'), ('action', 'Action')], max_length=7)),
                ('ref', models.CharField(max_length=80)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='workshops.round')),
            ],
            options={
                'verbose_name': 'what a round discusses',
                'verbose_name_plural': 'what rounds discuss',
                'ordering': ('position', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('round', 'kind', 'ref'), name='a_round_discusses_a_thing_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['finding', 'action'])), name='a_topic_has_a_known_kind')],
            },
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('workshop', 'code'), name='one_code_for_a_participant'),
        ),
    ]
