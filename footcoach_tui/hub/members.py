"""Members of a hub: a role of the database and a row of `person` for each."""

import re
import secrets
from typing import NamedTuple

from psycopg import sql

from footcoach_tui.hub.connection import Connection, transaction
from footcoach_tui.hub.errors import HubError

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SCRAM = b"scram-sha-256"
_PASSWORD_BYTES = 24
_HAS_ROLE = "select exists (select from pg_roles where rolname = %s)"
_HAS_PERSON = "select exists (select from footcoach.person where name = %s)"
_ADD = "insert into footcoach.person (name, shown, is_coach) values (%s, %s, %s)"
_REMOVE = "delete from footcoach.person where name = %s"
_COUNT = "select count(*) from footcoach.version where owner = %s"


class Access(NamedTuple):
    """Place and password of a member; the password is shown once, and stored nowhere."""

    host: str
    port: int
    database: str
    name: str
    password: str


def add_member(connection: Connection, name: str, shown: str, *, is_coach: bool) -> Access:
    """Add a member with a random password. Raises HubError, and psycopg.Error."""
    check_name(name)
    with transaction(connection):
        if _asks(connection, _HAS_ROLE, name):
            raise HubError(
                f"{name} is a member already; --new-password gives another password"
                if _asks(connection, _HAS_PERSON, name)
                else f"the server has a role {name} that is no member; choose another name"
            )
        words = sql.SQL("create role {} login in role footcoach_member password {}")
        password = _set_password(connection, words, name)
        connection.execute(_ADD, (name, shown, is_coach))
    return _access(connection, name, password)


def give_new_password(connection: Connection, name: str) -> Access:
    """Replace the password of a member. Raises HubError, and psycopg.Error."""
    _check_member(connection, name)
    words = sql.SQL("alter role {} password {}")
    return _access(connection, name, _set_password(connection, words, name))


def count_lines(connection: Connection, name: str) -> int:
    """Return the number of lines of a member's history. Raises HubError, and psycopg.Error."""
    _check_member(connection, name)
    row = connection.execute(_COUNT, (name,)).fetchone()
    return int(row[0]) if row else 0


def remove_member(connection: Connection, name: str) -> None:
    """Delete all rows of a member, and the role. Raises HubError, and psycopg.Error."""
    _check_member(connection, name)
    with transaction(connection):
        connection.execute(_REMOVE, (name,))
        connection.execute(sql.SQL("drop role if exists {}").format(sql.Identifier(name)))


def check_name(name: str) -> None:
    """Raise HubError for a name that no member can have."""
    if not _NAME.fullmatch(name) or name.startswith("pg_"):
        raise HubError("a name has 1 to 40 small letters, digits and _, and begins with a letter")


def _check_member(connection: Connection, name: str) -> None:
    check_name(name)
    if not _asks(connection, _HAS_PERSON, name):
        raise HubError(f"{name} is no member of this hub")


def _asks(connection: Connection, question: str, name: str) -> bool:
    row = connection.execute(question.encode(), (name,)).fetchone()
    return bool(row and row[0])


def _set_password(connection: Connection, words: sql.SQL, name: str) -> str:
    """Run a statement with a name and a new password, which the server gets only as a hash."""
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    coded = connection.pgconn.encrypt_password(password.encode(), name.encode(), _SCRAM)
    connection.execute(words.format(sql.Identifier(name), sql.Literal(coded.decode())))
    return password


def _access(connection: Connection, name: str, password: str) -> Access:
    info = connection.info
    return Access(info.host, info.port, info.dbname, name, password)
