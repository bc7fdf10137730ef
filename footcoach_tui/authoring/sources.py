"""Cited works that go with shared files: their text, and those of a pack that are new."""

from collections.abc import Iterable, Mapping

from footcoach_tui.authoring.templates import quoted
from footcoach_tui.boundary.toml import TomlError, parse_toml
from footcoach_tui.library.build import build_source
from footcoach_tui.session.exercise import Source


def sources_text(sources: Iterable[Source]) -> str:
    """Return the text of a file with sources, in the order of their ids."""
    return "\n".join(
        f"[{source.id}]\ncitation = {quoted(source.citation)}\n"
        + (f"link = {quoted(source.link)}\n" if source.link else "")
        for source in sorted(sources, key=lambda source: source.id)
    )


def without_known(content: bytes, known: Mapping[str, Source]) -> bytes:
    """Return a file of sources without those that are known and say the same.

    It is empty if none is left. Anything odd stays: the check finds it.
    """
    try:
        tables = parse_toml(content, "").values
        sources = [build_source(name, table) for name, table in tables.items()]
    except (TomlError, AttributeError, KeyError, TypeError, ValueError):
        return content
    new = [source for source in sources if known.get(source.id) != source]
    return content if len(new) == len(sources) else sources_text(new).encode()
