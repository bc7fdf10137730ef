"""Sessions on their way out of the history and into it: one module a format."""
