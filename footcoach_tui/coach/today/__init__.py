"""Today: what is due, the week and the notices, as one value for screen and shell."""
