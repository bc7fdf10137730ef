"""What enters and leaves: text that others wrote, files, TOML, and where things lie."""
