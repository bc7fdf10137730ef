"""Changes to the history, under its lock: saving, undoing and restoring."""
