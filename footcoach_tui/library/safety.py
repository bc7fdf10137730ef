"""Texts about safety that many files share: cautions, conditions of hops, red flags."""

from dataclasses import dataclass, field

from footcoach_tui.coach.rules.red_flags import RedFlag, Urgency
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.texts import clean_text, clean_texts
from footcoach_tui.session.exercise import Exercise, Level, Tag
from footcoach_tui.session.routine import Gate


@dataclass(slots=True)
class SafetyTexts:
    """Texts about safety that files share, by id; `impact` are the conditions of hops."""

    cautions: dict[str, str] = field(default_factory=dict)
    excludes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)
    impact: Gate = field(default_factory=Gate)
    flags: dict[str, RedFlag] = field(default_factory=dict)

    def copy(self) -> "SafetyTexts":
        return SafetyTexts(
            self.cautions.copy(),
            self.excludes.copy(),
            self.needs.copy(),
            self.impact,
            self.flags.copy(),
        )

    def add(self, table: TomlTable) -> None:
        """Add the table of a safety file."""
        for name, text in table.get("cautions", {}).items():
            self.cautions[name] = clean_text(text)
        for name, texts in table.get("excludes", {}).items():
            self.excludes[name] = clean_texts(texts)
        for name, text in table.get("needs", {}).items():
            self.needs[name] = clean_text(text)
        if "impact" in table:
            self.impact = self.impact.joined_with(self.gate(table["impact"]))
        for flag in table.get("flags", ()):
            self.flags[flag["id"]] = RedFlag(
                flag["id"],
                Urgency(flag["urgency"]),
                clean_text(flag["question"]),
                clean_text(flag["advice"]),
                is_derived=flag.get("derived", False),
            )

    def gate(self, table: TomlTable) -> Gate:
        """Return the gate of a table, with the lists that it names."""
        level = table.get("min_level")
        return Gate(
            pain_max=table.get("pain_max"),
            min_level=Level(level) if level else None,
            requires=clean_texts(table.get("requires", ())),
            exclude=tuple(
                text
                for entry in table.get("exclude", ())
                for text in self.excludes.get(entry, (clean_text(entry),))
            ),
            sore=clean_texts(table.get("sore", ())),
            needs=tuple(table.get("needs", ())),
            need_sentences=tuple(self.needs[name] for name in table.get("needs", ())),
        )

    def cautions_of(self, table: TomlTable) -> tuple[str, ...]:
        """Return the cautions of an exercise's table."""
        return tuple(
            self.cautions.get(entry) or clean_text(entry) for entry in table.get("cautions", ())
        )

    def step_gate(self, table: TomlTable, exercise: Exercise) -> Gate | None:
        """Return the gate of a step's table: its own, joined with that of all steps with impact."""
        own = self.gate(table["gate"]) if "gate" in table else None
        if Tag.IMPACT not in exercise.tags:
            return own
        return self.impact.joined_with(own) if own else self.impact
