"""Exercises: purpose, instructions, equipment, usual dose and the sources of it."""

from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.session.dose import Dose
from footcoach_tui.session.equipment import Equipment, Kit
from footcoach_tui.session.tags import TAGS_OF_LEVEL, Level, Tag

__all__ = [
    "TAGS_OF_LEVEL",
    "DoseSource",
    "Equipment",
    "Exercise",
    "Grade",
    "Level",
    "Position",
    "Source",
    "SourceStatus",
    "Tag",
    "Verification",
]


class Position(StrEnum):
    """Starting position of the body."""

    SEATED = "seated"
    STANDING = "standing"
    KNEELING = "kneeling"
    HANDS_KNEES = "hands-knees"
    LYING = "lying"


class SourceStatus(StrEnum):
    """Origin of an exercise or a dose; always shown on screen."""

    PUBLISHED = "published"
    ADAPTED = "adapted"
    CANDIDATE = "candidate"
    FOOTCOACH = "footcoach"

    @property
    def sentence(self) -> str:
        return {
            SourceStatus.PUBLISHED: "As published",
            SourceStatus.ADAPTED: "Published exercise, our dose",
            SourceStatus.CANDIDATE: "Our choice where the source has a gap",
            SourceStatus.FOOTCOACH: "Our own exercise",
        }[self]


class Grade(StrEnum):
    """Evidence for a dose, strongest first."""

    TRIAL = "T"
    TESTED = "E"
    PUBLISHED = "P"
    FOOTCOACH = "F"

    @property
    def sentence(self) -> str:
        return {
            Grade.TRIAL: "dose taken from a trial",
            Grade.TESTED: "exercise tested in a trial or lab, dose adapted",
            Grade.PUBLISHED: "dose from a coach or clinician, no trial",
            Grade.FOOTCOACH: "our own dose",
        }[self]


class Verification(StrEnum):
    """Reading of a source: in the original, at second hand, or from memory."""

    VERIFIED = "V"
    SECOND_HAND = "S"
    FROM_MEMORY = "M"


@dataclass(frozen=True, slots=True)
class Source:
    """Cited work; `id` is its name in the files, e.g. ``mulligan-2013``."""

    id: str
    citation: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class DoseSource:
    """Statement of one source on the dose, and how far it can be trusted."""

    text: str
    grade: Grade
    read: Verification
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """Exercise with all that a coach would say and show.

    `start` is the starting position in a few words, for the seconds of getting ready.
    """

    id: str
    name: str
    position: Position
    level: Level
    dose: Dose
    purpose: str
    why: str
    how: tuple[str, ...]
    cues: tuple[str, ...]
    errors: tuple[str, ...]
    stop_if: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    start: str = ""
    equipment: tuple[Equipment, ...] = ()
    stand_ins: tuple[tuple[Equipment, str], ...] = ()
    muscles: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    aka: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    dose_sources: tuple[DoseSource, ...] = ()
    source_status: SourceStatus = SourceStatus.FOOTCOACH
    evidence: str = ""
    author: str = ""
    licence: str = ""

    def missing(self, kit: Kit) -> tuple[Equipment, ...]:
        """Return the equipment that is needed and not in the kit."""
        return () if kit is None else tuple(each for each in self.equipment if each not in kit)
