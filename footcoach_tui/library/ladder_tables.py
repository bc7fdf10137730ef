"""Tables of ladders and their rungs."""

from typing import Annotated, Literal

from pydantic import Field

from footcoach_tui.library.rule_tables import Graded, Ids, Sites
from footcoach_tui.library.tables import Id, Name, TableModel, Text

_Rung = Annotated[int, Field(ge=0, le=100)]
_Count = Annotated[int, Field(ge=1, le=1000)]
_FirstAndLast = Annotated[list[_Rung], Field(min_length=2, max_length=2)]


class _RungTable(Graded):
    """Rung: a dose of one exercise, or of several that share it."""

    number: Annotated[int, Field(ge=1, le=100)] = Field(description="Number, from 1.")
    exercises: Ids = Field(min_length=1, description="Ids of exercises.")
    sets: Annotated[int, Field(ge=1, le=100)] = Field(description="Sets, or bouts.")
    amount: _Count = Field(description="Reps of a set, or seconds, as `unit` says.")
    unit: Literal["reps", "seconds", "bouts"] | None = Field(
        None, description="What `amount` counts; bouts are of so many seconds. Default reps."
    )
    pause: _Count | None = Field(None, description="Seconds between bouts.")
    rest: _Count | None = Field(None, description="Seconds between sets.")
    hold: _Count | None = Field(None, description="Least seconds of the hold in a rep.")
    each: bool | None = Field(None, description="One foot at a time.")
    note: Text | None = Field(None, description="What else belongs to the rung.")


class _LadderTable(TableModel):
    """Ladder: an exercise made harder rung by rung."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    name: Name = Field(description="Name that is shown.")
    loaded: bool | None = Field(None, description="It loads the calf or one leg; default false.")
    sites: Sites = Field(min_length=1, description="Sites whose pain matters to it.")
    clean: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="Clean sessions in a row for a rung up; default 2."
    )
    least_days: _Rung | None = Field(None, description="Least days on a rung; default 0.")
    gate_from: _Rung | None = Field(None, description="From this rung on through the gate of hops.")
    caps: Annotated[list[_Rung], Field(min_length=1, max_length=20)] | None = Field(
        None, description="Highest rung at each stage; 0 where it is not open yet."
    )
    starts: Annotated[list[_Rung], Field(min_length=1, max_length=20)] | None = Field(
        None, description="First rung of a plan that is begun at each stage; default rung 1."
    )
    plan: Id | None = Field(None, description="The only plan that has the ladder.")
    in_plans: dict[Id, _FirstAndLast] | None = Field(
        None, description="First and highest rung in other plans, by their ids."
    )
    rungs: list[_RungTable] = Field(min_length=1, max_length=100, description="Rungs, in order.")


class LaddersFile(Graded):
    """Ladders: coach/ladders.toml."""

    ladders: list[_LadderTable] = Field(min_length=1, max_length=50, description="The ladders.")
