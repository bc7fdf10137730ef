"""Tables of the questions about the person, and of what their answers change."""

from typing import Annotated

from pydantic import Field

from footcoach_tui.library.rule_tables import Graded, Ids, Tags
from footcoach_tui.library.tables import Choice, Id, LevelNumber, TableModel, Text
from footcoach_tui.session.exercise import Tag

_Answers = dict[Id, Id]


class _HintTable(TableModel):
    """Sentence shown with some steps."""

    text: Text = Field(description="The sentence.")
    tag: Choice[Tag] | None = Field(None, description="Shown with steps that have this tag.")
    level: LevelNumber | None = Field(None, description="Shown with steps from this level on.")
    exercise: Id | None = Field(None, description="Shown with this exercise.")


class _EffectTable(TableModel):
    """Effect of answers."""

    when: _Answers = Field(description="Answers by question; all of them must be given.")
    drop: Tags | None = Field(None, description="Tags of steps that are left out.")
    drop_together: Annotated[list[Tags], Field(max_length=20)] | None = Field(
        None, description="Sets of tags; a step that has all of one is left out."
    )
    drop_exercises: Ids | None = Field(None, description="Exercises that are left out.")
    only: Ids | None = Field(None, description="The only exercises that are left.")
    most_level: LevelNumber | None = Field(None, description="Highest level that is left.")
    is_seated: bool | None = Field(None, description="Only seated exercises are left.")
    in_shoes: bool | None = Field(None, description="Everything is done in shoes.")
    no_session: bool | None = Field(None, description="No session until it is cleared.")
    stage_one: bool | None = Field(None, description="A plan stays at its first stage.")
    is_novice: bool | None = Field(None, description="New to running: no strength before a run.")
    is_unready: bool | None = Field(None, description="Not ready for hops.")
    older_return: bool | None = Field(
        None, description="A return after a break is one row lower in the table of breaks."
    )
    hints: Annotated[list[_HintTable], Field(max_length=20)] | None = Field(
        None, description="Sentences shown with steps."
    )
    before: Text | None = Field(None, description="Sentence before each session.")
    after: Text | None = Field(None, description="Sentence after each session.")
    suggests: Id | None = Field(None, description="Routine that is suggested.")


class _ChoiceTable(TableModel):
    """Answer to choose."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    text: Text = Field(description="The answer as it is shown.")


class _QuestionTable(Graded):
    """Question about the person."""

    id: Id = Field(description="Id: lower-case words joined by hyphens.")
    text: Text = Field(description="The question.")
    required: bool | None = Field(
        None, description="Cannot be skipped; unknown counts as yes there, as no elsewhere."
    )
    choices: Annotated[list[_ChoiceTable], Field(min_length=2, max_length=9)] | None = Field(
        None, description="Answers; without them yes, no or unknown."
    )
    asked_if: _Answers | None = Field(
        None, description="Answers to earlier questions after which alone it is asked."
    )
    effects: Annotated[list[_EffectTable], Field(max_length=20)] | None = Field(
        None, description="What the answers change."
    )


class ProfileFile(TableModel):
    """Questions about the person: coach/profile.toml."""

    questions: list[_QuestionTable] = Field(
        min_length=1, max_length=100, description="The questions, in order."
    )
