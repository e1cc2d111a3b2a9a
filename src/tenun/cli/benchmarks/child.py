"""One command in a process of its own that tells, at its end, what it used.

The memory must be the process's own: what the parent's `wait4` says of a child includes the parent's size at the fork.
"""

import json
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from tenun.cli.main import cli


def main(report: Path, arguments: list[str]) -> None:
    """Runs `tenun` with the arguments and writes `{"code", "cpu_seconds", "peak_mb"}` to `report`."""
    code = cli.main(arguments, standalone_mode=False)
    used = {"code": code, "cpu_seconds": process_time(), "peak_mb": peak_mb()}
    report.write_text(json.dumps(used), encoding="utf-8")


def peak_mb() -> float:
    """The most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
