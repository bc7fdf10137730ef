"""What somebody looks for in the history: read from a line of text, held against sessions.

Pure: it reads no file and asks no clock. docs/history-query.md describes the language.
"""
