"""Names of new files: what the user typed, as an id and a title."""

import re
from dataclasses import dataclass

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.boundary.text import clean, forbidden_character, quote, to_ascii
from footcoach_tui.library.kinds import SAFETY_NAME, SOURCES_NAME

_MAX_ID, _MAX_TITLE = 60, 200
_ENDING = ".toml"
_RESERVED = {SOURCES_NAME, SAFETY_NAME}
_WORD = re.compile("[a-z0-9]+")
_APOSTROPHES = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class NewName:
    """Id of a new file, and its title or name for people."""

    id: str
    title: str

    @classmethod
    def of(cls, typed: str) -> "NewName":
        """Return the id and the title of a name such as “Evening feet” or evening-feet.

        Raises AuthoringError for one of which no id can be made.
        """
        if character := forbidden_character(typed):
            raise AuthoringError(f"a name cannot have the character {character}")
        if not clean(typed).strip():
            raise AuthoringError("give a name, such as “Evening feet”")
        if "/" in typed or "\\" in typed:
            raise AuthoringError(f"{quote(typed)} is a path; give a name, such as “Evening feet”")
        title = clean(typed.strip().removesuffix(_ENDING), _MAX_TITLE + 1).strip()
        if len(title) > _MAX_TITLE:
            raise AuthoringError(f"a name can have at most {_MAX_TITLE} characters")
        name = "-".join(_WORD.findall(to_ascii(_APOSTROPHES.sub("", title)).lower()))
        name = name[:_MAX_ID].strip("-")
        if not name:
            raise AuthoringError(
                f"{quote(typed)} has no letter from a to z for an id; give a name such as "
                "evening-feet, and write the title into the file"
            )
        if name + _ENDING in _RESERVED:
            raise AuthoringError(f"{name} is the name of a file of another kind; take another name")
        return cls(name, name.replace("-", " ").capitalize() if title == name else title)
