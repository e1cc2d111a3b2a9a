"""The site may ask for a job and read nothing of any; the worker runs them; an argument can only be a number.

A job that could carry words would sooner or later carry a name. Ids, lists of ids and switches pass. The site reads the
id of a new job and the lock by which an equal one that already waits is told apart.
"""

from django.db import migrations

TABLES = "procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers"
FORWARD = f"""
REVOKE ALL ON {TABLES} FROM tenun_site;
GRANT INSERT ON procrastinate_jobs, procrastinate_events TO tenun_site;
GRANT SELECT (id, queueing_lock) ON procrastinate_jobs TO tenun_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLES} TO tenun_worker;
ALTER TABLE procrastinate_jobs ADD CONSTRAINT job_carries_ids_only
    CHECK (NOT jsonb_path_exists(args, '$.** ? (@.type() == "string")'));
"""
BACKWARD = f"""
ALTER TABLE procrastinate_jobs DROP CONSTRAINT job_carries_ids_only;
REVOKE SELECT (id, queueing_lock) ON procrastinate_jobs FROM tenun_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLES} TO tenun_site;
"""


class Migration(migrations.Migration):
    """The site may ask for a job and read nothing of any; the worker runs them; an argument can only be a number."""

    dependencies = [("shared", "0004_seals_are_only_added"), ("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
