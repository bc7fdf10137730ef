"""A moment of a session: the count, its words and the figure."""
