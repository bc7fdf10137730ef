"""Tables of a hub, made and changed by numbered SQL files, each once."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from footcoach_tui.hub.connection import Connection, transaction

_LOCK = "select pg_advisory_xact_lock(hashtext('footcoach hub init'))"
_APPLIED = "select number from footcoach.migration"
_NOTE = "insert into footcoach.migration (number, name) values (%s, %s)"
_EXISTS = "select to_regclass('footcoach.migration') is not null"
_IS_RESTORED = "select exists (select from footcoach.version where tx > pg_current_xact_id())"
_RENUMBER = """\
alter table footcoach.version disable trigger keep_later;
update footcoach.version set tx = pg_current_xact_id()
    where tx > pg_current_xact_id();
alter table footcoach.version enable trigger keep_later"""
"""Lines restored from a dump have numbers of transactions of another server: all could be later
than those to come, and would be fetched each time."""


class Migration(NamedTuple):
    """File such as 001-versions.sql: its number, its name, and its statements."""

    number: int
    name: str
    statements: bytes


def migrations() -> tuple[Migration, ...]:
    """Return the migrations of this footcoach, in their order."""
    found = (files("footcoach_tui.hub") / "migrations").iterdir()
    return tuple(sorted(_read(file) for file in found if file.name.endswith(".sql")))


def migrate(connection: Connection) -> tuple[Migration, ...]:
    """Apply the migrations that the database has not got: all or none. Returns them.

    Two at once wait for each other. Raises psycopg.Error.
    """
    with transaction(connection):
        connection.execute(_LOCK)
        row = connection.execute(_EXISTS).fetchone()
        applied = set()
        if row and row[0]:
            applied = {number for (number,) in connection.execute(_APPLIED)}
        missing = tuple(each for each in migrations() if each.number not in applied)
        for migration in missing:
            connection.execute(migration.statements)
            connection.execute(_NOTE, migration[:2])
        row = connection.execute(_IS_RESTORED).fetchone()
        if row and row[0]:
            connection.execute(_RENUMBER)
    return missing


def _read(file: Traversable) -> Migration:
    number = int(file.name.partition("-")[0])
    return Migration(number, file.name.removesuffix(".sql"), file.read_bytes())
