"""Things with no business of their own: the clock, the scope of a request, encrypted fields, the entry of reads."""
