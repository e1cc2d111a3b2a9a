"""The answers for every open journey, whom a change has made due, and the runs that judge everybody.

The worker judges in bulk while `tenun.in_bulk` is on, and then sees factsheets and assessments of everybody: both are
without names and numbers. Of persons and journeys it is told by a function, and no more than a judgement needs.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from tenun.shared.policies import sealed_off, under_scope

_READY = [
    ("MATCHED", "matched"),
    ("PLACEMENT_AGREED", "placement_agreed"),
    ("MEDICAL_FIT", "medical_fit"),
    ("PASSPORT_OK", "passport_ok"),
    ("CONTRACT_SIGNED", "contract_signed"),
    ("VISA_OK", "visa_ok"),
    ("INSURED", "insured"),
    ("CLEARED", "cleared"),
    ("DEPARTED", "departed"),
]
_STAGES = [
    *((name, name.lower()) for name in ("CONTACTED", "INFORMED", "VILLAGE_RECORDED", "REGISTERED", "SCREENED")),
    ("PREPARING", "preparing"),
    *_READY,
    *((name, name.lower()) for name in ("ARRIVED_REPORTED", "WORKING", "IN_CASE", "RETURNING", "AT_DEBARKATION")),
    *((name, name.lower()) for name in ("HOME", "REHABILITATION", "REINTEGRATED", "DECEASED", "WITHDREW", "REFUSED")),
    *((name, name.lower()) for name in ("NOT_ELIGIBLE_NOW", "UNDERAGE", "DEPARTED_NON_PROCEDURALLY", "LOST_CONTACT")),
]
_VERDICTS = [
    ("ready", "ready"),
    ("repair", "repair"),
    ("not_this_target", "not_this_target"),
    ("stop", "stop"),
]

FORWARD = """
-- A run over everybody takes district and village from the persons itself, a whole range in one statement: the look a
-- row, which the trigger takes, would cost more than the judgement. Whoever else adds a row must give those of the
-- person; a change of a row follows her as everywhere.
DROP TRIGGER readiness_assessment_follows_person ON readiness_assessment;
CREATE TRIGGER readiness_assessment_follows_person BEFORE UPDATE ON readiness_assessment
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();
CREATE FUNCTION tenun_stands_with_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a LEFT JOIN people_person p ON p.id = a.person_id
               WHERE (p.district_code, p.village_code) IS DISTINCT FROM (a.district_code, a.village_code)) THEN
        RAISE EXCEPTION 'an answer stands where its person stands' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER readiness_assessment_stands_with_person AFTER INSERT ON readiness_assessment
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN (current_user <> 'tenun_worker')
    EXECUTE FUNCTION tenun_stands_with_person();

-- Only the days of the coming month: a run over everybody comes once a month at least (readiness.bulk), and an index
-- of every day would take a fifth of its time.
CREATE INDEX assessment_by_next_change ON readiness_assessment (next_change_on)
    WHERE next_change_on < judged_on + 31;

CREATE POLICY readiness_factsheet_judged_in_bulk ON readiness_factsheet FOR SELECT TO tenun_worker
    USING ((SELECT current_setting('tenun.in_bulk', true)) = 'on');
CREATE POLICY readiness_assessment_judged_in_bulk ON readiness_assessment TO tenun_worker
    USING ((SELECT current_setting('tenun.in_bulk', true)) = 'on');
REVOKE ALL ON readiness_due, readiness_bulkrange FROM tenun_site, tenun_worker;
REVOKE ALL ON readiness_bulkrun FROM tenun_site, tenun_worker;
GRANT SELECT, DELETE ON readiness_due TO tenun_worker;
GRANT SELECT, INSERT, UPDATE ON readiness_bulkrun TO tenun_worker;
GRANT SELECT, INSERT, DELETE ON readiness_bulkrange TO tenun_worker;
GRANT SELECT ON readiness_bulkrun TO tenun_site;

