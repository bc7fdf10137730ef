"""A screen lays itself out for the size that the terminal has, and for no other.

Stock Textual's screens tell themselves of each new size. When a window is pulled about while a
part of the screen is made anew, two sizes can be under way at once; each is laid out, each is told
again, and neither ever stops: the app is busy for good and hears no key.
"""

from functools import wraps
from typing import Any

from textual.geometry import Size
from textual.screen import Screen

_NAME = "_screen_resized"


def steady(screens: type[Screen[Any]] = Screen) -> bool:
    """Have screens pass over sizes that are out of date.

    False, and nothing done, where these are the screens of another Textual.
    """
    stock = vars(screens).get(_NAME)
    code = getattr(stock, "__code__", None)
    if stock is None or code is None or code.co_varnames[:2] != ("self", "size"):
        return False

    @wraps(stock)
    def resized(screen: Screen[Any], size: Size) -> None:
        if size == screen.app.size:
            stock(screen, size)

    setattr(screens, _NAME, resized)
    return True


def restore(screens: type[Screen[Any]] = Screen) -> None:
    """Leave it to stock Textual again."""
    now = vars(screens)[_NAME]
    setattr(screens, _NAME, getattr(now, "__wrapped__", now))
