"""Elements of HTML and SVG; whatever is no element is escaped."""

from html import escape


class Markup(str):
    """Text that is markup already; all other texts are escaped when they get into an element."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | int) -> Markup:
    """Return an element. An underscore at the end of an attribute's name is dropped: `class_`."""
    shown = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
    )
    return Markup(f"<{tag}{shown}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Markup:
    """Return markup and texts in a row, the texts escaped."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    )
