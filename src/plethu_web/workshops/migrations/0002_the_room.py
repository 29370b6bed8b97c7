import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('workshops', '0001_workshops'),
    ]

    operations = [
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.PositiveSmallIntegerField()),
                ('version', models.PositiveIntegerField(default=0)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='boards', to='workshops.round')),
            ],
            options={
                'verbose_name': 'board',
                'verbose_name_plural': 'boards',
                'ordering': ('round__position', 'group'),
                'constraints': [models.UniqueConstraint(fields=('round', 'group'), name='one_board_of_a_group_in_a_round')],
            },
        ),
        migrations.CreateModel(
            name='Card',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_by', models.CharField(choices=[('participant', 'A participant'), ('facilitator', 'The facilitator'), ('paper', 'Written on paper')], max_length=11)),
                ('stance', models.CharField(blank=True, choices=[('echo', 'This fits what I know'), ('challenge', 'This is not what I know'), ('add', 'This adds something'), ('unsure', 'I am not sure')], max_length=9)),
                ('words', models.TextField(blank=True, max_length=2000)),
                ('once', models.CharField(max_length=64, unique=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('changed', models.PositiveIntegerField()),
                ('hidden', models.CharField(blank=True, choices=[('names', 'It names or shows somebody'), ('hurts', 'It hurts or insults'), ('elsewhere', 'It does not belong here'), ('twice', 'It is there twice')], max_length=9)),
                ('hidden_at', models.DateTimeField(blank=True, null=True)),
                ('moved', models.BooleanField(default=False)),
                ('withdrawn', models.DateTimeField(blank=True, null=True)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cards', to='workshops.participant')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='workshops.board')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('facilitator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.facilitator')),
                ('prompt', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='workshops.prompt')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='workshops.topic')),
            ],
            options={
                'verbose_name': 'card',
                'verbose_name_plural': 'cards',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['board', 'changed'], name='cards_by_change'), models.Index(fields=['author', 'made'], name='cards_of_somebody')],
                'constraints': [models.CheckConstraint(condition=models.Q(('said_by__in', ['participant', 'facilitator', 'paper'])), name='a_card_says_who_spoke'), models.CheckConstraint(condition=models.Q(('stance__in', ['', 'echo', 'challenge', 'add', 'unsure'])), name='a_card_has_a_known_stance'), models.CheckConstraint(condition=models.Q(('hidden__in', ['', 'names', 'hurts', 'elsewhere', 'twice'])), name='a_card_is_hidden_for_a_reason'), models.CheckConstraint(condition=models.Q(('topic', None), ('prompt', None), _connector='OR'), name='a_card_stands_in_one_place'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn', None), models.Q(('words', ''), _negated=True)), models.Q(('author', None), ('withdrawn__isnull', False), ('words', '')), _connector='OR'), name='a_card_has_words_until_it_is_withdrawn')],
            },
        ),
        migrations.CreateModel(
            name='CardReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('names', 'It names or shows somebody'), ('hurts', 'It hurts or insults'), ('elsewhere', 'It does not belong here'), ('twice', 'It is there twice')], max_length=9)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='workshops.card')),
                ('participant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.participant')),
            ],
            options={
                'verbose_name': 'report of a card',
                'verbose_name_plural': 'reports of cards',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('card', 'participant'), name='a_card_is_reported_once_each')],
            },
        ),
        migrations.CreateModel(
            name='NoteVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(max_length=24)),
                ('number', models.PositiveIntegerField()),
                ('words', models.TextField(blank=True, max_length=20000)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('changed', models.PositiveIntegerField()),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.participant')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='workshops.board')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('facilitator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.facilitator')),
                ('prompt', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='workshops.prompt')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='workshops.topic')),
            ],
            options={
                'verbose_name': "facilitator's note",
                'verbose_name_plural': "facilitators' notes",
                'ordering': ('place', 'number'),
                'indexes': [models.Index(fields=['board', 'changed'], name='notes_by_change')],
                'constraints': [models.UniqueConstraint(fields=('board', 'place', 'number'), name='one_version_of_a_note_of_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plenary', models.BooleanField(default=False)),
                ('began', models.DateTimeField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('round', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.round')),
                ('workshop', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='room', to='workshops.workshop')),
            ],
            options={
                'verbose_name': 'room',
                'verbose_name_plural': 'rooms',
            },
        ),
    ]
