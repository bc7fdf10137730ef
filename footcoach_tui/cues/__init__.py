"""Cues beside the screen: bell, notifications, progress, tones and a voice.

A channel that is missing or fails is silent: no function here raises, waits or prints.
"""
