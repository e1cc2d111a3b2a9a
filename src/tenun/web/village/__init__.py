"""Pages of a village office: the five duties of UU 18/2017 Art. 42, a button each."""
