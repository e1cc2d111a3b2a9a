"""What is heard when an import has written files: the one seam for those who judge, count or tell afterwards."""

from collections.abc import Sequence

from tenun.shared.hooks import Hook

files_written: Hook[[Sequence[int], str]] = Hook()
"""Called once a chunk, inside its transaction, after all of it was written: the persons, and the connection to use."""
