"""Section of a description, the same on a screen and in the shell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """Heading and its lines; `numbered` where they are steps in order."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False
