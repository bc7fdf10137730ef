"""Appearance of the app: themes, glyphs, ASCII and motion, chosen for the terminal."""
