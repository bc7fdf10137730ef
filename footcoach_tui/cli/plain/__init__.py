"""Plain mode: a session as lines of text, for pipes, screen readers and dumb terminals."""
