"""Figures of the indicators, whole and as the copy that leaves the office."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0002_row_level_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndicatorFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=40)),
                ("district_code", models.CharField(blank=True, max_length=5)),
                ("part", models.CharField(blank=True, max_length=40)),
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=1, max_digits=12, null=True)),
                ("base", models.PositiveIntegerField(null=True)),
                ("computed_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "angka utuh indikator",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "district_code", "part", "on"), name="one_figure_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=40)),
                ("district_code", models.CharField(blank=True, max_length=5)),
                ("part", models.CharField(blank=True, max_length=40)),
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=1, max_digits=12, null=True)),
                ("base", models.PositiveIntegerField(null=True)),
                ("computed_at", models.DateTimeField()),
                ("hidden", models.CharField(blank=True, max_length=10)),
            ],
            options={
                "verbose_name": "angka indikator",
                "indexes": [models.Index(fields=["on", "indicator"], name="indicator_value_by_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "district_code", "part", "on"), name="one_value_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hidden", ""), ("value__isnull", True), _connector="OR"),
                        name="what_is_hidden_has_no_value",
                    ),
                ],
            },
        ),
    ]
