"""How gunicorn serves the site: two processes of four threads, which end with the start that began them."""

from typing import Any

from tenun.config.family import end_with_parent

workers = 2
threads = 4
worker_class = "gthread"
control_socket_disable = True
graceful_timeout = 15
loglevel = "warning"


def on_starting(_server: Any) -> None:
    """Called once in the first process, before it begins the others."""
    end_with_parent()
