"""Queries of the history: read from a line of text, and matched against sessions.

Pure: no file is read, no clock asked. docs/history-query.md describes the language.
"""
