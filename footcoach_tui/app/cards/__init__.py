"""Texts to be read at rest, as styled content."""
