"""What is known while files are checked: the exercises, sources and routines there are."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from footcoach_tui.figure.model import Figure
from footcoach_tui.library.faults import Table
from footcoach_tui.library.kinds import Kind
from footcoach_tui.session.exercise import Exercise, Source
from footcoach_tui.session.routine import Routine


@dataclass(frozen=True)
class Shelf:
    """Everything that can be referred to, by its id.

    `doses` are the dose tables of `exercises`, and `figures` how those of them that can be drawn
    look. `broken` names the files of exercises that are there but at fault. `routine_ids` are
    those of all routines, faulty ones included, and `owners` the files that have taken an id.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    doses: Mapping[str, Table] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    broken: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    routine_ids: AbstractSet[str] = frozenset()
    owners: Mapping[tuple[Kind, str], str] = field(default_factory=dict)
