"""Textual without work whose result no test of a headless app reads."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region

_STOCK_PARSE_RULES = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


@pytest.fixture(scope="module", autouse=True)  # without __init__.py, a package's is the session's
def headless_textual() -> Iterator[None]:
    """Parse styles once for all apps; render what changed, but do not join it to lines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _parse_rules)
        patch.setattr(Compositor, "render_update", _render_update)
        yield


def _parse_rules(sheet: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
    key = (*sheet._variables.items(), *args, *options.items())
    if key not in _parsed:
        _parsed[key] = _STOCK_PARSE_RULES(sheet, *args, **options)
    return _parsed[key]


def _render_update(compositor: Compositor, screen_stack: Any) -> None:
    """Render the widgets of all that changed, as Textual does before it sends the lines."""
    visible_screen_stack.set(screen_stack)
    changed = compositor._dirty_regions.copy()
    compositor._dirty_regions.clear()
    if changed:
        crop = Region.from_union(changed).intersection(compositor.size.region)
        list(compositor._get_renders(crop))
