"""What guards people: reports about recruiters, seen by those who act on them and by nobody else."""
