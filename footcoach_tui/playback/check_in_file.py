"""Unfinished check-in, in a small file of the state folder, so that it can be resumed."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.coach.answers.documents import mapping, text
from footcoach_tui.coach.questions.check_in_flow import CheckInFlow, TypedKey

_FILE_NAME = "check-in.json"
_MAX_BYTES = 16 * 1024
_MAX_AGE = timedelta(hours=4)


class CheckInFile:
    """File with the keys of the check-in that is under way. Write errors are ignored."""

    def __init__(self, state: Path) -> None:
        self._path = state / _FILE_NAME

    def save(self, flow: CheckInFlow, now: datetime) -> None:
        """Store the keys typed so far; `now` is aware local time."""
        content = {
            "routine": flow.setting.routine.id,
            "at": now.isoformat(),
            "keys": [list(each) for each in flow.typed],
        }
        with suppress(OSError, PathError, WriteError):
            create_private_folder(self._path.parent)
            write_atomically(self._path, json.dumps(content).encode())

    def resume(self, flow: CheckInFlow, now: datetime) -> CheckInFlow:
        """Return a flow after the keys that were typed earlier today for the same routine."""
        try:
            content = mapping(json.loads(read_regular_file(self._path, _MAX_BYTES)))
            at = datetime.fromisoformat(text(content.get("at")))
            is_fresh = at.date() == now.date() and timedelta() <= now - at <= _MAX_AGE
        except (UnreadableError, ValueError, TypeError, RecursionError):
            return flow
        if not is_fresh or content.get("routine") != flow.setting.routine.id:
            return flow
        return flow.resume(_typed(content.get("keys")))

    def discard(self) -> None:
        """Remove the file: the session has begun, or there is none."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _typed(value: object) -> list[TypedKey]:
    """Return the keys up to the first that cannot be read."""
    typed: list[TypedKey] = []
    for row in value if isinstance(value, list) else ():
        match row:
            case [str(question), str(key)]:
                typed.append(TypedKey(question, key))
            case _:
                break
    return typed
