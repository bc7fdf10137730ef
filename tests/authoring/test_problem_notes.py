"""Problems as comments above their lines."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from toml_texts import toml_texts

from footcoach_tui.authoring.problem_notes import notes_in, with_notes, without_notes
from footcoach_tui.boundary.problems import Problem


def problem(line: int, key: str = "reps", sentence: str = "is wrong") -> Problem:
    return Problem("x.toml", line, key, sentence)


def test_each_is_above_its_line_and_moves_with_it() -> None:
    text, problems = with_notes("a = 1\n  b = 2\nc = 3\n", [problem(2), problem(2, "", "no")])
    assert text == "a = 1\n  #! reps: is wrong\n  #! no\n  b = 2\nc = 3\n"
    assert [found.line for found in problems] == [4, 4]
    assert without_notes(text) == "a = 1\n  b = 2\nc = 3\n"


@pytest.mark.parametrize("line", [0, 1])
def test_the_schema_stays_on_the_first_line(line: int) -> None:
    text, (found,) = with_notes("#:schema ./x.json\nid = 1\n", [problem(line)])
    assert text == "#:schema ./x.json\n#! reps: is wrong\nid = 1\n"
    assert found.line == line


def test_a_note_beyond_the_end_and_in_an_empty_file() -> None:
    assert with_notes("", [problem(0)])[0] == "#! reps: is wrong\n"
    assert with_notes("\ufeffa = 1", [problem(9)])[0] == "#! reps: is wrong\na = 1"


def test_what_only_looks_like_a_note_stays() -> None:
    text = 'a = """\n#! not a note\n"""\n#! a note\n'
    assert without_notes(text) == 'a = """\n#! not a note\n"""\n'


def test_a_note_that_came_to_be_in_a_text_goes() -> None:
    broken = 'a = """\nx\n'
    noted, _ = with_notes(broken, [problem(2, "", "a text in quotes is not closed")])
    mended = noted + '"""\n'
    assert tomllib.loads(mended)["a"].startswith("#! a text")
    assert without_notes(mended, notes_in(noted)) == 'a = """\nx\n"""\n'


def test_notes_of_a_file_that_is_no_toml_go_as_well() -> None:
    assert without_notes("#! a\nb = \n") == "b = \n"


@given(toml_texts(), st.lists(st.integers(0, 20)))
@example("a = '''\n#! x'''#", [])
def test_a_text_is_the_same_without_its_notes(text: str, lines: list[int]) -> None:
    bare = without_notes(text)
    problems = [problem(line, f"key{number}") for number, line in enumerate(lines)]
    noted, _ = with_notes(bare, problems)
    assert noted.count("\n#! key") + noted.startswith("#! key") <= len(lines)
    assert without_notes(noted, notes_in(noted) - notes_in(bare)) == bare
