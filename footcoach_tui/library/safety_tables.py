"""Tables about safety: gates, red flags, and the file of the texts that many files share."""

from typing import Annotated

from pydantic import Field

from footcoach_tui.coach.rules.red_flags import Urgency
from footcoach_tui.library.tables import Choice, Id, Scale, TableModel, Text, Texts


class GateTable(TableModel):
    """Conditions for doing a step or a routine."""

    pain_max: Scale | None = Field(
        None, description="The worst pain of the last week that lets it pass, 0-10."
    )
    min_level: Annotated[int, Field(ge=2, le=4)] | None = Field(
        None, description="Four sessions at the level below it in the last four weeks."
    )
    needs: Annotated[list[Id], Field(max_length=50)] | None = Field(
        None, description="Conditions that the coach computes: ids of `needs` in safety.toml."
    )
    requires: Texts | None = Field(None, description="Sentences to answer with yes; all must hold.")
    sore: Texts | None = Field(None, description="Pains with which it is left out.")
    exclude: Texts | None = Field(
        None,
        description="Conditions under which it is left out: ids of lists in safety.toml, or text.",
    )


class _FlagTable(TableModel):
    """Sign for which a professional is needed."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    urgency: Choice[Urgency] = Field(description="How soon: now, today, soon, or ask first.")
    question: Text = Field(description="Question that is answered with yes or no.")
    advice: Text = Field(description="What to do if the answer is yes.")
    derived: bool | None = Field(None, description="Found in the history, not asked.")


class SafetyFile(TableModel):
    """Texts about safety that many files share: safety.toml."""

    cautions: dict[Id, Text] | None = Field(None, description="Cautions, by their ids.")
    excludes: dict[Id, Texts] | None = Field(
        None, description="Lists of conditions for the `exclude` of gates, by their ids."
    )
    needs: dict[Id, Text] | None = Field(
        None, description="Conditions as sentences, for the `needs` of gates, by their ids."
    )
    impact: GateTable | None = Field(
        None, description="Conditions of every step with the tag impact."
    )
    flags: Annotated[list[_FlagTable], Field(max_length=100)] | None = Field(
        None, description="Signs for which a professional is needed, most urgent first."
    )
