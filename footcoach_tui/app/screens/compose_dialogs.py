"""Dialogs of the composer: the name of a routine, and what one is built for."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.screens.form_dialog import FormDialog
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.authoring.build_request import ALWAYS_THERE, BuildRequest
from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.session.equipment import Kit

_MAX_NAME, _MAX_LINE = 200, 200
_LINES = (
    ("minutes", "Minutes", "10"),
    ("for", "For", "daily, before-run, after-run or desk"),
    ("kit", "You have", "chair, wall; or more, such as mat, ball … or all"),
    ("positions", "Positions", "all; or seated, standing, kneeling …"),
    ("sore", "Sore", "nothing; or achilles, heel, arch, calf …"),
    ("seed", "Number", "1; another one gives another routine"),
)


class NameDialog(Dialog[str | None]):
    """Line for the name of a routine; returns it once `take` accepts it, None for none."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", key_display="esc"),
    ]

    def __init__(self, take: Callable[[str], None]) -> None:
        """`take` raises AuthoringError for a name that the routine cannot have."""
        super().__init__()
        self._take = take

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", classes="small"):
            yield TextLabel(
                Content.styled("Name of the routine", "bold $accent"), id="question-title"
            )
            yield Input(placeholder="such as Evening feet", max_length=_MAX_NAME)
            yield WrappedText(id="name-message")
            yield TextLabel("enter saves it · esc back", id="question-answers")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def action_close(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        try:
            self._take(event.value)
        except AuthoringError as error:
            sentence = f"{error}."
            message = Content.styled(sentence[:1].upper() + sentence[1:], "$warning")
            self.query_one("#name-message", WrappedText).show(message, grows=True)
        else:
            self.dismiss(event.value)


class BuildDialog(FormDialog[BuildRequest]):
    """Form of what a routine is built for; empty lines are as their hint says."""

    AUTO_FOCUS = "#build-minutes"

    def __init__(self, texts: dict[str, str], kit: Kit) -> None:
        """`texts` are the lines as they were filled in last; they are changed."""
        super().__init__()
        self._texts = texts
        self._kit = kit

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_subtitle = clickable_hint("enter build · tab next line · esc cancel")
            yield TextLabel(Content.styled("Build a routine", "bold $accent"), id="form-title")
            own = {}
            if self._kit is not None:
                own["kit"] = f"{', '.join(sorted(self._kit | ALWAYS_THERE))}, as in your settings"
            for name, label, hint in _LINES:
                with Horizontal(classes="form-row"):
                    yield TextLabel(label, classes="form-label")
                    yield Input(
                        self._texts.get(name, ""),
                        placeholder=own.get(name, hint),
                        max_length=_MAX_LINE,
                        id=f"build-{name}",
                    )
            yield WrappedText(id="form-message")

    @on(Input.Submitted)
    def _done(self) -> None:
        for name, _, _ in _LINES:
            self._texts[name] = self.query_one(f"#build-{name}", Input).value
        try:
            self.dismiss(BuildRequest.of(self._texts, self._kit))
        except AuthoringError as error:
            message = Content.styled(f"{error}.", "$warning")
            self.query_one("#form-message", WrappedText).show(message, grows=True)
