"""Wording of sessions, sides, lengths and cues: pure functions from values to text."""
