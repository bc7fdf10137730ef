"""Errors and problems of the history."""

from pathlib import Path

from footcoach_tui.boundary.problems import Problem


class HistoryError(Exception):
    """A failed request to the history; the message is a sentence for the user."""


def history_problem(path: Path, sentence: str, identity: str = "") -> Problem:
    """A problem with a file or, given its `identity`, with one session in it."""
    return Problem(str(path), 0, identity, sentence)
