"""A function is known again by its source, and any change of it is seen."""

import importlib.util
import inspect
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from textual.app import App
from textual.screen import Screen

from footcoach_tui.app.terminal.fingerprints import _block, of_functions, of_modules

SOURCE = '''\
"""A module."""


class Box:
    @property
    def size(self) -> int:
        return 3

    def add(
        self,
        one: int,
    ) -> list[int]:
        """Add."""

        def inner() -> int:
            return one

        if one:
            return [
                inner(),
                1,
            ]

        return []

    def other(self) -> None:
        pass
'''


@pytest.fixture
def module(tmp_path: Path) -> Callable[[str], ModuleType]:
    """A module with some source."""

    def load(source: str) -> ModuleType:
        path = tmp_path / f"made_{len(list(tmp_path.iterdir()))}.py"
        path.write_text(source, encoding="utf-8")
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec
        assert spec.loader
        made = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made)
        return made

    return load


@pytest.mark.parametrize(
    "change", [("one: int", "one: str"), ("return one", "return 1"), ("1,", "2,")]
)
def test_any_change_of_a_function_is_seen(
    module: Callable[[str], ModuleType], change: tuple[str, str]
) -> None:
    same, other = module(SOURCE), module(SOURCE.replace(*change))
    assert of_functions([module(SOURCE).Box.add]) == of_functions([same.Box.add])
    assert of_functions([other.Box.add]) != of_functions([same.Box.add])


@pytest.mark.parametrize("change", [("return 3", "return 4"), ("pass", "return"), ('"A ', '"My ')])
def test_a_change_elsewhere_is_not(
    module: Callable[[str], ModuleType], change: tuple[str, str]
) -> None:
    same, other = module(SOURCE), module(f"# moved\n{SOURCE.replace(*change)}")
    assert of_functions([other.Box.add]) == of_functions([same.Box.add])


@pytest.mark.parametrize("function", [App._display, Screen._compositor_refresh, App.run])
def test_it_is_the_whole_function(function: Callable[..., object]) -> None:
    code = inspect.unwrap(function).__code__
    lines = Path(code.co_filename).read_bytes().splitlines()
    told = inspect.getsource(code).encode().splitlines()
    assert _block(lines, code) == [line for line in told if line.strip()]


def test_what_has_no_source_is_told() -> None:
    for lacking in (len, None, eval("lambda: 0")):  # noqa: S307 - a function from no file
        with pytest.raises(OSError, match=r"."):
            of_functions([lacking])
    with pytest.raises(OSError, match=r"textual\.nothing"):
        of_modules(["textual.nothing"])
