"""Page of the coach's rules: the tables of its files, with their grades and sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rule_cells import Table, actions, change, dose, down, effect, grade, hops

from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.kinds import FileKind
from footcoach_tui.session.exercise import Source
from footcoach_tui.text.durations import counted

_ABOUT = """\
<!-- Made by docs/build.py from the files in routines/: change them there. -->

# The rules of the coach

These tables decide what a check-in, a break or a stage of a plan changes. They are the files in
[`routines/coach`](../routines/coach) and [`routines/plans`](../routines/plans). How to
write your own is in [plan-format.md](plan-format.md).

footcoach trains healthy feet. It does not diagnose, and it does not treat. Routines for
rehabilitation have their own conditions, and no rule here changes them.

| grade | meaning |
|---|---|
| **T** | from a trial or a measurement |
| **E** | tested idea, adapted |
| **P** | practitioners, a guideline or a health service |
| **F** | footcoach's own rule |

V: read in the original. S: told by a second page. M: from memory. A rule without a grade is F.
"""
_LEVELS = ("", "seated", "two feet", "one foot", "dynamic")


def coach_rules_page(
    tables: Mapping[FileKind, Table], rules: Rules, sources: Mapping[str, Source]
) -> str:
    """Return the page; `tables` are those of the rule files."""
    cited: dict[str, None] = {}
    parts = [
        _ABOUT,
        *_sites(tables[FileKind.SITES], cited),
        *_substitutes(rules),
        *_profile(tables[FileKind.PROFILE], cited),
        *_gates(rules),
        *_ladders(tables[FileKind.LADDERS], cited),
        *_plans(rules, cited),
        *_breaks(tables[FileKind.BREAKS], cited),
        *_self_tests(tables[FileKind.SELF_TESTS], cited),
        *_reasons(tables[FileKind.REASONS], cited),
        "\n## Sources\n\n",
        *(f"- **{name}**: {_cited(sources[name])}\n" for name in sorted(cited)),
    ]
    return "".join(parts)


def _cited(source: Source) -> str:
    return f"{source.citation} <{source.link}>" if source.link else source.citation


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n"
    for row in rows:
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |\n"


def _sites(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield "\n## A sore site\n\n"
    yield (
        "drop: replaced or left out. down-off: down the chain until the tag is gone. down-1: one "
        "place down\nthe chain. halve: half of the sets. A step with several takes the first of "
        "these. From 6 of 10 on\nnothing loaded is done. The tags are in "
        "[routine-format.md](routine-format.md#tags).\n\n"
    )
    yield from _table(
        ("site", "1-2", "3-5", "offered where little is left", "why", "grade"),
        (
            (
                row["site"],
                actions(row.get("mild", {})),
                actions(row["amber"]),
                f"`{row['mobility']}`",
                row.get("why", ""),
                grade(row, cited),
            )
            for row in table["sites"]
        ),
    )


def _substitutes(rules: Rules) -> Iterator[str]:
    yield "\n## What takes the place of an exercise\n\nChains, from harder to easier (F):\n\n"
    yield from (f"- {' > '.join(chain)}\n" for chain in rules.substitutes.chains)
    yield "\nA session has one of each family at most where something is replaced (F):\n\n"
    yield from (f"- {', '.join(sorted(family))}\n" for family in rules.substitutes.families)
    yield "\nStand-ins where an exercise is dropped, in order (F). For hops there are none.\n\n"
    yield from _table(
        ("dropped", "stand-ins"),
        ((name, ", ".join(others)) for name, others in rules.substitutes.stand_ins.items()),
    )


def _profile(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield "\n## The profile\n\nWith * unknown counts as yes, elsewhere as no.\n\n"
    yield from _table(
        ("id", "question", "effect", "why", "grade"),
        (
            (
                f"`{row['id']}`{'*' if row.get('required') else ''}",
                row["text"],
                "<br>".join(map(effect, row.get("effects", ()))) or "-",
                row.get("why", ""),
                grade(row, cited),
            )
            for row in table["questions"]
        ),
    )


def _gates(rules: Rules) -> Iterator[str]:
    yield "\n## Conditions of gates\n\nComputed from the history where it is known; else asked.\n\n"
    yield from _table(
        ("id", "condition"), ((f"`{name}`", text) for name, text in rules.needs.items())
    )


def _ladders(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield f"\n## Ladders\n\n{table['why']} {grade(table, cited)}. The rest is F unless said.\n"
    for ladder in table["ladders"]:
        yield f"\n### {ladder['name']}\n\n"
        yield f"{'Loaded' if ladder.get('loaded') else 'Light'}; {', '.join(ladder['sites'])}. "
        yield f"{counted(ladder.get('clean', 2), 'clean session')} for a rung up. "
        if "caps" in ladder:
            caps = (str(cap or "-") for cap in ladder["caps"])
            yield f"Highest rung at stages 1 to 4: {', '.join(caps)}. "
        if "plan" in ladder:
            yield f"Only in `{ladder['plan']}`. "
        yield "\n\n"
        yield from _table(
            ("rung", "exercise", "dose", "grade"),
            (
                (row["number"], ", ".join(row["exercises"]), dose(row), grade(row, cited))
                for row in ladder["rungs"]
            ),
        )


def _plans(rules: Rules, cited: dict[str, None]) -> Iterator[str]:
    yield "\n## Plans\n"
    for plan in rules.plans.values():
        low, high = plan.days
        cited.update(dict.fromkeys(plan.sources))
        yield f"\n### {plan.title} (`{plan.id}`)\n\n{plan.summary} {low} to {high} days a week.\n"
        yield f"{plan.source_note} Sources: {', '.join(plan.sources)}.\n\n"
        yield from _table(
            ("stage", "routine", "level", "usual weeks", "sessions", "days", "needs"),
            (
                (
                    number,
                    f"`{stage.routine}`",
                    f"{stage.level} {_LEVELS[stage.level]}",
                    "-".join(map(str, stage.usual_weeks)) if any(stage.usual_weeks) else "",
                    stage.least_sessions,
                    stage.least_days,
                    ", ".join(stage.needs),
                )
                for number, stage in enumerate(plan.stages, 1)
            ),
        )
        for extra in plan.extras:
            yield f"\nExtra: `{extra.routine}`, {extra.time}, from stage {extra.from_stage}, "
            yield f"{extra.most_a_week} a week at most.\n"


def _breaks(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield f"\n## After a break\n\n{table['why']} The rows are {grade(table, cited)}.\n\n"
    yield from _table(
        ("days", "stages down", "rungs down", "first session", "without going up", "hops"),
        (
            (
                f"{row['days']} and more",
                down(row.get("stages_down", 0)),
                down(row.get("rungs_down", 0)),
                row["first"],
                counted(row.get("no_up", 0), "session"),
                hops(row),
            )
            for row in table["rows"]
        ),
    )


def _self_tests(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield "\n## Self-tests\n\nNorms: what people of an age in a study reached.\n"
    for test in table["tests"]:
        yield f"\n### {test['name']}\n\n{change(test)}\n"
        for fact in test.get("facts", ()):
            yield f"- {fact['text']} {grade(fact, cited)}\n"
        if "norms" in test:
            yield "\n"
            yield from _table(
                ("age", "group", f"mean, {test['unit']}"),
                (
                    (
                        "-".join(map(str, norm["ages"])),
                        norm.get("group", "all"),
                        f"{norm['value']:g}",
                    )
                    for norm in test["norms"]
                ),
            )
            yield f"\n{test['norm_note']}\n"


def _reasons(table: Table, cited: dict[str, None]) -> Iterator[str]:
    yield "\n## Where the other rules come from\n\n"
    yield from _table(
        ("id", "rule", "why", "grade"),
        (
            (f"`{row['id']}`", row["rule"], row.get("why", ""), grade(row, cited))
            for row in table["reasons"]
        ),
    )
