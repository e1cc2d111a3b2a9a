"""A step keeps what was noted with it; a journey knows that protection is to look, and when to try again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """What a step noted, a red flag, a day to try again."""

    dependencies = [
        ("people", "0011_functions_over_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="journey",
            name="red_flag",
            field=models.BooleanField(default=False, verbose_name="menunggu pelindungan"),
        ),
        migrations.AddField(
            model_name="journey",
            name="retry_on",
            field=models.DateField(blank=True, null=True, verbose_name="boleh mencoba lagi"),
        ),
        migrations.AddField(
            model_name="journeyentry",
            name="details",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
