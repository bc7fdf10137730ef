"""Start of a hook: sessions are handed to a process apart, which footcoach does not wait for."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile

import footcoach_tui
from footcoach_tui.boundary.files import error_reason
from footcoach_tui.history.codec import to_document
from footcoach_tui.hooks.failures import note_failure, take_untold
from footcoach_tui.hooks.hook import HookName, find_hook
from footcoach_tui.session.record import SessionRecord

_PACKAGE_PARENT = Path(footcoach_tui.__file__).parent.parent
_started: list[subprocess.Popen[bytes]] = []
"""Processes that may still run: once they have ended, they are taken off the system's list."""


def hand_over(
    name: HookName, records: Iterable[SessionRecord], hooks: Path, logs: Path
) -> list[str]:
    """Start the hook for sessions that count; return what the user was not yet told of.

    `hooks` is the folder of hooks, `logs` that of logs. Raises nothing.
    """
    hook = find_hook(hooks, name)
    documents = [to_document(record) for record in records if record.is_counted]
    if hook is None or not documents:
        return []
    if hook.refusal:
        note_failure(logs, name, f"it is not run: {hook.refusal}")
    else:
        _start(name, documents, hooks, logs)
    return take_untold(logs)


def _start(name: HookName, documents: Iterable[dict[str, object]], hooks: Path, logs: Path) -> None:
    _started[:] = [process for process in _started if process.poll() is None]
    command = [sys.executable, "-m", "footcoach_tui.hooks.runner", name, str(hooks), str(logs)]
    try:
        with TemporaryFile() as file:  # a pipe could be full before the process reads it
            file.write("".join(f"{json.dumps(each)}\n" for each in documents).encode())
            file.seek(0)
            _started.append(
                subprocess.Popen(  # noqa: S603 - footcoach itself
                    command,
                    stdin=file,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    cwd=_PACKAGE_PARENT,
                    env={**os.environ, "PYTHONSAFEPATH": ""},
                    start_new_session=True,  # a terminal that closes does not end it
                )
            )
    except OSError as error:
        note_failure(logs, name, f"it could not be started: {error_reason(error)}")
