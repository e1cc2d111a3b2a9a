"""The entries of who read what."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ReadEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("user_id", models.BigIntegerField()),
                ("roles", models.CharField(max_length=120)),
                ("act", models.CharField(max_length=30)),
                ("person_id", models.BigIntegerField(null=True)),
                ("detail", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["person_id", "at"], name="read_by_person")],
            },
        ),
    ]
