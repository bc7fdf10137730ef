"""Exit codes, errors, and warnings of the command line."""

import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Self

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote


class ExitCode(IntEnum):
    """Exit codes: 0 yes or success, 1 no, 2 wrong usage or configuration.

    A program that a signal ends has 128 and its number; importing `signal` for two takes 1 ms.
    """

    YES = 0
    NO = 1
    ERROR = 2
    OUT_OF_REACH = 3
    """The hub did not answer; trying again later may help."""
    INTERNAL_ERROR = 70
    """EX_SOFTWARE of sysexits.h, as in the app."""
    INTERRUPTED = 128 + 2
    """SIGINT, from ctrl+c."""
    BROKEN_PIPE = 128 + 13
    """SIGPIPE: the program that reads the output has ended."""


class CliError(Exception):
    """Error that the user can solve; the message is printed as a sentence.

    `code` is the exit code.
    """

    code = ExitCode.ERROR

    @classmethod
    def unknown(cls, kind: str, name: str, known: Iterable[str], see: str) -> Self:
        """Error of an unknown name: suggests a similar one, or the command that lists all."""
        hint = suggestion(name, known)
        advice = f"{hint[0].upper()}{hint[1:]}" if hint else f"See footcoach {see}."
        return cls(f"no {kind} is called {quote(name)}. {advice}")


def warn(sentences: Iterable[object]) -> None:
    """Print sentences to the standard error."""
    for sentence in sentences:
        print(f"footcoach: {sentence}", file=sys.stderr)


def discard_output() -> None:
    """Drop output that cannot be written: Python would try again at exit, and report an error."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
