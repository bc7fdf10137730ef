"""Shared parts of the commands of the coach: the log and the rules, arguments, and lines of text.

Read `context` first.
"""
