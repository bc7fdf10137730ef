"""Cells of the tables on the page of the coach's rules."""

from collections.abc import Mapping
from typing import Any

from footcoach_tui.text.durations import counted

Table = Mapping[str, Any]


def grade(table: Table, cited: dict[str, None]) -> str:
    """Return the grade of a rule with how it was read and its sources."""
    names = table.get("sources", [table["source"]] if "source" in table else [])
    cited.update(dict.fromkeys(names))
    grade = table.get("grade", "F")
    read = f" {table['read']}" if "read" in table else ""
    return f"**{grade}**{read} {', '.join(names)}".rstrip()


def actions(table: Table) -> str:
    words = {"drop": "drop", "down_off": "down-off", "down_one": "down-1", "halve": "halve"}
    cells = [f"{word} `{' '.join(table[key])}`" for key, word in words.items() if key in table]
    return "; ".join(cells) or "-"


def effect(effect: Table) -> str:
    parts = [", ".join(f"{question} {answer}" for question, answer in effect["when"].items()) + ":"]
    if "only" in effect:
        parts.append(f"only {', '.join(effect['only'])};")
    if "drop" in effect:
        parts.append(f"drop `{' '.join(effect['drop'])}`;")
    parts.extend(f"drop what is `{' '.join(tags)}`;" for tags in effect.get("drop_together", ()))
    if "drop_exercises" in effect:
        parts.append(f"drop {', '.join(effect['drop_exercises'])};")
    if "most_level" in effect:
        parts.append(f"level {effect['most_level']} at most;")
    flags = {
        "is_seated": "only seated exercises;",
        "in_shoes": "in shoes;",
        "no_session": "no session;",
        "stage_one": "stage 1;",
        "is_novice": "no strength before a run;",
        "is_unready": "not ready for hops;",
        "older_return": "return after a break one row lower;",
    }
    parts.extend(words for key, words in flags.items() if effect.get(key))
    parts.extend(f"“{hint['text']}”" for hint in effect.get("hints", ()))
    parts.extend(f"“{effect[key]}”" for key in ("before", "after") if key in effect)
    if "suggests" in effect:
        parts.append(f"suggests `{effect['suggests']}`")
    return " ".join(parts).rstrip(";")


def dose(rung: Table) -> str:
    parts = [
        f"{rung['sets']} x {rung['amount']}{'' if rung.get('unit', 'reps') == 'reps' else ' s'}"
    ]
    if "pause" in rung:
        parts.append(f"pause {rung['pause']} s")
    if "rest" in rung:
        parts.append(f"rest {rung['rest']} s")
    if "hold" in rung:
        parts.append(f"held {rung['hold']} s")
    if rung.get("each"):
        parts.append("one foot at a time")
    return ", ".join([*parts, *([rung["note"]] if "note" in rung else [])])


def down(count: int) -> object:
    return "to the first" if count == 99 else count or "-"  # noqa: PLR2004 - as in the file


def hops(row: Table) -> str:
    if "hop_rung" in row:
        gate = ", gate again" if row.get("gates") else ""
        return f"rung {row['hop_rung']} at most until 2 clean sessions{gate}"
    return f"{counted(row['hops_down'], 'rung')} down" if "hops_down" in row else "-"


def change(test: Table) -> str:
    unit = "%" if test.get("percent") else test["unit"]
    real = f"{test['change']:g} {unit} or more" if "change" in test else "no reliable figure"
    side = f" Sides are compared from {test['side']:g} {unit} on." if "side" in test else ""
    return f"A real change: {real}.{side}\n"
