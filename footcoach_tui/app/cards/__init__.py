"""Texts to read, as styled content."""
