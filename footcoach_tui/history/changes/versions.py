"""The versions of a session that devices wrote, and which of them holds.

Every change is a new version, a deletion too; none is written over by another device. The
latest written holds, then the higher revision, then the greater name of the device, then the
later month's file: so it does not matter which is read first. An edit is always later than what
it was made from, whatever the clocks say.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from footcoach_tui.history.fields import Document, FieldError, read_whole
from footcoach_tui.history.ids import is_id

DELETED, REVISION, WRITTEN = "deleted", "revision", "written"
_STAMP_FIELDS = frozenset({DELETED, REVISION, WRITTEN})
"""The fields of a stored document that are the store's, and no part of a session."""

_MARKS = r'"revision":([0-9]+),"written":"([0-9TZ:.-]+)"'
_HEAD = (
    r'"([0-9]+)":\{"id":"([0-9A-Z]{26})",(?:'
    r'"date":"([0-9-]{10})","started":"([0-9TZ:.+-]+)"(?:,' + _MARKS + r")?"
    r'|"deleted":true,' + _MARKS + r")[,}]"
)

_STARTED = '"started":"'

_MOST_REVISIONS = 999_999_999
_WRITTEN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
_decoded = json.JSONDecoder().raw_decode
_TICK = timedelta(milliseconds=1)


class Stamp(NamedTuple):
    """When and by whom a version was written; the greater stamp holds. `written` may be ""."""

    written: str = ""
    revision: int = 1
    device: str = ""


class Version(NamedTuple):
    """One stored version of a session; `date` is "" when it is a deletion.

    `content` is its document, or the line of the file that holds it: most are never looked into.
    """

    id: str
    date: str
    path: str
    content: str | Document

    @property
    def device(self) -> str:
        """Who wrote it: the name of the folder."""
        return self.path.rsplit("/", 2)[-2]

    @property
    def stamp(self) -> Stamp:
        """When and by whom it was written."""
        if not isinstance(self.content, str):
            return _stamp(self.content, self.device)
        found = match_head(self.content)
        revision, written, again, deleted = found.groups()[-4:] if found else (None,) * 4
        if again:
            revision, written = again, deleted
        return Stamp(written or "", int(revision or 1), self.device)

    @property
    def started(self) -> datetime:
        """The moment it began, aware. Raises ValueError when its document does not tell."""
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
        """The month (YYYY-MM) in whose file it lies: the session's home."""
        return self.path[-12:-5]

    @property
    def rank(self) -> tuple[Stamp, str]:
        """Of all versions of a session, wherever they stand, that of the greatest holds."""
        return self.stamp, self.month

    @property
    def document(self) -> Document:
        """The stored document. Raises FieldError for a line that is none after all."""
        text = self.content
        if not isinstance(text, str):
            return text
        try:
            document, end = _decoded(text, text.index("{"))
        except (ValueError, RecursionError) as error:
            raise FieldError("line", "cannot be read") from error
        if end != len(text):
            raise FieldError("line", "cannot be read")
        return document  # type: ignore[no-any-return] # its head was looked at


def version_of(document: Document, path: str) -> Version:
    """The version that a document in the month's file `path` is. Raises FieldError."""
    identity = document.get("id")
    if not isinstance(identity, str) or not is_id(identity):
        raise FieldError("id", "must be a ULID: 26 digits and capital letters")
    _stamp(document, "")
    deleted = document.get(DELETED, False)
    if type(deleted) is not bool:
        raise FieldError(DELETED, "must be true, or not be there")
    if deleted:
        return Version(identity, "", path, document)
    return Version(identity, str(document.get("date")), path, document)


def match_head(line: str) -> re.Match[str] | None:
    """How a line of a month's file begins, if it does as it should.

    The groups are number, id, day, moment, revision, and when it was written; of a deletion
    number, id, and behind the empty ones those two.
    """
    return _pattern(_HEAD).match(line)


def current_versions(versions: Iterable[Version]) -> dict[str, Version]:
    """The version that holds of each session, by its id; deletions among them."""
    found: dict[str, Version] = {}
    for version in versions:
        other = found.setdefault(version.id, version)
        if other is not version and other.rank < version.rank:
            found[version.id] = version
    return found


def next_stamp(before: Stamp | None, device: str, now: datetime) -> Stamp:
    """The stamp of a version made at `now` (aware) by `device` from the one `before`."""
    if before is None:
        return Stamp(_text(now), 1, device)
    written = _text(now)
    if before.written:
        try:
            earliest = datetime.fromisoformat(before.written) + _TICK
        except (ValueError, OverflowError):  # the end of time: then the revision decides
            earliest = now
            written = max(written, before.written)
        written = max(written, _text(earliest))
    return Stamp(written, min(before.revision + 1, _MOST_REVISIONS), device)


def with_stamp(document: Document, stamp: Stamp) -> dict[str, object]:
    """The document as it is stored under a stamp: what tells versions apart stands in front."""
    front = {key: document[key] for key in ("id", "date", "started") if key in document}
    marks = {REVISION: stamp.revision, WRITTEN: stamp.written}
    rest = {key: document[key] for key in document if key not in front and key not in _STAMP_FIELDS}
    return front | marks | rest


def deletion(identity: str, stamp: Stamp) -> dict[str, object]:
    """What stands in the place of a session that was deleted."""
    marks = {REVISION: stamp.revision, WRITTEN: stamp.written}
    return {"id": identity, DELETED: True} | marks


def without_stamp(document: Document) -> dict[str, object]:
    """The document without what is the store's."""
    return {key: value for key, value in document.items() if key not in _STAMP_FIELDS}


def _stamp(document: Document, device: str) -> Stamp:
    revision = 1
    if REVISION in document:
        revision = read_whole(document, REVISION, 1, _MOST_REVISIONS)
    written = document.get(WRITTEN, "")
    if WRITTEN in document and not (
        isinstance(written, str) and _pattern(_WRITTEN).fullmatch(written)
    ):
        raise FieldError(WRITTEN, "must be a moment such as 2026-03-06T06:14:09.123Z")
    return Stamp(str(written), revision, device)


def _text(moment: datetime) -> str:
    naive = moment.astimezone(UTC).replace(tzinfo=None)
    return naive.isoformat(timespec="milliseconds") + "Z"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when it is first asked for: most readings do without."""
    return re.compile(text)
