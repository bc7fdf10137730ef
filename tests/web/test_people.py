"""The file of people: names before they are paths, passwords only as hashes."""

import string
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.web.errors import WebError
from footcoach_tui.web.people import People, is_name

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "correct horse"  # noqa: S105 - of a test


@pytest.fixture
def people(tmp_path: Path) -> People:
    return People(tmp_path / "people", QUICK)


def test_who_was_added_can_sign_in_with_the_password_alone(people: People, tmp_path: Path) -> None:
    assert people.add("ann", PASSWORD)
    assert people.verified("ann", PASSWORD) == people.hashes()["ann"]
    assert not people.verified("ann", "wrong horse")
    assert not people.verified("ben", PASSWORD)
    assert not people.verified("ben", "nobody has this password"), "the hash for unknown names"
    assert (tmp_path / "people").stat().st_mode & 0o777 == 0o600
    assert PASSWORD not in (tmp_path / "people").read_text()


def test_a_new_password_replaces_the_old_one_and_leaves_the_others(
    people: People, tmp_path: Path
) -> None:
    (tmp_path / "people").write_text("# the clinic\n")
    (tmp_path / "people").chmod(0o600)
    people.add("ann", PASSWORD)
    people.add("ben", PASSWORD)
    before = people.hashes()
    assert not people.add("ann", "another horse")
    assert not people.verified("ann", PASSWORD)
    assert people.hashes()["ben"] == before["ben"]
    assert (tmp_path / "people").read_text().startswith("# the clinic\n")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../ann",
        "a/b",
        "Ann",
        "-a",
        "_a",
        "1a",
        "a" * 32,
        "a b",
        "a\n",
        "ä",
        "a\0b",
        "\uff41",
    ],
)
def test_what_may_not_be_a_folder_may_not_be_a_name(people: People, name: str) -> None:
    assert not is_name(name)
    with pytest.raises(WebError, match="cannot be a name"):
        people.add(name, PASSWORD)


@given(st.text())
def test_a_name_is_one_part_of_a_path(text: str) -> None:
    if is_name(text):
        assert set(text) <= {*string.ascii_lowercase, *string.digits, "_", "-"}
        assert Path(text).parts == (text,)
        assert ".." not in text


@pytest.mark.parametrize("password", ["", "short", "x" * 2000])
def test_a_password_that_is_too_short_or_endless_is_refused(people: People, password: str) -> None:
    with pytest.raises(WebError, match="at least 8"):
        people.add("ann", password)
    with pytest.raises(UnreadableError):
        people.hashes()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("../ann $argon2id$v=19$x", "line 2: a name has"),
        ("ann secret", "line 2: a line is a name"),
        ("ann", "line 2: a line is a name"),
        ("first $argon2id$v=19$x", "line 2: first is there twice"),
    ],
)
def test_a_line_that_is_wrong_is_named(
    people: People, tmp_path: Path, line: str, said: str
) -> None:
    (tmp_path / "people").write_text(f"first $argon2id$v=19$x\n{line}\n")
    (tmp_path / "people").chmod(0o600)
    with pytest.raises(WebError, match=said):
        people.hashes()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_for_others_is_refused(people: People, tmp_path: Path, mode: int) -> None:
    people.add("ann", PASSWORD)
    (tmp_path / "people").chmod(mode)
    with pytest.raises(WebError, match="chmod 600"):
        people.verified("ann", PASSWORD)


def test_a_broken_hash_lets_nobody_in(people: People, tmp_path: Path) -> None:
    (tmp_path / "people").write_text("ann $argon2id$broken\n")
    (tmp_path / "people").chmod(0o600)
    assert not people.verified("ann", "")
