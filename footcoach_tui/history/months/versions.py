"""Versions of a session, one for each change on any device, and which of them is current.

Every change is a new version, a deletion too; no device overwrites the version of another. The
latest written is current, then the higher revision, then the greater device name, then the later
month file: the order of reading does not matter. An edit is always later than the version it was
made from, whatever the clocks say.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Self

from footcoach_tui.history.fields import ID, Document, FieldError, whole

DELETED, REVISION, WRITTEN = "deleted", "revision", "written"
_STAMP_FIELDS = frozenset({DELETED, REVISION, WRITTEN})
"""Fields of a stored document that belong to the store, not to the session."""
_MAX_REVISION = 999_999_999
_REVISION = whole(1, _MAX_REVISION)
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
"""Not compiled here: most readings need no pattern."""
_TICK = timedelta(milliseconds=1)


class Stamp(NamedTuple):
    """Time and author of a version; the version with the greatest is current.

    `written` may be "": files of the first schema have none.
    """

    written: str = ""
    revision: int = 1
    device: str = ""

    @classmethod
    def of(cls, document: Document, device: str) -> Self:
        """Return the stamp in a stored document. Raises FieldError."""
        revision, written = 1, document.get(WRITTEN, "")
        if REVISION in document:
            revision = _REVISION.read(document[REVISION], REVISION)
        if WRITTEN in document and not (isinstance(written, str) and re.fullmatch(_TIME, written)):
            raise FieldError(WRITTEN, "must be a date and time such as 2026-03-06T06:14:09.123Z")
        return cls(str(written), revision, device)

    @classmethod
    def next(cls, previous: "Stamp | None", device: str, now: datetime) -> Self:
        """Return the stamp of a version made at `now` (aware) from the `previous` one."""
        written = _utc_text(now)
        if previous is None:
            return cls(written, 1, device)
        if previous.written:
            try:
                written = max(written, _utc_text(datetime.fromisoformat(previous.written) + _TICK))
            except (ValueError, OverflowError):  # the year 9999 ends: then the revision decides
                written = max(written, previous.written)
        return cls(written, min(previous.revision + 1, _MAX_REVISION), device)

    def apply(self, document: Document) -> dict[str, object]:
        """Return the document as it is stored: the fields that tell versions apart come first."""
        front = {key: document[key] for key in ("id", "date", "started") if key in document}
        rest = {key: value for key, value in document.items() if key not in front}
        stamp = {REVISION: self.revision, WRITTEN: self.written}
        return front | stamp | without_stamp(rest)

    def deletion(self, identity: str) -> dict[str, object]:
        """Return the document stored for a session that was deleted."""
        stamp = {REVISION: self.revision, WRITTEN: self.written}
        return {"id": identity, DELETED: True, **stamp}


class Version(NamedTuple):
    """Version of a session as it is stored in a file of the `month` (YYYY-MM)."""

    id: str
    stamp: Stamp
    month: str
    document: Document

    @classmethod
    def of(cls, document: Document, device: str, month: str) -> Self:
        """Return the version in a stored document. Raises FieldError."""
        identity = ID.read(document.get("id"), "id")
        stamp = Stamp.of(document, device)
        if type(document.get(DELETED, False)) is not bool:
            raise FieldError(DELETED, "must be true, or left out")
        return cls(identity, stamp, month, document)

    @property
    def is_deletion(self) -> bool:
        return bool(self.document.get(DELETED))


def without_stamp(document: Document) -> dict[str, object]:
    """Return the document without the fields of the store."""
    return {key: value for key, value in document.items() if key not in _STAMP_FIELDS}


def same_document(document: Document | None, other: Document | None) -> bool:
    """Whether two versions show the same session: stamps ignored, None equal to a deletion."""
    return _shown(document) == _shown(other)


def _shown(document: Document | None) -> dict[str, object]:
    return {} if document is None or document.get(DELETED) else without_stamp(document)


def _utc_text(moment: datetime) -> str:
    naive = moment.astimezone(UTC).replace(tzinfo=None)
    return naive.isoformat(timespec="milliseconds") + "Z"
