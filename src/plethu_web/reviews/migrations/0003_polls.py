import django.db.models.deletion
import django.utils.timezone
import plethu_web.reviews.models.poll
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0002_protocols'),
    ]

    operations = [
        migrations.CreateModel(
            name='Poll',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=plethu_web.reviews.models.poll.new_key, editable=False, max_length=20, unique=True)),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                ('title_cy', models.CharField(blank=True, max_length=200, verbose_name='title in Welsh')),
                ('intro', models.TextField(blank=True, max_length=2000, verbose_name='what it is for')),
                ('intro_cy', models.TextField(blank=True, max_length=2000, verbose_name='what it is for, in Welsh')),
                ('asks_sector', models.BooleanField(default=True, verbose_name='ask for the sector')),
                ('state', models.CharField(choices=[('prepared', 'Being prepared'), ('open', 'Open'), ('closed', 'Closed')], default='prepared', max_length=10, verbose_name='state')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('results_public', models.BooleanField(default=False, verbose_name='everybody may see the results')),
                ('opened', models.DateTimeField(blank=True, null=True)),
                ('closed', models.DateTimeField(blank=True, null=True)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='by')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='polls', to='reviews.review')),
            ],
            options={
                'verbose_name': 'poll',
                'verbose_name_plural': 'polls',
                'ordering': ('-made',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['prepared', 'open', 'closed'])), name='a_poll_has_a_known_state'), models.CheckConstraint(condition=models.Q(('title', ''), ('title_cy', ''), _negated=True), name='a_poll_has_a_title'), models.CheckConstraint(condition=models.Q(('state', 'prepared'), ('opened__isnull', False), _connector='OR'), name='a_poll_in_use_was_opened'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('closed__gte', models.F('opened')), _connector='OR'), name='a_poll_closes_after_it_opens')],
            },
        ),
        migrations.CreateModel(
            name='PollAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('sector', models.CharField(blank=True, max_length=20, verbose_name='sector')),
                ('language', models.CharField(max_length=2, verbose_name='language')),
                ('given', models.JSONField(verbose_name='answers')),
                ('day', models.DateField(default=django.utils.timezone.localdate, verbose_name='day')),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='reviews.poll')),
            ],
            options={
                'verbose_name': 'answer to a poll',
                'verbose_name_plural': 'answers to polls',
                'constraints': [models.CheckConstraint(condition=models.Q(('sector__in', ['', 'community', 'third', 'public', 'academic', 'private', 'other'])), name='an_answer_is_from_a_known_sector')],
            },
        ),
        migrations.CreateModel(
            name='PollQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=10, verbose_name='kind')),
                ('topic', models.CharField(blank=True, max_length=20, verbose_name='topic')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='question')),
                ('words_cy', models.TextField(blank=True, max_length=1000, verbose_name='question in Welsh')),
                ('hint', models.TextField(blank=True, max_length=500, verbose_name='hint')),
                ('hint_cy', models.TextField(blank=True, max_length=500, verbose_name='hint in Welsh')),
                ('options', models.JSONField(default=list, verbose_name='options')),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='reviews.poll')),
            ],
            options={
                'verbose_name': 'question of a poll',
                'verbose_name_plural': 'questions of polls',
                'ordering': ('position',),
                'constraints': [models.UniqueConstraint(fields=('poll', 'position'), name='one_question_at_a_place'), models.CheckConstraint(condition=models.Q(('kind__in', ['one', 'several', 'rank', 'rate', 'words'])), name='a_question_has_a_known_kind'), models.CheckConstraint(condition=models.Q(('words', ''), ('words_cy', ''), _negated=True), name='a_question_asks_something')],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='question',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='reviews.pollquestion'),
        ),
    ]
