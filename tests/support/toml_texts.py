"""Generated TOML texts, written as untidily as the format allows: for what lays them out.

python tests/support/toml_texts.py 10000     lays out so many, as the tests do with a few
"""

import sys
import tomllib
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

_BLANK = st.sampled_from(["", "", " ", "  ", "\t"])
_NAMES = st.sampled_from(
    [
        *("id", "title", "summary", "exercise", "reps", "sets", "hold", "tempo", "rest", "effort"),
        *("dose", "steps", "gate", "swap", "poses", "figure", "name", "level", "how", "cues"),
        *("x", "1", "-", "_"),
    ]
)
_COMMENT_TEXT = st.sampled_from(
    ["#", "# a note", "#: ./x.json", '#"""', "# [steps]", "#x = 1", "#! no", "# ü 足", "#  '''  "]
)
_SCALARS = st.sampled_from(
    [
        *("1", "+1", "-0", "1_000", "0x1F", "0o17", "0b1", "1.50", "-2e3", "inf", "-nan", "nan"),
        *("true", "false", "1979-05-27", "1979-05-27 07:32:00", "1979-05-27T07:32:00.5Z"),
        *("07:32:00", '""', "''", '"a # b"', "'a # b'", r'"\u00fc \" \\ \t"', '"[x] {y}, = ]"'),
        *("'C:\\x'", '"""\n  a\n\n\n  # no comment\n[b]\n"""', '"""a\\\n   b"""', '"""a""b"""'),
        *(
            "'''\na\n\n\n#! x'''",
            '""""quoted""""',
            "''''q''''",
            r'"""\"""" """',
            '"  "',
            '"""\r\nx"""',
        ),
    ]
)
_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n"])


@st.composite
def _key(draw: st.DrawFn) -> str:
    parts = []
    for name in draw(st.lists(_NAMES, min_size=1, max_size=2)):
        quotes = draw(st.sampled_from(["", "", "", '"', "'"]))
        parts.append(f"{quotes}{name}{quotes}")
    return f"{draw(_BLANK)}.{draw(_BLANK)}".join(parts)


@st.composite
def _comment(draw: st.DrawFn) -> str:
    """A comment behind something, or nothing."""
    if draw(st.integers(0, 3)):
        return draw(_BLANK)
    return draw(_BLANK) + draw(_COMMENT_TEXT)


@st.composite
def _between(draw: st.DrawFn) -> str:
    """What may stand between two items of an array."""
    pieces = [draw(_BLANK)]
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))):
        pieces += [draw(_comment()), draw(_ENDS), draw(_BLANK)]
    return "".join(pieces)


@st.composite
def _array(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    pieces = ["["]
    items = draw(st.lists(values, max_size=4))
    for index, item in enumerate(items):
        is_last = index == len(items) - 1
        comma = "" if is_last and draw(st.booleans()) else ","
        pieces += [draw(_between()), item, draw(_between()), comma]
    return "".join([*pieces, draw(_between()), "]"])


@st.composite
def _inline_table(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    pairs = [
        f"{draw(_BLANK)}{draw(_key())}{draw(_BLANK)}={draw(_BLANK)}{draw(values)}{draw(_BLANK)}"
        for _ in range(draw(st.integers(0, 3)))
    ]
    return "{" + (",".join(pairs) or draw(_BLANK)) + "}"


VALUES = st.recursive(
    _SCALARS, lambda values: st.one_of(_array(values), _inline_table(values)), max_leaves=6
)


@st.composite
def _line(draw: st.DrawFn) -> str:
    """A line, or the lines of one value: an entry mostly."""
    kind = draw(st.integers(0, 9))
    start, end = draw(_BLANK), draw(_comment()) + draw(_ENDS)
    if kind == 0:
        return start + draw(_ENDS)
    if kind == 1:
        return start + draw(_COMMENT_TEXT) + draw(_ENDS)
    if kind == 2:
        return f"{start}[{draw(_BLANK)}{draw(_key())}{draw(_BLANK)}]{end}"
    if kind == 3:
        return f"{start}[[{draw(_BLANK)}{draw(_key())}{draw(_BLANK)}]]{end}"
    return f"{start}{draw(_key())}{draw(_BLANK)}={draw(_BLANK)}{draw(VALUES)}{end}"


def is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """Valid texts: lines that would make one invalid are left out."""
    text = ""
    for line in draw(st.lists(_line(), max_size=12)):
        if is_toml(text + line):
            text += line
    return text[:-1] if text and draw(st.booleans()) and is_toml(text[:-1]) else text


def _check_many(count: int, check: Callable[[str], Any]) -> None:
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415 - for this script alone

    quiet = settings(
        max_examples=count, deadline=None, database=None, suppress_health_check=[*HealthCheck]
    )
    quiet(given(toml_texts())(check))()


if __name__ == "__main__":
    from tidy_layout import assert_laid_out

    _check_many(int(sys.argv[1]), assert_laid_out)
    print("all as they should be")  # noqa: T201 - a script
