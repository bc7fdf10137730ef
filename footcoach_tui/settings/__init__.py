"""The person's own settings: one small TOML file, checked key by key."""
