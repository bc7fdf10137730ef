"""What a session is to become: the version that is written, and how it is taken back."""

from collections.abc import Mapping
from datetime import datetime

from footcoach_tui.history.changes.undo_log import UndoChange
from footcoach_tui.history.changes.versions import (
    DELETED,
    Version,
    deletion,
    next_stamp,
    with_stamp,
    without_stamp,
)
from footcoach_tui.history.codec import with_unknown_fields
from footcoach_tui.history.fields import Document

WriteRequest = tuple[str, str, Document | None]
"""A session's id, its home month, and what it is to be: None when it is to go."""


def new_version(
    one: WriteRequest, old: Version | None, device: str, now: datetime, *, exact: bool
) -> tuple[UndoChange, dict[str, object]]:
    """What `device` writes `now` (aware) in the place of the version `old`, and the change it is.

    Fields unknown here are carried over from that version, unless `exact`.
    """
    stamp = next_stamp(old.stamp if old else None, device, now)
    before = old.document if old else None
    identity, home, wished = one
    change = UndoChange(identity, home, before, stamp)
    if wished is None:
        return change, deletion(identity, stamp)
    if exact:
        return change, with_stamp(wished, stamp)
    document = dict(wished)
    if before is not None and not before.get(DELETED):
        document["device"] = document["device"] or before.get("device", "")
        document = with_unknown_fields(without_stamp(before), document)
    document["device"] = document["device"] or device
    return change, with_stamp(document, stamp)


def same_document(one: Document | None, other: Document | None) -> bool:
    """Whether two versions show the same: stamps aside, and nothing is like a deletion."""
    return _bare(one) == _bare(other)


def _bare(document: Document | None) -> Mapping[str, object]:
    return {} if document is None or document.get(DELETED) else without_stamp(document)
