"""Dialogs that ask a question, answered with one key."""

from enum import Enum, auto
from typing import ClassVar

from textual.binding import Binding, BindingType

from footcoach_tui.app.screens.question_dialog import Answer, QuestionDialog
from footcoach_tui.coach.answers.check_in import MAX_SCORE
from footcoach_tui.coach.answers.plan_choice import PauseReason
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.session.commands import SHARP, Hurt

_RESUME = "continue where you stopped; it stays paused until you press space"
_SCORES = {
    **{str(score): f"score({score})" for score in range(MAX_SCORE)},
    "x": f"score({MAX_SCORE})",
}


class ConfirmDialog(QuestionDialog[bool]):
    """Confirmation of a deletion or an undo; returns whether to do it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,n,q", "answer(False)", "No", key_display="esc"),
        Binding("y", "answer(True)", "Yes"),
    ]

    def __init__(self, question: str, text: str, yes: str, no: str) -> None:
        super().__init__(
            question,
            text,
            Answer("y", yes, "answer(True)"),
            Answer("enter esc", no, "answer(False)"),
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


class LeaveDialog(QuestionDialog[LeaveChoice]):
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
            Answer("q", "leave, and save the place", "choose('KEEP')"),
            Answer("s", "end here, save it and rate it", "choose('FINISH')"),
            Answer("enter esc", "stay; space resumes", "choose('STAY')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(LeaveChoice[choice])


class UnsavedDialog(QuestionDialog[UnsavedChoice]):
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
            Answer("s", "save them, and stay here", "choose('SAVE')"),
            Answer("q", "leave; they are here the next time", "choose('KEEP')"),
            Answer("d", "leave, and drop them", "choose('DROP')"),
            Answer("enter esc", "stay", "choose('STAY')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(UnsavedChoice[choice])


class PauseDialog(QuestionDialog[PauseReason | None]):
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
            Answer("h", "holiday", "choose('HOLIDAY')"),
            Answer("i", "ill", "choose('ILL')"),
            Answer("u", "hurt", "choose('HURT')"),
            Answer("enter esc", "no pause", "answer(None)"),
        )

    def action_choose(self, reason: str) -> None:
        self.dismiss(PauseReason[reason])


class HurtDialog(QuestionDialog[Hurt | None]):
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
            Answer("0 1 2", "go on", "score(1)", _SCORES),
            Answer("3 4 5", "ease it; the next set is halved", "score(4)", _SCORES),
            Answer("6 7 8 9 x", "end this exercise; x is ten", "score(7)", _SCORES),
            Answer("!", "end it: sharp, at one point, numb, dizzy, a snap or pop", "sharp"),
            Answer("enter esc", "nothing, go on", "answer(None)"),
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


class ResumeDialog(QuestionDialog[ResumeChoice]):
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
            Answer("r enter", _RESUME, "choose('RESUME')"),
            Answer("s", "save it as partly done", "choose('SAVE')"),
            Answer("d", "delete it", "choose('DISCARD')"),
            Answer("esc", "ask me next time", "choose('LATER')"),
        )

    def action_choose(self, choice: str) -> None:
        self.dismiss(ResumeChoice[choice])


class WatchDialog(QuestionDialog[bool]):
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
            Answer("w enter", "watch it here; it is not changed", "answer(True)"),
            Answer("esc", "not now", "answer(False)"),
        )
