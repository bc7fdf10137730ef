"""The parser of the command line: strict about options, brief and harmless about mistakes."""

import argparse
import os
from collections.abc import Sequence
from itertools import islice
from typing import Any, NoReturn, TypeAlias

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import ExitCode

Subparsers: TypeAlias = "argparse._SubParsersAction[CliParser]"  # noqa: SLF001 - it has no public name
"""What a command adds itself to."""
_NARROWEST, _USUAL, _WIDEST = 40, 80, 100


class CliParser(argparse.ArgumentParser):
    """Tells what is wrong in one sentence, where argparse prints its usage and the raw text.

    Options must be written out: a script that says `--js` would break with the next option.
    """

    def __init__(self, *, dashed_words: bool = False, **options: Any) -> None:
        """Take what argparse takes.

        With `dashed_words`, a word may begin with one dash: only what begins with two, or is
        an option of this parser, is taken for an option.
        """
        super().__init__(**options, allow_abbrev=False, formatter_class=_formatter)
        self._dashed_words = dashed_words

    def parse_known_args(  # type: ignore[override]  # argparse's are overloads on the namespace
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """As argparse does it, words sorted behind the options first where they have dashes."""
        if self._dashed_words and args is not None:
            args = self._options_first(args)
        return super().parse_known_args(args, namespace)

    def _options_first(self, args: Sequence[str]) -> list[str]:
        """The same, all words behind a `--`, where argparse takes them as they are."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for one in rest:
            known = self._option_string_actions.get(one)
            if one == "--":
                words += rest
            elif known is not None:
                options += one, *islice(rest, 0 if known.nargs == 0 else 1)
            else:
                (options if one.startswith("--") else words).append(one)
        return [*options, "--", *words] if words else options

    def error(self, message: str) -> NoReturn:
        """End with the exit code for wrong usage."""
        self.exit(ExitCode.ERROR, f"footcoach: {clean(message)}; see {self.prog} --help\n")


def _formatter(prog: str) -> argparse.HelpFormatter:
    """What lays out help. Told no width, it would import the compressors to ask for one."""
    try:
        width = os.get_terminal_size().columns
    except OSError:
        width = _USUAL
    return argparse.HelpFormatter(prog, width=max(_NARROWEST, min(_WIDEST, width)))
