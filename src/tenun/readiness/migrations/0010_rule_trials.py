"""Changed catalogues that are tried out, seen by whoever writes the rules and by the province.

Who that is stands in the posts of today. A job may do more than this in one function alone: remove what is old.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
ALTER TABLE readiness_ruletrial ENABLE ROW LEVEL SECURITY;
ALTER TABLE readiness_ruletrial FORCE ROW LEVEL SECURITY;
CREATE POLICY readiness_ruletrial_of_role ON readiness_ruletrial USING (
    EXISTS (SELECT FROM organisations_post p
        WHERE p.user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
            AND p.role IN ('editor', 'province')
            AND p.starts_on <= (now() AT TIME ZONE 'Asia/Makassar')::date
            AND (p.ends_on IS NULL OR p.ends_on >= (now() AT TIME ZONE 'Asia/Makassar')::date))
);
CREATE POLICY readiness_ruletrial_asked_by_herself ON readiness_ruletrial AS RESTRICTIVE FOR INSERT WITH CHECK (
    asked_by_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
);
CREATE POLICY readiness_ruletrial_in_function ON readiness_ruletrial TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
REVOKE UPDATE, DELETE ON readiness_ruletrial FROM tenun_site;
REVOKE INSERT, DELETE ON readiness_ruletrial FROM tenun_worker;

-- Removes what was asked before a moment: files and results. How many trials those were.
CREATE FUNCTION tenun_forget_rule_trials(moment timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
    forgotten integer;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    DELETE FROM readiness_ruletrial WHERE asked_at < moment;
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    PERFORM set_config('tenun.in_function', within, true);
    RETURN forgotten;
END $$;
REVOKE ALL ON FUNCTION tenun_forget_rule_trials(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_forget_rule_trials(timestamptz) TO tenun_worker;
"""
BACKWARD = """
DROP FUNCTION tenun_forget_rule_trials(timestamptz);
GRANT INSERT, UPDATE, DELETE ON readiness_ruletrial TO tenun_site, tenun_worker;
DROP POLICY readiness_ruletrial_in_function ON readiness_ruletrial;
DROP POLICY readiness_ruletrial_asked_by_herself ON readiness_ruletrial;
DROP POLICY readiness_ruletrial_of_role ON readiness_ruletrial;
ALTER TABLE readiness_ruletrial NO FORCE ROW LEVEL SECURITY;
ALTER TABLE readiness_ruletrial DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Changed catalogues that are tried out."""

    dependencies = [
        ("readiness", "0009_waits_at"),
        ("organisations", "0005_missions_and_protection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RuleTrial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("on", models.DateField(verbose_name="dinilai per tanggal")),
                ("files", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "menunggu giliran"),
                            ("copying", "menyalin fakta tanpa nama"),
                            ("judging", "menilai dengan kedua katalog"),
                            ("done", "selesai"),
                            ("failed", "gagal"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("result", models.JSONField(null=True)),
                ("persons", models.JSONField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"verbose_name": "simulasi aturan"},
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
