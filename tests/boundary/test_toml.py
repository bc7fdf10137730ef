import time

import pytest

from footcoach_tui.boundary.toml import TomlError, parse_toml


def problem_lines(content: bytes) -> list[str]:
    """Problems of a content, as lines."""
    with pytest.raises(TomlError) as caught:
        parse_toml(content, "x.toml")
    return [str(problem) for problem in caught.value.problems]


def test_toml_becomes_values() -> None:
    document = parse_toml(b'a = 1\n[b]\nc = "d"\n', "x.toml")
    assert document.values == {"a": 1, "b": {"c": "d"}}
    assert document.file == "x.toml"


def test_a_byte_order_mark_is_no_problem() -> None:
    assert parse_toml(b"\xef\xbb\xbfa = 1\n", "x.toml").values == {"a": 1}


def test_windows_line_ends_are_no_problem() -> None:
    assert parse_toml(b'a = """x\r\ny"""\r\nb = 2\r\n', "x.toml").values == {"a": "x\ny", "b": 2}


def test_an_empty_file_is_an_empty_table() -> None:
    assert parse_toml(b"", "x.toml").values == {}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'a = 1\nb = "\xe9t\xe9"', "2: is not UTF-8 text (byte 0xE9); save the file as UTF-8"),
        (b"a = 1\n\xed\xa0\x80 = 2", "2: is not UTF-8 text (byte 0xED); save the file as UTF-8"),
        (b'a = "\x00"', "1: remove the control character U+0000 NULL"),
        (b'a = 1\nb = "\x1b[2J"', "2: remove the control character U+001B ESCAPE"),
        (b"\r\n# \xc2\x85", "2: remove the control character U+0085 CONTROL CHARACTER"),
        (b"a = 1\rb = 2", "1: remove the control character U+000D CARRIAGE RETURN"),
        (b"a = 1\nb = 2\na = 3\n", "3: this key is already there"),
        (b"[a]\nb = 1\n[a]\n", "3: this table is already there"),
        (b"a = {b = 1, b = 2}", "1: this key is already there"),
        (b"\na = yes\n", "2: this is not a TOML value; text needs quotes"),
        (b"\n\na\n", "3: after a key there must be an = and a value"),
        (b"a = 1 b = 2\n", "1: a line can have only one key and its value"),
        (b"a = [1\nb = 2\n", "2: a list is not closed, or a comma is missing in it"),
        (b'a = "x\nb = 2\n', "1: a text in quotes is not closed on its line"),
        (b'\na = """x\nb = 2\n', "3: a text in quotes is not closed"),
        (b'a = "\\q"', "1: a backslash in a text must be written twice"),
        (b'a = "\\ud800"', "1: is not TOML: Escaped character is not a Unicode scalar value"),
        (b"a = 1\nb = 2025-02-29\n", "2: is not TOML: Invalid date or datetime"),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(content: bytes, line: str) -> None:
    assert problem_lines(content) == [f"x.toml:{line}"]


def test_raw_control_characters_are_told_for_each_line_but_not_without_end() -> None:
    assert problem_lines(b"a = '\x01\x02'\nb = '\x03'\n") == [
        "x.toml:1: remove the control character U+0001 CONTROL CHARACTER",
        "x.toml:2: remove the control character U+0003 CONTROL CHARACTER",
    ]
    assert len(problem_lines(b"\x01\n" * 100_000)) == 20


def test_a_number_of_thousands_of_digits_is_told_with_its_line() -> None:
    assert problem_lines(b"a = 1\nb = " + b"9" * 5000) == [
        "x.toml:2: this number has too many digits"
    ]


def test_brackets_without_end_are_refused_in_one_line_or_many() -> None:
    sentence = "brackets are nested too deeply here"
    assert problem_lines(b"a = 1\nb = " + b"[" * 100_000) == [f"x.toml:2: {sentence}"]
    assert problem_lines(b"a = " + b"[\n" * 100_000) == [f"x.toml:65: {sentence}"]
    assert problem_lines(b"a = " + b"{b=" * 1000) == [f"x.toml:1: {sentence}"]


def test_many_brackets_side_by_side_are_fine() -> None:
    line = "a = [" + "[1], " * 500 + "]\nb = '" + "[]" * 300 + "'\n"
    assert len(parse_toml(line.encode(), "x.toml").values["a"]) == 500


@pytest.mark.parametrize(
    "content",
    [
        ".".join("a" * 20_000) + " = 1",
        f"[{'.'.join('a' * 20_000)}]",
        "x = {" + ".".join("a" * 20_000) + " = 1}",
        " . ".join(['" . "'] * 20_000) + " = 1",
        'x = {y = """\n""", ' + ".".join("a" * 20_000) + " = 1}",
    ],
)  # fmt: skip
def test_a_dotted_key_of_thousands_of_parts_is_refused_at_once(content: str) -> None:
    before = time.process_time()
    (line,) = problem_lines(content.encode())
    assert line.endswith(": has more than 100 dots in one line")
    assert time.process_time() - before < 0.5


def test_the_worst_file_that_is_parsed_is_parsed_in_seconds() -> None:
    keys = "\n".join(f"x{number}." + ".".join("a" * 100) + " = 1" for number in range(1200))
    before = time.process_time()
    assert len(parse_toml(keys.encode(), "x.toml").values) == 1200
    assert time.process_time() - before < 3
