"""Whole figures are read by the district's own counter alone, copies by the offices that meet; one job writes both.

The province has every district in its scope, so the policy of the whole figures asks for the districts at whose own
office somebody works instead. The job counts in one function, which gives counts and no person; sealed files are left out, so that
no office can tell from a figure that one is there.
"""

from django.db import migrations

_POLICIES = """
ALTER TABLE insight_indicatorfigure ENABLE ROW LEVEL SECURITY;
ALTER TABLE insight_indicatorfigure FORCE ROW LEVEL SECURITY;
CREATE POLICY insight_indicatorfigure_of_own_office ON insight_indicatorfigure FOR SELECT TO tenun_site USING (
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.offices', true), ''), '{}')::text[])))
);
CREATE POLICY insight_indicatorfigure_in_bulk ON insight_indicatorfigure TO tenun_worker
    USING (current_setting('tenun.in_bulk', true) = 'on');
REVOKE INSERT, UPDATE, DELETE ON insight_indicatorfigure FROM tenun_site;

ALTER TABLE insight_indicatorvalue ENABLE ROW LEVEL SECURITY;
ALTER TABLE insight_indicatorvalue FORCE ROW LEVEL SECURITY;
CREATE POLICY insight_indicatorvalue_together ON insight_indicatorvalue FOR SELECT TO tenun_site
    USING (current_setting('tenun.together', true) = 'on');
CREATE POLICY insight_indicatorvalue_in_bulk ON insight_indicatorvalue TO tenun_worker
    USING (current_setting('tenun.in_bulk', true) = 'on');
REVOKE INSERT, UPDATE, DELETE ON insight_indicatorvalue FROM tenun_site;
"""
_NO_POLICIES = """
GRANT INSERT, UPDATE, DELETE ON insight_indicatorvalue TO tenun_site;
DROP POLICY insight_indicatorvalue_in_bulk ON insight_indicatorvalue;
DROP POLICY insight_indicatorvalue_together ON insight_indicatorvalue;
ALTER TABLE insight_indicatorvalue NO FORCE ROW LEVEL SECURITY;
ALTER TABLE insight_indicatorvalue DISABLE ROW LEVEL SECURITY;
GRANT INSERT, UPDATE, DELETE ON insight_indicatorfigure TO tenun_site;
DROP POLICY insight_indicatorfigure_in_bulk ON insight_indicatorfigure;
DROP POLICY insight_indicatorfigure_of_own_office ON insight_indicatorfigure;
ALTER TABLE insight_indicatorfigure NO FORCE ROW LEVEL SECURITY;
ALTER TABLE insight_indicatorfigure DISABLE ROW LEVEL SECURITY;
"""
_COUNTS = """
-- Of every district and of the province (''): the figures of what hangs on persons, on the day `today`.
CREATE FUNCTION tenun_indicator_counts(today date, stages text[], documents text[], competences text[])
    RETURNS TABLE (indicator text, district text, part text, value numeric, base bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);

    RETURN QUERY SELECT 'papers_in_order', COALESCE(a.district_code, '')::text, '',
            (count(*) FILTER (WHERE NOT a.blocking && documents))::numeric, count(*)
        FROM readiness_assessment a JOIN people_person p ON p.id = a.person_id
        WHERE a.stage = ANY(stages) AND p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM people_seal s
            WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > today))
        GROUP BY GROUPING SETS ((a.district_code), ());

    RETURN QUERY SELECT 'days_to_ready', COALESCE(ready.district_code, '')::text, '',
            percentile_cont(0.5) WITHIN GROUP (ORDER BY ready.days)::numeric, count(*)
        FROM (
            SELECT p.district_code, (max(paper.recorded_at) AT TIME ZONE 'Asia/Makassar')::date
                - (p.created_at AT TIME ZONE 'Asia/Makassar')::date AS days
            FROM readiness_assessment a JOIN people_person p ON p.id = a.person_id
                JOIN documents_paper paper ON paper.person_id = p.id AND paper.is_current AND paper.proof > 0
            WHERE a.for_state = 'MATCHED' AND a.verdict = 'ready' AND a.stage = ANY(stages)
                AND p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM people_seal s
                    WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > today))
            GROUP BY p.id
        ) ready GROUP BY GROUPING SETS ((ready.district_code), ());

    RETURN QUERY SELECT 'competence_held', COALESCE(p.district_code, '')::text, '', count(DISTINCT p.id)::numeric, NULL::bigint
        FROM people_person p JOIN documents_paper paper ON paper.person_id = p.id
        WHERE paper.kind = ANY(competences) AND paper.is_current AND paper.proof >= 3 AND paper.defect = ''
            AND (paper.valid_until IS NULL OR paper.valid_until >= today)
            AND p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM people_seal s
                WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > today))
        GROUP BY GROUPING SETS ((p.district_code), ());

    RETURN QUERY SELECT 'defects_mended', COALESCE(versions.district_code, '')::text, COALESCE(versions.kind, '')::text,
            (count(*) FILTER (WHERE versions.defect <> '' AND versions.after = ''))::numeric,
            count(*) FILTER (WHERE versions.defect <> '' AND COALESCE(versions.before, '') = '')
        FROM (
            SELECT p.district_code, paper.kind, paper.defect,
                lead(paper.defect) OVER the_same AS after, lag(paper.defect) OVER the_same AS before
            FROM documents_paper paper JOIN people_person p ON p.id = paper.person_id
            WHERE p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM people_seal s
                WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > today))
            WINDOW the_same AS (PARTITION BY paper.person_id, paper.kind ORDER BY paper.id)
        ) versions GROUP BY GROUPING SETS ((versions.district_code), (versions.kind), ());

    RETURN QUERY SELECT 'non_procedural', COALESCE(entries.district_code, '')::text, '',
            count(DISTINCT entries.person_id)::numeric, NULL::bigint
        FROM (
            SELECT p.district_code, entry.person_id, entry.event, entry.at,
                lead(entry.event) OVER (PARTITION BY entry.journey_id ORDER BY entry.id) AS after
            FROM people_journeyentry entry JOIN people_person p ON p.id = entry.person_id
            WHERE p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM people_seal s
                WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > today))
        ) entries
        WHERE entries.event = 'record_non_procedural' AND COALESCE(entries.after, '') <> 'undo'
            AND (entries.at AT TIME ZONE 'Asia/Makassar')::date > today - 365
        GROUP BY GROUPING SETS ((entries.district_code), ());

    PERFORM set_config('tenun.in_function', within, true);
END $$;
REVOKE ALL ON FUNCTION tenun_indicator_counts(date, text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_indicator_counts(date, text[], text[], text[]) TO tenun_worker;
"""
_NO_COUNTS = "DROP FUNCTION tenun_indicator_counts(date, text[], text[], text[]);"


class Migration(migrations.Migration):
    """Who reads which figures, and the function that counts them."""

    dependencies = [
        ("insight", "0003_indicators"),
        ("documents", "0001_initial"),
        ("people", "0015_sealed_files"),
        ("readiness", "0006_assessments"),
        ("partnership", "0021_readiness_row_level_security"),
    ]
    operations = [
        migrations.RunSQL(_POLICIES, _NO_POLICIES),
        migrations.RunSQL(_COUNTS, _NO_COUNTS),
    ]
