"""Layout of files: they say the same before and after it."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from tidy_layout import assert_laid_out
from toml_texts import toml_texts

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.authoring.layout import layout_of
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.boundary.toml import TomlError

BUNDLED = sorted(bundled_routines_folder().rglob("*.toml"))
DOCS = Path(__file__).parents[2] / "docs"

UNTIDY = """\


# Mine, since May

#   the id
title="Mine"   # shown
id =  'mine'
level= 1


[[steps]]
reps=8      # few
 "exercise"  =  "toe-yoga"
tempo=[1,0 , 1]
# done
[steps . gate]
requires=["a",
   "b", # why
"c" ]
pain_max= 2
phases = [ {name="up",seconds=1.50 } ]
# the second
[[steps]]
exercise = "x"
# the end
"""
TIDY = """\
# Mine, since May

id = 'mine'
#   the id
title = "Mine"   # shown
level = 1

[[steps]]
"exercise" = "toe-yoga"
reps = 8      # few
tempo = [1, 0, 1]

# done
[steps.gate]
pain_max = 2
requires = [
    "a",
    "b",  # why
    "c",
]
phases = [{ name = "up", seconds = 1.50 }]

# the second
[[steps]]
exercise = "x"
# the end
"""


def lay_out(text: str, name: str = "x.toml") -> str:
    return layout_of(text.encode(), Path(name))


def test_an_untidy_file_gets_the_layout_of_the_docs() -> None:
    assert lay_out(UNTIDY) == TIDY
    assert lay_out(TIDY) == TIDY


@given(toml_texts())
@example("")
@example("#: x\n# y\na = 1")
@example("title = 1\n#: x\n#\nid = 1")
@example("a = [ # x\n\n# y\n\n1 # z\n,2,\n3 ]\r\n")
@example('[a]\n# x\n\n# y\nb = """\n\n\n"""\n# z\n\na = 1\n\n\n# end')
def test_a_text_says_the_same_in_its_layout(text: str) -> None:
    assert_laid_out(text)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_files_have_the_layout(path: Path) -> None:
    content = path.read_bytes()
    assert layout_of(content, path).encode() == content, "run footcoach fmt with this file"


def test_the_examples_of_the_docs_have_the_layout() -> None:
    texts = [
        text
        for name in ("routine", "plan")
        for text in re.findall(
            r"```toml\n(.*?)```", (DOCS / f"{name}-format.md").read_text(), re.DOTALL
        )
    ]
    assert len(texts) == 5
    assert [text for text in texts if lay_out(text) != text] == []


def test_comments_go_where_their_key_goes() -> None:
    text = "# about the level\nlevel = 1\n\n# about the id\nid = 'a'  # short\n"
    assert lay_out(text) == "# about the id\nid = 'a'  # short\n# about the level\nlevel = 1\n"


def test_the_schema_stays_on_the_first_line() -> None:
    assert lay_out("#:schema ./x.json\nlevel = 1\nid = 'a'\n") == (
        "#:schema ./x.json\n\nid = 'a'\nlevel = 1\n"
    )


def test_items_on_one_line_stay_on_one_line() -> None:
    assert lay_out("a = [ # all\n1,2,\n\n 3,    # three\n\n# four\n]\n") == (
        "a = [  # all\n    1, 2,\n\n    3,    # three\n\n    # four\n]\n"
    )


def test_a_byte_order_mark_and_other_line_ends_go() -> None:
    assert layout_of(b"\xef\xbb\xbfa=1\r\n", Path("x.toml")) == "a = 1\n"


@pytest.mark.parametrize("content", [b"a = ", b"\xff", b"a = 1\na = 2", b"a = \x00"])
def test_what_is_not_toml_is_a_problem(content: bytes) -> None:
    with pytest.raises(TomlError):
        layout_of(content, Path("x.toml"))


def test_a_layout_that_would_say_something_else_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("footcoach_tui.authoring.layout.sort_keys", _lose_an_entry)
    with pytest.raises(AuthoringError, match="left as it is"):
        lay_out("a = 1\n")


def _lose_an_entry(text: object, *_: object) -> None:
    text.tables[0].entries.clear()  # type: ignore[attr-defined]
