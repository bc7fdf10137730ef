"""Tables of a plan of training."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from footcoach_tui.coach.rules.plan import ExtraTime
from footcoach_tui.library.rule_tables import Ids
from footcoach_tui.library.tables import (
    OWN_MESSAGE,
    Choice,
    Id,
    LevelNumber,
    Name,
    TableModel,
    Text,
    Weeks,
)
from footcoach_tui.session.exercise import SourceStatus

_PAIR = Field(json_schema_extra={"minItems": 2, "maxItems": 2})


def _rising(pair: list[int]) -> list[int]:
    if len(pair) == len(("from", "to")) and pair[0] <= pair[1]:
        return pair
    raise PydanticCustomError(
        OWN_MESSAGE, "must be two numbers, from and to, the smaller one first: like [3, 4]"
    )


_Days = Annotated[list[Annotated[int, Field(ge=1, le=7)]], _PAIR, AfterValidator(_rising)]
_Minutes = Annotated[list[Annotated[int, Field(ge=1, le=120)]], _PAIR, AfterValidator(_rising)]
_Gap = Annotated[int, Field(ge=0, le=14)]
_Span = Annotated[int, Field(ge=0, le=365)]


class _GapTable(TableModel):
    """Least whole days between training sessions, by level."""

    seated: _Gap = Field(alias="1", description="At level 1.")
    two_feet: _Gap = Field(alias="2", description="At level 2.")
    one_foot: _Gap = Field(alias="3", description="At level 3.")
    dynamic: _Gap = Field(alias="4", description="At level 4.")


class _StageTable(TableModel):
    """Stage: a routine, and what it asks for before the next one."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    routine: Id = Field(description="The id of the routine.")
    level: LevelNumber = Field(description="1 seated, 2 two feet, 3 one foot, 4 dynamic or loaded.")
    usual_weeks: Weeks | None = Field(None, description="Usual weeks of the stage, from and to.")
    least_sessions: Annotated[int, Field(ge=2, le=500)] = Field(
        description="Sessions before the next stage, 2 or more."
    )
    least_days: _Span | None = Field(
        None, description="Days since its first session before the next stage; default 0."
    )
    needs: Ids | None = Field(
        None, description="Conditions for the next stage: ids of `needs` in safety.toml."
    )


class _ExtraTable(TableModel):
    """Light routine beside the plan."""

    routine: Id = Field(description="The id of the routine.")
    on: Choice[ExtraTime] = Field(description="When it is offered.")
    from_stage: Annotated[int, Field(ge=1, le=50)] | None = Field(
        None, alias="from", description="First stage at which it is offered; default 1."
    )
    most_a_week: Annotated[int, Field(ge=1, le=14)] = Field(
        description="Most sessions of it in seven days."
    )


class _AfterTable(TableModel):
    """Plan that follows."""

    plan: Id = Field(description="The id of the plan.")


class _TestsTable(TableModel):
    """Self-tests of a plan."""

    every: Annotated[int, Field(ge=14, le=365)] | None = Field(
        None, description="Days from one to the next; default 28."
    )
    which: Ids = Field(description="Ids of self-tests.")


class _GoalsTable(TableModel):
    """Goals that are shown."""

    sessions: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, description="Sessions of the stages."
    )
    weeks: Annotated[int, Field(ge=1, le=520)] | None = Field(None, description="Weeks.")


class PlanFile(TableModel):
    """Plan file: plans/<id>.toml."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    title: Name = Field(description="Name that is shown.")
    summary: Text = Field(description="Summary, in a sentence or two.")
    kind: Literal["course", "habit", "keep"] = Field(
        description="course has an end, habit goes on, keep follows a course."
    )
    progress: Literal["stage"] = Field(
        description="stage: the routine of the stage is played as written."
    )
    days: _Days = Field(description="Least and most days with a session in seven.")
    gap: _GapTable = Field(description="Least whole days between training sessions, by level.")
    in_a_row: Annotated[int, Field(ge=1, le=7)] | None = Field(
        None, description="Most training days in a row where the gap is 0; default 2."
    )
    minutes: _Minutes | None = Field(None, description="Expected minutes, from and to.")
    stages: list[_StageTable] = Field(min_length=1, max_length=50, description="Stages, in order.")
    extras: Annotated[list[_ExtraTable], Field(max_length=20)] | None = Field(
        None, description="Light routines beside the plan."
    )
    after: _AfterTable | None = Field(None, description="Plan that follows a course.")
    tests: _TestsTable | None = Field(None, description="Self-tests of the plan.")
    goals: _GoalsTable | None = Field(None, description="Goals that are shown.")
    source_status: Choice[SourceStatus] = Field(description="Where the plan comes from.")
    source_note: Text | None = Field(None, description="Notes on the sources.")
    sources: Ids | None = Field(None, description="Ids in sources.toml.")
    disclaimer: Text | None = Field(None, description="Warnings before the plan is chosen.")
