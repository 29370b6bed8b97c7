import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('reviews', '0003_polls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('place_cy', models.CharField(blank=True, max_length=200, verbose_name='place in Welsh')),
                ('notes', models.TextField(blank=True, max_length=20000, verbose_name='notes')),
                ('notes_cy', models.TextField(blank=True, max_length=20000, verbose_name='notes in Welsh')),
                ('documents', models.JSONField(default=list, verbose_name='documents')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='noted by')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='reviews.review')),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'ordering': ('-on', '-pk'),
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='meeting',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='reviews.meeting'),
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, max_length=200, verbose_name='what they do or speak for')),
                ('role_cy', models.CharField(blank=True, max_length=200, verbose_name='what they do or speak for, in Welsh')),
                ('sector', models.CharField(blank=True, max_length=20, verbose_name='sector')),
                ('began', models.DateField(blank=True, null=True, verbose_name='since')),
                ('ended', models.DateField(blank=True, null=True, verbose_name='until')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, to_field='pseudonym', verbose_name='person')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='reviews.review')),
            ],
            options={
                'verbose_name': 'seat in the steering group',
                'verbose_name_plural': 'seats in the steering group',
                'ordering': ('sector', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('sector__in', ['', 'community', 'third', 'public', 'academic', 'private', 'other'])), name='a_seat_is_of_a_known_sector'), models.CheckConstraint(condition=models.Q(models.Q(('role', ''), ('role_cy', ''), _negated=True), ('person__isnull', False), _connector='OR'), name='a_seat_has_a_role_or_a_person'), models.CheckConstraint(condition=models.Q(('ended', None), ('began', None), ('ended__gte', models.F('began')), _connector='OR'), name='a_seat_ends_after_it_began'), models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('review', 'person'), name='one_seat_for_a_person_at_a_time')],
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='present',
            field=models.ManyToManyField(blank=True, related_name='meetings', to='reviews.seat'),
        ),
    ]
