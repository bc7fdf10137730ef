"""File of the people who may sign in: one line per person, the name and the password's hash."""

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, read_with_stat
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.web.errors import WebError

MIN_PASSWORD = 8
_MAX_PASSWORD = 1024
_MAX_BYTES = 1 << 20
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}", re.ASCII)
_NAME_RULE = "a name has small letters, digits, _ and -, at most 31, and begins with a letter"


def is_name(text: str) -> bool:
    """Whether a text may be a person's name, and so the name of a folder."""
    return _NAME.fullmatch(text) is not None


class People:
    """The people in a file, which is read again whenever it is asked."""

    def __init__(self, path: Path, hasher: PasswordHasher | None = None) -> None:
        self._path = path
        self._hasher = hasher or PasswordHasher()
        self._unknown = self._hasher.hash("nobody has this password")
        """Hash that is checked for unknown names, so that they take as long as known ones."""

    def hashes(self) -> Mapping[str, str]:
        """Return the hash of each person. Raises WebError, UnreadableError."""
        content, status = read_with_stat(self._path, _MAX_BYTES)
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            path = clean(str(self._path))
            raise WebError(f"{path}: others can read or change it; run chmod 600 on it")
        return _parsed(self._path, content)

    def verified(self, name: str, password: str) -> str:
        """Return the hash of a person if the password is theirs, else "". Takes 50 ms or more."""
        known = self.hashes().get(name, "")
        try:
            self._hasher.verify(known or self._unknown, password[:_MAX_PASSWORD])
        except (VerificationError, InvalidHashError):
            return ""
        return known

    def add(self, name: str, password: str) -> bool:
        """Add a person, or give one that is there a new password; return whether it is new.

        Raises WebError, UnreadableError, WriteError.
        """
        if not is_name(name):
            raise WebError(f"{quote(name)} cannot be a name: {_NAME_RULE}")
        if len(password) < MIN_PASSWORD or len(password) > _MAX_PASSWORD:
            raise WebError(f"a password has at least {MIN_PASSWORD} characters")
        lines = self._lines_of_others(name)
        is_new = not self._path.exists() or name not in self.hashes()
        text = "\n".join((*lines, f"{name} {self._hasher.hash(password)}", ""))
        write_durably(self._path, text.encode())
        return is_new

    def _lines_of_others(self, name: str) -> list[str]:
        if not self._path.exists():
            return []
        text = read_regular_file(self._path, _MAX_BYTES).decode("utf-8", "replace")
        return [line for line in text.splitlines() if line.split(" ", 1)[0] != name]


def _parsed(path: Path, content: bytes) -> dict[str, str]:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise UnreadableError(path, "is not text in UTF-8") from error
    people: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, hashed = line.strip().partition(" ")
        where = f"{clean(str(path))}, line {number}"
        if not is_name(name):
            raise WebError(f"{where}: {_NAME_RULE}")
        if not hashed.startswith("$argon2"):
            raise WebError(f"{where}: a line is a name, a blank and an argon2 hash")
        if name in people:
            raise WebError(f"{where}: {name} is there twice")
        people[name] = hashed.strip()
    return people
