"""What is heard when something about a person herself has changed."""

from tenun.people.models import Person
from tenun.shared.hooks import Hook

person_changed: Hook[[Person]] = Hook()
"""Called inside the transaction of the change, after it was written."""
