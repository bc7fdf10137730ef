"""Paths of folders and files; looking them up creates nothing."""

import os
import pwd
import re
import stat
from pathlib import Path

import pytest

from footcoach_tui.boundary import paths
from footcoach_tui.boundary.paths import (
    Folders,
    PathError,
    bundled_routines_folder,
    config_file,
    create_private_folder,
    data_folder,
    folders,
)

LINUX_FOLDERS = {
    "data": ".local/share/footcoach",
    "config": ".config/footcoach",
    "state": ".local/state/footcoach",
    "cache": ".cache/footcoach",
}
FIXED = ("/somewhere/state", "/somewhere/cache")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder on Linux; `at_home` is an environment of nothing but it."""
    monkeypatch.setattr(paths, "_USUAL_FOLDERS", LINUX_FOLDERS)
    return tmp_path


def at_home(home: Path, **variables: str) -> dict[str, str]:
    return {"HOME": str(home), **variables}


def test_our_own_variables_come_first(home: Path) -> None:
    chosen = at_home(
        home,
        FOOTCOACH_DATA_DIR="/somewhere/data",
        FOOTCOACH_CONFIG="/somewhere/my.toml",
        FOOTCOACH_STATE_DIR="/somewhere/state",
        FOOTCOACH_CACHE_DIR="/somewhere/cache",
    )

    assert data_folder(chosen) == Path("/somewhere/data")
    assert config_file(chosen) == Path("/somewhere/my.toml")
    assert folders(chosen) == Folders(*map(Path, ("/somewhere/data", *FIXED)))
    assert list(home.iterdir()) == []


def test_without_them_it_is_the_platforms_place(home: Path) -> None:
    assert folders(at_home(home)) == Folders(
        home / ".local/share/footcoach", home / ".local/state/footcoach", home / ".cache/footcoach"
    )
    assert config_file(at_home(home)) == home / ".config/footcoach/config.toml"
    assert list(home.iterdir()) == []


def test_an_empty_variable_counts_as_not_set(home: Path) -> None:
    empty = at_home(
        home,
        FOOTCOACH_DATA_DIR="",
        FOOTCOACH_CONFIG="",
        FOOTCOACH_STATE_DIR="",
        FOOTCOACH_CACHE_DIR="",
        XDG_DATA_HOME="",
    )

    assert folders(empty) == folders(at_home(home))
    assert config_file(empty) == config_file(at_home(home))


def test_xdg_places_are_used_and_relative_ones_ignored(home: Path) -> None:
    environ = at_home(home, XDG_DATA_HOME=str(home / "d"), XDG_CONFIG_HOME="not/absolute")

    assert data_folder(environ) == home / "d" / "footcoach"
    assert config_file(environ) == home / ".config" / "footcoach" / "config.toml"


@pytest.mark.parametrize("value", ["data", "./data", "~/data", "../x"])
def test_a_path_that_depends_on_where_one_stands_is_refused(value: str) -> None:
    with pytest.raises(PathError, match="FOOTCOACH_DATA_DIR: must be an absolute path"):
        data_folder({"FOOTCOACH_DATA_DIR": value})
    with pytest.raises(PathError, match="FOOTCOACH_CONFIG: must be an absolute path"):
        config_file({"FOOTCOACH_CONFIG": value})
    for name in ("FOOTCOACH_STATE_DIR", "FOOTCOACH_CACHE_DIR"):
        with pytest.raises(PathError, match=f"{name}: must be an absolute path"):
            folders({name: value})


def test_without_any_home_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    environ = {"HOME": "not/absolute"}

    with pytest.raises(PathError, match="set HOME or FOOTCOACH_DATA_DIR"):
        data_folder(environ)
    with pytest.raises(PathError, match="set HOME or FOOTCOACH_CONFIG"):
        config_file(environ)
    with pytest.raises(PathError, match="set HOME or FOOTCOACH_STATE_DIR"):
        folders(environ | {"FOOTCOACH_DATA_DIR": "/somewhere"})


def test_a_home_that_is_not_absolute_is_the_users_in_the_system() -> None:
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert data_folder({"HOME": "not/absolute"}).is_relative_to(home)


def test_another_data_folder_has_a_state_and_a_cache_of_its_own(home: Path) -> None:
    def of(data: str) -> Folders:
        return folders(at_home(home, FOOTCOACH_DATA_DIR=data))

    found = [folders(at_home(home)), *map(of, ("/a/data", "/b/data", "/a/Däta: 1", "/", "/.."))]

    assert re.fullmatch(r"data-[0-9a-f]{8}", found[1].state.name)
    assert found[1].state.parent == home / ".local/state/footcoach"
    assert found[1].cache == home / ".cache/footcoach" / found[1].state.name
    assert re.fullmatch(r"D-ta-1-[0-9a-f]{8}", found[3].state.name)
    assert len({place.state for place in found[:5]}) == 5
    assert len({place.cache for place in found[:5]}) == 5
    assert found[4].state == found[5].state


def test_a_data_folder_has_one_state_by_whatever_path(home: Path) -> None:
    usual = home / ".local/share/footcoach"
    usual.mkdir(parents=True)
    (home / "link").symlink_to(usual)
    (home / "real").mkdir()
    (home / "real2").symlink_to("real")

    by_link = folders(at_home(home, FOOTCOACH_DATA_DIR=str(home / "link")))
    by_xdg = folders(at_home(home, XDG_DATA_HOME=str(home / ".local/share")))
    one, two = (
        folders(at_home(home, FOOTCOACH_DATA_DIR=str(home / "real" / ".." / name)))
        for name in ("real", "real2")
    )

    assert by_link.state == by_xdg.state == folders(at_home(home)).state
    assert one.state == two.state


def test_two_places_of_xdg_data_share_no_state(home: Path) -> None:
    one, two = (folders(at_home(home, XDG_DATA_HOME=str(home / name))) for name in ("a", "b"))

    assert len({one.state, two.state, folders(at_home(home)).state}) == 3


@pytest.mark.parametrize("name", ["FOOTCOACH_STATE_DIR", "FOOTCOACH_CACHE_DIR"])
def test_the_data_folder_is_no_place_for_state_or_caches(home: Path, name: str) -> None:
    (home / "data").mkdir()
    (home / "link").symlink_to("data")
    environ = at_home(home, FOOTCOACH_DATA_DIR=str(home / "data"))

    with pytest.raises(PathError, match=f"{name}: must be another folder"):
        folders(environ | {name: str(home / "link")})


def test_a_private_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        create_private_folder(tmp_path / "a" / "b")
    finally:
        os.umask(before)

    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_new_folders_are_durable_and_so_is_one_whose_maker_was_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync
    synced: list[int] = []

    def watched(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", watched)
        create_private_folder(tmp_path / "a" / "b")
        first, synced = synced, []
        create_private_folder(tmp_path / "a" / "b")

    assert {tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino} <= set(first)
    assert synced == [(tmp_path / "a").stat().st_ino]


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)

    create_private_folder(tmp_path)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    with pytest.raises(PathError, match="is not a folder"):
        create_private_folder(tmp_path / "taken")
    with pytest.raises(PathError, match="could not be created"):
        create_private_folder(tmp_path / "taken" / "below")


def test_the_routines_of_a_wheel_come_before_those_of_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "footcoach_tui"
    package.mkdir()
    with pytest.raises(PathError, match="reinstall"):
        bundled_routines_folder(package)

    (tmp_path / "routines").mkdir()
    assert bundled_routines_folder(package) == tmp_path / "routines"

    (package / "_routines").mkdir()
    assert bundled_routines_folder(package) == package / "_routines"


def test_the_routines_that_come_with_us_are_there() -> None:
    assert bundled_routines_folder().is_dir()
