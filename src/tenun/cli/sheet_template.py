"""`tenun template`: writes the spreadsheet that an office fills for `tenun check`."""

from pathlib import Path

import click

from tenun.cli.language import language
from tenun.formats.problems import Problem
from tenun.formats.template import write_template

DEFAULT_NAME = "tenun-isian.xlsx"


@click.command("template")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path(DEFAULT_NAME),
    show_default=True,
    help="Nama berkas .xlsx yang ditulis.",
)
@click.option("--force", is_flag=True, help="Ganti berkas yang sudah ada.")
@click.pass_context
def template(context: click.Context, out: Path, force: bool) -> None:
    """Tulis lembar isian: kolom, daftar pilihan, satu contoh, dan penjelasan setiap kolom."""
    problem = _write(out, force=force)
    if problem is not None:
        click.echo(problem.message(language()), err=True)
        context.exit(2)
    click.echo(f"{out}")


def _write(out: Path, *, force: bool) -> Problem | None:
    if out.suffix.lower() != ".xlsx":
        return Problem("file.not_xlsx", value=out.name)
    # The file may already hold an office's people; they are not replaced by an empty form unasked.
    if not force and out.exists() and out.stat().st_size:
        return Problem("file.exists", value=out.name)
    try:
        write_template(out)
    except OSError as problem:
        reason = problem.strerror or "I/O"
        return Problem("file.not_writable", value=str(out), details=(("reason", reason),))
    return None
