"""Cues beside the screen: bell, notifications, progress, tones and speech.

A channel that is missing or fails is silent: no function here raises, waits or prints. Read `plan`
first (the choice of channels), then `cue_player` (a session's cues).
"""
