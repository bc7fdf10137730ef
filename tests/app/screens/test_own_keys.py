"""On each screen a key gives one command, though screens share keys."""

import importlib
import pkgutil

import pytest

from footcoach_tui.app import screens
from footcoach_tui.app.screens.base import CommandScreen


def _all(kind: type[CommandScreen]) -> list[type[CommandScreen]]:
    return [kind, *(each for child in kind.__subclasses__() for each in _all(child))]


for module in pkgutil.iter_modules(screens.__path__):
    importlib.import_module(f"{screens.__name__}.{module.name}")


@pytest.mark.parametrize("screen", _all(CommandScreen))
def test_a_key_gives_one_command_of_a_screen(screen: type[CommandScreen]) -> None:
    assert screen._merged_bindings
    shared = {
        key: actions
        for key, found in screen._merged_bindings.key_to_bindings.items()
        if len(actions := {each.action for each in found}) > 1
    }
    assert shared == {}
