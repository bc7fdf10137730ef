"""The kinds of value that a file may hold, each with its limits.

Strict: a number in quotes is text, and true is no number.
"""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from footcoach_tui.boundary.text import clean

KEBAB = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
LINK = r"^https?://[^\s/]+(?:/\S*)?$"
OWN_SENTENCE = "footcoach"
"""The type of the errors whose message is already a sentence for a person."""

_LONGEST = 7200
_HALVES_UP_TO = 2


def _filled(text: str) -> str:
    if clean(text).strip():
        return text
    raise PydanticCustomError(OWN_SENTENCE, "must not be empty")


def _halves(seconds: float) -> float:
    """Whole seconds can be counted aloud; a short phase may take half a second more."""
    if seconds % (0.5 if seconds <= _HALVES_UP_TO else 1) == 0:
        return seconds
    raise PydanticCustomError(
        OWN_SENTENCE, "must be whole seconds, or half ones in phases of up to 2 s"
    )


def _rising(pair: list[int]) -> list[int]:
    """Two numbers, the smaller one first."""
    if len(pair) == len(("from", "to")) and pair[0] <= pair[1]:
        return pair
    raise PydanticCustomError(
        OWN_SENTENCE, "must be two numbers, from and to, the smaller one first: like [2, 4]"
    )


_PAIR = Field(json_schema_extra={"minItems": 2, "maxItems": 2})

Id = Annotated[str, Field(pattern=KEBAB, max_length=60)]
Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_filled)]
Text = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_filled)]
Link = Annotated[str, Field(pattern=LINK, max_length=2000)]
Texts = Annotated[list[Text], Field(max_length=50)]
Names = Annotated[list[Name], Field(max_length=50)]
Ids = Annotated[list[Id], Field(max_length=50)]

Level = Annotated[int, Field(ge=1, le=4)]
Scale = Annotated[int, Field(ge=0, le=10)]
Effort = Annotated[list[Scale], _PAIR, AfterValidator(_rising)]
Weeks = Annotated[list[Annotated[int, Field(ge=1, le=520)]], _PAIR, AfterValidator(_rising)]

Rank = Annotated[int, Field(ge=0, le=999)]
Turn = Annotated[float, Field(ge=0.2, le=60, allow_inf_nan=False)]
Reps = Annotated[int, Field(ge=1, le=1000)]
Count = Annotated[int, Field(ge=1, le=100)]
Wait = Annotated[int, Field(ge=0, le=_LONGEST)]
Length = Annotated[int, Field(ge=1, le=_LONGEST)]
PhaseLength = Annotated[
    float, Field(ge=0.5, le=_LONGEST, allow_inf_nan=False), AfterValidator(_halves)
]
TempoLength = Annotated[
    float, Field(ge=0, le=_LONGEST, allow_inf_nan=False), AfterValidator(_halves)
]
