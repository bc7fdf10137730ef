"""Runs a hook for each session on the standard input, one after the other; a process of its own.

Output goes to the log. After a failure the rest is left: it would most likely fail as well.
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.files import WriteError, append_bytes, error_reason
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.text import clean
from footcoach_tui.hooks.failures import LOG_NAME, note_failure
from footcoach_tui.hooks.hook import HookName, find_hook

MAX_SECONDS = 10.0
_MAX_OUTPUT = 1 << 16
"""Bytes of a hook's output that are kept."""
_MAX_LOG = 1 << 18
_POLL_SECONDS = 0.1


def run_hooks(
    name: HookName, hooks: Path, logs: Path, sessions: IO[bytes], limit: float = MAX_SECONDS
) -> str:
    """Run the hook for each line, `limit` seconds at most; return why it failed, or ""."""
    lines = sessions.read().splitlines()
    why = ""
    for count, line in enumerate(lines):
        hook = find_hook(hooks, name)  # it may have changed since the process was started
        if hook is None:
            break
        why = hook.refusal and f"it is not run: {hook.refusal}"
        why = why or _run(hook.path, line, logs, limit)
        if why and count + 1 < len(lines):
            why += f"; {len(lines) - count - 1} more sessions were not given to it"
        if why:
            break
    note_failure(logs, name, why)
    return why


def _run(path: Path, line: bytes, logs: Path, limit: float) -> str:
    """Run a hook for a session; return why it failed, or ""."""
    identity = str(json.loads(line)["id"])
    with TemporaryFile() as file:  # a pipe would block if the hook does not read
        file.write(line)
        file.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - the user's own program
                [path],
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=path.parent,
                env=os.environ | {"FOOTCOACH_ID": identity},
                start_new_session=True,
            )
        except OSError as error:
            why, output = f"it could not be started: {error_reason(error)}", b""
        else:
            with process:
                output, is_late = _output(process, limit)
            why = _verdict(process.returncode, limit, is_late=is_late)
    _log(
        logs, f"{local_time.now():%Y-%m-%d %H:%M:%S} {path.name} {identity}: {why or 'ok'}", output
    )
    return why


def _verdict(code: int, limit: float, *, is_late: bool) -> str:
    if is_late:
        return f"it was ended after {limit:g} seconds"
    if code < 0:
        return f"signal {-code} ended it"
    return f"exit code {code}" if code else ""


def _output(process: subprocess.Popen[bytes], limit: float) -> tuple[bytes, bool]:
    """Return the beginning of the output, and whether the process was ended because it was late."""
    assert process.stdout  # noqa: S101 - for the type checker: it is a pipe
    deadline = time.monotonic() + limit
    kept = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            is_over = process.poll() is not None
            if selector.select(0 if is_over else min(left, _POLL_SECONDS)):
                piece = os.read(process.stdout.fileno(), _MAX_OUTPUT)
                kept = (kept + piece)[:_MAX_OUTPUT]
                if piece:
                    continue
                with suppress(subprocess.TimeoutExpired):  # it closed its output, and goes on
                    process.wait(max(0.0, deadline - time.monotonic()))
                break
            if is_over:  # what it left behind may hold the pipe for ever
                break
    is_late = process.poll() is None
    with suppress(ProcessLookupError):
        if is_late:
            os.killpg(process.pid, signal.SIGKILL)
    return kept, is_late


def _log(folder: Path, title: str, output: bytes) -> None:
    """Add to the log, which begins anew when it is large. Ignores write errors."""
    path = folder / LOG_NAME
    lines = output.decode("utf-8", errors="replace").splitlines()
    text = "".join(f"{line}\n" for line in (title, *(f"  {clean(line)}" for line in lines)))
    with suppress(OSError, PathError, WriteError):
        create_private_folder(folder)
        if path.exists() and path.stat().st_size > _MAX_LOG:
            path.replace(path.with_suffix(".log.1"))
        append_bytes(path, text.encode())


if __name__ == "__main__":
    run_hooks(HookName(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.stdin.buffer)
