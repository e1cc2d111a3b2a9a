"""The whole numbers of a district are its own office's; everybody signed in reads those that hide the few.

Both are written by one function, which a job calls: it counts whoever is not sealed, and is told what each rule of the
catalogue asks for.
"""

from django.db import migrations

from tenun.shared.policies import for_collaboration, for_signed_in, only_added

_OFFICES = """
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.offices', true), ''), '{}')::text[])))
"""
_FORWARD = f"""
ALTER TABLE partnership_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership_need FORCE ROW LEVEL SECURITY;
CREATE POLICY partnership_need_in_office ON partnership_need USING ({_OFFICES});
CREATE POLICY partnership_need_in_bulk ON partnership_need TO tenun_worker
    USING (current_setting('tenun.in_bulk', true) = 'on');
CREATE POLICY partnership_need_in_function ON partnership_need TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
REVOKE INSERT, UPDATE, DELETE ON partnership_need FROM tenun_site, tenun_worker;
REVOKE INSERT, UPDATE, DELETE ON partnership_needshown FROM tenun_site;

-- Who needs what, counted anew. `asked_*` are parallel: what stands under that name at that target, and which kind of
-- which service it is. Whoever is held back by several rules of a service needs it once.
CREATE FUNCTION tenun_count_needs(asked_targets text[], asked_ids text[], asked_services text[], asked_kinds text[],
                                  on_the_way text[], home text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    counted bigint;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    LOCK TABLE partnership_need IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM partnership_need;
    WITH latest AS (
        SELECT DISTINCT ON (j.person_id) j.person_id, j.district_code, j.state FROM people_journey j
        ORDER BY j.person_id, j.id DESC
    ), seen AS (
        SELECT l.* FROM latest l JOIN people_person p ON p.id = l.person_id AND p.merged_into_id IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM people_seal s WHERE s.person_id = l.person_id
            AND (s.until IS NULL OR s.until > (now() AT TIME ZONE 'Asia/Makassar')::date))
    ), needed AS (
        SELECT s.person_id, s.district_code, asked.service, asked.kind
        FROM seen s JOIN readiness_assessment a ON a.person_id = s.person_id CROSS JOIN unnest(a.blocking) AS held (id)
            JOIN unnest(asked_targets, asked_ids, asked_services, asked_kinds) AS asked (target, id, service, kind)
                ON asked.target = a.target AND asked.id = held.id
        WHERE s.state = ANY(on_the_way)
        UNION ALL
        SELECT s.person_id, s.district_code, 'placement', 'target:' || a.target
        FROM seen s JOIN readiness_assessment a ON a.person_id = s.person_id
        WHERE s.state = 'PREPARING' AND a.verdict = 'ready'
        UNION ALL
        SELECT s.person_id, s.district_code, 'information', 'state:' || s.state FROM seen s WHERE s.state = 'CONTACTED'
        UNION ALL
        SELECT s.person_id, s.district_code, 'return', 'state:' || s.state FROM seen s WHERE s.state = ANY(home)
        UNION ALL
        SELECT r.person_id, r.district_code, 'protection', 'referral:open' FROM readiness_referral r
        WHERE r.closed_at IS NULL
    )
    INSERT INTO partnership_need (district_code, service, kind, people, counted_at)
        SELECT n.district_code, n.service, COALESCE(n.kind, ''), count(DISTINCT n.person_id), clock_timestamp()
        FROM needed n GROUP BY GROUPING SETS ((n.district_code, n.service), (n.district_code, n.service, n.kind));
    GET DIAGNOSTICS counted = ROW_COUNT;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN counted;
END $$;
REVOKE ALL ON FUNCTION tenun_count_needs(text[], text[], text[], text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_count_needs(text[], text[], text[], text[], text[], text[]) TO tenun_worker;
"""
_BACKWARD = """
DROP FUNCTION tenun_count_needs(text[], text[], text[], text[], text[], text[]);
GRANT INSERT, UPDATE, DELETE ON partnership_needshown TO tenun_site;
GRANT INSERT, UPDATE, DELETE ON partnership_need TO tenun_site, tenun_worker;
DROP POLICY partnership_need_in_function ON partnership_need;
DROP POLICY partnership_need_in_bulk ON partnership_need;
DROP POLICY partnership_need_in_office ON partnership_need;
ALTER TABLE partnership_need NO FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership_need DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Whole numbers for the office, shown ones for the others."""

    dependencies = [
        ("partnership", "0003_needs"),
        ("readiness", "0007_queue_counts"),
        ("people", "0015_sealed_files"),
    ]
    operations = [
        for_signed_in("partnership_needshown"),
        for_collaboration("partnership_proposal"),
        only_added("partnership_proposal"),
        migrations.RunSQL(_FORWARD, _BACKWARD),
    ]
