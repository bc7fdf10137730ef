"""A hook gets each session, and all it does ends in the log."""

import io
import json
import os
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

from footcoach_tui.hooks.failures import HookFailure, load_failures
from footcoach_tui.hooks.hook import HookName
from footcoach_tui.hooks.runner import run_hooks

PutHook = Callable[..., Path]


def run(hooks: Path, logs: Path, *names: str, limit: float = 10.0) -> str:
    lines = "".join(json.dumps({"id": name, "note": "ü"}) + "\n" for name in names)
    return run_hooks(HookName.SAVED, hooks, logs, io.BytesIO(lines.encode()), limit)


def log(logs: Path) -> list[str]:
    """Lines of the log, without the times."""
    lines = (logs / "hooks.log").read_text(encoding="utf-8").splitlines()
    return [line if line.startswith(" ") else line[20:] for line in lines]


def test_a_hook_gets_the_session_and_its_id(hooks: Path, logs: Path, put_hook: PutHook) -> None:
    put_hook('echo "$FOOTCOACH_ID"; cat; echo; echo oops >&2')

    assert run(hooks, logs, "A", "B") == ""
    assert log(logs) == [
        *("session-saved A: ok", "  A", '  {"id": "A", "note": "\\u00fc"}', "  oops"),
        *("session-saved B: ok", "  B", '  {"id": "B", "note": "\\u00fc"}', "  oops"),
    ]
    assert load_failures(logs) == {}


def test_a_failure_is_kept_and_the_rest_is_left(hooks: Path, logs: Path, put_hook: PutHook) -> None:
    put_hook("exit 3")

    why = "exit code 3; 2 more sessions were not given to it"
    assert run(hooks, logs, "A", "B", "C") == why
    assert load_failures(logs) == {HookName.SAVED: HookFailure(why)}
    assert log(logs) == ["session-saved A: exit code 3"]
    put_hook("exit 0")
    assert run(hooks, logs, "A") == ""
    assert load_failures(logs) == {}


def test_a_hook_that_takes_too_long_is_ended_with_its_children(
    hooks: Path, logs: Path, put_hook: PutHook, tmp_path: Path
) -> None:
    """The child holds a pipe open for as long as it lives."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    put_hook(f"echo begun; sleep 60 > {pipe} & sleep 60")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    before = time.monotonic()

    assert run(hooks, logs, "A", limit=1.0) == "it was ended after 1 seconds"
    assert log(logs)[1] == "  begun"
    assert select.select([reader], [], [], 20)[0]
    assert os.read(reader, 1) == b""
    assert time.monotonic() - before < 30
    os.close(reader)


def test_a_child_that_a_hook_leaves_behind_is_not_waited_for(
    hooks: Path, logs: Path, put_hook: PutHook, tmp_path: Path
) -> None:
    put_hook(f"sleep 60 & echo $! > {tmp_path / 'pid'}")
    before = time.monotonic()

    assert run(hooks, logs, "A", limit=20) == ""
    assert time.monotonic() - before < 15
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)


def test_a_hook_that_reads_nothing_and_prints_much_is_no_trouble(
    hooks: Path, logs: Path, put_hook: PutHook
) -> None:
    put_hook("head -c 3000000 /dev/zero | tr '\\0' 'x'")
    line = json.dumps({"id": "A", "note": "n" * 200_000}).encode()

    assert run_hooks(HookName.SAVED, hooks, logs, io.BytesIO(line)) == ""
    assert (logs / "hooks.log").stat().st_size < 600_000


def test_a_hook_cannot_write_escapes_into_the_log(
    hooks: Path, logs: Path, put_hook: PutHook
) -> None:
    put_hook("printf '\\033[2Jx\\377\\n'")
    run(hooks, logs, "A")

    assert log(logs)[1] == "  [2Jx\ufffd"


def test_a_hook_that_cannot_be_started_is_a_failure(hooks: Path, logs: Path) -> None:
    path = hooks / "session-saved"
    path.write_text("#!/nowhere/at/all\n", encoding="utf-8")
    path.chmod(0o700)

    assert run(hooks, logs, "A").startswith("it could not be started: ")


def test_a_hook_that_became_unsafe_is_not_run(hooks: Path, logs: Path, put_hook: PutHook) -> None:
    put_hook("touch ran", mode=0o722)

    assert run(hooks, logs, "A").startswith("it is not run: others can write to it")
    assert not (hooks / "ran").exists()
