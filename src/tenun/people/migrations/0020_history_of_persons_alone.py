"""The history of a person is told from the events that hang on her; another thing of the same number is not hers.

Until now every event table without `person_id` was taken for that of the persons themselves, which it is of one alone.
"""

from django.db import migrations

_TABLES = "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
_HERS = """WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (c.relname = 'people_personevent'
                OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'person_id'))
            ORDER BY 1"""
_CHANGE = """
DO $do$
DECLARE
    before text := pg_get_functiondef('tenun_history_of(bigint)'::regprocedure);
    after text := replace(before, $old${old}$old$, $new${new}$new$);
BEGIN
    IF after = before THEN
        RAISE EXCEPTION 'the function of the history is another one than expected';
    END IF;
    EXECUTE after;
END $do$;
"""


class Migration(migrations.Migration):
    """Her own events and no other's."""

    dependencies = [("people", "0019_sisko_lists")]
    operations = [
        migrations.RunSQL(_CHANGE.format(old=_TABLES, new=_HERS), _CHANGE.format(old=_HERS, new=_TABLES)),
    ]
