"""Sequences that show pixels on a terminal: kitty's graphics protocol, and sixel.

kitty stores a picture by a number: it is sent once, and then shown in some 60 bytes. A sixel
picture is sent anew each time, and any text that is written over it erases it.
"""

import fcntl
import termios
from base64 import b64encode
from collections.abc import Iterator
from enum import StrEnum
from struct import Struct, error, unpack_from

from textual.geometry import Region

_PIECE = 4096
"""Bytes of a picture in one sequence, at most."""
_PLACEMENT = 1
"""Number of the one place at which a picture is shown."""
_WINDOW_SIZE = Struct("HHHH")


class Graphics(StrEnum):
    """Protocol for pixels."""

    KITTY = "kitty"
    SIXEL = "sixel"


QUERY = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c"
"""Query for kitty's protocol, with a picture of one pixel, and for device attributes (DA1), among
which sixel is. A terminal without the first ignores it."""


def sent(number: int, png: bytes) -> str:
    """Sequences that have kitty store a PNG by a number."""
    return "".join(_pieces(number, b64encode(png).decode()))


def _pieces(number: int, text: str) -> Iterator[str]:
    for start in range(0, len(text), _PIECE):
        is_more = int(start + _PIECE < len(text))
        head = f"a=t,f=100,i={number},q=2,m={is_more}" if start == 0 else f"q=2,m={is_more}"
        yield f"\x1b_G{head};{text[start : start + _PIECE]}\x1b\\"


def shown(number: int, place: Region) -> str:
    """Sequence that shows a stored picture over the cells of a place."""
    x, y, columns, rows = place
    head = f"a=p,i={number},p={_PLACEMENT},c={columns},r={rows},C=1,q=2"
    return f"\x1b[{y + 1};{x + 1}H\x1b_G{head}\x1b\\"


def hidden(number: int) -> str:
    return f"\x1b_Ga=d,d=i,i={number},p={_PLACEMENT},q=2\x1b\\"


def freed(number: int) -> str:
    """Sequence that hides a stored picture, and frees its memory."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def sixel_shown(sixel: bytes, place: Region) -> str:
    """Sequence that draws a sixel picture at once, so that no half of it is seen."""
    move = f"\x1b[{place.y + 1};{place.x + 1}H"
    return f"\x1b[?2026h\x1b7{move}{sixel.decode()}\x1b8\x1b[?2026l"


def cell_pixels(fd: int) -> tuple[int, int] | None:
    """Width and height of a cell in pixels; None where the line does not have them.

    Terminals set them together with the size in cells, and SSH passes them on.
    """
    try:
        answer = fcntl.ioctl(fd, termios.TIOCGWINSZ, bytes(_WINDOW_SIZE.size))
        rows, columns, width, height = unpack_from(_WINDOW_SIZE.format, answer)
    except (OSError, error):
        return None
    return (width // columns, height // rows) if columns <= width and 0 < rows <= height else None
