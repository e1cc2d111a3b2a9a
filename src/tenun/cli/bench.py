import click


@click.command("bench")
def bench_command():
    pass
