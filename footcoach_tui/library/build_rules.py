"""Rules of the coach built from the tables of sound files.

A key that a table lacks has the default of the model.
"""

from collections.abc import Callable, Mapping
from typing import Any

from footcoach_tui.coach.rules.breaks import BreakRow, FirstSession
from footcoach_tui.coach.rules.ladders import Ladder, Rung
from footcoach_tui.coach.rules.questions import Effect, Hint, ProfileQuestion, Reason
from footcoach_tui.coach.rules.self_test import Norm, SelfTest
from footcoach_tui.coach.rules.sites import Site, SiteActions, SiteRule, Substitutes
from footcoach_tui.library.build_plan import build_plan
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.texts import clean_text, clean_texts
from footcoach_tui.session.exercise import Level, Tag

_RuleTables = Mapping[str, TomlTable]
"""Tables of the rule files by their kind; those of plans, by their ids, are `plans`."""

_FLAGS = (
    "is_seated",
    "in_shoes",
    "no_session",
    "stage_one",
    "is_novice",
    "is_unready",
    "older_return",
)


def _build_sites(table: TomlTable) -> dict[Site, SiteRule]:
    rules = (
        SiteRule(
            site=Site(entry["site"]),
            name=clean_text(entry["name"]),
            key=entry["key"],
            question=clean_text(entry["question"]),
            mild=_actions(entry.get("mild", {})),
            amber=_actions(entry["amber"]),
            mobility=entry["mobility"],
        )
        for entry in table["sites"]
    )
    return {rule.site: rule for rule in sorted(rules, key=lambda rule: [*Site].index(rule.site))}


def _actions(table: TomlTable) -> SiteActions:
    return SiteActions(**{action: _tags(tags) for action, tags in table.items()})


def _tags(names: list[str]) -> frozenset[Tag]:
    return frozenset(map(Tag, names))


def _build_substitutes(table: TomlTable) -> Substitutes:
    return Substitutes(
        chains=tuple(map(tuple, table["chains"])),
        stand_ins={name: tuple(others) for name, others in table["stand_ins"].items()},
        families=tuple(map(frozenset, table["families"])),
    )


def _build_questions(table: TomlTable) -> tuple[ProfileQuestion, ...]:
    return tuple(
        ProfileQuestion(
            id=entry["id"],
            text=clean_text(entry["text"]),
            required=entry.get("required", False),
            choices=tuple(
                (choice["id"], clean_text(choice["text"])) for choice in entry.get("choices", ())
            ),
            asked_if=entry.get("asked_if", {}),
            effects=tuple(map(_effect, entry.get("effects", ()))),
            why=clean_text(entry.get("why", "")),
            grade=entry.get("grade", "F"),
            source=", ".join(entry.get("sources", ())),
        )
        for entry in table["questions"]
    )


def _effect(table: TomlTable) -> Effect:
    level = table.get("most_level")
    return Effect(
        when=table["when"],
        drop=_tags(table.get("drop", [])),
        drop_together=tuple(map(_tags, table.get("drop_together", ()))),
        drop_exercises=frozenset(table.get("drop_exercises", ())),
        only=tuple(table.get("only", ())),
        most_level=Level(level) if level else None,
        hints=tuple(map(_hint, table.get("hints", ()))),
        before=clean_text(table.get("before", "")),
        after=clean_text(table.get("after", "")),
        suggests=table.get("suggests", ""),
        **{flag: table[flag] for flag in _FLAGS if flag in table},
    )


def _hint(table: TomlTable) -> Hint:
    return Hint(
        text=clean_text(table["text"]),
        tag=Tag(table["tag"]) if "tag" in table else None,
        level=Level(table["level"]) if "level" in table else None,
        exercise=table.get("exercise", ""),
    )


def _build_ladders(table: TomlTable) -> dict[str, Ladder]:
    return {entry["id"]: _ladder(entry) for entry in table["ladders"]}


