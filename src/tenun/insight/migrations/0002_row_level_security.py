"""A sent report is seen in its district and by the province; whoever sends it does so for a district of her own.

Hand-overs and reports about recruiters are sealed, so an office gets their counts from a function, and nothing else.
"""

from django.db import migrations

from tenun.shared.policies import only_added

_DISTRICTS = """
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])))
"""
_POLICY = f"""
ALTER TABLE insight_reportsending ENABLE ROW LEVEL SECURITY;
ALTER TABLE insight_reportsending FORCE ROW LEVEL SECURITY;
CREATE POLICY insight_reportsending_read ON insight_reportsending FOR SELECT USING ({_DISTRICTS});
CREATE POLICY insight_reportsending_add ON insight_reportsending FOR INSERT WITH CHECK (
    by_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint AND ({_DISTRICTS})
);
"""
_NO_POLICY = """
DROP POLICY insight_reportsending_add ON insight_reportsending;
DROP POLICY insight_reportsending_read ON insight_reportsending;
ALTER TABLE insight_reportsending NO FORCE ROW LEVEL SECURITY;
ALTER TABLE insight_reportsending DISABLE ROW LEVEL SECURITY;
"""
_COUNTS = """
CREATE POLICY protection_recruiterreport_in_function ON protection_recruiterreport FOR SELECT TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');

-- How many files of a district were handed over between two moments, how many of all waited at the second one, and
-- how many recruiters were reported between them. Of a district outside the scope nothing.
CREATE FUNCTION tenun_sealed_counts(district text, since timestamptz, until timestamptz)
    RETURNS TABLE (handed_over bigint, still_open bigint, recruiters bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    before text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    IF district = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[]) THEN
        PERFORM set_config('tenun.in_function', 'on', true);
        RETURN QUERY SELECT
            (SELECT count(*) FROM readiness_referral r
                WHERE r.district_code = district AND r.at >= since AND r.at < until),
            (SELECT count(*) FROM readiness_referral r WHERE r.district_code = district AND r.at < until
                AND (r.closed_at IS NULL OR r.closed_at >= until)),
            (SELECT count(*) FROM protection_recruiterreport p
                WHERE p.district_code = district AND p.at >= since AND p.at < until);
        PERFORM set_config('tenun.in_function', before, true);
    END IF;
END $$;
REVOKE ALL ON FUNCTION tenun_sealed_counts(text, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_sealed_counts(text, timestamptz, timestamptz) TO tenun_site;
"""
_NO_COUNTS = """
DROP FUNCTION tenun_sealed_counts(text, timestamptz, timestamptz);
DROP POLICY protection_recruiterreport_in_function ON protection_recruiterreport;
"""


class Migration(migrations.Migration):
    """Sent reports by district, and the counts of what is sealed."""

    dependencies = [
        ("insight", "0001_initial"),
        ("protection", "0002_row_level_security"),
        ("readiness", "0005_files_are_sealed"),
    ]
    operations = [
        migrations.RunSQL(_POLICY, _NO_POLICY),
        only_added("insight_reportsending"),
        migrations.RunSQL(_COUNTS, _NO_COUNTS),
    ]
