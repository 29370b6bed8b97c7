import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0004_steering'),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, verbose_name='code')),
                ('set_aside', models.BooleanField(default=False, verbose_name='set aside')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='reviews.review')),
            ],
            options={
                'verbose_name': 'word of the glossary',
                'verbose_name_plural': 'words of the glossary',
                'ordering': ('code',),
                'constraints': [models.UniqueConstraint(fields=('review', 'code'), name='one_word_of_a_code')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('term', models.CharField(blank=True, max_length=120, verbose_name='word')),
                ('term_cy', models.CharField(blank=True, max_length=120, verbose_name='word in Welsh')),
                ('meaning', models.TextField(blank=True, max_length=2000, verbose_name='meaning')),
                ('meaning_cy', models.TextField(blank=True, max_length=2000, verbose_name='meaning in Welsh')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('settled', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='suggested by')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='settled by')),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='reviews.glossaryword')),
            ],
            options={
                'verbose_name': 'wording',
                'verbose_name_plural': 'wordings',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('word', 'number'), name='one_wording_of_a_number'), models.CheckConstraint(condition=models.Q(('term', ''), ('term_cy', ''), _negated=True), name='a_wording_has_a_word'), models.CheckConstraint(condition=models.Q(('meaning', ''), ('meaning_cy', ''), _negated=True), name='a_wording_has_a_meaning'), models.CheckConstraint(condition=models.Q(models.Q(('settled', None), ('settled_by', None)), models.Q(('settled__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='somebody_settles_a_wording')],
            },
        ),
    ]
