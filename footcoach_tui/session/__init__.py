"""The session engine, pure: routine -> timeline -> player -> events and records.

Nothing here reads a clock, a file or a random number; time and ids are handed in.
"""
