"""What organisations do together: programmes on one map, meetings, promises, each district's readiness."""
