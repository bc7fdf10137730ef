"""Paths of folders and files; looking them up creates nothing."""

import os
import pwd
import stat
from pathlib import Path

import pytest

from footcoach_tui.boundary.paths import (
    PathError,
    bundled_routines_folder,
    config_file,
    create_private_folder,
    data_folder,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_our_own_variables_come_first(home: Path) -> None:
    chosen = {"FOOTCOACH_DATA_DIR": "/somewhere/data", "FOOTCOACH_CONFIG": "/somewhere/my.toml"}

    assert data_folder(chosen) == Path("/somewhere/data")
    assert config_file(chosen) == Path("/somewhere/my.toml")
    assert list(home.iterdir()) == []


def test_without_them_it_is_the_platforms_place(home: Path) -> None:
    assert data_folder({}).is_relative_to(home)
    assert data_folder({}).name == "footcoach"
    assert config_file({}).is_relative_to(home)
    assert config_file({}).name == "config.toml"
    assert list(home.iterdir()) == []


def test_an_empty_variable_counts_as_not_set(home: Path) -> None:
    empty = {"FOOTCOACH_DATA_DIR": "", "FOOTCOACH_CONFIG": ""}

    assert data_folder(empty).is_relative_to(home)
    assert config_file(empty).is_relative_to(home)


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="XDG paths are Linux's")
def test_xdg_places_are_used_and_relative_ones_ignored(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "d"))
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")

    assert data_folder({}) == home / "d" / "footcoach"
    assert config_file({}) == home / ".config" / "footcoach" / "config.toml"


@pytest.mark.parametrize("value", ["data", "./data", "~/data", "../x"])
def test_a_path_that_depends_on_where_one_stands_is_refused(value: str) -> None:
    with pytest.raises(PathError, match="FOOTCOACH_DATA_DIR: must be an absolute path"):
        data_folder({"FOOTCOACH_DATA_DIR": value})
    with pytest.raises(PathError, match="FOOTCOACH_CONFIG: must be an absolute path"):
        config_file({"FOOTCOACH_CONFIG": value})


@pytest.mark.usefixtures("home")
def test_without_any_home_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.setenv("HOME", "not/absolute")
    monkeypatch.setattr(pwd, "getpwuid", unknown)

    with pytest.raises(PathError, match="set HOME or FOOTCOACH_DATA_DIR"):
        data_folder({})
    with pytest.raises(PathError, match="set HOME or FOOTCOACH_CONFIG"):
        config_file({})


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
