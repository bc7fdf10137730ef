"""Rules about a plan: its routines exist, its stages do not get easier, its weeks have room."""

from collections.abc import Iterator

from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.coach.rules.plan import PlanKind
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.faults import UNKNOWN, Fault, entries, is_whole, missing_name
from footcoach_tui.library.kinds import FileKind, TomlTable
from footcoach_tui.library.rule_faults import double_ids, ids_in, names_faults

_MOST_A_WEEK = 14  # sessions, extras included


def plan_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a plan, other than those of its shape."""
    yield from names_faults("source", table, "sources", (), draft.sources)
    yield from double_ids(table, "stages")
    level = 0
    for index, stage in entries(table, "stages"):
        at: KeyPath = ("stages", index)
        yield from _routine_faults(stage, at, draft)
        yield from names_faults("condition", stage, "needs", at, draft.safety.needs)
        here = stage.get("level", UNKNOWN)
        if here is not UNKNOWN:
            if here < level:
                yield Fault((*at, "level"), f"must be at least {level}, that of the stage before")
            level = max(level, here)
    for index, extra in entries(table, "extras"):
        yield from _routine_faults(extra, ("extras", index), draft)
    yield from _link_faults(table, draft)
    if is_whole(table):
        yield from _week_faults(table)


def _routine_faults(table: TomlTable, at: KeyPath, draft: CatalogueDraft) -> Iterator[Fault]:
    name, path = table.get("routine", UNKNOWN), (*at, "routine")
    if file := draft.broken_routines.get(name):
        yield Fault(path, f"{quote(name)} is in {file}, which has problems itself")
        return
    yield from missing_name("routine", name, draft.routine_ids, path)
    routine = draft.routines.get(name)
    if routine and routine.is_rehab:
        message = f"{quote(name)} is for rehabilitation; the coach of a plan leads healthy feet"
        yield Fault(path, message)


def _link_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    after, tests = table.get("after", UNKNOWN), table.get("tests", UNKNOWN)
    if after is not UNKNOWN:
        plan = after.get("plan", UNKNOWN)
        yield from missing_name("plan", plan, draft.plan_ids, ("after", "plan"))
    if table.get("kind", UNKNOWN) == PlanKind.COURSE and "after" not in table:
        yield Fault((), "a course needs a table [after] with the plan that follows it")
    if tests is not UNKNOWN:
        known = ids_in(draft, FileKind.SELF_TESTS, "tests")
        if known:  # else their file has faults itself
            yield from names_faults("self-test", tests, "which", ("tests",), known)


def _week_faults(table: TomlTable) -> Iterator[Fault]:
    """Yield the faults of the days and extras of a plan without any other fault of its shape."""
    extras = table.get("extras", [])
    most = table["days"][1] + sum(extra["most_a_week"] for extra in extras)
    if most > _MOST_A_WEEK:
        yield Fault(("extras",), f"with days make {most} sessions a week; {_MOST_A_WEEK} is most")
    for index, extra in enumerate(extras):
        if extra.get("from", 1) > len(table["stages"]):
            yield Fault(("extras", index, "from"), "must be the number of a stage")
