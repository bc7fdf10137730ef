"""Visibility of a widget on the terminal."""

from textual.geometry import Region
from textual.widget import Widget


def visible_place(widget: Widget, *, is_hollow: bool = False) -> Region | None:
    """Cells of a widget's content, None if any cell of it is covered; `is_hollow` as in Canvas."""
    layout = widget.screen._compositor.visible_widgets
    region, clip = layout.get(widget, (Region(), Region()))
    if not region or clip.intersection(region) != region:
        return None
    ancestors = set(widget.ancestors_with_self)
    for other, (other_region, other_clip) in layout.items():
        if other in ancestors or not region.overlaps(other_region.intersection(other_clip)):
            continue
        if not is_hollow or widget not in other.ancestors:
            return None
    return region.translate(widget.content_offset)
