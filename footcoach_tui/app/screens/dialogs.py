"""Dialogs that ask a question, answered with one key."""

from enum import Enum, auto
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.check_in import MAX_SCORE
from footcoach_tui.coach.answers.plan_choice import PauseReason
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.session.commands import SHARP, Hurt

_MIN_ROWS_FOR_TEXT = 9
_Answer = TypeVar("_Answer")


class _QuestionBox(VerticalScroll, ResizeAware):
    """Box of a question; low screens leave out the text above the answers."""

    def on_resize(self) -> None:
        self.set_class(self.screen.size.height < _MIN_ROWS_FOR_TEXT, "-tight")


class _QuestionDialog(ModalScreen[_Answer]):
    """Dialog of a question, a text, and the answers by key."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "app.command('app.flags')", "Get checked", show=False),
    ]

    def __init__(self, question: str, text: str, answers: dict[str, str]) -> None:
        super().__init__()
        self._question = Content.styled(question, "bold $accent")
        self._text = text
        self._answers = Content("\n").join(
            Content.assemble((f"{key:>3}", "bold $accent"), f"  \t{answer}")
            for key, answer in answers.items()
        )

    def compose(self) -> ComposeResult:
        with _QuestionBox(id="card-box", classes="small"):
            yield TextLabel(self._question, id="question-title")
            yield TextLabel(self._text, id="card-text")
            yield WrappedText(self._answers, id="question-answers")

    def action_answer(self, answer: _Answer) -> None:
        self.dismiss(answer)


class ConfirmDialog(_QuestionDialog[bool]):
    """Confirmation of a deletion or an undo; returns whether to do it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,q", "answer(False)", "No", key_display="esc"),
        Binding("y,enter", "answer(True)", "Yes"),
    ]

    def __init__(self, question: str, text: str, yes: str, no: str) -> None:
        super().__init__(question, text, {"y": yes, "esc": no})


class LeaveChoice(Enum):
    """Answers to `LeaveDialog`."""

    STAY = auto()
    KEEP = auto()
    FINISH = auto()


class LeaveDialog(_QuestionDialog[LeaveChoice]):
    """Question before a session is left half-way; it is paused meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "choose('STAY')", "Stay", key_display="esc"),
        Binding("q,y", "choose('KEEP')", "Leave, save the place"),
        Binding("s", "choose('FINISH')", "End here and rate it"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Leave the session?",
            "Your place is saved. You can continue another time.",
            {
                "q": "leave, and save the place",
                "s": "end here, save it and rate it",
                "esc": "stay; space resumes",
            },
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(LeaveChoice[choice])


class PauseDialog(_QuestionDialog[PauseReason | None]):
    """Question why a plan pauses; None if it does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,q", "answer(None)", "Back", key_display="esc"),
        Binding("h", "choose('HOLIDAY')", "Holiday"),
        Binding("i", "choose('ILL')", "Ill"),
        Binding("u", "choose('HURT')", "Hurt"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Pause the plan?",
            "A pause costs nothing. The plan waits until you go on with it.",
            {"h": "holiday", "i": "ill", "u": "hurt", "esc": "no pause"},
        )

    def action_choose(self, reason: str) -> None:
        self.dismiss(PauseReason[reason])


class HurtDialog(_QuestionDialog[Hurt]):
    """Question how much an exercise hurts; the session is paused meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(score), f"score({score})", show=False) for score in range(MAX_SCORE)),
        Binding("x", f"score({MAX_SCORE})", "Ten", show=False),
        Binding("exclamation_mark", "sharp", "Sharp"),
        Binding("escape,q,n", "dismiss", "Nothing", key_display="esc"),
    ]

    def __init__(self, exercise: str) -> None:
        super().__init__(
            "How much does it hurt, 0 to 10?",
            exercise,
            {
                "0-2": "go on",
                "3-5": "ease it; the next set is halved",
                "6-9": "end this exercise; x is ten",
                "!": "end it: sharp, at one point, numb, dizzy, a snap or pop",
                "esc": "nothing, go on",
            },
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
            {
                "r": "continue where you stopped; it stays paused until you press space",
                "s": "save it as partly done",
                "d": "delete it",
                "esc": "ask me next time",
            },
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
            {"w": "watch it here; it is not changed", "esc": "not now"},
        )
