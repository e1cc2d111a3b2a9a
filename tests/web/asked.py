"""What a page asks the databases, shortened to what a person reads, and the file in which each page's list stands.

A line keeps what is asked for what purpose: the act, the tables, the columns of the conditions and of the order. The
columns that are read, literals and parameters are left out, so that a new column, another day or another number
changes nothing. An own file instead of syrupy's: the lines need no serialiser around them, and a section for a page
that is gone is found by the same comparison as one that is missing.
"""

import re
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import connections

SNAPSHOT = Path(__file__).with_name("queries.txt")
HEAD = """\
# What each page asks the databases, in order, after sign-in and scope; `audit:` goes through the connection of the log.
# Pages without a scope (signing in, one's own account) are listed from their first statement on.
# Compared by tests/web/test_queries.py, which also writes it:
#   WRITE_QUERIES=1 .venv/bin/pytest -q tests/web/test_queries.py
"""
_FRAME = re.compile(r"SAVEPOINT|RELEASE|ROLLBACK|SET TRANSACTION|SELECT COALESCE\(current_setting|SELECT set_config")
_LITERAL = re.compile(r"'(?:[^']|'')*'|%s|(?<![\w.])\d+(?![\w.])")
_SHORTER = [
    (re.compile(r"\?(::\w+(\[\])?)"), "?"),
    (re.compile(r"\(\?(, \?)+\)"), "(?)"),
    (re.compile(r"\(\(\?\)(, \(\?\))+\)"), "((?))"),
    (re.compile(r"^SELECT \? AS a FROM"), "EXISTS"),
    (re.compile(r"SELECT (?:.(?!SELECT ))*? FROM (?=\w+\()"), "CALL "),
    (re.compile(r"SELECT (?:.(?!SELECT ))*? FROM"), "SELECT"),
    (re.compile(r"INSERT INTO (\w+).*"), r"INSERT \1"),
    (re.compile(r"(UPDATE \w+) SET .*? WHERE"), r"\1 WHERE"),
    (re.compile(r"DELETE FROM"), "DELETE"),
    (re.compile(r"(?:INNER|LEFT OUTER) JOIN (\w+)(?: (?!ON)\w+)? ON \([^()]*\)"), r"+ \1"),
    (re.compile(r" = \?| ASC\b|(?<=LIMIT) \?"), ""),
]
_TABLE = re.compile(r"(?:SELECT|COUNT|EXISTS|UPDATE|DELETE) (\w+)")


def _without_subqueries(sql):
    """The columns of the outer statement without what is worked out for one of them."""
    kept, depth, columns = [], 0, sql.startswith("SELECT ")
    for part in re.split(r"([()]| FROM )", sql):
        depth += (part == "(") - (part == ")")
        columns = columns and not (part == " FROM " and depth == 0)
        if not columns or (depth == 0 and part != ")"):
            kept.append(part)
    return "".join(kept)


def shortened(sql):
    """One statement as a line."""
    sql = _LITERAL.sub("?", " ".join(sql.replace('"', "").split()))
    sql = _without_subqueries(sql.replace("SELECT COUNT(*) AS __count FROM", "COUNT"))
    for pattern, put in _SHORTER:
        sql = pattern.sub(put, sql)
    table = _TABLE.match(sql)
    return sql.replace(f"{table[1]}.", "") if table else sql


@contextmanager
def asked():
    """The statements of both connections of the site, in one list; from the scope on where the page has one."""
    lines, scopes = [], []

    def listen(alias):
        def note(execute, sql, params, many, context):
            if "tenun.user_id" in (params or ()) and sql.startswith("SELECT set_config") and not scopes:
                scopes.append(sql)
                lines.clear()
            if not _FRAME.match(sql):
                lines.append(("" if alias == "default" else f"{alias}: ") + shortened(sql))
            return execute(sql, params, many, context)

        return note

    with ExitStack() as stack:
        for alias in ("default", "audit"):
            stack.enter_context(connections[alias].execute_wrapper(listen(alias)))
        yield lines


def sections():
    """The file: the name of each page with what stands under it."""
    if not SNAPSHOT.exists():
        return {}
    parts = re.split(r"^\[([\w-]+)\] ", SNAPSHOT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {name: body.strip() for name, body in zip(parts[::2], parts[1::2], strict=True)}


def write(found):
    """Puts these pages into the file, in the order of their names."""
    parts = [f"[{name}] {body}\n" for name, body in sorted(found.items())]
    SNAPSHOT.write_text("\n".join([HEAD, *parts]), encoding="utf-8")
