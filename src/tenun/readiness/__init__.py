"""How far a person is: her papers judged, her journey advanced."""
