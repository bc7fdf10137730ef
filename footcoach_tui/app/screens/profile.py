"""Questions about the person, asked once before a plan, and again after twelve weeks."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.cards.check_in import key_line
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.question import QuestionScreen
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.questions.profile_flow import ProfileFlow
from footcoach_tui.history.months.entries import EntryKind

_HINT = "backspace back · esc leave, nothing is saved"
_ABOUT = "Answers stay on this machine. They leave out what is not for you."


class ProfileScreen(QuestionScreen[Profile | None]):
    """Questions one by one; returns the saved profile, or None if it was left before the end."""

    def __init__(self, app_context: AppContext, flow: ProfileFlow) -> None:
        super().__init__()
        self._app_context = app_context
        self._flow = flow

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="questions", can_focus=False) as box:
            box.border_title = Content("About you")
            yield WrappedText(_ABOUT, id="asked")
            yield WrappedText(id="question-text")
            yield WrappedText(id="question-keys")
            yield WrappedText(id="question-note")

    def on_mount(self) -> None:
        self._show()
        self.become_ready()

    def on_answer_key(self, key: str) -> bool:
        if key == "escape":
            self.become_busy()
            self.dismiss(None)
            return True
        before = self._flow
        self._flow = self._flow.back() if key == "backspace" else self._flow.answer(key)
        if self._flow.is_over:
            self._save()
        else:
            self._show()
        return self._flow is not before

    def _save(self) -> None:
        self.become_busy()
        profile = self._flow.profile(self._app_context.today())
        self.warn(self._app_context.save_entry(EntryKind.PROFILE, profile.document()))
        self.dismiss(profile)

    def _show(self) -> None:
        question = self._flow.question
        if question is None:
            return
        number = len(self._flow.given) + 1
        title = f"About you · question {number} of {self._flow.total}"
        self.query_one("#questions").border_title = Content(title)
        self.show_hint(_HINT)
        keys = Content("\n").join(key_line(key, label) for key, label in self._flow.keys)
        texts = {
            "question-text": Content.styled(question.text, "bold $accent"),
            "question-keys": keys,
            "question-note": Content(f"Why: {question.why}" if question.why else ""),
        }
        for name, text in texts.items():
            self.query_one(f"#{name}", WrappedText).show(text)
