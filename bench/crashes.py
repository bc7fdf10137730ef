"""Kills at random instants: acknowledged sessions are saved, and the place is within a second.

    python -m bench.crashes                 500 kills of a playing session, 500 of `footcoach log`
    python -m bench.crashes --rounds 20     fewer

A session that is played in plain lines prints which set it is in, and so what must be in the
journal when it is killed. `log` runs in a loop and its ids are noted as they are printed; meanwhile
sessions are edited, for a store that only grows hides torn writes.
"""

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.folders import settings_below
from bench.rows import Pace, ResultRow, at_most

FOOTCOACH = [sys.executable, "-m", "footcoach_tui"]
_SPEED = 20.0
_MAX_LOG_SECONDS = 2.0
"""Seconds after which `log` is killed at the latest."""
_MAX_ERROR = 1.0 + 0.3
"""Seconds by which the place may be off; 0.3 of them for the pipe and the wait of this script."""
_ROUNDS = {Pace.QUICK: 3, Pace.USUAL: 5, Pace.LONG: 500}
_EDIT_EVERY, _CHECK_EVERY = 5, 20
"""Rounds after which a session is edited, and all sessions are looked for."""
_EDIT = """
from footcoach_tui import wiring
history = wiring.open_history()
for record in history.last(3):
    history.update(record._replace(note=record.note[::2]))
"""
_FINISHED_SET = re.compile(r"(\d+):(\d\d) (?:Rest|Change side|Get ready|Finished)\b")


def rows(pace: Pace) -> Iterator[ResultRow]:
    """The largest error of the place, and the number of acknowledged sessions missing."""
    chance = random.Random(1)  # noqa: S311 - repeatable
    rounds = _ROUNDS[pace]
    worst = max(kill_while_playing(chance) for _ in range(rounds))
    yield ResultRow(
        f"{rounds} kills while playing: place off by", worst, "s", (at_most(_MAX_ERROR),)
    )
    with tempfile.TemporaryDirectory() as folder:
        lost, saved = kill_while_logging(chance, Path(folder), rounds)
    label = f"{rounds} kills of `log`: missing of {saved}"
    if saved:
        yield ResultRow(label, lost, "sessions", (at_most(0),))
    else:
        yield ResultRow(label, note="each was killed before it printed an id")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - repeatable
    errors = [kill_while_playing(chance) for _ in range(options.rounds)]
    worst = max(errors)
    print(f"playing: {len(errors)} kills, place off by {worst:.2f} s at most")
    with tempfile.TemporaryDirectory() as folder:
        lost, saved = kill_while_logging(chance, Path(folder), options.rounds)
    print(f"logging: {options.rounds} kills, {saved} sessions acknowledged, {lost} of them missing")
    sys.exit(bool(lost) or worst > _MAX_ERROR)


def kill_while_playing(chance: random.Random) -> float:
    """Kill a session; return the seconds by which the place is off. A missing set is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | settings_below(Path(folder)) | {"PYTHONUNBUFFERED": "1"}
        options = ("--plain", "--ready", "--speed", str(_SPEED))
        command = [*FOOTCOACH, "play", "desk-break-3min", *options]
        with subprocess.Popen(
            command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout
            lines = iter(child.stdout.readline, "")
            for line in lines:
                if "Get ready" in line:
                    break
            started = time.monotonic()
            time.sleep(chance.uniform(0.0, 8.0))
            child.send_signal(signal.SIGKILL)
            elapsed = (time.monotonic() - started) * _SPEED
            finished = [line for line in lines if _FINISHED_SET.match(line)]
        sets, seconds = read_journal(Path(folder, "state"))
        assert sets >= len(finished), f"{sets} sets are in the journal, and not {finished}"
        return max(0.0, elapsed - seconds) / _SPEED


def read_journal(state: Path) -> tuple[int, float]:
    """The number of complete sets and the seconds of the session, by what is on disk."""
    code = (
        "import json; from pathlib import Path;"
        "from footcoach_tui.playback.interrupted import SessionJournals;"
        f"sessions, problems = SessionJournals(Path({str(state)!r})).find_interrupted();"
        "assert not problems, problems;"
        "player = sessions[0].player();"
        "complete = sum(map(player.progress.is_complete, player.progress.planned));"
        "print(json.dumps([complete, player.seconds]))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    sets, seconds = json.loads(result.stdout)
    return sets, seconds


def kill_while_logging(chance: random.Random, folder: Path, rounds: int) -> tuple[int, int]:
    """Kill `log`; return the number of acknowledged sessions missing, and of all of them."""
    environ = os.environ | settings_below(folder)
    acknowledged: list[str] = []
    for number in range(rounds):
        command = [*FOOTCOACH, "log", "desk-break-3min", "--note", "x" * (number % 900)]
        with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as child:
            try:
                child.wait(chance.uniform(0.1, _MAX_LOG_SECONDS))
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
            assert child.stdout
            session_id = child.stdout.read().strip()
        if session_id:
            acknowledged.append(session_id)
        if not (number + 1) % _EDIT_EVERY:  # an edit between the appends
            subprocess.run([sys.executable, "-c", _EDIT], env=environ, check=True)
        if not (number + 1) % _CHECK_EVERY:
            missing = set(acknowledged) - history_ids(environ)
            assert not missing, "acknowledged sessions are missing"
    return len(set(acknowledged) - history_ids(environ)), len(acknowledged)


def history_ids(environ: dict[str, str]) -> set[str]:
    result = subprocess.run(
        [*FOOTCOACH, "history", "--json", "--limit", "0"],
        env=environ,
        capture_output=True,
        check=True,
    )
    return {session["id"] for session in json.loads(result.stdout)["sessions"]}


if __name__ == "__main__":
    main()
