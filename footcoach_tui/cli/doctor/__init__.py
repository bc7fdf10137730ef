"""Checks of `footcoach doctor`: each yields findings, and none writes anything."""
