"""The file of the index damaged, cut off, or that of another: no answer changes.

Every page of it that is not as it was is found out; a few bytes within a page may be believed.
"""

import random
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from history_answers import Answers, answers_when_opened, index_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footcoach_tui.history.index.schema import SCHEMA_NUMBER

_PAGE = 4096
each_example_in_the_same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@dataclass
class SoundIndex:
    """The one file of an index that no process has open, and its bytes while it was sound."""

    path: Path
    content: bytes = field(repr=False)

    def write(self, content: bytes) -> None:
        """Put bytes in the place of whatever index there is."""
        for path in self.path.parent.glob("history-*"):
            path.unlink()
        self.path.write_bytes(content)


@pytest.fixture
def index(folder: Path, expected: Answers) -> SoundIndex:
    assert expected
    (path,) = index_files(folder)
    return SoundIndex(path, path.read_bytes())


def random_bytes(seed: int, count: int) -> bytes:
    return random.Random(seed).randbytes(count)  # noqa: S311 - the same at each run


@each_example_in_the_same_folder
@given(length=st.integers(0, 300_000))
def test_cut_off_anywhere(folder: Path, index: SoundIndex, expected: Answers, length: int) -> None:
    sound = index.content
    index.write(sound[:length])
    assert answers_when_opened(folder) == expected
    assert answers_when_opened(folder) == expected


@each_example_in_the_same_folder
@given(seed=st.integers(0), length=st.integers(0, 100_000), is_header_kept=st.booleans())
def test_filled_with_random_bytes(
    folder: Path,
    index: SoundIndex,
    expected: Answers,
    seed: int,
    length: int,
    *,
    is_header_kept: bool,
) -> None:
    kept = index.content[: 100 * is_header_kept]
    index.write(kept + random_bytes(seed, length))
    assert answers_when_opened(folder) == expected
    assert answers_when_opened(folder) == expected


@each_example_in_the_same_folder
@given(seed=st.integers(0), place=st.floats(0, 1, exclude_max=True), pages=st.integers(1, 4))
def test_with_random_bytes_in_some_of_its_pages(
    folder: Path, index: SoundIndex, expected: Answers, seed: int, place: float, pages: int
) -> None:
    sound = index.content
    start = int(place * len(sound)) // _PAGE * _PAGE
    bad = random_bytes(seed, pages * _PAGE)
    index.write((sound[:start] + bad + sound[start + len(bad) :])[: len(sound)])
    assert answers_when_opened(folder) == expected


@each_example_in_the_same_folder
@given(seed=st.integers(0), place=st.floats(0, 1, exclude_max=True), length=st.integers(1, 600))
def test_random_bytes_anywhere_are_no_traceback(
    folder: Path, index: SoundIndex, expected: Answers, seed: int, place: float, length: int
) -> None:
    sound = index.content
    start = int(place * len(sound))
    bad = random_bytes(seed, length)
    index.write(sound[:start] + bad + sound[start + length :])
    assert answers_when_opened(folder).keys() == expected.keys()


@each_example_in_the_same_folder
@given(seed=st.integers(0), length=st.integers(1, 100_000))
def test_with_random_bytes_for_changes_not_yet_in_it(
    folder: Path, index: SoundIndex, expected: Answers, seed: int, length: int
) -> None:
    index.write(index.content)
    index.path.with_name(f"{index.path.name}-journal").write_bytes(random_bytes(seed, length))
    assert answers_when_opened(folder) == expected


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\0", b"nonsense", b"{}", b"\0" * 8192, b"footcoach days 1\n" * 999],
)
def test_a_file_of_another_kind(
    folder: Path, index: SoundIndex, expected: Answers, content: bytes
) -> None:
    index.write(content)
    assert answers_when_opened(folder) == expected


@pytest.mark.parametrize("number", [-1, 1 << 30, SCHEMA_NUMBER + 1])
def test_the_tables_of_another_version(
    folder: Path, index: SoundIndex, expected: Answers, number: int
) -> None:
    with sqlite3.connect(index.path) as db:
        db.execute(f"pragma user_version = {number}")
        db.execute("drop table done")
    db.close()

    assert answers_when_opened(folder) == expected
    assert index.path not in index_files(folder)


@pytest.mark.parametrize("table", ["session", "record", "done", "file", "words", "version"])
def test_a_table_that_is_gone_though_the_number_is_right(
    folder: Path, index: SoundIndex, expected: Answers, table: str
) -> None:
    with sqlite3.connect(index.path) as db:
        db.execute(f"drop table {table}")
    db.close()
    assert answers_when_opened(folder) == expected


@pytest.mark.parametrize("value", ["null", "7", "'text'", "x'00'", "x''", "x'ff'", "1e300"])
@pytest.mark.parametrize("table", ["record set content", "file set device"])
def test_values_of_another_kind(
    folder: Path, index: SoundIndex, expected: Answers, table: str, value: str
) -> None:
    with sqlite3.connect(index.path) as db:
        db.execute(f"update or replace {table} = {value}")
    db.close()
    assert answers_when_opened(folder) == expected
