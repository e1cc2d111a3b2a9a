"""The officers' pages: a person's file shows papers, skills and journey together and belongs to no one capability."""
