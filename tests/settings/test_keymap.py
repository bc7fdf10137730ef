"""Keys that the user may give to commands."""

from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.app.commands.table import KEY_COMMANDS
from footcoach_tui.settings.keymap import key_problems
from footcoach_tui.settings.settings import Settings

Load = Callable[[str], Any]
TAKES = 'keys."session.next": '


def test_a_key_of_another_command_is_refused_until_that_has_another(load: Load) -> None:
    loaded = load('[keys]\n"session.next" = "b"\n')
    assert loaded.lines == [
        f"2: {TAKES}b belongs to session.back; give that another key first",
    ]
    assert loaded.settings == Settings()


def test_two_commands_can_change_keys(load: Load) -> None:
    loaded = load('[keys]\n"session.next" = "b"\n"session.back" = "n"\n')
    assert loaded.problems == ()
    assert loaded.settings.keys == {"session.next": ("b",), "session.back": ("n",)}


def test_two_commands_cannot_be_given_one_key(load: Load) -> None:
    loaded = load('[keys]\n"session.next" = ["x", "y"]\n"session.back" = ["z", "y"]\n')
    assert loaded.lines == [
        '3: keys."session.back": y belongs to session.next; give that another key first',
    ]


def test_with_one_key_refused_none_is_changed_for_they_depend_on_each_other(load: Load) -> None:
    loaded = load('[keys]\n"session.next" = "b"\n"session.back" = "ctrl+i"\n')
    assert [line[:2] for line in loaded.lines] == ["3:"]
    assert loaded.settings.keys == {}


def test_a_command_may_name_its_own_key_again(load: Load) -> None:
    loaded = load('[keys]\n"session.next" = ["n", "n", "x"]\n')
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("key", "same"),
    [("ctrl+i", "tab"), ("ctrl+m", "enter"), ("ctrl+h", "backspace"), ("ctrl+j", "enter")],
)
def test_keys_that_no_terminal_can_tell_apart_are_refused(load: Load, key: str, same: str) -> None:
    loaded = load(f'[keys]\n"session.next" = "{key}"\n')
    assert loaded.lines == [f"2: {TAKES}a terminal cannot tell {key} from {same}"]


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
def test_the_keys_that_always_leave_are_kept_free(load: Load, key: str) -> None:
    assert load(f'[keys]\n"session.next" = "{key}"\n').lines == [f"2: {TAKES}{key} always quits"]


@pytest.mark.parametrize("key", ["x", "X", "7", "space", "f1", "f12", "ctrl+a", "shift+tab", "up"])
def test_keys_there_are(load: Load, key: str) -> None:
    loaded = load(f'[keys]\n"session.next" = "{key}"\n')
    assert loaded.lines == []
    assert loaded.settings.keys["session.next"] == (key,)


@pytest.mark.parametrize("key", ["", "spce", "f13", "ctrl+1", "ctrl+A", "n,b", "ä", "n\\n", "+"])
def test_keys_there_are_not(load: Load, key: str) -> None:
    (line,) = load(f'[keys]\n"session.next" = "{key}"\n').lines
    assert line.startswith(f"2: {TAKES}“")
    assert line.endswith("” is not the name of a key; see docs/keys.md")


@pytest.mark.parametrize("value", ["[]", "7", '["x", 7]', '{ a = "x" }', "true"])
def test_keys_of_another_kind_are_refused(load: Load, value: str) -> None:
    assert load(f'[keys]\n"session.next" = {value}\n').lines == [
        f'2: {TAKES}must be a key or a list of keys, such as ["n", "right"]'
    ]


@pytest.mark.parametrize("value", ['"n"', "[]", "3"])
def test_keys_must_be_a_table(load: Load, value: str) -> None:
    assert load(f"keys = {value}").lines == [
        '1: keys: must be a table, such as [keys] with "session.next" = "n"'
    ]


def test_the_usual_keys_of_the_app_are_keys_a_person_could_choose() -> None:
    usual = {command.id: command.keys for command in KEY_COMMANDS}
    assert list(key_problems(usual, usual)) == []


def test_commands_that_share_a_key_by_default_may_share_others_too() -> None:
    """They are never on the same screen."""
    commands = {"session.next": ("right", "n"), "app.compose": ("n",), "app.help": ("h",)}
    assert [*key_problems({"session.next": ("X",), "app.compose": ("X",)}, commands)] == []
    assert [*key_problems({"session.next": ("n",)}, commands)] == []
    assert [*key_problems({"app.compose": ("h",)}, commands)] == [
        ("app.compose", "h belongs to app.help; give that another key first")
    ]
