import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0004_steering'),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=255, verbose_name='name of the file')),
                ('sha256', models.CharField(max_length=64, verbose_name='checksum')),
                ('size', models.PositiveBigIntegerField(verbose_name='size')),
                ('format', models.CharField(blank=True, max_length=20, verbose_name='format')),
                ('mapping', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('reading', 'being read'), ('there', 'taken in'), ('failed', 'not taken in'), ('aside', 'set aside')], default='reading', max_length=10, verbose_name='state')),
                ('branch', models.CharField(choices=[('database', 'Database'), ('register', 'Register'), ('website', 'Website or search engine'), ('citation', 'Citation searching'), ('members', 'Suggested by members or partners'), ('call', 'Open call'), ('other', 'Another way')], default='database', max_length=12, verbose_name='how the records were found')),
                ('strand', models.CharField(blank=True, max_length=60, verbose_name='strand')),
                ('database', models.CharField(blank=True, max_length=200, verbose_name='database or site')),
                ('platform', models.CharField(blank=True, max_length=200, verbose_name='platform')),
                ('searched', models.CharField(blank=True, max_length=40, verbose_name='date of the search')),
                ('strategy', models.TextField(blank=True, max_length=20000, verbose_name='search strategy')),
                ('hits', models.PositiveIntegerField(blank=True, null=True, verbose_name='hits the database reported')),
                ('batch', models.UUIDField(db_index=True, default=uuid.uuid4, help_text='Files sent in together share it.')),
                ('report', models.JSONField(default=dict)),
                ('records_read', models.PositiveIntegerField(default=0)),
                ('made', models.DateTimeField(auto_now_add=True)),
                ('job', models.UUIDField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='reviews.review')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ('-made',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['reading', 'there'])), fields=('review', 'sha256'), name='a_file_is_taken_in_once'), models.CheckConstraint(condition=models.Q(('state__in', ['reading', 'there', 'failed', 'aside'])), name='import_is_in_a_known_state')],
            },
        ),
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('line', models.PositiveIntegerField(default=0)),
                ('fields', models.JSONField()),
                ('csl_read', models.JSONField()),
                ('csl', models.JSONField()),
                ('repairs', models.JSONField(default=list)),
                ('printed_date', models.CharField(blank=True, max_length=200)),
                ('edtf', models.CharField(blank=True, max_length=60)),
                ('is_mended', models.BooleanField(default=False)),
                ('kind', models.CharField(max_length=40)),
                ('title', models.TextField(blank=True)),
                ('authors', models.TextField(blank=True)),
                ('container', models.TextField(blank=True)),
                ('has_abstract', models.BooleanField(default=False)),
                ('outside_id', models.CharField(blank=True, db_index=True, max_length=64)),
                ('place_printed', models.CharField(blank=True, max_length=300)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('tier', models.CharField(blank=True, max_length=12)),
                ('authority', models.CharField(blank=True, max_length=12)),
                ('doi', models.CharField(blank=True, max_length=255)),
                ('pmid', models.CharField(blank=True, max_length=20)),
                ('title_key', models.TextField(blank=True)),
                ('title_digits', models.CharField(blank=True, max_length=255)),
                ('surnames', models.TextField(blank=True)),
                ('first_page', models.CharField(blank=True, max_length=60)),
                ('journal_words', models.TextField(blank=True)),
                ('journal_initials', models.CharField(blank=True, max_length=60)),
                ('issn', models.CharField(blank=True, max_length=60)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='records', to='reviews.review')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='records', to='records.import')),
            ],
            options={
                'verbose_name': 'record',
                'verbose_name_plural': 'records',
                'ordering': ('source__made', 'number'),
                'indexes': [models.Index(fields=['review', 'doi'], name='records_by_doi'), models.Index(fields=['review', 'year'], name='records_by_year')],
                'constraints': [models.UniqueConstraint(fields=('source', 'number'), name='one_record_for_a_place_in_the_file')],
            },
        ),
        migrations.CreateModel(
            name='Edit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('variable', models.CharField(max_length=40)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym')),
                ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='records.edit')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='edits', to='records.record')),
            ],
            options={
                'verbose_name': 'edit',
                'verbose_name_plural': 'edits',
                'ordering': ('-at', '-pk'),
            },
        ),
    ]
