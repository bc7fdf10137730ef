"""First session and steps down after a break, by the days since the last training session."""

from enum import StrEnum
from typing import NamedTuple


class FirstSession(StrEnum):
    """How the first session after a break is played."""

    AS_PLANNED = "as-planned"
    FEWER = "fewer"
    """A set fewer of each step, but at least one."""

    HALVED = "halved"


class BreakRow(NamedTuple):
    """Row of the table of breaks, from `days` on.

    `stages_down` with 99 for the first stage. `rungs_down` is counted after the cap of the stage;
    99 for the first rung. `no_up` is the number of sessions without going up. `hops_down` lowers
    the ladder of hops alone. `hop_rung` is the highest rung of hops until two clean sessions, 0
    for any; `gates` asks the gate of hops anew, `profile` asks the profile anew, `tests` offers
    the self-tests.
    """

    days: int
    stages_down: int
    rungs_down: int
    first: FirstSession
    no_up: int
    hop_rung: int = 0
    gates: bool = False
    profile: bool = False
    sentence: str = ""
    hops_down: int = 0
    tests: bool = False
