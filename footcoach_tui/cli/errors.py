"""How commands end: exit codes, errors that are one sentence, and what is said beside."""

import os
import sys
from collections.abc import Iterable
from enum import IntEnum

from footcoach_tui.boundary.problems import suggestion


class ExitCode(IntEnum):
    """0 yes or well, 1 no, 2 wrong usage or configuration."""

    YES = 0
    NO = 1
    ERROR = 2


class CliError(Exception):
    """Something the person can mend; the message is the sentence they are told."""


def hint(word: str, known: Iterable[str], elsewhere: str) -> str:
    """A sentence on what was probably meant, or on which command tells what there is."""
    meant = suggestion(word, known)
    return f"{meant[0].upper()}{meant[1:]}" if meant else f"See footcoach {elsewhere}."


def warn(sentences: Iterable[object]) -> None:
    """Say what the person should know, on the standard error."""
    for sentence in sentences:
        print(f"footcoach: {sentence}", file=sys.stderr)


def discard_output() -> None:
    """Give up what could not be written: Python would try, and complain, once more at exit."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
