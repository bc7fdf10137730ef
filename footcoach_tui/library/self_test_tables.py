"""Tables of self-tests, with their errors and norms."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from footcoach_tui.library.rule_tables import Ids, Sites
from footcoach_tui.library.tables import OWN_MESSAGE, Choice, Id, Name, TableModel, Text
from footcoach_tui.session.exercise import Grade, Verification

_Number = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


def _rising(ages: list[int]) -> list[int]:
    if ages[0] <= ages[1]:
        return ages
    raise PydanticCustomError(OWN_MESSAGE, "must be two ages, from and to: like [20, 29]")


_Ages = Annotated[
    list[Annotated[int, Field(ge=0, le=130)]],
    Field(min_length=2, max_length=2),
    AfterValidator(_rising),
]


class _NormTable(TableModel):
    """Average of people of an age in a study."""

    ages: _Ages = Field(description="Ages, from and to.")
    value: _Number = Field(description="Mean, in the unit of the test.")
    group: Name | None = Field(None, description="Group of people, such as women.")


class _FactTable(TableModel):
    """Statement of a source about the test."""

    text: Text = Field(description="The statement.")
    grade: Choice[Grade] = Field(description="T measured, E adapted, P practitioners, F our own.")
    read: Choice[Verification] | None = Field(
        None, description="How it was read: V verified, S second-hand, M from memory."
    )
    source: Id | None = Field(None, description="Id in sources.toml.")


class _AfterTable(TableModel):
    """Result of another test that is asked for first."""

    test: Id = Field(description="Id of the other test.")
    value: _Number = Field(description="Least value on each side.")


class _SelfTestTable(TableModel):
    """Test of one foot or leg."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    name: Name = Field(description="Name that is shown.")
    exercise: Id = Field(description="Exercise with which it is measured.")
    unit: Name = Field(description="Unit that is shown.")
    step: _Number = Field(description="Steps in which the value is written down.")
    change: _Number | None = Field(
        None, description="Least difference that is a real change; no key if there is no figure."
    )
    percent: bool | None = Field(None, description="`change` and `side` are in percent.")
    side: _Number | None = Field(
        None, description="Least difference between the sides that is mentioned."
    )
    tries: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="Tries on each side; default 1."
    )
    best: Literal["best", "mean", "sum"] | None = Field(
        None, description="How the tries are joined; default best."
    )
    parts: Annotated[list[Name], Field(max_length=20)] | None = Field(
        None, description="Parts of which the value is the sum."
    )
    part_change: _Number | None = Field(
        None, description="Least difference of one part that is a real change."
    )
    sites: Sites = Field(description="Sites that must score below 3 on the day.")
    not_with: Ids | None = Field(
        None, description="Questions of the profile that rule it out when answered with yes."
    )
    after_test: _AfterTable | None = Field(
        None, description="Result of another test that is asked for first."
    )
    from_stage: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="First stage of a plan at which it is offered; default 1."
    )
    norms: Annotated[list[_NormTable], Field(max_length=100)] | None = Field(
        None, description="What people of an age reached."
    )
    norm_note: Text | None = Field(None, description="Sentence beside the norms.")
    facts: Annotated[list[_FactTable], Field(max_length=50)] | None = Field(
        None, description="Statements with their sources."
    )


class SelfTestsFile(TableModel):
    """Self-tests: coach/self-tests.toml."""

    tests: list[_SelfTestTable] = Field(min_length=1, max_length=50, description="The tests.")
