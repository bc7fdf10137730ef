"""What a person can do with a key: the one table of commands, and what is made of it."""
