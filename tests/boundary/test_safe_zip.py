"""Zip files of others, in any state. Most kinds of harm are in tests/support/hostile_packs.py."""

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.safe_zip import ZipContent, read_zip

LIMIT = 4096
NAMES = st.text(st.sampled_from("ab./\\:~ é\u202e"), min_size=1, max_size=12)


def zip_of(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(content: bytes) -> ZipContent | None:
    """Return what is read, or None if it is refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        path.write_bytes(content)
        try:
            return read_zip(path, ".toml", LIMIT)
        except UnreadableError as error:
            return None if str(error).isprintable() else pytest.fail("not one plain line")
        finally:
            assert [*Path(folder).iterdir()] == [path]


SOUND = zip_of({"a.toml": b"id = 1\n" * 50, "exercises/b.toml": b"id = 2\n", "README": b"hello"})


def test_a_sound_file_is_read_without_what_is_not_wanted() -> None:
    content = read(SOUND)
    assert content
    assert content.files == {"a.toml": b"id = 1\n" * 50, "exercises/b.toml": b"id = 2\n"}
    assert content.others == ["README"]


@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=6
    ),
    st.integers(0, len(SOUND)),
)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]], end: int) -> None:
    damaged = bytearray(SOUND)
    for place, byte in changes:
        damaged[place] = byte
    for content in (bytes(damaged), bytes(damaged[:end])):
        found = read(content)
        assert found is None or all(len(text) <= LIMIT for text in found.files.values())


@given(st.dictionaries(NAMES.map(lambda name: name + ".toml"), st.just(b""), max_size=3))
def test_every_name_that_is_read_stays_inside(entries: dict[str, bytes]) -> None:
    found = read(zip_of(entries))
    for name in found.files if found else ():
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert not {"..", ".", ""} & set(name.split("/"))
        assert not {"\\", ":", "\0", "\u202e"} & set(name)


@pytest.mark.parametrize("size", [LIMIT, LIMIT + 1])
def test_a_file_may_be_as_large_as_the_limit(size: int) -> None:
    assert bool(read(zip_of({"a.toml": b"#" * size}, zipfile.ZIP_STORED))) == (size == LIMIT)
