"""Dialogs that ask a question, answered with one key."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import ClassVar, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.check_in import MAX_SCORE
from footcoach_tui.coach.answers.plan_choice import PauseReason
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.session.commands import SHARP, Hurt

_MIN_ROWS_FOR_TEXT = 9
_RESUME = "continue where you stopped; it stays paused until you press space"
_SCORES = {
    **{str(score): f"score({score})" for score in range(MAX_SCORE)},
    "x": f"score({MAX_SCORE})",
}
_Result = TypeVar("_Result")


class _QuestionBox(VerticalScroll, ResizeAware):
    """Box of a question; low screens leave out the text above the answers."""

    def on_resize(self) -> None:
        self.set_class(self.screen.size.height < _MIN_ROWS_FOR_TEXT, "-tight")


class _Answer(NamedTuple):
    """Line of a dialog: keys as they are shown, what they do, and the action of a click."""

    keys: str
    text: str
    action: str
    key_actions: Mapping[str, str] = {}
    """Actions of a click on one character of the keys."""


class _AnswerLine(WrappedText):
    """Answer that is given by its keys or by a click."""

    def __init__(self, answer: _Answer, key_columns: int) -> None:
        self._answer = answer
        self._label = f"{answer.keys:>{key_columns}}"
        keys = Content.styled(self._label, "bold $accent")
        super().__init__(Content.assemble(keys, f"  \t{answer.text}"))

    async def on_click(self, event: Click) -> None:
        key = self._label[event.x] if event.y == 0 and event.x < len(self._label) else ""
        await self.screen.run_action(self._answer.key_actions.get(key, self._answer.action))


class _QuestionDialog(Dialog[_Result]):
    """Dialog of a question, a text, and the answers, each given by its keys or by a click.

    The key enter is shown with its answer: one that deletes and ends nothing.
    """

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "app.command('app.flags')", "Get checked", show=False),
    ]

    def __init__(self, question: str, text: str, *answers: _Answer) -> None:
        super().__init__()
        self._question = Content.styled(question, "bold $accent")
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        with _QuestionBox(id="card-box", classes="small"):
            yield TextLabel(self._question, id="question-title")
            yield TextLabel(self._text, id="card-text")
            columns = max(len(answer.keys) for answer in self._answers)
            for answer in self._answers:
                yield _AnswerLine(answer, columns)

    def action_answer(self, answer: _Result) -> None:
        self.dismiss(answer)


class ConfirmDialog(_QuestionDialog[bool]):
    """Confirmation of a deletion or an undo; returns whether to do it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,n,q", "answer(False)", "No", key_display="esc"),
        Binding("y", "answer(True)", "Yes"),
    ]

    def __init__(self, question: str, text: str, yes: str, no: str) -> None:
        super().__init__(
            question,
            text,
            _Answer("y", yes, "answer(True)"),
            _Answer("enter esc", no, "answer(False)"),
        )


class LeaveChoice(Enum):
    """Answers to `LeaveDialog`."""

    STAY = auto()
    KEEP = auto()
    FINISH = auto()


class UnsavedChoice(Enum):
    """Answers to `UnsavedDialog`."""

    STAY = auto()
    SAVE = auto()
    KEEP = auto()
    DROP = auto()


