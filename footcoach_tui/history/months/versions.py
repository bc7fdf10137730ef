"""Versions of a session, one for each change on any device, and which of them is current.

Every change is a new version, a deletion too; no device overwrites the version of another. The
latest written is current, then the higher revision, then the greater device name, then the later
month file: the order of reading does not matter. An edit is always later than the version it was
made from, whatever the clocks say.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple, Self

from footcoach_tui.history.fields import Document, FieldError, read_whole
from footcoach_tui.history.ids import is_id

DELETED, REVISION, WRITTEN = "deleted", "revision", "written"
_STAMP_FIELDS = frozenset({DELETED, REVISION, WRITTEN})
"""Fields of a stored document that belong to the store, not to the session."""

_STAMP = r'"revision":([0-9]+),"written":"([0-9TZ:.-]+)"'
_HEAD = (
    r'"([0-9]+)":\{"id":"([0-9A-Z]{26})",(?:'
    r'"date":"([0-9-]{10})","started":"([0-9TZ:.+-]+)"(?:,' + _STAMP + r")?"
    r'|"deleted":true,' + _STAMP + r")[,}]"
)
_STARTED = '"started":"'
_MAX_REVISION = 999_999_999
_WRITTEN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
_decoded = json.JSONDecoder().raw_decode
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
        """The stamp in a stored document. Raises FieldError."""
        revision = 1
        if REVISION in document:
            revision = read_whole(document, REVISION, 1, _MAX_REVISION)
        written = document.get(WRITTEN, "")
        if WRITTEN in document and not (
            isinstance(written, str) and _pattern(_WRITTEN).fullmatch(written)
        ):
            raise FieldError(WRITTEN, "must be a date and time such as 2026-03-06T06:14:09.123Z")
        return cls(str(written), revision, device)

    @classmethod
    def next(cls, previous: "Stamp | None", device: str, now: datetime) -> Self:
        """The stamp of a version made at `now` (aware) by `device` from the `previous` one."""
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
        """The document as it is stored: the fields that tell versions apart come first."""
        front = {key: document[key] for key in ("id", "date", "started") if key in document}
        rest = {
            key: value
            for key, value in document.items()
            if key not in front and key not in _STAMP_FIELDS
        }
        return front | {REVISION: self.revision, WRITTEN: self.written} | rest

    def deletion(self, identity: str) -> dict[str, object]:
        """The document stored for a session that was deleted."""
        return {
            "id": identity,
            DELETED: True,
            REVISION: self.revision,
            WRITTEN: self.written,
        }


class Version(NamedTuple):
    """A stored version of a session; `date` is "" when it is a deletion.

    `content` is its document, or its line of the file: most lines are never parsed.
    """

    id: str
    date: str
    path: str
    content: str | Document

    @classmethod
    def of(cls, document: Document, path: str) -> Self:
        """The version in a document of the month file `path`. Raises FieldError."""
        identity = document.get("id")
        if not isinstance(identity, str) or not is_id(identity):
            raise FieldError("id", "must be a ULID: 26 digits and capital letters")
        Stamp.of(document, "")
        deleted = document.get(DELETED, False)
        if type(deleted) is not bool:
            raise FieldError(DELETED, "must be true, or left out")
        return cls(identity, "" if deleted else str(document.get("date")), path, document)

    @property
    def device(self) -> str:
        """The device that wrote it: the name of the folder."""
        return self.path.rsplit("/", 2)[-2]

    @property
    def stamp(self) -> Stamp:
        if not isinstance(self.content, str):
            return Stamp.of(self.content, self.device)
        head = match_head(self.content)
        revision, written, deletion_revision, deleted = head.groups()[-4:] if head else (None,) * 4
        if deletion_revision:
            revision, written = deletion_revision, deleted
        return Stamp(written or "", int(revision or 1), self.device)

    @property
    def started(self) -> datetime:
        """The start of the session, aware. Raises ValueError where it cannot be read."""
        content = self.content
        if isinstance(content, str):
            begin = content.index(_STARTED) + len(_STARTED)
            moment = datetime.fromisoformat(content[begin : content.index('"', begin)])
        else:
            moment = datetime.fromisoformat(str(content.get("started")))
        if moment.tzinfo is None:
            raise ValueError("the offset is missing")
        return moment

    @property
    def month(self) -> str:
        """The month (YYYY-MM) of the file it is in: the home month of the session."""
        return self.path[-12:-5]

    @property
    def rank(self) -> tuple[Stamp, str]:
        """Sort key: of all versions of a session the greatest is current."""
        return self.stamp, self.month

    @property
    def document(self) -> Document:
        """The stored document. Raises FieldError for a line that is not one."""
        text = self.content
        if not isinstance(text, str):
            return text
        try:
            document, end = _decoded(text, text.index("{"))
        except (ValueError, RecursionError) as error:
            raise FieldError("line", "cannot be read") from error
        if end != len(text):
            raise FieldError("line", "cannot be read")
        return document  # type: ignore[no-any-return] # its head was checked


def match_head(line: str) -> re.Match[str] | None:
    """Match the first fields of a line of a month file.

    Groups: number, id, day, start, revision, written; for a deletion number, id, four empty ones,
    revision, written.
    """
    return _pattern(_HEAD).match(line)


def current_versions(versions: Iterable[Version]) -> dict[str, Version]:
    """The current version of each session, by id; deletions included."""
    current: dict[str, Version] = {}
    for version in versions:
        other = current.setdefault(version.id, version)
        if other is not version and other.rank < version.rank:
            current[version.id] = version
    return current


def without_stamp(document: Document) -> dict[str, object]:
    """The document without the fields of the store."""
    return {key: value for key, value in document.items() if key not in _STAMP_FIELDS}


def same_document(document: Document | None, other: Document | None) -> bool:
    """Whether two versions show the same session: stamps ignored, None equal to a deletion."""
    return _shown(document) == _shown(other)


def _shown(document: Document | None) -> dict[str, object]:
    return {} if document is None or document.get(DELETED) else without_stamp(document)


def _utc_text(moment: datetime) -> str:
    naive = moment.astimezone(UTC).replace(tzinfo=None)
    return naive.isoformat(timespec="milliseconds") + "Z"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compile on first use: most readings need no pattern."""
    return re.compile(text)
