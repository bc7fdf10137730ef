"""Check of the terminal: whether the app can be drawn on it, and how it looks there."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from footcoach_tui.app.appearance.choose import (
    AppearanceOptions,
    ColourDepth,
    choose_appearance,
    is_utf8,
)
from footcoach_tui.app.appearance.palettes import DEFAULT_PALETTE
from footcoach_tui.cli.doctor.findings import Finding, Findings, care, note, ok

_MIN_COLUMNS, _MIN_ROWS = 60, 20
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

    @classmethod
    def detect(cls) -> Self:
        """Detect the terminal from the streams of this process; a closed one is no terminal."""
        streams = (sys.stdin, sys.stdout)
        interactive = all(stream is not None and stream.isatty() for stream in streams)
        # The app writes in this encoding; `set_up_output` may have changed that of stdout.
        encoding = (sys.stderr.encoding or "") if sys.stderr else ""
        return cls(interactive, encoding, _size() if interactive else None)


def check(
    terminal: TerminalInfo,
    environ: Mapping[str, str],
    settings: AppearanceOptions = AppearanceOptions(),  # noqa: B008 - frozen
) -> Findings:
    term = environ.get("TERM", "")
    if not terminal.interactive:
        sentence = "input or output is not a terminal here: sessions run in plain lines"
        yield note(sentence, interactive=False)
    elif term in _NO_TERMS:
        yield care(
            f"TERM is {term or 'not set'}: nothing can be drawn, sessions run in plain lines",
            "if it is a real terminal, set TERM to its name, such as xterm-256color",
            interactive=True,
        )
    else:
        yield ok("the app can be drawn on this terminal", interactive=True)
    if term not in _NO_TERMS:
        yield from _appearance(terminal.encoding, environ, settings)
    yield _text(terminal, environ)
    yield from _size_findings(terminal)
    yield from _between(environ)


def _appearance(encoding: str, environ: Mapping[str, str], settings: AppearanceOptions) -> Findings:
    """Appearance that the app chooses without options, with reasons."""
    appearance, reasons = choose_appearance(AppearanceOptions(), settings, environ, encoding)
    term, colorterm = environ.get("TERM", ""), environ.get("COLORTERM", "")
    facts = {"term": term, "colorterm": colorterm, "colours": str(appearance.depth)}
    name = f"TERM={term}, COLORTERM {colorterm or 'not set'}"
    sentence = f"{name}: {appearance.depth} colours ({reasons.depth})"
    if appearance.depth is ColourDepth.SIXTEEN:
        yield note(sentence, "if the terminal can show more, set COLORTERM=truecolor", **facts)
    else:
        yield ok(sentence, **facts)
    theme, wanted = appearance.effective_theme, appearance.theme or DEFAULT_PALETTE.name
    instead = f", in place of {wanted}" if theme != wanted else ""
    yield ok(f"theme {theme}{instead} ({reasons.theme})", theme=theme)
    if appearance.is_ascii:
        yield note(
            f"symbols in ASCII ({reasons.glyphs})",
            'glyphs = "unicode" in the settings if the terminal shows more',
            glyphs="ascii",
        )
    else:
        yield ok(f"symbols in Unicode ({reasons.glyphs})", glyphs="unicode")
    finer = "; the app asks the terminal for more" if appearance.is_figure_open else ""
    pixels = "pixels if the terminal can, else in " if appearance.has_pixels_wish else ""
    sentence = f"figures in {pixels}{appearance.figure} ({reasons.figure}{finer})"
    yield ok(sentence, figure=str(appearance.figure))
    moves = "only the countdown moves" if appearance.is_calm else "figures move"
    yield ok(f"{moves} ({reasons.calm})", calm=appearance.is_calm)


def _text(terminal: TerminalInfo, environ: Mapping[str, str]) -> Finding:
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    encoding = terminal.encoding or "in an unknown encoding"
    sentence = f"text is {encoding}, locale {locale or 'not set'}"
    facts = {"encoding": terminal.encoding, "locale": locale}
    if is_utf8(terminal.encoding):
        return ok(sentence, **facts)
    return note(
        f"{sentence}: other characters are replaced by ASCII",
        "set LANG to a UTF-8 locale, such as C.UTF-8, and unset PYTHONIOENCODING",
        **facts,
    )


def _size_findings(terminal: TerminalInfo) -> Findings:
    if terminal.size is None:
        return
    columns, rows = terminal.size
    facts = {"columns": columns, "rows": rows}
    sentence = f"{columns} columns, {rows} rows"
    if columns < _MIN_COLUMNS or rows < _MIN_ROWS:
        sentence += f": not everything fits below {_MIN_COLUMNS} by {_MIN_ROWS}"
        yield note(sentence, "make the window larger or the letters smaller", **facts)
    else:
        yield ok(sentence, **facts)


def _between(environ: Mapping[str, str]) -> Findings:
    """Programs between footcoach and the terminal: they use some keys, and may drop the bell."""
    programs = [
        program for names, program in _BETWEEN.items() if any(environ.get(name) for name in names)
    ]
    facts = [name for name, _ in programs]
    for _, sentence in programs:
        yield note(sentence, between=facts)
    if not programs:
        yield ok("no tmux, screen or SSH in between", between=facts)


def _size() -> tuple[int, int] | None:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return (columns, rows) if columns and rows else None
