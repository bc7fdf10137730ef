"""Decision of the coach about a session: whether and how it is done today, with the reasons."""

from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.session.routine import Routine


class Verdict(StrEnum):
    """Decision about a routine today."""

    GO = "go"
    LIGHTER = "lighter"
    GENTLE = "gentle"
    REST = "rest"
    INSTEAD = "instead"
    STOP = "stop"


class Action(StrEnum):
    """Change of a step."""

    RUNG = "rung"
    SWAP = "swap"
    LEAVE = "leave"
    DROP = "drop"
    DOWN = "down"
    HALVE = "halve"
    FEWER = "fewer"
    STAND_IN = "stand-in"
    """The same exercise, with something else for a thing that is missing."""

    LITTLE = "little"
    """Of the whole session, as step 0: little of it is left."""


class Change(NamedTuple):
    """Change of a step, counted from 1 in the routine's file.

    `to` is the exercise after it, "" where nothing takes its place. `rules` are the ids of the
    rules it follows from, `sentence` is what the person reads.
    """

    step: int
    exercise: str
    action: Action
    to: str
    rules: tuple[str, ...]
    sentence: str = ""

    def document(self) -> dict[str, object]:
        return {
            "step": self.step,
            "exercise": self.exercise,
            "action": str(self.action),
            "to": self.to,
            "rules": list(self.rules),
        }


class Question(NamedTuple):
    """Question that is still to be asked, as its answer changes something today.

    `id` is that of a condition of a gate, or "run-today", "run-tomorrow", "six-hours",
    "longer-run", "break", "flags", "running".
    """

    id: str
    text: str


class Decision(NamedTuple):
    """Decision about a routine on a day.

    `routine` is what is played: with its changes, or the one offered instead; None if nothing is.
    `steps` are the numbers of its steps in the file of the asked routine, for the record. `rule`
    is the id of the deciding rule; `sentence` says it to the person, `notes` are hints and
    reminders. `offers` are other routines, by id. With `may_override` the person may go on
    anyway: the check-in with `is_anyway` gives that decision.
    """

    verdict: Verdict
    rule: str
    sentence: str
    routine: Routine | None = None
    steps: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    may_override: bool = False

    def document(self) -> dict[str, object]:
        """Return what is kept of it with a check-in."""
        return {
            "decision": str(self.verdict),
            "rule": self.rule,
            "changes": [change.document() for change in self.changes],
        }
