"""`footcoach fmt`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
PutRoutine = Callable[[str, str], Path]

UNTIDY = 'title="Mine"\nid="mine"\n'
TIDY = 'id = "mine"\ntitle = "Mine"\n'


def test_without_names_all_own_files_are_tidied(
    footcoach: Footcoach, put_routine: PutRoutine
) -> None:
    paths = [put_routine(name, UNTIDY) for name in ("a.toml", "exercises/b.toml", "plans/c.toml")]
    other = put_routine("exercises/.hidden.toml", UNTIDY)
    done = footcoach("fmt")
    assert (done.code, done.err) == (0, "")
    assert done.lines == [f"{path}: tidied" for path in paths]
    assert [path.read_text() for path in paths] == [TIDY, TIDY, TIDY]
    assert other.read_text() == UNTIDY
    assert (footcoach("fmt").out, footcoach("fmt", "--check").code) == ("", 0)


def test_with_check_nothing_changes_and_the_exit_code_says_so(
    footcoach: Footcoach, put_routine: PutRoutine
) -> None:
    path = put_routine("mine.toml", UNTIDY)
    done = footcoach("fmt", "--check", "mine")
    assert (done.code, done.out) == (1, f"{path}: is not in this layout; run footcoach fmt\n")
    assert path.read_text() == UNTIDY


def test_a_file_keeps_its_permissions(footcoach: Footcoach, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.toml"
    path.write_text(UNTIDY)
    path.chmod(0o664)
    assert footcoach("fmt", str(path)).code == 0
    assert (path.read_text(), path.stat().st_mode & 0o777) == (TIDY, 0o664)


def test_a_file_that_is_no_toml_is_a_sentence_and_the_others_are_tidied(
    footcoach: Footcoach, put_routine: PutRoutine
) -> None:
    broken, sound = put_routine("a.toml", "id = "), put_routine("b.toml", UNTIDY)
    done = footcoach("fmt")
    assert (done.code, done.err) == (2, "")
    assert done.lines[0].startswith(f"{broken}:1: ")
    assert done.lines[1:] == [f"{sound}: tidied"]
    assert broken.read_text() == "id = "


def test_a_link_to_elsewhere_stays_a_link(footcoach: Footcoach, tmp_path: Path) -> None:
    target, link = tmp_path / "target.toml", tmp_path / "link.toml"
    target.write_text(UNTIDY)
    link.symlink_to(target)
    assert footcoach("fmt", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text() == TIDY


def test_a_link_from_ones_own_folder_to_elsewhere_is_left_alone(
    footcoach: Footcoach, put_routine: PutRoutine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    target = tmp_path / "target.toml"
    target.write_text(UNTIDY)
    link = put_routine("a.toml", "").with_name("link.toml")
    link.symlink_to(target)
    for command in (["fmt"], ["fmt", "link"], ["edit", "link"]):
        done = footcoach(*command)
        assert done.code == 2
        assert "is a link to a place outside its folder" in done.out + done.err
    assert target.read_text() == UNTIDY


def test_bundled_and_unknown_names_are_refused(run_refused: Callable[..., str]) -> None:
    assert run_refused("fmt", "hops-next") == (
        "hops-next comes with footcoach and stays as it is; footcoach edit hops-next makes a copy "
        "of yours"
    )
    assert run_refused("fmt", "hops-nxt") == (
        "no file of yours is called “hops-nxt”. Did you mean “hops-next”?"
    )
    assert run_refused("fmt", "\x1b[2J").startswith("no file of yours is called “[2J”.")
