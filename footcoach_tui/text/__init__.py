"""Wording of sessions, exercises, durations and cues: pure functions from values to text."""
