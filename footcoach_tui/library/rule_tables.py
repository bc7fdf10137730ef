"""Tables of the coach's rules: sore sites, substitutes, breaks, and the grade of a rule."""

from typing import Annotated

from pydantic import Field

from footcoach_tui.coach.rules.breaks import FirstSession
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.library.tables import RULE_ID, Choice, Id, TableModel, Text
from footcoach_tui.session.exercise import Grade, Tag, Verification

Ids = Annotated[list[Id], Field(max_length=100)]
Sites = Annotated[list[Choice[Site]], Field(max_length=20)]
Tags = Annotated[list[Choice[Tag]], Field(max_length=50)]
Small = Annotated[int, Field(ge=0, le=99)]

_Letter = Annotated[str, Field(min_length=1, max_length=1)]


class Graded(TableModel):
    """Keys of a rule that say where it comes from."""

    why: Text | None = Field(None, description="Reason, in a sentence or two.")
    grade: Choice[Grade] | None = Field(
        None,
        description="T from a trial or a measurement, E tested idea, adapted, P practitioners or "
        "a guideline, F footcoach's own; default F.",
    )
    read: Choice[Verification] | None = Field(
        None, description="How it was read: V verified, S second-hand, M from memory."
    )
    sources: Ids | None = Field(None, description="Ids in sources.toml.")


class _ActionsTable(TableModel):
    """Tags of steps by what is done to them."""

    drop: Tags | None = Field(None, description="Replaced, or left out.")
    down_off: Tags | None = Field(None, description="Down the chain until the tag is gone.")
    down_one: Tags | None = Field(None, description="One place down the chain.")
    halve: Tags | None = Field(None, description="Half of the sets.")


class _SiteTable(Graded):
    """Site that may be sore."""

    site: Choice[Site] = Field(description="Id of the site.")
    name: Text = Field(description="Name in a sentence, after left or right.")
    key: _Letter = Field(description="Key that answers where it is sore.")
    question: Text = Field(description="What is written beside the key.")
    mobility: Id = Field(description="Routine offered where little is left of a session.")
    mild: _ActionsTable | None = Field(None, description="For scores of 1 and 2.")
    amber: _ActionsTable = Field(description="For scores of 3 to 5.")


class SitesFile(TableModel):
    """Sites of the foot and lower leg: coach/sites.toml."""

    sites: list[_SiteTable] = Field(min_length=1, max_length=20, description="The sites.")


class SubstitutesFile(TableModel):
    """Exercises that take the place of others: coach/substitutes.toml."""

    chains: Annotated[list[Ids], Field(max_length=100)] = Field(
        description="Exercises by their ids, from harder to easier."
    )
    families: Annotated[list[Ids], Field(max_length=50)] = Field(
        description="Exercises of which a session has one at most where something is replaced."
    )
    stand_ins: dict[Id, Ids] = Field(
        description="Exercises that are tried in order where one is dropped."
    )


class _BreakTable(TableModel):
    """Row of the table of breaks."""

    days: Annotated[int, Field(ge=0, le=3650)] = Field(
        description="From so many days since the last training session on."
    )
    stages_down: Small | None = Field(None, description="Stages down; 99 for the first one.")
    rungs_down: Small | None = Field(
        None, description="Rungs down, after the cap of the stage; 99 for the first one."
    )
    first: Choice[FirstSession] = Field(description="How the first session is played.")
    no_up: Small | None = Field(None, description="Sessions without going up.")
    hops_down: Small | None = Field(None, description="Rungs down in the ladder of hops.")
    hop_rung: Small | None = Field(
        None, description="Highest rung of hops until two clean sessions; 0 for any."
    )
    gates: bool | None = Field(None, description="The gate of hops is asked anew.")
    profile: bool | None = Field(None, description="The profile is asked anew.")
    tests: bool | None = Field(None, description="Self-tests are offered.")
    sentence: Text | None = Field(None, description="What is said on the first day back.")


class BreaksFile(Graded):
    """Return after a break: coach/breaks.toml."""

    rows: list[_BreakTable] = Field(
        min_length=1, max_length=20, description="Rows, the shortest break first."
    )


class _ReasonTable(Graded):
    """Rule that the coach computes, and where it comes from."""

    id: Annotated[str, Field(pattern=RULE_ID, max_length=60)] = Field(
        description="Id that decisions name, or a word."
    )
    rule: Text = Field(description="The rule, in a sentence or two.")


class ReasonsFile(TableModel):
    """Where the rules come from that no other table holds: coach/reasons.toml."""

    reasons: list[_ReasonTable] = Field(min_length=1, max_length=200, description="The rules.")
