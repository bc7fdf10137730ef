"""Check-in before a session: its questions, and what changes today."""

from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.worker import get_current_worker

from footcoach_tui.app.cards.check_in import (
    decision_page,
    is_emergency,
    offered,
    question_page,
    site_keys,
)
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.answer_cursor import ARROWS, AnswerCursor
from footcoach_tui.app.screens.check_in_answers import CheckInAnswers, new_flow
from footcoach_tui.app.screens.checked_in import CheckedIn
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.profile import ProfileScreen
from footcoach_tui.app.screens.question import QuestionScreen
from footcoach_tui.app.widgets.site_view import SiteView
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_flow import (
    ENTER,
    CheckInFlow,
    FlowQuestion,
    QuestionKind,
)
from footcoach_tui.coach.questions.check_in_questions import ACHILLES_KEYS
from footcoach_tui.coach.questions.profile_flow import ProfileFlow, needs_profile
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.routine import Routine

_LISTS = (QuestionKind.SITE, QuestionKind.FLAGS)
"""Kinds of questions with an answer that may be chosen with arrows and enter."""

_ACHILLES_KEY = {site: key for key, site in ACHILLES_KEYS.items()} | {Site.ACHILLES_BONE: "b"}
_PARTS = ("asked", "question-text", "question-keys", "question-note")


