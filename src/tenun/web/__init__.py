"""Pages by audience, with the components they share."""
