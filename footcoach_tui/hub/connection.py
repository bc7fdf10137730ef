"""Connection to a hub: over TLS with the server's certificate checked, or a local socket."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
from psycopg import conninfo
from psycopg.rows import TupleRow

from footcoach_tui.hub.errors import HubError
from footcoach_tui.hub.refusals import connection_error, refusal

Connection = psycopg.Connection[TupleRow]

NEEDED_MIGRATION = 2
"""Number of the newest migration whose tables are used; later ones only add."""
_SAFE = {"sslmode": "verify-full", "gssencmode": "disable", "application_name": "footcoach"}
"""Always so, also against a service file; libpq passes over sslmode on a local socket."""
_USUAL: dict[str, Any] = {
    "connect_timeout": 5,
    "target_session_attrs": "read-write",  # what a replica has not got yet would be missed
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,  # milliseconds
}
_TIMEOUT = "set local statement_timeout = '60s'"
_SNAPSHOT = "set transaction isolation level repeatable read, read only"
_IDENTITY = """\
select (select system_identifier from pg_control_system()) || '-'
    || (select timeline_id from pg_control_checkpoint()) || '/' || current_database(),
    current_user::text, coalesce((select max(number) from footcoach.migration), 0)"""


class HubIdentity(NamedTuple):
    """Hub and user. `epoch` changes with the cluster, and when a replica takes its place.

    Then what was sent may be gone, and numbers of transactions begin anew.
    """

    epoch: str
    user: str
    migration: int


@contextmanager
def connect(text: str) -> Iterator[Connection]:
    """Open a connection by a connection string of libpq. Raises HubError, also for statements.

    Each statement is a transaction of its own, unless it is in `transaction()`.
    """
    try:
        given = conninfo.conninfo_to_dict(text)
    except psycopg.Error as error:
        raise connection_error(error) from None
    if "password" in given:
        raise HubError("a password does not belong into the connection string: use ~/.pgpass")
    if given.get("sslmode", "verify-full") != "verify-full":
        raise HubError("the hub is only used with sslmode=verify-full; leave sslmode out")
    options = {key: value for key, value in _USUAL.items() if key not in given} | _SAFE
    try:
        connection = psycopg.connect(text, autocommit=True, prepare_threshold=None, **options)
    except psycopg.Error as error:
        raise connection_error(error) from None
    with connection:
        try:
            yield connection
        except psycopg.Error as error:
            raise refusal(error) from error


@contextmanager
def transaction(connection: Connection, *, is_snapshot: bool = False) -> Iterator[None]:
    """Run statements in one transaction; with `is_snapshot` all of them see the same moment."""
    with connection.transaction():
        if is_snapshot:
            connection.execute(_SNAPSHOT)
        connection.execute(_TIMEOUT)
        yield


def identify(connection: Connection) -> HubIdentity:
    """Return what hub this is. Raises HubError if its tables are older than this footcoach."""
    row = connection.execute(_IDENTITY).fetchone()
    assert row  # noqa: S101 - a query without a table has one row
    identity = HubIdentity(*row)
    if identity.migration < NEEDED_MIGRATION:
        raise HubError(
            "the tables of the hub are older than this footcoach; its admin runs footcoach hub init"
        )
    return identity
