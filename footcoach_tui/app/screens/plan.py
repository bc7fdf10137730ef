"""The plan: to be chosen, or how far it is."""

from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.worker import get_current_worker

from footcoach_tui.app.cards.plan import (
    plan_description,
    plan_progress,
    plan_row,
)
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.dialogs import ConfirmDialog
from footcoach_tui.app.screens.pause import ask_pause
from footcoach_tui.app.screens.plan_form import PlanForm
from footcoach_tui.app.screens.profile import ProfileScreen
from footcoach_tui.app.screens.self_tests import SelfTestsScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans import changes as plan_changes
from footcoach_tui.coach.plans.ladders import LadderProgress, rungs
from footcoach_tui.coach.plans.lighter_weeks import LIGHTER_WEEK, lighter_week_document
from footcoach_tui.coach.plans.offers import Offer
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.questions.profile_flow import ProfileFlow
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.text.durations import short_day

_INTRODUCTION = (
    "A plan says what comes next, and takes pain, runs and breaks into account. "
    "You can change or leave it at any time."
)


class _State(NamedTuple):
    """State of the screen; `progress` is None without a plan."""

    rules: Rules
    log: TrainingLog
    progress: Progress | None = None
    ladders: tuple[LadderProgress, ...] = ()


class PlanScreen(CommandScreen):
    """Plans to choose from; with a plan its stage, weeks and ladders."""

    CSS_PATH = "../styles/plan.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            *("plan.days", "plan.pause", "plan.lighter", "plan.profile"),
            *("app.tests", "plan.next", "plan.leave"),
        ),
        Binding("escape", "back", "Back", show=False),
        Binding("down,j", "scroll(2)", "Down", show=False),
        Binding("up,k", "scroll(-2)", "Up", show=False),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self._app_context = app_context
        self._state: _State | None = None
        self.actions |= {
            "plan.days": self._change_days,
            "plan.pause": self._pause,
            "plan.lighter": self._ask_lighter_week,
            "plan.profile": self._ask_profile,
            "app.tests": self._tests,
            "plan.next": self._go_on,
            "plan.leave": self._leave_plan,
            "app.leave": self.action_back,
        }

    def _tests(self) -> None:
        self.app.push_screen(SelfTestsScreen(self._app_context))

    def compose(self) -> ComposeResult:
        yield TextLabel("footcoach · Plan", id="title")
        with Horizontal(id="plan-area"):
            yield PaneList(on_enter=self._choose, id="plans")
            with VerticalScroll(id="plan-scroll", can_focus=False):
                yield WrappedText("Reading the plan …", id="plan-text")
        yield KeyHints()

    def on_mount(self) -> None:
        self.query_one("#plans").display = False
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of a plan without one."""
        if parameters == ("plan.next",):
            return self._next_plan is not None
        if parameters == ("plan.lighter",):
            return self._choice is not None and not self._is_lighter
        if action == "command" and parameters[0] in ("plan.days", "plan.pause", "plan.leave"):
            return self._choice is not None
        return super().check_action(action, parameters)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#plan-scroll").scroll_relative(y=lines, animate=False)

    @property
    def _choice(self) -> PlanChoice | None:
        return self._state.log.choice if self._state and self._state.progress else None

    @property
    def _is_lighter(self) -> bool:
        progress = self._state.progress if self._state else None
        return progress is not None and progress.is_lighter

    @property
    def _next_plan(self) -> Plan | None:
        """Plan after a course that may end."""
        if self._state is None or self._state.progress is None:
            return None
        progress = self._state.progress
        return (
            self._state.rules.plans.get(progress.plan.after)
            if Offer.END in progress.offers
            else None
        )

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        worker, context = get_current_worker(), self._app_context
        if context.rules is None:
            return
        rules, log, today = context.rules(), context.read_log(), context.today()
        progress = Progress.of(Facts.of(log, rules, today))
        ladders = rungs(log, rules, today)
        if not worker.is_cancelled:
            self.call_from_thread(self._show, _State(rules, log, progress, ladders))

    def _show(self, state: _State) -> None:
        self._state = state
        plans = self.query_one("#plans", PaneList)
        plans.display = state.progress is None
        if state.progress and state.log.choice:
            text = plan_progress(
                state.progress, state.log.choice, state.ladders, state.rules, self._profile_line
            )
            self.query_one("#plan-text", WrappedText).show(text)
            self.set_focus(None)
        else:
            plans.fill([(name, plan_row(plan)) for name, plan in state.rules.plans.items()])
            self.set_focus(plans)
        self.refresh_bindings()

    @property
    def _profile_line(self) -> str:
        profile = self._state.log.profile if self._state else None
        if profile is None:
            return "Not asked yet. Press v to answer."
        day = short_day(profile.day, self._app_context.today())
        return f"Answered on {day}. Press v to change the answers, or to give those left out."

    @on(OptionList.OptionHighlighted, "#plans")
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        if self._state:
            plan = self._state.rules.plans[event.option_id or ""]
            text = Content("\n\n").join(
                (Content(_INTRODUCTION), plan_description(plan, self._state.rules))
            )
            self.query_one("#plan-text", WrappedText).show(text)

    @on(OptionList.OptionSelected, "#plans")
    def _choose(self) -> None:
        option = self.query_one("#plans", PaneList).highlighted_option
        if self._state and option:
            self._begin(self._state.rules.plans[option.id or ""], self._state.log)

    def _go_on(self) -> None:
        if self._state and self._next_plan:
            self._begin(self._next_plan, self._state.log)

    def _begin(self, plan: Plan, log: TrainingLog) -> None:
        today = self._app_context.today()
        choice = plan_changes.started(plan, plan_changes.last_chosen(log.choices), today)
        self.app.push_screen(PlanForm(plan, choice, today), self._save_choice)

    def _change_days(self) -> None:
        if self._state and self._state.progress and self._choice:
            form = PlanForm(self._state.progress.plan, self._choice, self._app_context.today())
            self.app.push_screen(form, self._save_choice)

    def _pause(self) -> None:
        choice, today = self._choice, self._app_context.today()
        if choice is None:
            return
        if choice.pause_on(today):
            self._save_choice(plan_changes.resumed(choice, today))
        else:
            ask_pause(self.app, choice, today, self._save_choice)

    def _ask_lighter_week(self) -> None:
        dialog = ConfirmDialog("Begin a lighter week?", LIGHTER_WEEK, "begin it", "go on as before")
        self.app.push_screen(dialog, self._begin_lighter_week)

    def _begin_lighter_week(self, is_wanted: bool | None) -> None:  # noqa: FBT001 - an answer
        if is_wanted:
            self._save(EntryKind.CHECK_IN, lighter_week_document(self._app_context.today()))

    def _leave_plan(self) -> None:
        dialog = ConfirmDialog(
            "Leave the plan?",
            "Your sessions stay in the history, and you can begin a plan again at any time.",
            "leave the plan",
            "stay in it",
        )
        self.app.push_screen(dialog, self._left)

    def _left(self, is_wanted: bool | None) -> None:  # noqa: FBT001 - an answer
        if is_wanted:
            self._save_choice(plan_changes.stopped(self._app_context.today()))

    def _save_choice(self, choice: PlanChoice | None) -> None:
        if choice:
            self._save(EntryKind.PLAN, choice.document())

    def _save(self, kind: EntryKind, answers: dict[str, object]) -> None:
        self.warn(self._app_context.save_entry(kind, answers))
        self._read()

    def _ask_profile(self) -> None:
        if self._state:
            flow = ProfileFlow.begin(self._state.rules.questions, self._state.log.profile)
            self.app.push_screen(ProfileScreen(self._app_context, flow), self._on_profile)

    def _on_profile(self, _: Profile | None) -> None:
        self._read()
