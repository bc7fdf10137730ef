"""Rules of the coach as far as `footcoach due` needs them, from one file of plain values.

All rules take the whole catalogue: a hundred files to compare, and its exercises to build. What is
due needs all tables of the rules, but of an exercise only its level and tags, and steps only of the
routines that can be due. These are stored as JSON, with the names, sizes and times of all files
they come from, for the same edition of footcoach and with a checksum. The file can be deleted at
any time.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.coach.red_flags import RedFlag, Urgency
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.build_dose import build_dose
from footcoach_tui.library.build_rules import RuleTables, build_parts
from footcoach_tui.library.dose_table import dose_table
from footcoach_tui.library.edition import edition
from footcoach_tui.library.kinds import EXERCISES_FOLDER, PLANS_FOLDER, RULES_FOLDER
from footcoach_tui.session.dose import Dose, Timed
from footcoach_tui.session.exercise import Exercise, Position, SourceStatus
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.tags import Level, Tag

_SUBFOLDERS = ("", EXERCISES_FOLDER, RULES_FOLDER, PLANS_FOLDER)
_MOST_BYTES = 4 * 1024 * 1024
_NO_DOSE = Dose(Timed(()))

Loader = Callable[[], tuple[Rules, RuleTables]]


def load_due_rules(folders: Iterable[Path], index: Path, load: Loader) -> Rules:
    """Return the rules for `due` of the files in the folders; with `load` where they have changed.

    Exercises are without doses and texts; routines have steps only if a plan or the rules name
    them. `load` gives all rules. Raises nothing but what `load` raises.
    """
    stamp = zlib.crc32(repr([*_files(folders)]).encode())
    rules = _read(index, stamp)
    if rules is None:
        rules, tables = load()
        _write(index, stamp, _values(rules, tables))
    return rules


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of each file that the rules are made from."""
    for folder in folders:
        for name in _SUBFOLDERS:
            with suppress(OSError), os.scandir(folder / name) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.endswith(".toml"):
                        status = entry.stat()
                        yield entry.path, status.st_size, status.st_mtime_ns


def _read(index: Path, stamp: int) -> Rules | None:
    """Return the stored rules; None if there are none for these files."""
    try:
        head, _, body = read_regular_file(index, _MOST_BYTES).partition(b"\n")
        if head != _head(stamp, body):
            return None
        return _rules(json.loads(body))
    except (UnreadableError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _write(index: Path, stamp: int, values: object) -> None:
    """Store the values. Errors are ignored: all rules are loaded again next time."""
    with suppress(WriteError, PathError, OSError):
        body = json.dumps(values).encode()
        create_private_folder(index.parent)
        write_atomically(index, b"%s\n%s" % (_head(stamp, body), body))


def _head(stamp: int, body: bytes) -> bytes:
    return f"{edition()} {stamp:08x} {zlib.crc32(body):08x}".encode()


def _values(rules: Rules, tables: RuleTables) -> dict[str, Any]:
    named = {rules.gentle, rules.newcomer, rules.every_day, rules.before_run}
    for plan in rules.plans.values():
        named.update(stage.routine for stage in plan.stages)
        named.update(extra.routine for extra in plan.extras)
    return {
        "exercises": [
            (each.id, each.name, each.position, each.level, each.tags)
            for each in rules.exercises.values()
        ],
        "routines": [
            (
                *(each.id, each.title, each.context, each.level, each.effort),
                [(step.exercise.id, dose_table(step.dose)) for step in each.steps]
                if each.id in named
                else [],
            )
            for each in rules.routines.values()
        ],
        "flags": [
            (flag.id, flag.urgency, flag.question, flag.advice, flag.is_derived)
            for flag in rules.flags.values()
        ],
        "needs": dict(rules.needs),
        "problems": rules.problems,
        "tables": tables,
    }


def _rules(values: dict[str, Any]) -> Rules:
    exercises = {entry[0]: _exercise(*entry) for entry in values["exercises"]}
    return Rules(
        exercises=exercises,
        routines={entry[0]: _routine(exercises, *entry) for entry in values["routines"]},
        flags={entry[0]: _flag(*entry) for entry in values["flags"]},
        needs=values["needs"],
        problems=tuple(values["problems"]),
        **build_parts(values["tables"]),
    )


def _exercise(name: str, title: str, position: str, level: int, tags: list[str]) -> Exercise:
    return Exercise(
        id=name,
        name=title,
        position=Position(position),
        level=Level(level),
        dose=_NO_DOSE,
        purpose="",
        why="",
        how=(),
        cues=(),
        errors=(),
        stop_if=(),
        tags=tuple(map(Tag, tags)),
    )


def _routine(
    exercises: dict[str, Exercise],
    name: str,
    title: str,
    context: list[str],
    level: int,
    effort: list[int],
    steps: list[tuple[str, dict[str, Any]]],
) -> Routine:
    return Routine(
        id=name,
        title=title,
        summary="",
        context=tuple(context),
        level=Level(level),
        frequency="",
        effort=(effort[0], effort[1]),
        source_status=SourceStatus.FOOTCOACH,
        steps=tuple(
            Step(exercises[exercise], build_dose(dose), SourceStatus.FOOTCOACH)
            for exercise, dose in steps
        ),
    )


def _flag(name: str, urgency: str, question: str, advice: str, is_derived: object) -> RedFlag:
    return RedFlag(name, Urgency(urgency), question, advice, is_derived=bool(is_derived))
