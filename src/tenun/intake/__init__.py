"""An office's spreadsheet into Tenun: checked first, decided by an officer, written set by set."""
