"""Visits: who is signed in, by the secret in a cookie; and how often a sign-in may fail."""

import secrets
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

_MAX_FAILURES = 5
_FAILURE_SECONDS = 300.0
"""Seconds in which a name may fail so often; then it waits."""

_VISIT_SECONDS = 12 * 3600.0
_MAX_VISITS = 1000


class Visit(NamedTuple):
    """A signed-in browser: the person, the hash of the password then, and when it ends."""

    name: str
    hashed: str
    ends: float


class Visits:
    """Browsers that are signed in, in memory only: a new server asks everyone again."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._visits: dict[str, Visit] = {}

    def begin(self, name: str, hashed: str = "") -> str:
        """Sign a browser in; return the secret for its cookie."""
        now = self._now()
        self._visits = {key: visit for key, visit in self._visits.items() if visit.ends > now}
        while len(self._visits) >= _MAX_VISITS:
            del self._visits[next(iter(self._visits))]
        secret = secrets.token_urlsafe(32)
        self._visits[secret] = Visit(name, hashed, now + _VISIT_SECONDS)
        return secret

    def find(self, secret: str) -> Visit | None:
        visit = self._visits.get(secret)
        return visit if visit and visit.ends > self._now() else None

    def end(self, secret: str) -> None:
        self._visits.pop(secret, None)


class SignInLimit:
    """Limit of failed sign-ins a name; all unknown names count as one."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._failures: dict[str, deque[float]] = {}

    def is_reached(self, name: str) -> bool:
        failures = self._failures.get(name, ())
        since = self._now() - _FAILURE_SECONDS
        return sum(moment > since for moment in failures) >= _MAX_FAILURES

    def note_failure(self, name: str) -> None:
        self._failures.setdefault(name, deque(maxlen=_MAX_FAILURES)).append(self._now())

    def forget(self, name: str) -> None:
        """Forget the failures of a name, as it has signed in."""
        self._failures.pop(name, None)