class CheckInScreen(QuestionScreen[None]):
    """Questions one by one; then the decision, with the key that starts."""

    def __init__(
        self,
        app_context: AppContext,
        routine: Routine,
        context: str = "",
        *,
        is_skipped: bool = False,
    ) -> None:
        """Where it `is_skipped` nothing is asked; only what is known may change the session."""
        super().__init__()
        self._is_skipped = is_skipped
        self._app_context = app_context
        self._routine = routine
        self._contexts = tuple(dict.fromkeys((*filter(None, [context]), *routine.context)))
        self._flow: CheckInFlow | None = None
        self._cursor = AnswerCursor()
        self._answers = CheckInAnswers(app_context)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="questions", can_focus=False) as box:
            box.border_title = Content(f"Check-in · {self._routine.title}")
            yield WrappedText(id="asked")
            yield WrappedText(id="question-text")
            with Horizontal(id="question-area"):
                yield WrappedText(id="question-keys")
                yield SiteView(id="sites")
            yield WrappedText(id="question-note")

    def on_mount(self) -> None:
        self._load()

    @work(thread=True)
    def _load(self) -> None:
        rules, log = self._app_context.rules, self._app_context.read_log()
        if rules and not get_current_worker().is_cancelled:
            self.call_from_thread(self._begin, log, rules())

    def _begin(self, log: TrainingLog, rules: Rules) -> None:
        if needs_profile(self._routine, Facts.of(log, rules, self._app_context.today())):
            self.forget_waiting_keys()  # they were meant for other questions
            flow = ProfileFlow.begin(rules.questions, log.profile, only_required=not log.profile)
            self.app.push_screen(
                ProfileScreen(self._app_context, flow), partial(self._begin_as, log, rules)
            )
            return
        begun = self._new_flow(log, rules)
        self._flow = begun = begun.skip() if self._is_skipped else self._answers.resume(begun)
        decision = begun.decision
        if self._is_skipped and decision and decision.verdict in (Verdict.GO, Verdict.LIGHTER):
            self._play(begun, decision, starts=False)
            return
        self._show()
        self.become_ready()

    def _begin_as(self, log: TrainingLog, rules: Rules, profile: Profile | None) -> None:
        """Begin once it is known who the person is; without that there is no session."""
        if profile:
            self._begin(log._replace(profiles=(*log.profiles, profile)), rules)
        else:
            self.dismiss()

    def _new_flow(self, log: TrainingLog, rules: Rules) -> CheckInFlow:
        context = self._contexts[0] if self._contexts else ""
        return new_flow(self._routine, context, log, rules, self._app_context.today())

    def on_answer_key(self, key: str) -> bool:
        before = self._flow, self._cursor
        if self._flow:
            self._answer(key, self._flow)
        return (self._flow, self._cursor) != before

    def _answer(self, key: str, flow: CheckInFlow) -> None:
        question = flow.question
        is_list = question is not None and question.kind in _LISTS
        if key in ("up", "down") and not is_list:
            self.query_one("#questions").scroll_relative(y=2 if key == "down" else -2)
        elif question is None or question.kind is QuestionKind.START:
            self._on_last_page(key, flow)
        elif key == "q":
            self._leave()
        elif key == "backspace":
            self._go(flow.back())
        elif key == "escape":
            self._go(flow.skip())
        elif question.kind in _LISTS and (key in ARROWS or key == ENTER or key.isdigit()):
            self._choose(key, flow, question)
        else:
            self._go(flow.answer(key))

    def answer_click(self, key: str) -> None:
        self._cursor = self._cursor._replace(typed="")  # a number that is clicked is whole
        super().answer_click(key)

    def _choose(self, key: str, flow: CheckInFlow, question: FlowQuestion) -> None:
        """Move to another answer of a list, or answer with the chosen one."""
        site = self._cursor.site
        if key == ENTER:
            after = flow.answer(self._cursor.key(question))
            if site and after.question and after.question.kind is QuestionKind.ACHILLES:
                after = after.answer(_ACHILLES_KEY[site])  # it was chosen on the picture
            self._go(after)
            return
        if key.isdigit():
            self._cursor = self._cursor.typed_digit(question, key)
        elif question.kind is QuestionKind.SITE and self.query_one(SiteView).region.area:
            self._cursor = self._cursor.moved_on_picture(question, flow.setting.rules, key)
        else:
            self._cursor = self._cursor.moved(question, key)
        self._show()

    def _on_last_page(self, key: str, flow: CheckInFlow) -> None:
        decision = flow.decision
        if decision is None or key in ("q", "escape"):
            self._leave()
        elif is_emergency(decision, flow.setting.rules):
            return
        elif key == "backspace":
            self._go(flow.back())
        elif key == "c" and decision.routine and len(self._contexts) > 1:
            self._contexts = (*self._contexts[1:], self._contexts[0])
            self._go(self._new_flow(flow.setting.log, flow.setting.rules).resume(flow.typed))
        elif key == "d" and decision.routine:
            self._play(flow, decision, starts=False)
        elif key.isdigit() and 0 < int(key) <= len(offered(flow, decision)):
            self._routine = offered(flow, decision)[int(key) - 1]
            self._go(self._new_flow(flow.setting.log, flow.setting.rules).resume(flow.typed))
        else:
            self._go(flow.answer(key))

    def _go(self, flow: CheckInFlow) -> None:
        """Go to another question; after the last one, play what the decision leaves."""
        if flow is self._flow:
            return
        self._flow, self._cursor = flow, AnswerCursor()
        if flow.is_over and flow.decision and flow.decision.routine:
            self._play(flow, flow.decision, starts=True)
        else:
            self._answers.save(flow)
            self._show()
            if flow.decision and is_emergency(flow.decision, flow.setting.rules):
                self.warn(self._answers.save_check_in(flow))  # no key goes back from here

    def _show(self) -> None:
        flow = self._flow
        if flow is None:
            return
        question, decision = flow.question, flow.decision
        if question and question.kind is not QuestionKind.START:
            is_narrow = self.has_class("-medium")
            page = question_page(flow, question, self._cursor.place, is_narrow=is_narrow)
            letters = site_keys(flow, question)
        elif decision:
            page, letters = decision_page(flow, decision, self._contexts), {}
        texts = page.asked, page.text, page.keys, page.note
        for name, text in zip(_PARTS, texts, strict=True):
            part = self.query_one(f"#{name}", WrappedText)
            part.display = bool(len(text))
            part.show(text)
        view = self.query_one(SiteView)
        view.set_class(bool(letters), "-open")
        view.show(self._cursor.site, letters)
        self.query_one("#questions").border_title = Content(f"Check-in · {self._routine.title}")
        self.show_hint(page.hint)
        self.call_when_drawn(self._scroll_to_answer)

    def on_resize(self) -> None:
        self._show()

    def _scroll_to_answer(self) -> None:
        """Bring the chosen answer of a long list into view, or the top of another page."""
        box, keys = self.query_one("#questions"), self.query_one("#question-keys")
        question = self._flow.question if self._flow else None
        y = 0
        if question and self._cursor.place >= 0:
            lines = keys.size.height * self._cursor.place // len(question.answers)
            y = keys.virtual_region_with_margin.y + lines - box.size.height // 2
        box.scroll_to(y=y, animate=False)

    def _play(self, flow: CheckInFlow, decision: Decision, *, starts: bool) -> None:
        self._close(has_session=True)
        document = flow.check_in.document() | decision.document()
        checked = CheckedIn(decision, document, starts=starts)
        context = self._contexts[0] if self._contexts else ""
        screen = PlayScreen(self._app_context, self._routine, context, checked=checked)
        self.app.switch_screen(screen)

    def on_unmount(self) -> None:
        self._close(has_session=False)

    def _leave(self) -> None:
        self._close(has_session=False)
        self.dismiss()

    def _close(self, *, has_session: bool) -> None:
        """Save the answers, once."""
        flow, self._flow = self._flow, None
        self.become_busy()
        self.warn(self._answers.close(flow, has_session=has_session) if flow else "")
