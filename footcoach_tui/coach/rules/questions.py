"""Questions of the profile, and what their answers exclude."""

from collections.abc import Mapping
from typing import NamedTuple

from footcoach_tui.coach.rules.sites import NOTHING
from footcoach_tui.session.tags import Level, Tag


class Reason(NamedTuple):
    """Rule in a sentence, with the grade of its evidence and its sources, by their ids."""

    rule: str
    grade: str
    why: str = ""
    source: str = ""


class Hint(NamedTuple):
    """Sentence shown with steps that have a tag, a level of at least `level`, or an exercise."""

    text: str
    tag: Tag | None = None
    level: Level | None = None
    exercise: str = ""


class Effect(NamedTuple):
    """Effect of an answer, once all of `when` are the answers, by question.

    `drop` are tags of steps that are left out, `drop_together` sets of tags that an exercise has
    all of, `drop_exercises` exercises by id. With `only` nothing but these exercises is left, with
    `most_level` nothing above it, with `is_seated` nothing but seated ones. `no_session`: none is
    done until it is cleared. `stage_one` holds a plan at its first stage. `is_novice` and
    `older_return` are read by the rules on runs and on breaks, `is_unready` by the gate of hops.
    """

    when: Mapping[str, str]
    drop: frozenset[Tag] = frozenset()
    drop_together: tuple[frozenset[Tag], ...] = ()
    drop_exercises: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()
    most_level: Level | None = None
    is_seated: bool = False
    in_shoes: bool = False
    no_session: bool = False
    stage_one: bool = False
    is_novice: bool = False
    is_unready: bool = False
    older_return: bool = False
    hints: tuple[Hint, ...] = ()
    before: str = ""
    """Sentence before each session."""

    after: str = ""
    """Sentence after each session."""

    suggests: str = ""
    """Routine to suggest, by id."""


class ProfileQuestion(NamedTuple):
    """Question about the person. `choices` are the answers; none means yes, no or unknown.

    A `required` one cannot be skipped, and unknown counts as yes there, as no elsewhere. `asked_if`
    are the answers, by question, after which alone it is asked. `why` gives the reason, `source`
    names where it comes from.
    """

    id: str
    text: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    asked_if: Mapping[str, str] = NOTHING
    effects: tuple[Effect, ...] = ()
    why: str = ""
    grade: str = "F"
    source: str = ""
