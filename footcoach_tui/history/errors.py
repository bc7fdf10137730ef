"""What can be wrong with a history, said in sentences."""

from pathlib import Path

from footcoach_tui.boundary.problems import Problem


class HistoryError(Exception):
    """Something asked of the history could not be done; the message is a sentence."""


def history_problem(path: Path, sentence: str, identity: str = "") -> Problem:
    """What is wrong with a file or, when `identity` is given, with one session in it."""
    return Problem(str(path), 0, identity, sentence)
