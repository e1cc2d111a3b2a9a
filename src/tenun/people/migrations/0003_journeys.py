"""Journeys and their log."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Journey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(max_length=13)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("CONTACTED", "contacted"),
                            ("INFORMED", "informed"),
                            ("VILLAGE_RECORDED", "village_recorded"),
                            ("REGISTERED", "registered"),
                            ("SCREENED", "screened"),
                            ("PREPARING", "preparing"),
                            ("MATCHED", "matched"),
                            ("PLACEMENT_AGREED", "placement_agreed"),
                            ("MEDICAL_FIT", "medical_fit"),
                            ("PASSPORT_OK", "passport_ok"),
                            ("CONTRACT_SIGNED", "contract_signed"),
                            ("VISA_OK", "visa_ok"),
                            ("INSURED", "insured"),
                            ("CLEARED", "cleared"),
                            ("DEPARTED", "departed"),
                            ("ARRIVED_REPORTED", "arrived_reported"),
                            ("WORKING", "working"),
                            ("IN_CASE", "in_case"),
                            ("RETURNING", "returning"),
                            ("AT_DEBARKATION", "at_debarkation"),
                            ("HOME", "home"),
                            ("REHABILITATION", "rehabilitation"),
                            ("REINTEGRATED", "reintegrated"),
                            ("DECEASED", "deceased"),
                            ("WITHDREW", "withdrew"),
                            ("REFUSED", "refused"),
                            ("NOT_ELIGIBLE_NOW", "not_eligible_now"),
                            ("UNDERAGE", "underage"),
                            ("DEPARTED_NON_PROCEDURALLY", "departed_non_procedurally"),
                            ("LOST_CONTACT", "lost_contact"),
                        ],
                        max_length=30,
                        verbose_name="tahap",
                    ),
                ),
                ("history", models.JSONField(blank=True, default=list)),
                ("is_held", models.BooleanField(default=False, verbose_name="ditahan")),
                ("started_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="journeys", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "perjalanan",
            },
        ),
        migrations.CreateModel(
            name="JourneyEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(max_length=13)),
                ("at", models.DateTimeField()),
                ("role", models.CharField(max_length=20)),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("contact", "contact"),
                            ("restart", "restart"),
                            ("inform", "inform"),
                            ("register_village", "register_village"),
                            ("enrol", "enrol"),
                            ("screen", "screen"),
                            ("begin_preparation", "begin_preparation"),
                            ("match", "match"),
                            ("sign_placement", "sign_placement"),
                            ("certify_medical", "certify_medical"),
                            ("confirm_passport", "confirm_passport"),
                            ("sign_contract", "sign_contract"),
                            ("confirm_visa", "confirm_visa"),
                            ("insure", "insure"),
                            ("clear", "clear"),
                            ("depart", "depart"),
                            ("fail_placement", "fail_placement"),
                            ("report_arrival", "report_arrival"),
                            ("begin_work", "begin_work"),
                            ("monitor", "monitor"),
                            ("change_contract", "change_contract"),
                            ("report_case", "report_case"),
                            ("settle_case", "settle_case"),
                            ("return", "return"),
                            ("arrive_at_debarkation", "arrive_at_debarkation"),
                            ("hand_over", "hand_over"),
                            ("refuse_rehabilitation", "refuse_rehabilitation"),
                            ("rehabilitate", "rehabilitate"),
                            ("reintegrate", "reintegrate"),
                            ("record_death", "record_death"),
                            ("withdraw", "withdraw"),
                            ("refuse", "refuse"),
                            ("uphold_appeal", "uphold_appeal"),
                            ("postpone", "postpone"),
                            ("retry", "retry"),
                            ("find_under_age", "find_under_age"),
                            ("record_non_procedural", "record_non_procedural"),
                            ("lose_contact", "lose_contact"),
                            ("find_again", "find_again"),
                            ("place_hold", "place_hold"),
                            ("lift_hold", "lift_hold"),
                            ("undo", "undo"),
                        ],
                        max_length=30,
                    ),
                ),
                ("before", models.CharField(blank=True, max_length=30)),
                ("after", models.CharField(max_length=30)),
                ("evidence", models.JSONField(blank=True, default=list)),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="people.journey"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event", "undo"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="undo_has_a_reason",
                    )
                ],
            },
        ),
    ]
