<<<<<<< HEAD
"""The officers' pages: a person's file shows papers, skills and journey together and belongs to no one capability."""
=======
"""Pages of those who work at a desk."""
>>>>>>> web
