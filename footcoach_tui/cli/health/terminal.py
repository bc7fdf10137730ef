"""The terminal: whether the app can be drawn on it, and how it will look."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from footcoach_tui.app.looks.look import AS_USUAL, Preferences, is_utf8
from footcoach_tui.cli.health import looks
from footcoach_tui.cli.health.finding import Finding, Findings, care, note, ok

NARROWEST, SHORTEST = 60, 20
"""Columns and rows for which the screens are drawn; smaller ones lose something."""
_NO_TERMS = ("", "dumb", "unknown")

_BETWEEN = {
    "TMUX": "inside tmux: it keeps ctrl+b, and the bell rings where bell-action lets it",
    "STY": "inside screen: it keeps ctrl+a; turn its visual bell off to hear the bell",
    "SSH_CONNECTION SSH_TTY": "over SSH: the bell rings where you sit; ssh -C helps a slow line",
}
_NAMES = {"TMUX": "tmux", "STY": "screen", "SSH_CONNECTION SSH_TTY": "ssh"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of it; `size` is columns and rows, None where nobody tells."""

    interactive: bool
    encoding: str
    size: tuple[int, int] | None = None


def seen() -> Terminal:
    """The terminal of this process. A closed output is none."""
    streams = (sys.stdin, sys.stdout)
    interactive = all(stream is not None and stream.isatty() for stream in streams)
    # As the app is written: the standard output may have been fitted to the terminal by now.
    encoding = (sys.stderr.encoding or "") if sys.stderr else ""
    return Terminal(interactive, encoding, _size() if interactive else None)


def check(
    terminal: Terminal, environ: Mapping[str, str], tastes: Preferences = AS_USUAL
) -> Findings:
    """Whether it is one, its name, colours, text, size, and what stands between."""
    term = environ.get("TERM", "")
    if not terminal.interactive:
        yield note(
            "input or output is no terminal here: sessions run in plain lines",
            interactive=False,
        )
    elif term in _NO_TERMS:
        yield care(
            f"TERM is {term or 'not set'}: nothing can be drawn, sessions run in plain lines",
            "if it is a real terminal, set TERM to its name, such as xterm-256color",
            interactive=True,
        )
    else:
        yield ok("it is a terminal that can be drawn on", interactive=True)
    if term not in _NO_TERMS:
        yield from looks.check(terminal.encoding, environ, tastes)
    yield _text(terminal, environ)
    yield from _size_of(terminal)
    yield from _between(environ)


def _text(terminal: Terminal, environ: Mapping[str, str]) -> Finding:
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    chosen = next((environ[name] for name in names if environ.get(name)), "")
    told = f"text is {terminal.encoding or 'of no known encoding'}, locale {chosen or 'not set'}"
    facts = {"encoding": terminal.encoding, "locale": chosen}
    if is_utf8(terminal.encoding):
        return ok(told, **facts)
    return note(
        f"{told}: what it cannot show is said in ASCII",
        "set LANG to a UTF-8 locale, such as C.UTF-8, and unset PYTHONIOENCODING",
        **facts,
    )


def _size_of(terminal: Terminal) -> Findings:
    if terminal.size is None:
        return
    columns, rows = terminal.size
    told = f"{columns} columns, {rows} rows"
    if columns < NARROWEST or rows < SHORTEST:
        yield note(
            f"{told}: not everything fits below {NARROWEST} by {SHORTEST}",
            "make the window larger or the letters smaller",
            columns=columns,
            rows=rows,
        )
    else:
        yield ok(told, columns=columns, rows=rows)


def _between(environ: Mapping[str, str]) -> Findings:
    """What passes the screen on: it keeps keys for itself, and may hold back the bell."""
    found = {
        name: told
        for name, told in _BETWEEN.items()
        if any(environ.get(variable) for variable in name.split())
    }
    names = [_NAMES[one] for one in found]
    for told in found.values():
        yield note(told, between=names)
    if not found:
        yield ok("nothing known stands between", between=names)


def _size() -> tuple[int, int] | None:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return (columns, rows) if columns and rows else None
