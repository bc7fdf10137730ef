"""Cues beside the screen: bell, notifications, progress, tones and a voice; each may be missing.

A channel that is not there, or that fails, is silent: nothing here raises, waits or writes a line.
"""
