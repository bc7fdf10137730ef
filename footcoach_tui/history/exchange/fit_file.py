"""FIT: a session for Garmin Connect, Strava and other services, made by the extra `fit`.

A file holds one session: its sets, the rests between them, and the effort. It follows from the
record alone, so that the same session is the same file, which services take for a duplicate.
"""

from importlib import import_module
from importlib.util import find_spec

from footcoach_tui.history.exchange.fit_messages import fit_messages
from footcoach_tui.session.record import SessionRecord

MISSING_LIBRARY = "A FIT file needs fit-tool: pip install 'footcoach[fit]'"
_MIN_TEXT_BYTES = 50
"""Room of each text: with the same room, one definition does for several messages."""


def can_write_fit() -> bool:
    """Return whether the library is installed; `MISSING_LIBRARY` says how to install it."""
    return find_spec("fit_tool") is not None


def fit_file(record: SessionRecord) -> bytes:
    """Return the file of a session that counts: one with sets that were done, in real time.

    Raises HistoryError for a session that FIT has no room for.
    """
    from fit_tool.fit_file_builder import (  # type: ignore[import-untyped] # noqa: PLC0415 - 100 ms, and an extra
        FitFileBuilder,
    )

    messages = fit_messages(record)
    builder = FitFileBuilder(min_string_size=_MIN_TEXT_BYTES, strict=True)
    for name, fields in messages:
        builder.add(_message(name, fields))
    content: bytes = builder.build_bytes()
    return content


def _message(name: str, fields: dict[str, object]) -> object:
    """Return the library's message of a name, such as `file_id`."""
    module = import_module(f"fit_tool.profile.messages.{name}_message")
    message: object = getattr(module, f"{name.title().replace('_', '')}Message")()
    for field, value in fields.items():
        setattr(message, field, value)
    return message
