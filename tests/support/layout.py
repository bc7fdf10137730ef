"""Layout faults of a screen: cut, hidden or overlapping widgets."""

from collections.abc import Iterator
from itertools import combinations

from rich.cells import cell_len
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList

_ELLIPSIS = "…"


def layout_faults(screen: Screen[object]) -> list[str]:
    """Widgets cut without an ellipsis, out of sight, or overlapping; empty if all is well."""
    shown = {
        widget: (region, clip)
        for widget, (region, clip) in screen._compositor.visible_widgets.items()
        if widget.is_attached and region.overlaps(clip)
    }
    found: list[str] = []
    for widget, (region, clip) in shown.items():
        if isinstance(widget, TextLabel | Input | PaneList) and _is_cut(widget, region, clip):
            found.append(f"{_name(widget)} at {region} reaches beyond {clip}")
        if isinstance(widget, TextLabel):
            found.extend(f"{_name(widget)}: {row!r}" for row in _cut_rows(widget))
        if isinstance(widget, PaneList):
            found.extend(_rows_without_ellipsis(widget))
    found.extend(_overlaps(shown))
    return found


def rendered_rows(widget: Widget) -> list[str]:
    """Texts of a widget, row by row."""
    return [
        "".join(segment.text for segment in widget.render_line(row)).rstrip()
        for row in range(widget.size.height)
    ]


def _is_cut(widget: Widget, region: Region, clip: Region) -> bool:
    if _can_be_scrolled_to(widget):
        return not clip.x <= region.x <= region.right <= clip.right
    return clip.intersection(region) != region


def _can_be_scrolled_to(widget: Widget) -> bool:
    return any(
        isinstance(one, Widget) and one.is_scrollable and one.allow_vertical_scroll
        for one in widget.ancestors
        if one is not widget.screen
    )


def _cut_rows(line: TextLabel) -> Iterator[str]:
    """Rows of a text shown neither in full nor with an ellipsis."""
    content = line._shown
    if not content or not line.content_size.area:
        return
    shown = rendered_rows(line)
    if line.styles.text_wrap == "nowrap":
        wanted = content.plain.split("\n")
        for place, row in enumerate(wanted[: len(shown)]):
            if cell_len(row.rstrip()) > line.content_size.width and _ELLIPSIS not in shown[place]:
                yield row
        yield from wanted[len(shown) :]
        return
    words = content.plain.split()
    missing = [word for word in words if word not in " ".join(shown).split()]
    if missing and cell_len(max(words, key=cell_len)) <= line.content_size.width:
        yield " ".join(missing)


def _rows_without_ellipsis(rows: PaneList) -> Iterator[str]:
    if (rows.styles.text_wrap, rows.styles.text_overflow) != ("nowrap", "ellipsis"):
        yield f"{_name(rows)} cuts rows without an ellipsis"


def _overlaps(shown: dict[Widget, tuple[Region, Region]]) -> Iterator[str]:
    leaves = [
        (widget, region.intersection(clip))
        for widget, (region, clip) in shown.items()
        if isinstance(widget, TextLabel | Input | PaneList) or not widget.children
    ]
    for (one, here), (other, there) in combinations(leaves, 2):
        related = one in other.ancestors or other in one.ancestors
        if not related and here.overlaps(there):
            yield f"{_name(one)} at {here} lies over {_name(other)} at {there}"


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id}"