def _ladder(table: TomlTable) -> Ladder:
    keys = ("clean", "plan", "least_days", "gate_from")
    return Ladder(
        id=table["id"],
        name=clean_text(table["name"]),
        is_loaded=table.get("loaded", False),
        sites=frozenset(map(Site, table["sites"])),
        rungs=tuple(map(_rung, table["rungs"])),
        caps=tuple(table.get("caps", ())),
        starts=tuple(table.get("starts", ())),
        in_plans={plan: (low, high) for plan, (low, high) in table.get("in_plans", {}).items()},
        **{key: table[key] for key in keys if key in table},
    )


def _rung(table: TomlTable) -> Rung:
    keys = ("number", "sets", "amount", "unit", "pause", "rest", "hold", "each")
    return Rung(
        exercises=tuple(table["exercises"]),
        note=clean_text(table.get("note", "")),
        **{key: table[key] for key in keys if key in table},
    )


def _build_breaks(table: TomlTable) -> tuple[BreakRow, ...]:
    keys = ("hops_down", "hop_rung", "gates", "profile", "tests")
    return tuple(
        BreakRow(
            days=row["days"],
            stages_down=row.get("stages_down", 0),
            rungs_down=row.get("rungs_down", 0),
            first=FirstSession(row["first"]),
            no_up=row.get("no_up", 0),
            sentence=clean_text(row.get("sentence", "")),
            **{key: row[key] for key in keys if key in row},
        )
        for row in table["rows"]
    )


def _build_self_tests(table: TomlTable) -> dict[str, SelfTest]:
    return {entry["id"]: _self_test(entry) for entry in table["tests"]}


def _self_test(table: TomlTable) -> SelfTest:
    options: dict[str, Any] = {
        key: table[key] for key in ("tries", "best", "from_stage", "side", "part_change")
        if key in table
    }  # fmt: skip
    if after := table.get("after_test"):
        options["after_test"] = (after["test"], float(after["value"]))
    return SelfTest(
        id=table["id"],
        name=clean_text(table["name"]),
        exercise=table["exercise"],
        unit=clean_text(table["unit"]),
        step=float(table["step"]),
        change=table.get("change"),
        sites=frozenset(map(Site, table["sites"])),
        is_percent=table.get("percent", False),
        norms=tuple(
            Norm((norm["ages"][0], norm["ages"][1]), norm["value"], norm.get("group", ""))
            for norm in table.get("norms", ())
        ),
        norm_note=clean_text(table.get("norm_note", "")),
        not_with=tuple(table.get("not_with", ())),
        extra={clean_text(fact["text"]): fact.get("source", "") for fact in table.get("facts", ())},
        parts=clean_texts(table.get("parts", ())),
        **options,
    )


def _build_reasons(table: TomlTable) -> dict[str, Reason]:
    return {
        entry["id"]: Reason(
            clean_text(entry["rule"]),
            entry.get("grade", "F"),
            clean_text(entry.get("why", "")),
            ", ".join(entry.get("sources", ())),
        )
        for entry in table["reasons"]
    }


def build_parts(tables: _RuleTables) -> dict[str, Any]:
    """Build what `Rules` has from the tables of its files; a part without a file is left out."""
    plans = {name: build_plan(table) for name, table in tables["plans"].items()}
    parts = {
        name: build(tables[kind]) for kind, (name, build) in _BUILDERS.items() if kind in tables
    }
    return {"sites": {}, "plans": plans, **parts}


_BUILDERS: dict[str, tuple[str, Callable[[TomlTable], Any]]] = {
    "sites": ("sites", _build_sites),
    "substitutes": ("substitutes", _build_substitutes),
    "profile": ("questions", _build_questions),
    "self-tests": ("tests", _build_self_tests),
    "breaks": ("breaks", _build_breaks),
    "ladders": ("ladders", _build_ladders),
    "reasons": ("reasons", _build_reasons),
}
