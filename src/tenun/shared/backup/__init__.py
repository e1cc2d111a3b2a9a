"""Backup and restore: database and files in one encrypted, checksummed file, written and read as a stream.

`sealed` is the encrypted envelope, `parts` what lies in it, `database` the tools of PostgreSQL, `run` the two acts.
"""

from tenun.shared.backup.parts import Manifest, TableSum
from tenun.shared.backup.run import BackupRefused, back_up, restore

__all__ = ["BackupRefused", "Manifest", "TableSum", "back_up", "restore"]
