"""Swaps for good: a file with a routine, an exercise of it, and the easier one, in each line.

The routine stays what it is, for plans, the coach and the history go by its id; a copy would be
another routine to them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from footcoach_tui.boundary.files import file_lock, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.coach.decisions.swaps import easier_step, is_easier
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine, Step

_MAX_BYTES = 1 << 16
_WORDS = 3


@dataclass(slots=True)
class OwnSwaps:
    """Easier exercises by routine and exercise. Lines that are no swaps are left as they are."""

    file: Path
    lock: Path
    swaps: Mapping[tuple[str, str], str] = field(default_factory=dict, init=False)

    def load(self) -> None:
        """Read the file; none, or one that cannot be read, has no swaps."""
        try:
            self.swaps = _swaps(self._lines())
        except UnreadableError:
            self.swaps = {}

    def save(self, routine: str, exercise: str, easier: str) -> None:
        """Add a swap, or end it where `easier` is the exercise itself. Call it in a worker.

        Raises UnreadableError, PathError and WriteError; then nothing has changed.
        """
        create_private_folder(self.file.parent)
        create_private_folder(self.lock.parent)
        with file_lock(self.lock, "the list of swaps"):
            key = [routine.encode(), exercise.encode()]
            lines = [line for line in self._lines() if line.split()[:2] != key]
            if easier != exercise:
                lines.append(b" ".join([*key, easier.encode()]))
            write_durably(self.file, b"".join(line + b"\n" for line in lines))
        self.swaps = _swaps(lines)

    def apply(self, routine: Routine, exercises: Mapping[str, Exercise]) -> Routine:
        """Return a routine with its swaps; none changes rehabilitation, or makes it harder."""
        if routine.is_rehab or not any(name == routine.id for name, _ in self.swaps):
            return routine
        steps = tuple(self._step(routine.id, step, exercises) for step in routine.steps)
        return replace(routine, steps=steps)

    def origin(self, routine: str, exercise: str) -> str:
        """Return the exercise that another takes the place of in a routine; "" if none."""
        for (name, before), after in self.swaps.items():
            if (name, after) == (routine, exercise):
                return before
        return ""

    def _step(self, routine: str, step: Step, exercises: Mapping[str, Exercise]) -> Step:
        for _ in self.swaps:  # what is easier may have been swapped too
            name = self.swaps.get((routine, step.exercise.id), "")
            if name not in exercises or name not in step.exercise.easier:
                break
            swap = easier_step(exercises[name], step)
            if not is_easier(swap, step):
                break
            step = replace(swap, gate=step.gate, swap=step.swap)  # the conditions stay
        return step

    def _lines(self) -> list[bytes]:
        return read_regular_file(self.file, _MAX_BYTES).splitlines() if self.file.exists() else []


def _swaps(lines: Iterable[bytes]) -> dict[tuple[str, str], str]:
    words = (line.decode("ascii", "replace").split() for line in lines)
    return {(each[0], each[1]): each[2] for each in words if len(each) == _WORDS}
