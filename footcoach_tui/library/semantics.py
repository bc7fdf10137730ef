"""Rules about a whole file: names exist, doses fit, figures can be drawn, no routine is too long.

The tables have the shape of their schema; values at fault are UNKNOWN, and no fault is reported
that follows from them.
"""

from collections.abc import Collection, Iterator
from typing import Any

from footcoach_tui.boundary.problems import closest_match
from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.figure.model import Prop
from footcoach_tui.figure.validation import pose_errors
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.build_dose import build_dose
from footcoach_tui.library.build_figure import build_key_pose
from footcoach_tui.library.dose_rules import ROWS, dose_faults, step_dose, tempo_faults
from footcoach_tui.library.faults import UNKNOWN, Fault, entries, is_whole, missing_name
from footcoach_tui.library.kinds import ID_PATTERN, FileKind, TomlTable
from footcoach_tui.library.plan_faults import plan_faults
from footcoach_tui.library.rule_faults import rule_faults
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.length import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.text.durations import format_minutes

_STEP_HEIGHT = 20.0  # how far a heel may go below the edge of a step, in 1/100 of the body


def semantic_faults(kind: FileKind, table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a file other than those of its shape."""
    if kind is FileKind.EXERCISE:
        yield from _exercise_faults(table, draft)
    elif kind is FileKind.ROUTINE:
        yield from _routine_faults(table, draft)
    elif kind is FileKind.SAFETY:
        yield from _safety_faults(table)
    elif kind is FileKind.PLAN:
        yield from plan_faults(table, draft)
    else:
        yield from rule_faults(kind, table, draft)


def _safety_faults(table: TomlTable) -> Iterator[Fault]:
    excludes, needs = table.get("excludes", {}), table.get("needs", {})
    impact = table.get("impact", {})
    if not any(part is UNKNOWN for part in (excludes, needs, impact)):
        yield from _gate_faults(impact, ("impact",), excludes, needs)
    ids: set[str] = set()
    for index, flag in entries(table, "flags"):
        name = flag.get("id", UNKNOWN)
        if name in ids:
            yield Fault(("flags", index, "id"), f"{quote(name)} is the id of another flag")
        ids.add(name)


def _exercise_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from dose_faults(dose, dose, ("dose",))
    yield from _figure_faults(table)
    for index, caution in entries(table, "cautions"):
        yield from _id_faults("caution", caution, draft.safety.cautions, ("cautions", index))
    for index, source in entries(table, "dose_sources"):
        name = source.get("source", UNKNOWN)
        yield from missing_name("source", name, draft.sources, ("dose_sources", index, "source"))


def _figure_faults(table: TomlTable) -> Iterator[Fault]:
    """Yield the faults of an exercise's figure, its poses, and the poses its dose names."""
    figure, poses = table.get("figure", {}), table.get("poses", {})
    if UNKNOWN in (figure, poses):
        return
    if poses and not figure:
        yield Fault(("poses",), "are not drawn without a [figure] that names its views")
    for index, view in entries(figure, "views"):
        if not any(pose is UNKNOWN or view in pose for pose in poses.values()):
            yield Fault(("figure", "views", index), f"no pose has a table called {view}")
    if figure.get("ghost", UNKNOWN) is not UNKNOWN:
        yield from missing_name("pose", figure["ghost"], poses, ("figure", "ghost"))
    has_step = any(prop == Prop.STEP for _, prop in entries(figure, "props"))
    for name, pose in poses.items():
        if is_whole(pose):
            sentences = pose_errors(build_key_pose(name, pose), -_STEP_HEIGHT if has_step else 0.0)
            yield from (Fault(("poses", name), sentence.rstrip(".")) for sentence in sentences)
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from _motion_faults(dose, poses, ("dose",))


def _motion_faults(dose: TomlTable, poses: Collection[str], at: KeyPath) -> Iterator[Fault]:
    """Yield a fault for each pose that a dose or step names and the figure has not."""
    parts = [(dose, at)]
    for row in ROWS.values():
        parts += [(part, (*at, row, index)) for index, part in entries(dose, row)]
    for part, path in parts:
        for index, name in entries(part, "poses"):
            yield from missing_name("pose", name, poses, (*path, "poses", index))


def _routine_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    for index, source in entries(table, "sources"):
        yield from missing_name("source", source, draft.sources, ("sources", index))
    for index, gate in entries(table, "gates"):
        yield from _gate_faults(gate, ("gates", index), draft.safety.excludes, draft.safety.needs)
    for key in ("previous", "next"):
        yield from missing_name("routine", table.get(key, UNKNOWN), draft.routine_ids, (key,))
    total = 0.0
    for index, step in entries(table, "steps"):
        path = ("steps", index)
        faults = [*_step_faults(step, path, draft)]
        swap = step.get("swap", UNKNOWN)
        if swap is not UNKNOWN:
            faults += _step_faults(swap, (*path, "swap"), draft)
            faults += _swap_faults(swap, (*path, "swap"), draft)
        yield from faults
        if not faults:
            total += max(_seconds(step, draft), _seconds(swap, draft))
    if total > LONGEST_ROUTINE:
        limit = format_minutes(LONGEST_ROUTINE)
        yield Fault(("steps",), f"take {format_minutes(total)} in all; {limit} is the most")


def _swap_faults(swap: TomlTable, at: KeyPath, draft: CatalogueDraft) -> Iterator[Fault]:
    exercise = draft.exercises.get(swap.get("exercise", UNKNOWN))
    if exercise and Tag.IMPACT in exercise.tags:
        message = f"{quote(exercise.id)} has impact too; take an exercise without"
        yield Fault((*at, "exercise"), message)


def _gate_faults(
    gate: TomlTable, at: KeyPath, excludes: Collection[str], needs: Collection[str]
) -> Iterator[Fault]:
    for index, entry in entries(gate, "exclude"):
        path = (*at, "exclude", index)
        yield from _id_faults("list of conditions", entry, excludes, path)
    for index, name in entries(gate, "needs"):
        yield from missing_name("condition", name, needs, (*at, "needs", index))


def _id_faults(what: str, entry: str, known: Collection[str], path: KeyPath) -> Iterator[Fault]:
    """Yield a fault if an entry of a list of ids and texts can only be meant as an id."""
    if entry in known or not ID_PATTERN.fullmatch(entry):
        return
    if "-" in entry or closest_match(entry, known):
        yield from missing_name(what, entry, known, path)


def _step_faults(step: TomlTable, at: KeyPath, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a step, or of the swap of a step."""
    gate = step.get("gate", UNKNOWN)
    if gate is not UNKNOWN:
        yield from _gate_faults(gate, (*at, "gate"), draft.safety.excludes, draft.safety.needs)
    exercise = step.get("exercise", UNKNOWN)
    if exercise in draft.tables:
        usual = draft.tables[exercise]["dose"]
        dose = step_dose(usual, step)
        yield from tempo_faults(step, dose, usual, at)
        yield from dose_faults(dose, step, at)
        yield from _motion_faults(step, draft.tables[exercise].get("poses", ()), at)
        return
    if exercise in draft.broken:
        message = f"{quote(exercise)} is in {draft.broken[exercise]}, which has problems itself"
        yield Fault((*at, "exercise"), message)
        usual = {"switch": UNKNOWN}
    else:
        yield from missing_name("exercise", exercise, draft.tables, (*at, "exercise"))
        meant = "" if exercise is UNKNOWN else closest_match(exercise, draft.tables)
        usual = draft.tables[meant]["dose"] if meant else {}
    # Without a mode: whether the sides need a switch is still known, but nothing of the work.
    yield from dose_faults({**usual, **step, "mode": UNKNOWN}, step, at)


def _seconds(step: Any, draft: CatalogueDraft) -> float:
    """Return the length of a step without faults; 0 where something in it is UNKNOWN."""
    if step is UNKNOWN or step.get("exercise") not in draft.tables:
        return 0.0
    dose = step_dose(draft.tables[step["exercise"]]["dose"], step)
    return dose_seconds(build_dose(dose)) if is_whole(dose) else 0.0
