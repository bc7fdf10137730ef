"""Bursts of random keys: the app never ends by itself, and no session is lost.

    python -m bench.keys --runs 200 --keys 1500 --burst 50

A stalled line delivers many keys at once. Terminals answer at once, late or never, by turns. Where
the keys end the app it is opened again. Keys that made it fail are made fewer and printed; the
exit code is then 1.
"""

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.folders import settings_below
from bench.key_presses import random_keys, sequence
from bench.key_terminal import Answers, KeyTerminal
from bench.sample_sessions import sample_sessions
from bench.stores import FootcoachStore
from bench.terminal import environment
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import SessionJournals

_ROUTINE = "rw-essential-three"
_STARTS = (
    (),
    (),
    ("play", _ROUTINE, "--no-checkin", "--speed", "40"),
    ("play", _ROUTINE),
    ("play", _ROUTINE, "--no-checkin"),
)
_SESSIONS = 30
_REMOVING = frozenset("duDx")
"""Keys with which a session may be deleted, discarded or undone."""
_TERM_CODE = 128 + signal.SIGTERM
_WAIT_SHARE = 0.5
"""Share of the bursts that have been handled before the next one comes."""
_MAX_TRIES = 60
"""Runs in which failing keys are made fewer."""


@dataclass(frozen=True)
class Failure:
    """Keys, in bursts, after which a start of the app failed, and how."""

    arguments: tuple[str, ...]
    answers: Answers
    bursts: tuple[tuple[str, ...], ...]
    what: str

    def __str__(self) -> str:
        bursts = "\n".join(f"    {' '.join(burst)}" for burst in self.bursts)
        command = " ".join(("footcoach", *self.arguments))
        return f"{self.what}\n  {command}, terminal answers {self.answers}; bursts:\n{bursts}"


class KeyRun:
    """A home with a history, and the starts of the app in it."""

    def __init__(self, folder: Path, answers: Answers, chance: random.Random) -> None:
        self.folder = folder
        self.answers = answers
        self._chance = chance
        self._seen = folder / "seen"
        self.starts = 0

    def play(
        self,
        arguments: tuple[str, ...],
        bursts: Sequence[Sequence[str]],
    ) -> tuple[int, str]:
        """Open the app and type bursts until it ends; return how many, and what failed or ""."""
        self.starts += 1
        command = (sys.executable, "-m", "footcoach_tui", *arguments)
        environ = environment(**settings_below(self.folder))
        typed = 0
        with KeyTerminal(command, environ, self.answers, self._chance) as terminal:
            terminal.run(self._chance.choice([0.0, 3.0, 3.0, 3.0]), quiet=0.5)
            for burst in bursts:
                if terminal.is_over:
                    break
                terminal.press("".join(map(sequence, burst)))
                typed += 1
                if self._chance.random() < 0.1:  # noqa: PLR2004
                    columns, rows = self._chance.choice([(80, 24), (40, 12), (120, 36), (100, 30)])
                    terminal.resize(columns, rows)
                terminal.run(self._chance.choice([0.02, 0.2]))
                if self._chance.random() < _WAIT_SHARE:
                    terminal.wait_until_idle(within=4.0)
                terminal.signal(signal.SIGCONT)  # ctrl+z has no shell to return to
                self._note_journals()
            terminal.wait_until_idle(within=20.0)
            is_over, stopped_at = terminal.is_over, time.monotonic()
            if not is_over:
                terminal.signal(signal.SIGTERM)
            code = terminal.exit_code()
            seconds = time.monotonic() - stopped_at
        return typed, self._judge(code, seconds, is_over=is_over)

    def lost(self) -> list[str]:
        """Sessions that had something done, and are neither in the history nor resumable."""
        kept = {path.name for path in (self.folder / "state" / "running").glob("*.jsonl")}
        history = History(
            Folders(self.folder / "data", self.folder / "state", self.folder / "cache"),
            device="fuzz",
        )
        begun, _ = SessionJournals(self._seen).find_interrupted()
        records = [(each.info.id, each.record()) for each in begun]
        lost = [
            id_
            for id_, record in records
            if not record.is_empty and f"{id_}.jsonl" not in kept and history.get(id_) is None
        ]
        history.index.close()
        return lost

    def _judge(self, code: int | None, seconds: float, *, is_over: bool) -> str:
        if code is None:
            return f"does not end on SIGTERM within {seconds:.0f} s"
        allowed = {0, _TERM_CODE} if is_over else {_TERM_CODE, 0}
        if code not in allowed:
            logs = sorted((self.folder / "state").glob("**/footcoach-*.log"))
            log = logs[-1].read_text(encoding="utf-8") if logs else ""
            return f"exit {code}\n{log}"
        return ""

    def _note_journals(self) -> None:
        target = self._seen / "running"
        target.mkdir(parents=True, exist_ok=True)
        for path in (self.folder / "state" / "running").glob("*.jsonl"):
            try:
                shutil.copyfile(path, target / path.name)
            except FileNotFoundError:  # finished meanwhile
                continue


