"""Self-tests: results compared, when one is due, and the words for it."""
