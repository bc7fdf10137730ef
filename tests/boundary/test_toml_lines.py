import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.toml import TomlDocument
from footcoach_tui.boundary.toml_lines import KeyPath, line_map

EVERYTHING = '''\
# a comment with = and [brackets]
id = "x" # and one behind
"quoted key" = 1
'literal.key' = 2
"esc\\u0061pe" = 3
text = """
many [[lines]]
id = "not a key" ""\\""" no end
last"""
raw = \'\'\'
\\' also = not
\'\'\'
list = [
  1,
  # not an entry
  [2, "]",
   3], 4,
]
inline = { a = 1, b.c = 2, "d e" = { f = [ { g = 1 }, { g = 2 } ] } }
when = 2024-01-01 10:00:00
a.b.c = 1
a.d = [
  2]

[table] # comment
key = 'x # y'
  [table.sub."dotted.name"]
  key = 1
[[steps]]
reps = 1
  [steps.gate]
  pain = 2
  [[steps.phases]]
  name = "up"
  [[steps.phases]]
  name = "down"
[[ steps ]]
reps = 2
  [steps.swap]
  reps = 3
    [[steps.swap.phases]]
    name = "in"
[out.of.order]
x = 1
[[steps]]
reps = 4
[out.again]
x = 2
[empty]
'''
EXPECTED: list[tuple[KeyPath, int]] = [
    (("id",), 2), (("quoted key",), 3), (("literal.key",), 4), (("escape",), 5), (("text",), 6),
    (("raw",), 10), (("list",), 13), (("list", 0), 14), (("list", 1), 16), (("list", 1, 1), 16),
    (("list", 1, 2), 17), (("list", 2), 17), (("inline",), 19), (("inline", "b", "c"), 19),
    (("inline", "d e", "f", 1, "g"), 19), (("when",), 20), (("a",), 21), (("a", "b", "c"), 21),
    (("a", "d"), 22), (("a", "d", 0), 23), (("table",), 25), (("table", "key"), 26),
    (("table", "sub", "dotted.name"), 27), (("table", "sub", "dotted.name", "key"), 28),
    (("steps",), 29), (("steps", 0), 29), (("steps", 0, "reps"), 30), (("steps", 0, "gate"), 31),
    (("steps", 0, "gate", "pain"), 32), (("steps", 0, "phases"), 33),
    (("steps", 0, "phases", 1), 35), (("steps", 0, "phases", 1, "name"), 36), (("steps", 1), 37),
    (("steps", 1, "swap", "reps"), 40), (("steps", 1, "swap", "phases", 0, "name"), 42),
    (("out", "of", "order", "x"), 44), (("steps", 2), 45), (("steps", 2, "reps"), 46),
    (("out", "again"), 47), (("empty",), 49),
]  # fmt: skip


def line_of(text: str, path: KeyPath) -> int:
    (line,) = TomlDocument("x.toml", text, {}).lines_of([path])
    return line


@pytest.mark.parametrize(("path", "line"), EXPECTED, ids=str)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_each_key_has_its_line(path: KeyPath, line: int, ends: str) -> None:
    tomllib.loads(EVERYTHING)
    assert line_of(EVERYTHING.replace("\n", ends), path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("nothing",), 1),
        (("steps", 1, "exercise"), 37),
        (("steps", 1, "swap", "phases", 0, "seconds"), 41),
        (("table", "sub", "dotted.name", "no"), 27),
        (("inline", "d e", "no"), 19),
        (("list", 9), 13),
        (("steps", 7, "reps"), 29),
        ((), 1),
    ],
)
def test_a_missing_key_has_the_line_of_what_should_hold_it(path: KeyPath, line: int) -> None:
    assert line_of(EVERYTHING, path) == line


def every_path(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    """All paths in some values, without the empty one."""
    if not isinstance(value, dict | list):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [path] * bool(path) + [
        inner_path for key, item in inner for inner_path in every_path(item, (*path, key))
    ]


def test_every_path_that_tomllib_reads_is_found_and_no_other() -> None:
    assert set(line_map(EVERYTHING)) == set(every_path(tomllib.loads(EVERYTHING)))


KEYS = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", '"h\\""', "i . j", "1"])
DATES = ["1979-05-27 07:32:00", "07:32:00"]
LONG_TEXTS = ['"""z\n] = 1"""', "'''w'\n'''"]
SCALARS = st.sampled_from(
    ["1", "1.5", "true", "inf", '"x # [{,"', "'y = ]'", *DATES, *LONG_TEXTS],
)
GAPS = st.sampled_from(["", " ", "\n", " # note ]\n", "\n\n"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(st.tuples(GAPS, inner, GAPS), max_size=3).map(
            lambda parts: "[" + ",".join(map("".join, parts)) + "]"
        )
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        )
    ),
    max_leaves=6,
)
PAIRS = st.dictionaries(KEYS, VALUES, max_size=4).map(
    lambda table: "".join(f"{key} = {value}\n" for key, value in table.items())
)
HEADERS = st.sampled_from(["[t]", "[t.u]", "[[s]]", "[ s.'v' ]", "[[s.w]] # w", "# no table", ""])


@given(PAIRS, st.lists(st.tuples(HEADERS, PAIRS), max_size=6))
def test_whatever_tomllib_reads_is_found(first: str, tables: list[tuple[str, str]]) -> None:
    text = first + "".join(f"{header}\n{pairs}" for header, pairs in tables)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        line_map(text)  # must not raise either
        return
    lines = line_map(text)
    assert set(lines) == set(every_path(values))
    assert list(lines.values()) == sorted(lines.values())


@given(st.text("[]{}=.,#'\"\\\n ab1", max_size=60))
def test_a_text_that_is_not_toml_raises_nothing_and_comes_to_an_end(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in line_map(text).values())


def test_deep_nesting_raises_nothing() -> None:
    assert line_of("a = 1\nb = " + "[\n" * 100_000, ("b",)) == 2
