"""Plans built from the tables of sound files."""

from typing import Any

from footcoach_tui.coach.rules.plan import Extra, ExtraTime, Plan, PlanKind, Stage
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.texts import clean_text
from footcoach_tui.session.tags import Level


def build_plan(table: TomlTable) -> Plan:
    tests, goals = table.get("tests", {}), table.get("goals", {})
    return Plan(
        id=table["id"],
        title=clean_text(table["title"]),
        summary=clean_text(table["summary"]),
        kind=PlanKind(table["kind"]),
        days=_pair(table["days"]),
        stages=tuple(map(_stage, table["stages"])),
        gap={int(level): days for level, days in table["gap"].items()},
        in_a_row=table.get("in_a_row", 2),
        minutes=_pair(table.get("minutes", (0, 0))),
        extras=tuple(map(_extra, table.get("extras", ()))),
        after=table.get("after", {}).get("plan", ""),
        tests=tuple(tests.get("which", ())),
        test_every=tests.get("every", 28),
        source_status=table["source_status"],
        source_note=clean_text(table.get("source_note", "")),
        sources=tuple(table.get("sources", ())),
        disclaimer=clean_text(table.get("disclaimer", "")),
        goal_sessions=goals.get("sessions", 0),
        goal_weeks=goals.get("weeks", 0),
    )


def _stage(table: TomlTable) -> Stage:
    return Stage(
        id=table["id"],
        routine=table["routine"],
        level=Level(table["level"]),
        usual_weeks=_pair(table.get("usual_weeks", (0, 0))),
        least_sessions=table["least_sessions"],
        least_days=table.get("least_days", 0),
        needs=tuple(table.get("needs", ())),
    )


def _extra(table: TomlTable) -> Extra:
    return Extra(
        table["routine"], ExtraTime(table["on"]), table.get("from", 1), table["most_a_week"]
    )


def _pair(values: Any) -> tuple[int, int]:
    low, high = values
    return low, high