class LeaveDialog(_QuestionDialog[LeaveChoice]):
    """Question before a session is left half-way; it is paused meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,n", "choose('STAY')", "Stay", key_display="esc"),
        Binding("q,y", "choose('KEEP')", "Leave, save the place"),
        Binding("s", "choose('FINISH')", "End here and rate it"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Leave the session?",
            "Your place is saved. You can continue another time.",
            _Answer("q", "leave, and save the place", "choose('KEEP')"),
            _Answer("s", "end here, save it and rate it", "choose('FINISH')"),
            _Answer("enter esc", "stay; space resumes", "choose('STAY')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(LeaveChoice[choice])


class UnsavedDialog(_QuestionDialog[UnsavedChoice]):
    """Question before changes are left that are in no file yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,n", "choose('STAY')", "Stay", key_display="esc"),
        Binding("s", "choose('SAVE')", "Save"),
        Binding("q,y", "choose('KEEP')", "Leave"),
        Binding("d", "choose('DROP')", "Drop"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Leave without saving?",
            "Your changes are not in the routine's file yet.",
            _Answer("s", "save them, and stay here", "choose('SAVE')"),
            _Answer("q", "leave; they are here the next time", "choose('KEEP')"),
            _Answer("d", "leave, and drop them", "choose('DROP')"),
            _Answer("enter esc", "stay", "choose('STAY')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(UnsavedChoice[choice])


class PauseDialog(_QuestionDialog[PauseReason | None]):
    """Question why a plan pauses; None if it does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,n,q", "answer(None)", "Back", key_display="esc"),
        Binding("h", "choose('HOLIDAY')", "Holiday"),
        Binding("i", "choose('ILL')", "Ill"),
        Binding("u", "choose('HURT')", "Hurt"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Pause the plan?",
            "A pause costs nothing. The plan waits until you go on with it.",
            _Answer("h", "holiday", "choose('HOLIDAY')"),
            _Answer("i", "ill", "choose('ILL')"),
            _Answer("u", "hurt", "choose('HURT')"),
            _Answer("enter esc", "no pause", "answer(None)"),
        )

    def action_choose(self, reason: str) -> None:
        self.dismiss(PauseReason[reason])


class HurtDialog(_QuestionDialog[Hurt | None]):
    """Question how much an exercise hurts; the session is paused meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, action, show=False) for key, action in _SCORES.items()),
        Binding("exclamation_mark", "sharp", "Sharp"),
        Binding("escape,enter,q,n", "answer(None)", "Nothing", key_display="esc"),
    ]

    def __init__(self, exercise: str) -> None:
        super().__init__(
            "How much does it hurt, 0 to 10?",
            exercise,
            _Answer("0 1 2", "go on", "score(1)", _SCORES),
            _Answer("3 4 5", "ease it; the next set is halved", "score(4)", _SCORES),
            _Answer("6 7 8 9 x", "end this exercise; x is ten", "score(7)", _SCORES),
            _Answer("!", "end it: sharp, at one point, numb, dizzy, a snap or pop", "sharp"),
            _Answer("enter esc", "nothing, go on", "answer(None)"),
        )

    def action_score(self, score: int) -> None:
        self.dismiss(Hurt(score))

    def action_sharp(self) -> None:
        self.dismiss(SHARP)


class ResumeChoice(Enum):
    """Answers to `ResumeDialog`."""

    RESUME = auto()
    SAVE = auto()
    DISCARD = auto()
    LATER = auto()


class ResumeDialog(_QuestionDialog[ResumeChoice]):
    """Question about an interrupted session at start-up; `LATER` asks again next time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "choose('RESUME')", "Resume"),
        Binding("s", "choose('SAVE')", "Save as partly done"),
        Binding("d", "choose('DISCARD')", "Delete"),
        Binding("escape,q", "choose('LATER')", "Later", key_display="esc"),
    ]

    def __init__(self, interrupted: InterruptedSession) -> None:
        super().__init__(
            "A session was interrupted",
            f"{interrupted.sentence}.",
            _Answer("r enter", _RESUME, "choose('RESUME')"),
            _Answer("s", "save it as partly done", "choose('SAVE')"),
            _Answer("d", "delete it", "choose('DISCARD')"),
            _Answer("esc", "ask me next time", "choose('LATER')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(ResumeChoice[choice])


class WatchDialog(_QuestionDialog[bool]):
    """Question at start-up about a session that another footcoach is playing: watch it or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,enter", "answer(True)", "Watch"),
        Binding("escape,q,n", "answer(False)", "Not now", key_display="esc"),
    ]

    def __init__(self, live: InterruptedSession) -> None:
        begun = f"{live.info.started:%H:%M}"
        super().__init__(
            "A session is running in another window",
            f"{live.routine.title}, started at {begun}, now in {live.progress_text}.",
            _Answer("w enter", "watch it here; it is not changed", "answer(True)"),
            _Answer("esc", "not now", "answer(False)"),
        )