-- The latest journey of each person of a range, or of those named: what a judgement needs besides her facts.
CREATE FUNCTION tenun_journeys_to_judge(first bigint, last bigint, named bigint[])
    RETURNS TABLE (person_id bigint, journey_id bigint, district_code varchar, village_code varchar, target varchar,
                   state varchar)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp ROWS 50000 AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF named IS NULL THEN
        RETURN QUERY SELECT p.id, j.id, p.district_code, p.village_code, p.target, j.state
            FROM people_person p JOIN (
                SELECT DISTINCT ON (person_id) person_id, id, state FROM people_journey
                WHERE person_id BETWEEN first AND last ORDER BY person_id, id DESC
            ) j ON j.person_id = p.id
            WHERE p.id BETWEEN first AND last AND p.merged_into_id IS NULL;
    ELSE
        RETURN QUERY SELECT p.id, j.id, p.district_code, p.village_code, p.target, j.state
            FROM unnest(named) AS wanted (id) JOIN people_person p ON p.id = wanted.id CROSS JOIN LATERAL (
                SELECT id, state FROM people_journey WHERE person_id = wanted.id ORDER BY id DESC LIMIT 1
            ) j
            WHERE p.merged_into_id IS NULL;
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
END $$;

-- The lowest and the highest number of a person.
CREATE FUNCTION tenun_numbers_of_persons() RETURNS TABLE (lowest bigint, highest bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY SELECT min(id), max(id) FROM people_person;
    PERFORM set_config('tenun.in_function', '', true);
END $$;
-- Whoever was judged in the transaction that changed her is not due; unless a run has judged by another catalogue since,
-- which a process begun before it does not know yet.
CREATE FUNCTION tenun_is_judged(judged bigint, mark text) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    DELETE FROM readiness_due WHERE person_id = judged
        AND mark = (SELECT catalogue FROM readiness_bulkrun ORDER BY id DESC LIMIT 1)
$$;
REVOKE ALL ON FUNCTION tenun_is_judged(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_is_judged(bigint, text) TO tenun_site, tenun_worker;
REVOKE ALL ON FUNCTION tenun_journeys_to_judge(bigint, bigint, bigint[]), tenun_numbers_of_persons() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_journeys_to_judge(bigint, bigint, bigint[]), tenun_numbers_of_persons()
    TO tenun_worker;

-- Whatever is judged has changed: noted by number, once a statement. An update touches the note, so that a run that
-- has read the older facts cannot take it away.
CREATE FUNCTION tenun_note_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO readiness_due (person_id) SELECT DISTINCT person_id FROM changed ORDER BY 1
        ON CONFLICT (person_id) DO UPDATE SET person_id = EXCLUDED.person_id;
    RETURN NULL;
END $$;
CREATE FUNCTION tenun_note_person_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO readiness_due (person_id) VALUES (NEW.id)
        ON CONFLICT (person_id) DO UPDATE SET person_id = EXCLUDED.person_id;
    RETURN NULL;
END $$;
CREATE TRIGGER readiness_factsheet_new_is_due AFTER INSERT ON readiness_factsheet
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER readiness_factsheet_changed_is_due AFTER UPDATE ON readiness_factsheet
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER readiness_factsheet_gone_is_due AFTER DELETE ON readiness_factsheet
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER people_journey_new_is_due AFTER INSERT ON people_journey
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER people_journey_changed_is_due AFTER UPDATE ON people_journey
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER people_journey_gone_is_due AFTER DELETE ON people_journey
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenun_note_due();
CREATE TRIGGER people_person_changed_is_due AFTER UPDATE OF target, merged_into_id ON people_person
    FOR EACH ROW WHEN (OLD.target IS DISTINCT FROM NEW.target OR OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id)
    EXECUTE FUNCTION tenun_note_person_due();

-- A file that moves to another district waits for the range that is being judged (about a second): the range has read
-- the old district, and its rows would stay behind.
CREATE FUNCTION tenun_wait_for_bulk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE readiness_bulkrange IN SHARE MODE;
    RETURN NEW;
END $$;
CREATE TRIGGER people_person_waits_for_bulk BEFORE UPDATE OF district_code, village_code ON people_person
    FOR EACH ROW WHEN (OLD.district_code <> NEW.district_code OR OLD.village_code <> NEW.village_code)
    EXECUTE FUNCTION tenun_wait_for_bulk();

-- Everybody who is on file already has yet to be judged.
ALTER TABLE people_journey NO FORCE ROW LEVEL SECURITY;
INSERT INTO readiness_due (person_id) SELECT DISTINCT person_id FROM people_journey;
ALTER TABLE people_journey FORCE ROW LEVEL SECURITY;
"""
BACKWARD = """
DROP TRIGGER people_person_waits_for_bulk ON people_person;
DROP TRIGGER people_person_changed_is_due ON people_person;
DROP TRIGGER people_journey_gone_is_due ON people_journey;
DROP TRIGGER people_journey_changed_is_due ON people_journey;
DROP TRIGGER people_journey_new_is_due ON people_journey;
DROP TRIGGER readiness_factsheet_gone_is_due ON readiness_factsheet;
DROP TRIGGER readiness_factsheet_changed_is_due ON readiness_factsheet;
DROP TRIGGER readiness_factsheet_new_is_due ON readiness_factsheet;
DROP FUNCTION tenun_wait_for_bulk();
DROP FUNCTION tenun_note_person_due();
DROP FUNCTION tenun_note_due();
DROP FUNCTION tenun_is_judged(bigint, text);
DROP FUNCTION tenun_numbers_of_persons();
DROP FUNCTION tenun_journeys_to_judge(bigint, bigint, bigint[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON readiness_due, readiness_bulkrun, readiness_bulkrange
    TO tenun_site, tenun_worker;
DROP TRIGGER readiness_assessment_stands_with_person ON readiness_assessment;
DROP FUNCTION tenun_stands_with_person();
DROP POLICY readiness_assessment_judged_in_bulk ON readiness_assessment;
DROP POLICY readiness_factsheet_judged_in_bulk ON readiness_factsheet;
"""


class Migration(migrations.Migration):
    """The answers for every open journey, whom a change has made due, and the runs that judge everybody."""

    dependencies = [
        ("people", "0017_clock_of_tenun"),
        ("readiness", "0005_files_are_sealed"),
    ]

    operations = [
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("catalogue", models.CharField(max_length=16)),
                ("due_only", models.BooleanField()),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={"verbose_name": "penilaian massal"},
        ),
        migrations.CreateModel(
            name="Due",
            fields=[("person_id", models.BigIntegerField(primary_key=True, serialize=False))],
            options={"verbose_name": "menunggu penilaian"},
        ),
        migrations.CreateModel(
            name="BulkRange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.BigIntegerField()),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ranges", to="readiness.bulkrun"
                    ),
                ),
            ],
            options={"verbose_name": "rentang yang dinilai"},
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="assessment",
                        serialize=False,
                        to="people.person",
                    ),
                ),
                (
                    "journey",
                    models.ForeignKey(
                        db_column="id",
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.journey",
                    ),
                ),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("target", models.CharField(max_length=40, verbose_name="tujuan")),
                ("stage", models.CharField(choices=_STAGES, max_length=30, verbose_name="tahap")),
                ("for_state", models.CharField(choices=_READY, max_length=20, verbose_name="untuk tahap")),
                ("verdict", models.CharField(choices=_VERDICTS, max_length=20, verbose_name="hasil")),
                ("ready_for", models.CharField(blank=True, choices=_READY, max_length=20, verbose_name="siap sampai")),
                (
                    "states",
                    django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), size=None),
                ),
                ("blocking", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("facts_version", models.PositiveIntegerField()),
                ("catalogue", models.CharField(max_length=16)),
                ("judged_on", models.DateField()),
                ("judged_at", models.DateTimeField()),
                ("next_change_on", models.DateField(null=True)),
            ],
            options={"verbose_name": "penilaian"},
        ),
        under_scope("readiness_assessment"),
        sealed_off("readiness_assessment"),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
