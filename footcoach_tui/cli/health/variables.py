"""Variables of the environment that change how footcoach looks or where it looks."""

from collections.abc import Mapping

from footcoach_tui.boundary.folders import CONFIG_VARIABLE, DATA_VARIABLE
from footcoach_tui.boundary.text import quoted
from footcoach_tui.cli.health.finding import Findings, care, note, ok

_MEANINGS = {
    "NO_COLOR": "there are no colours",
    DATA_VARIABLE: "the data folder is there",
    CONFIG_VARIABLE: "the config file is there",
    "PYTHONIOENCODING": "Python writes text so",
    "PYTHONWARNINGS": "warnings of libraries may be shown",
}
_SIZES = {"COLUMNS": 500, "LINES": 300}
_PREFIX = "TEXTUAL"


def check(environ: Mapping[str, str]) -> Findings:
    """Each variable that is set, with what it does."""
    names = [name for name in (*_SIZES, *_MEANINGS) if name in environ]
    names += sorted(name for name in environ if name.startswith(_PREFIX))
    for name in names:
        value = environ[name]
        if name == "NO_COLOR" and not value:
            yield note("NO_COLOR is set to nothing: that asks for nothing", **{name: value})
            continue
        if name in _SIZES:
            yield from _size(name, value)
        else:
            meaning = _MEANINGS.get(name, "Textual, which draws the app, goes by it")
            yield note(f"{name}={quoted(value)}: {meaning}", **{name: value})
    if not names:
        yield ok("nothing is set that matters here")


def _size(name: str, value: str) -> Findings:
    most = _SIZES[name]
    if value.isascii() and value.isdecimal() and len(value) < len("10000") and int(value) <= most:
        yield note(
            f"{name}={value}: it counts more than the terminal's own size",
            f"unset {name}",
            **{name: value},
        )
    else:
        yield care(
            f"{name}={quoted(value)} is no number from 1 to {most}: screens come out wrong",
            f"unset {name}",
            **{name: value},
        )
