"""Kinds of file, and the names by which they are found."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

TomlTable = Mapping[str, Any]
"""Table of a file; its values have the shape that the schema demands, or are UNKNOWN."""

SOURCES_NAME = "sources.toml"
SAFETY_NAME = "safety.toml"
EXERCISES_FOLDER = "exercises"
RULES_FOLDER = "coach"
PLANS_FOLDER = "plans"

SHARED_NAMES = (SOURCES_NAME, SAFETY_NAME)
"""Files beside the routines, with what many files refer to."""


ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Id of an entry, where a list may have ids and texts."""


class FileKind(Enum):
    """Kind of a file, in the order in which they are validated."""

    SOURCES = "sources"
    SAFETY = "safety"
    EXERCISE = "exercise"
    ROUTINE = "routine"
    SITES = "sites"
    SUBSTITUTES = "substitutes"
    PROFILE = "profile"
    SELF_TESTS = "self-tests"
    BREAKS = "breaks"
    PLAN = "plan"
    LADDERS = "ladders"
    REASONS = "reasons"


SHARED_KINDS = (FileKind.SOURCES, FileKind.SAFETY)
"""Files that any exercise or routine may refer to."""

RULE_KINDS = (
    FileKind.SITES,
    FileKind.SUBSTITUTES,
    FileKind.PROFILE,
    FileKind.SELF_TESTS,
    FileKind.BREAKS,
    FileKind.LADDERS,
    FileKind.REASONS,
)
"""Files of the coach's rules: there is one of each, coach/<kind>.toml, bundled with footcoach."""
