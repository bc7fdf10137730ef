"""The parser of the command line: strict about options, brief and harmless about mistakes."""

import argparse
import os
from typing import Any, NoReturn, TypeAlias

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.exits import Exit

Commands: TypeAlias = "argparse._SubParsersAction[Arguments]"  # noqa: SLF001 - it has no public name
"""What a command adds itself to."""
_NARROWEST, _USUAL, _WIDEST = 40, 80, 100


class Arguments(argparse.ArgumentParser):
    """Tells what is wrong in one sentence, where argparse prints its usage and the raw text.

    Options must be written out: a script that says `--js` would break with the next option.
    """

    def __init__(self, **options: Any) -> None:
        """Take what argparse takes."""
        super().__init__(**options, allow_abbrev=False, formatter_class=_formatter)

    def error(self, message: str) -> NoReturn:
        """End with the exit code for wrong usage."""
        self.exit(Exit.ERROR, f"footcoach: {clean(message)}; see {self.prog} --help\n")


def _formatter(prog: str) -> argparse.HelpFormatter:
    """What lays out help. Told no width, it would import the compressors to ask for one."""
    try:
        width = os.get_terminal_size().columns
    except OSError:
        width = _USUAL
    return argparse.HelpFormatter(prog, width=max(_NARROWEST, min(_WIDEST, width)))
