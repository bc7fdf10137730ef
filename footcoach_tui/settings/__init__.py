"""Settings of the user: one small TOML file, read, checked key by key, and its defaults."""
