"""Rows of files as the index knows them, for changes to the history and for its status."""

import json
import sqlite3
from collections.abc import Collection

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.index.answers import batches
from footcoach_tui.history.index.record_bytes import unpack
from footcoach_tui.history.months.files import NO_STATUS
from footcoach_tui.history.months.versions import Stamp, Version


def current_versions(db: sqlite3.Connection, identities: Collection[str]) -> dict[str, Version]:
    """The current version of each session that has one, deletions included, by id."""
    versions: dict[str, Version] = {}
    for marks, batch in batches(identities):
        rows = db.execute(
            "select version.session, written, revision, device, month, content from version"
            " join file on file.key = version.file left join session on id = version.session"
            " left join record on record.session = session.key"
            f" where is_current and version.session in ({marks})",
            batch,
        )
        for identity, written, revision, device, month, content in rows:
            stamp = Stamp(written, revision, device)
            document = stamp.deletion(identity)
            if content:
                document = stamp.apply(to_document(unpack(content)))
            versions[identity] = Version(identity, stamp, month, document)
    return versions


def state_with_lines(db: sqlite3.Connection, device: str, name: str) -> tuple[int, int]:
    """The state of a file with a session a line; `NO_STATUS` for any other, or an unknown one."""
    sql = "select size, mtime from file where device = ? and name = ? and has_row_lines"
    return db.execute(sql, (device, name)).fetchone() or NO_STATUS


def entries(db: sqlite3.Connection, kind: str) -> list[dict[str, object]]:
    """The documents of the entries of a kind, the latest day first.

    One that was removed in a file is removed, whatever copies of the file say.
    """
    sql = (
        "select distinct document from entry where kind = ? and id not in"
        " (select id from entry where kind = ? and document = '') order by day desc, id desc"
    )
    return [json.loads(text) for (text,) in db.execute(sql, (kind, kind))]


def has_entry(db: sqlite3.Connection, kind: str, identity: str) -> bool:
    """Whether there is such an entry, not removed."""
    sql = "select min(document) > '' from entry where kind = ? and id = ?"
    return bool(db.execute(sql, (kind, identity)).fetchone()[0])
