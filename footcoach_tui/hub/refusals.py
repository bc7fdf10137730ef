"""Sentences for what PostgreSQL and its client library refuse."""

from psycopg import Error, OperationalError

from footcoach_tui.boundary.text import clean
from footcoach_tui.hub.errors import HubError, UnreachableError

_MAX_REASON = 200
_OLDER = "the tables of the hub are older than this footcoach; its admin runs footcoach hub init"
_BY_CODE = {
    "3F000": "the database has no tables of footcoach; its admin runs footcoach hub init",
    "42P01": _OLDER,
    "42703": _OLDER,
    "42501": "the hub does not allow this; its admin can add you with footcoach hub add",
    "23503": "the hub does not know you; its admin can add you with footcoach hub add",
    "23514": "the hub refused a line that does not fit its tables; update footcoach",
    "25006": "this server of the hub can only be read; name the one that takes writes",
    "53100": "the disk of the hub is full; its admin must make room",
    "53300": "the hub has too many connections; try again later",
    "28P01": "the hub refused name or password; see ~/.pgpass, which libpq reads",
}
"""By the code (SQLSTATE) of an error."""
_CONFIGURATION = {
    "password authentication failed": _BY_CODE["28P01"],
    "no password supplied": "the hub asks for a password; put it into ~/.pgpass (mode 0600)",
    "definition of service": "the service is not in ~/.pg_service.conf",
    "root certificate file": "there is no root certificate to check the hub with: "
    "set sslrootcert in ~/.pg_service.conf, or sslrootcert=system",
    "certificate verify failed": "the hub's certificate is not signed by the root in sslrootcert",
    "does not match host name": "the hub's certificate is for another host name",
    "server does not support SSL": "the hub does not offer TLS; nothing is sent without it",
    "no pg_hba.conf entry": "the hub lets no one in from here under this name; ask its admin",
    "database": "",
    "role": "",
}
"""By words of libpq in a failed connection, which trying again does not mend; "" repeats them."""


def connection_error(error: Error) -> HubError:
    """Return the error of a connection that was not made."""
    said = _reason(error)
    if isinstance(error, OperationalError):
        for words, sentence in _CONFIGURATION.items():
            if words in said and (sentence or "does not exist" in said):
                return HubError(sentence or f"the hub refused the connection: {said}")
        return UnreachableError(f"the hub cannot be reached: {said}")
    return HubError(f"the connection string of the hub cannot be used: {said}")


def refusal(error: Error) -> HubError:
    """Return the error of a statement that failed."""
    code = error.sqlstate or ""
    if code in _BY_CODE:
        return HubError(_BY_CODE[code])
    if not code or code[:2] in ("08", "57", "40"):  # lost, shut down, timed out, try again
        return UnreachableError(f"the hub stopped answering: {_reason(error)}")
    return HubError(f"the hub refused: {_reason(error)} ({clean(code)})")


def _reason(error: Error) -> str:
    """Return the first useful line of what the library said, clean."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    text = lines[0] if lines else type(error).__name__
    for mark in ("FATAL:", "failed:", "error:"):
        text = text.rpartition(mark)[2].strip() or text
    return clean(text, _MAX_REASON)
