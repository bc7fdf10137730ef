"""Exercises and routines built from the tables of sound files.

A key that a table lacks has the default of the model.
"""

from dataclasses import dataclass, field

from footcoach_tui.library.build_dose import build_dose
from footcoach_tui.library.dose_rules import DOSE_KEYS, step_dose
from footcoach_tui.library.kinds import FileKind, TomlTable
from footcoach_tui.library.safety import SafetyTexts
from footcoach_tui.library.texts import clean_text, clean_texts
from footcoach_tui.session.dose import Dose
from footcoach_tui.session.exercise import (
    TAGS_OF_LEVEL,
    DoseSource,
    Equipment,
    Exercise,
    Grade,
    Level,
    Position,
    Source,
    SourceStatus,
    Tag,
    Verification,
)
from footcoach_tui.session.routine import Routine, Step


@dataclass(slots=True)
class CatalogueDraft:
    """Catalogue while files are added to it: all that a file can refer to, by id.

    `tables` are those of the files of `exercises`; `broken` names the files of exercises with
    faults, `broken_routines` those of routines. `routine_ids` and `plan_ids` have those with
    faults too. `unchanged` are the exercises that were known to be sound. `rules` are the tables
    of the coach's files, `plans` those of plans by id. `owners` are the files that have an id.
    """

    exercises: dict[str, Exercise] = field(default_factory=dict)
    tables: dict[str, TomlTable] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    safety: SafetyTexts = field(default_factory=SafetyTexts)
    routines: dict[str, Routine] = field(default_factory=dict)
    routine_ids: set[str] = field(default_factory=set)
    rules: dict[FileKind, TomlTable] = field(default_factory=dict)
    plans: dict[str, TomlTable] = field(default_factory=dict)
    broken_routines: dict[str, str] = field(default_factory=dict)
    plan_ids: set[str] = field(default_factory=set)
    owners: dict[tuple[FileKind, str], str] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)

    def with_free_ids(self) -> "CatalogueDraft":
        """Return a copy in which other files may use the same ids."""
        return CatalogueDraft(
            self.exercises.copy(),
            self.tables.copy(),
            self.broken.copy(),
            self.sources.copy(),
            self.safety.copy(),
            routines=self.routines.copy(),
            routine_ids=self.routine_ids.copy(),
            rules=self.rules.copy(),
            broken_routines=self.broken_routines.copy(),
            plan_ids=self.plan_ids.copy(),
        )


def build_source(name: str, table: TomlTable) -> Source:
    return Source(name, clean_text(table["citation"]), table.get("link", ""))


def build_exercise(table: TomlTable, draft: CatalogueDraft) -> Exercise:
    level = Level(table["level"])
    return Exercise(
        id=table["id"],
        name=clean_text(table["name"]),
        position=Position(table["position"]),
        level=level,
        dose=build_dose(table["dose"]),
        purpose=clean_text(table["purpose"]),
        why=clean_text(table["why"]),
        how=clean_texts(table["how"]),
        start=clean_text(table.get("start", "")),
        cues=clean_texts(table["cues"]),
        errors=clean_texts(table["errors"]),
        stop_if=clean_texts(table["stop_if"]),
        cautions=draft.safety.cautions_of(table),
        equipment=tuple(map(Equipment, table["equipment"])),
        stand_ins=tuple(
            (Equipment(kit), clean_text(other)) for kit, other in table.get("stand_ins", {}).items()
        ),
        muscles=tuple(table.get("muscles", ())),
        tags=tuple(map(Tag, table["tags"])) if "tags" in table else TAGS_OF_LEVEL[level],
        aka=clean_texts(table.get("aka", ())),
        easier=clean_texts(table.get("easier", ())),
        harder=clean_texts(table.get("harder", ())),
        dose_sources=tuple(_dose_source(source, draft) for source in table["dose_sources"]),
        source_status=SourceStatus(table["source_status"]),
        evidence=clean_text(table["evidence"]),
        author=clean_text(table.get("author", "")),
        licence=clean_text(table.get("licence", "")),
    )


def build_routine(table: TomlTable, draft: CatalogueDraft) -> Routine:
    low, high = table["effort"]
    weeks = table.get("weeks")
    return Routine(
        id=table["id"],
        title=clean_text(table["title"]),
        summary=clean_text(table["summary"]),
        context=tuple(table["context"]),
        level=Level(table["level"]),
        frequency=clean_text(table["frequency"]),
        effort=(low, high),
        source_status=SourceStatus(table["source_status"]),
        steps=tuple(_step(step, draft) for step in table["steps"]),
        source_note=clean_text(table.get("source_note", "")),
        sources=tuple(draft.sources[name] for name in table.get("sources", ())),
        disclaimer=clean_text(table.get("disclaimer", "")),
        author=clean_text(table.get("author", "")),
        licence=clean_text(table.get("licence", "")),
        gates=tuple(map(draft.safety.gate, table.get("gates", ()))),
        rank=table.get("rank", Routine.DEFAULT_RANK),
        weeks=(weeks[0], weeks[1]) if weeks else None,
        previous=table.get("previous", ""),
        next=table.get("next", ""),
    )


def _step(table: TomlTable, draft: CatalogueDraft) -> Step:
    exercise = draft.exercises[table["exercise"]]
    return Step(
        exercise=exercise,
        dose=_dose(table, exercise, draft),
        source_status=SourceStatus(table.get("source_status", exercise.source_status)),
        source_note=clean_text(table.get("source_note", "")),
        gate=draft.safety.step_gate(table, exercise),
        swap=_step(table["swap"], draft) if "swap" in table else None,
    )


def _dose(table: TomlTable, exercise: Exercise, draft: CatalogueDraft) -> Dose:
    """Return the dose of a step; without keys of its own it has the very one of its exercise."""
    if DOSE_KEYS.isdisjoint(table):
        return exercise.dose
    return build_dose(step_dose(draft.tables[exercise.id]["dose"], table))


def _dose_source(table: TomlTable, draft: CatalogueDraft) -> DoseSource:
    return DoseSource(
        text=clean_text(table["text"]),
        grade=Grade(table["grade"]),
        read=Verification(table.get("read", Verification.FROM_MEMORY)),
        source=draft.sources[table["source"]] if "source" in table else None,
    )
