"""What is shown of a moment of a session: the count, its words and the figure."""
