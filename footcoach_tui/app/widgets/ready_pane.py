"""Before a session begins: equipment, cautions, conditions and occasion."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.descriptions import Section, gate_lines, source_lines

_STOP = "Pain above 5 of 10, sharp or pinpoint pain, numbness or dizziness: stop the exercise."


class ReadyPane(VerticalScroll):
    """Routine about to be played, and the user's choices.

    A step with a gate is swapped until its conditions are confirmed.
    """

    def __init__(self, routine: Routine, context: str = "", *, id: str | None = None) -> None:
        """Show a routine; `context` comes before its own occasions."""
        super().__init__(id=id)
        self._routine = routine
        self._contexts = tuple(dict.fromkeys((*filter(None, [context]), *routine.context)))
        self._turn = 0
        self._has_met_gates = False

    @property
    def context(self) -> str:
        return self._contexts[self._turn % len(self._contexts)] if self._contexts else ""

    @property
    def can_start(self) -> bool:
        """Whether the conditions of the routine itself are met."""
        return self._has_met_gates or not self._routine.is_conditional

    @property
    def routine(self) -> Routine:
        """The routine to play: gated steps are swapped unless confirmed."""
        return (
            self._routine
            if self._has_met_gates
            else self._routine.without_gated(self._routine.gated)
        )

    def compose(self) -> ComposeResult:
        yield WrappedText(self._text(), id="ready-text")

    def next_context(self) -> None:
        self._turn += 1
        self._show()

    def toggle_gates(self) -> None:
        self._has_met_gates = not self._has_met_gates
        self._show()

    def _show(self) -> None:
        self.query_one("#ready-text", WrappedText).show(self._text(), grows=True)

    def _text(self) -> Content:
        start = Content.assemble("Press ", ("space", "bold $accent"), " to start.")
        if not self.can_start:
            start = Content.assemble(
                "Read the conditions. If all of them hold, press ", ("y", "bold $accent"), "."
            )
        title = Content.styled(self._routine.title, "bold $accent")
        sections = card(section for section in self._sections() if section.lines)
        return Content("\n\n").join((title, start, sections))

    def _sections(self) -> Iterable[Section]:
        routine = self.routine
        yield Section("Have at hand", (", ".join(routine.equipment) or "nothing",))
        if len(self._contexts) > 1:
            yield Section("Done as", (f"{self.context}   (c changes it)",))
        yield Section("Only if", tuple(self._routine_gate_lines()))
        yield Section("Ask yourself", tuple(self._gate_lines()))
        yield Section("Take care", (*routine.cautions, _STOP))
        yield Section("Whose it is", source_lines(routine))
        yield Section("Please note", (routine.disclaimer,) if routine.disclaimer else ())

    def _routine_gate_lines(self) -> Iterable[str]:
        for gate in self._routine.gates:
            yield from gate.conditions
        if self._routine.gates:
            yield self._answer()

    def _gate_lines(self) -> Iterable[str]:
        for place in self._routine.gated:
            yield from gate_lines(self._routine.steps[place])
            yield self._answer()

    def _answer(self) -> str:
        answer = "Yes, all of this is true" if self._has_met_gates else "No, or not sure"
        return f"→ {answer}   (y changes it)"
