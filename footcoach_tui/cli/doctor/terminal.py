"""Terminal: whether the app can be drawn on it, and how the app will look."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from footcoach_tui.app.appearance.choose import (
    AppearanceOptions,
    ColourDepth,
    choose_appearance,
    is_utf8,
)
from footcoach_tui.app.appearance.palettes import DEFAULT_PALETTE
from footcoach_tui.cli.doctor.findings import Finding, Findings, care, note, ok

MIN_COLUMNS, MIN_ROWS = 60, 20
"""Columns and rows for which the screens are drawn; smaller ones lose something."""
_NO_TERMS = ("", "dumb", "unknown")

_BETWEEN = {
    ("TMUX",): (
        "tmux",
        "inside tmux: it uses ctrl+b itself, and its bell-action decides whether the bell rings",
    ),
    ("STY",): (
        "screen",
        "inside screen: it uses ctrl+a itself; turn its visual bell off to hear the bell",
    ),
    ("SSH_CONNECTION", "SSH_TTY"): (
        "ssh",
        "over SSH: the bell rings where you sit; ssh -C helps on a slow line",
    ),
}
"""Programs between footcoach and the terminal, by the variables that they set."""


@dataclass(frozen=True, slots=True)
class TerminalInfo:
    """Terminal of this process; `size` is columns and rows, None if unknown."""

    interactive: bool
    encoding: str
    size: tuple[int, int] | None = None


def detect_terminal() -> TerminalInfo:
    """Look at the streams of this process; a closed one is no terminal."""
    streams = (sys.stdin, sys.stdout)
    interactive = all(stream is not None and stream.isatty() for stream in streams)
    # The app writes in this encoding; that of stdout may have been changed to fit by now.
    encoding = (sys.stderr.encoding or "") if sys.stderr else ""
    return TerminalInfo(interactive, encoding, _size() if interactive else None)


def check(
    terminal: TerminalInfo,
    environ: Mapping[str, str],
    settings: AppearanceOptions = AppearanceOptions(),  # noqa: B008 - frozen
) -> Findings:
    """Check the kind of terminal, the app's looks on it, its text, its size, and multiplexers."""
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
        yield ok("the app can be drawn on this terminal", interactive=True)
    if term not in _NO_TERMS:
        yield from _looks(terminal.encoding, environ, settings)
    yield _text(terminal, environ)
    yield from _size_finding(terminal)
    yield from _between(environ)


def _looks(encoding: str, environ: Mapping[str, str], settings: AppearanceOptions) -> Findings:
    """Colours, theme, signs and motion that the app chooses without options, each with why."""
    look, because = choose_appearance(AppearanceOptions(), settings, environ, encoding)
    term, colorterm = environ.get("TERM", ""), environ.get("COLORTERM", "")
    facts = {"term": term, "colorterm": colorterm, "colours": str(look.depth)}
    name = f"TERM={term}, COLORTERM {colorterm or 'not set'}"
    message = f"{name}: {look.depth} colours, for {because.depth}"
    if look.depth is ColourDepth.SIXTEEN:
        more = "if the terminal can show more, set COLORTERM=truecolor"
        yield note(message, more, **facts)
    else:
        yield ok(message, **facts)
    theme, wanted = look.effective_theme, look.theme or DEFAULT_PALETTE.name
    instead = f", in place of {wanted}" if theme != wanted else ""
    yield ok(f"theme {theme}{instead}, for {because.theme}", theme=theme)
    if look.is_ascii:
        yield note(
            f"signs and figures in ASCII, no braille, for {because.glyphs}",
            'glyphs = "unicode" in the settings if the terminal shows more',
            glyphs="ascii",
            braille=False,
        )
    else:
        message = f"signs in Unicode, figures in braille, for {because.glyphs}"
        yield ok(message, glyphs="unicode", braille=True)
    moves = "nothing moves but the count" if look.is_calm else "figures move"
    yield ok(f"{moves}, for {because.calm}", calm=look.is_calm)


def _text(terminal: TerminalInfo, environ: Mapping[str, str]) -> Finding:
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    message = f"text is {terminal.encoding or 'of no known encoding'}, locale {locale or 'not set'}"
    facts = {"encoding": terminal.encoding, "locale": locale}
    if is_utf8(terminal.encoding):
        return ok(message, **facts)
    return note(
        f"{message}: other signs are replaced by ASCII",
        "set LANG to a UTF-8 locale, such as C.UTF-8, and unset PYTHONIOENCODING",
        **facts,
    )


def _size_finding(terminal: TerminalInfo) -> Findings:
    if terminal.size is None:
        return
    columns, rows = terminal.size
    message = f"{columns} columns, {rows} rows"
    if columns < MIN_COLUMNS or rows < MIN_ROWS:
        yield note(
            f"{message}: not everything fits below {MIN_COLUMNS} by {MIN_ROWS}",
            "make the window larger or the letters smaller",
            columns=columns,
            rows=rows,
        )
    else:
        yield ok(message, columns=columns, rows=rows)


def _between(environ: Mapping[str, str]) -> Findings:
    """Programs that pass the screen on: they use some keys, and may hold back the bell."""
    found = [one for names, one in _BETWEEN.items() if any(environ.get(name) for name in names)]
    facts = [name for name, _ in found]
    for _, message in found:
        yield note(message, between=facts)
    if not found:
        yield ok("no tmux, screen or SSH in between", between=facts)


def _size() -> tuple[int, int] | None:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return (columns, rows) if columns and rows else None
