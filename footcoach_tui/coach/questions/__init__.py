"""Questions before and after a session, and about the person, one after the other."""