def fuzz(seed: int, count: int, burst: int) -> tuple[int, Failure | None]:
    """Type random keys; return how often the app was opened, and what failed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    answers = list(Answers)[seed % len(Answers)]
    is_removing = bool(seed // len(Answers) % 2)
    keys = random_keys(chance, count, () if is_removing else _REMOVING)
    bursts = [tuple(keys[place : place + burst]) for place in range(0, count, burst)]
    with tempfile.TemporaryDirectory(prefix="footcoach-keys-") as name:
        folder = Path(name)
        FootcoachStore(folder, list(sample_sessions(_SESSIONS)))
        (folder / "ours").rename(folder / "data")
        run = KeyRun(folder, answers, chance)
        while bursts:
            arguments = chance.choice(_STARTS)
            typed, what = run.play(arguments, bursts)
            if not what and not is_removing and (lost := run.lost()):
                what = f"lost: {', '.join(lost)}"
            if what:
                return run.starts, Failure(arguments, answers, tuple(bursts[:typed]), what)
            bursts = bursts[max(1, typed) :]
        return run.starts, None


def fails(failure: Failure, bursts: Sequence[Sequence[str]]) -> bool:
    """Whether the app fails in the same way on these keys, in a new home."""
    with tempfile.TemporaryDirectory(prefix="footcoach-keys-") as name:
        folder = Path(name)
        FootcoachStore(folder, list(sample_sessions(_SESSIONS)))
        (folder / "ours").rename(folder / "data")
        run = KeyRun(folder, failure.answers, random.Random(1))  # noqa: S311
        _, what = run.play(failure.arguments, bursts)
        what = what or ("lost" if run.lost() else "")
        return bool(what) and what[:7] == failure.what[:7]


def shrink(failure: Failure) -> Failure:
    """The failure with as few keys as were found in some runs; its bursts stay apart."""
    bursts, tries = failure.bursts, 0
    size = len(bursts)
    while size and tries < _MAX_TRIES:  # whole bursts first, the early ones before the last
        for place in range(len(bursts) - size + 1):
            fewer = bursts[:place] + bursts[place + size :]
            tries += 1
            if fewer and fails(failure, fewer):
                bursts = fewer
                break
            if tries >= _MAX_TRIES:
                break
        else:
            size //= 2
        size = min(size, len(bursts) - 1)
    for number in range(len(bursts)):
        bursts, tries = _fewer_keys(failure, bursts, number, tries)
    return Failure(failure.arguments, failure.answers, bursts, failure.what)


def _fewer_keys(
    failure: Failure, bursts: tuple[tuple[str, ...], ...], number: int, tries: int
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Leave out keys of one burst, halves first."""
    size = len(bursts[number]) // 2
    while size and tries < 2 * _MAX_TRIES:
        place = 0
        while place < len(bursts[number]) and tries < 2 * _MAX_TRIES:
            keys = bursts[number]
            fewer = (*bursts[:number], keys[:place] + keys[place + size :], *bursts[number + 1 :])
            tries += 1
            if fails(failure, fewer):
                bursts = fewer
            else:
                place += size
        size //= 2
    return bursts, tries


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--keys", type=int, default=1500)
    parser.add_argument("--burst", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0, help="seed of the first run")
    parser.add_argument("--no-shrink", action="store_true", help="print all keys that failed")
    options = parser.parse_args()
    failed, starts = Counter[str](), 0
    for seed in range(options.seed, options.seed + options.runs):
        begun, failure = fuzz(seed, options.keys, options.burst)
        starts += begun
        if failure:
            failed[failure.what.rstrip().rpartition("\n")[2]] += 1
            print(f"seed {seed}: {failure if options.no_shrink else shrink(failure)}", flush=True)
        print(
            f"{seed + 1 - options.seed} runs, {starts} starts, {failed.total()} failed", flush=True
        )
    for what, count in failed.most_common():
        print(f"{count} x {what}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
