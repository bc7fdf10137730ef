"""How the app will look here: colours, theme, signs and motion, each with why."""

from collections.abc import Mapping

from footcoach_tui.app.looks.look import Depth, Preferences, Wishes, look_of, shown_theme
from footcoach_tui.app.looks.palettes import EMBER
from footcoach_tui.cli.health.finding import Findings, note, ok


def check(encoding: str, environ: Mapping[str, str], tastes: Preferences) -> Findings:
    """What the app would choose if it were opened now without options."""
    look, because = look_of(Wishes(), tastes, environ, encoding)
    term, colorterm = environ.get("TERM", ""), environ.get("COLORTERM", "")
    facts = {"term": term, "colorterm": colorterm, "colours": str(look.depth)}
    named = f"TERM={term}, COLORTERM {colorterm or 'not set'}"
    told = f"{named}: {look.depth} colours, for {because.depth}"
    if look.depth is Depth.SIXTEEN:
        more = "if the terminal can show more, set COLORTERM=truecolor"
        yield note(told, more, **facts)
    else:
        yield ok(told, **facts)
    theme, wanted = shown_theme(look), look.theme or EMBER.name
    stands_in = f", in place of {wanted}" if theme != wanted else ""
    yield ok(f"theme {theme}{stands_in}, for {because.theme}", theme=theme)
    glyphs = "ascii" if look.ascii else "unicode"
    if look.ascii:
        told = f"signs and figures in ASCII, no braille, for {because.glyphs}"
        more = 'glyphs = "unicode" in the settings if the terminal shows more'
        yield note(told, more, glyphs=glyphs, braille=False)
    else:
        told = f"signs in Unicode, figures in braille, for {because.glyphs}"
        yield ok(told, glyphs=glyphs, braille=True)
    moves = "nothing moves but the count" if look.calm else "figures move"
    yield ok(f"{moves}, for {because.calm}", calm=look.calm)
