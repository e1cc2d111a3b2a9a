"""What hangs on a sealed person is read by her case team alone, or by whoever opened her file in an emergency.

Her own row stays as it was: her office knows that she is there and is told "ditahan sementara". An opening is added by
whoever opens, for herself and for at most four hours; only its end and what is thought of it can be written later.
"""

from django.db import migrations

from tenun.shared.policies import closed_history, sealed_off, under_scope

SEALED = (
    "alias",
    "householdmember",
    "externalid",
    "contact",
    "consent",
    "duplicatedecision",
    "merge",
    "journey",
    "journeyentry",
)

_SEAL = """
REVOKE INSERT, UPDATE, DELETE ON people_seal FROM tenun_site, tenun_worker;
"""
_NO_SEAL = """
GRANT INSERT, UPDATE, DELETE ON people_seal TO tenun_site, tenun_worker;
"""
_EMERGENCY = """
CREATE POLICY people_emergency_of_reader ON people_emergency AS RESTRICTIVE TO tenun_site, tenun_worker USING (
    user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
    OR district_code = ANY(COALESCE(NULLIF(current_setting('tenun.cases', true), ''), '{}')::text[])
    OR (what = 'health' AND current_setting('tenun.health', true) = 'on')
) WITH CHECK (
    user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint OR reviewed_by_id IS NOT NULL
);
REVOKE UPDATE, DELETE ON people_emergency FROM tenun_site, tenun_worker;
GRANT UPDATE (ended_at, reviewed_by_id, reviewed_at, verdict, note) ON people_emergency TO tenun_site;
"""
_NO_EMERGENCY = """
REVOKE UPDATE (ended_at, reviewed_by_id, reviewed_at, verdict, note) ON people_emergency FROM tenun_site;
GRANT UPDATE, DELETE ON people_emergency TO tenun_site, tenun_worker;
DROP POLICY people_emergency_of_reader ON people_emergency;
"""


class Migration(migrations.Migration):
    """Sealed files, and openings in an emergency."""

    dependencies = [("people", "0014_seals")]
    operations = [
        under_scope("people_seal"),
        under_scope("people_emergency"),
        migrations.RunSQL(_SEAL, _NO_SEAL),
        migrations.RunSQL(_EMERGENCY, _NO_EMERGENCY),
        closed_history("people_emergencyevent"),
        closed_history("people_journeyevent"),
        *(sealed_off(f"people_{table}") for table in SEALED),
    ]
