"""Edge of the program: text of others, files, TOML, signals, and paths. Read text first."""
