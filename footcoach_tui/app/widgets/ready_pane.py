"""Before a session begins: equipment, cautions, conditions and occasion."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.cards.decision import decision_lines
from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.descriptions import source_lines
from footcoach_tui.text.safety import (
    answer_line,
    answers_of,
    caution_sections,
    gate_sections,
    start_hint,
)
from footcoach_tui.text.section import Section


class ReadyPane(VerticalScroll):
    """Routine about to be played, and the user's choices.

    A step with a gate is left out until its conditions are answered. The cautions are those of
    every step and swap, so that they are read before the answer.
    """

    def __init__(
        self,
        routine: Routine,
        context: str = "",
        decision: Decision | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """Show a routine; `context` comes before its own occasions.

        With a `decision` the occasion is that of the check-in.
        """
        super().__init__(id=id)
        self._routine = routine
        self._decision = decision
        own = () if decision and context else routine.context
        self._contexts = tuple(dict.fromkeys((*filter(None, [context]), *own)))
        self._turn = 0
        self._are_conditions_seen = False
        self._training = ""
        self._answers = answers_of(routine)
        self.answer = self._answers[0]

    @property
    def context(self) -> str:
        return self._contexts[self._turn % len(self._contexts)] if self._contexts else ""

    @property
    def has_conditions(self) -> bool:
        return bool(self._routine.gates or self._routine.gated)

    @property
    def can_start(self) -> bool:
        """Whether the answers to the conditions leave anything to do."""
        return self._routine.can_start(self.answer)

    @property
    def routine(self) -> Routine:
        """The routine to play after the answer."""
        return self._routine.after(self.answer)

    def compose(self) -> ComposeResult:
        for part, text in self._parts().items():
            widget = WrappedText(text, id=part)
            widget.display = bool(text)
            yield widget

    def next_context(self) -> None:
        self._turn += 1
        self._show()

    def show_training(self, line: str) -> None:
        """Show what the history says about the sessions that the conditions ask for."""
        self._training = line
        if self.is_attached:  # the screen may have been closed meanwhile
            self._show()

    def next_answer(self) -> None:
        """Scroll to the conditions if they were not seen yet, else change the answer."""
        if not self._are_conditions_seen:
            self._are_conditions_seen = True
            if not self._is_in_view("#ready-answer"):
                self.query_one("#ready-gates").scroll_visible(top=True, animate=False)
                return
        place = self._answers.index(self.answer) + 1
        self.answer = self._answers[place % len(self._answers)]
        self._show()
        self.call_after_refresh(self.query_one("#ready-answer").scroll_visible, animate=False)

    def _is_in_view(self, part: str) -> bool:
        return self.query_one(part).region.bottom <= self.region.bottom

    def _show(self) -> None:
        for part, text in self._parts().items():
            self.query_one(f"#{part}", WrappedText).show(text, grows=True)

    def _parts(self) -> dict[str, Content]:
        """Texts from top to bottom, by the ids of their widgets."""
        routine = self.routine
        before = [
            Section("You need", (", ".join(routine.equipment) or "nothing",)),
            *caution_sections(self._routine),
        ]
        if len(self._contexts) > 1:
            before.insert(1, Section("Occasion", (f"{self.context}   (c changes it)",)))
        after = [Section("Where this comes from", source_lines(routine))]
        if routine.disclaimer:
            after.append(Section("Please note", (routine.disclaimer,)))
        top = [Content.styled(self._routine.title, "bold $accent")]
        if self._decision:
            top.append(decision_lines(self._decision))
        return {
            "ready-text": Content("\n\n").join((*top, self._start_line(), card(before))),
            "ready-gates": card(self._gate_sections()),
            "ready-answer": card(self._answer_sections()),
            "ready-sources": card(after),
        }

    def _start_line(self) -> Content:
        if not self.can_start:
            return Content.assemble(start_hint(self._routine), ("y", "bold $accent"), ".")
        start = Content.assemble("Press ", ("space", "bold $accent"), " to start.")
        if not self._routine.gated:
            return start
        answer = answer_line(self._routine, self.answer)
        return Content.assemble(start, f"\n{answer}   ", ("y", "bold $accent"), " changes it.")

    def _gate_sections(self) -> Iterable[Section]:
        yield from gate_sections(self._routine)
        if self._training:
            yield Section("", (self._training,))

    def _answer_sections(self) -> Iterable[Section]:
        if self.has_conditions:
            lines = ((answer, answer_line(self._routine, answer)) for answer in self._answers)
            marked = (f"→ {line}" if answer is self.answer else line for answer, line in lines)
            yield Section("Your answer   (y changes it)", tuple(marked))
