"""Self-tests: the list of tests, and what the chosen one says."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.worker import get_current_worker

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import MasterDetailScreen
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.self_test_entries import save_other_conditions, save_past_results
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane import PaneTabs
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.self_test_view import SelfTestView
from footcoach_tui.coach.self_tests.report import SelfTestReport, self_test_reports


class SelfTestsScreen(MasterDetailScreen):
    """List of self-tests with the latest results, and the chosen one."""

    CSS_PATH = ["../styles/history.tcss", "../styles/self_tests.tcss"]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "test", "Do it now", key_display="enter"),
        *bindings("tests.conditions"),
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self._app_context = app_context
        self._reports: dict[str, SelfTestReport] = {}
        self.actions |= {
            "tests.conditions": self._next_conditions,
            "app.leave": self.action_back,
        }

    def compose(self) -> ComposeResult:
        yield TextLabel("footcoach · Self-tests", id="title")
        yield PaneTabs(("Tests", "Result"), id="tabs")
        with Horizontal(id="tests-area"):
            yield PaneList(id="tests", classes="first")
            yield SelfTestView(id="test", classes="second")
        yield KeyHints()

    def focus_selector(self, place: int) -> str:
        return ("#tests", "#test")[place]

    def on_mount(self) -> None:
        self.query_one(PaneList).focus()

    def on_screen_resume(self) -> None:
        self._read()

    @work(thread=True, exclusive=True, group="tests")
    def _read(self) -> None:
        context, worker = self._app_context, get_current_worker()
        if context.rules is None:
            return
        rules = context.rules()
        message = save_past_results(context)
        reports = self_test_reports(context.read_log(), rules, context.today())
        if not worker.is_cancelled:
            self.call_from_thread(self._show, reports, message)

    def _show(self, reports: tuple[SelfTestReport, ...], message: str) -> None:
        self._reports = {report.test.id: report for report in reports}
        self.query_one(PaneList).fill([(name, _row(each)) for name, each in self._reports.items()])
        self._show_chosen()
        if message:
            self.notify(message, severity="warning", markup=False)

    @property
    def _chosen(self) -> SelfTestReport | None:
        option = self.query_one(PaneList).highlighted_option
        return self._reports.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted, "#tests")
    def _show_chosen(self) -> None:
        if self._chosen:
            self.query_one(SelfTestView).show(self._chosen, self._app_context.today())

    @on(OptionList.OptionSelected, "#tests")
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        event.prevent_default()
        self.action_test()

    def action_test(self) -> None:
        """Begin the chosen test, unless something speaks against it today."""
        report = self._chosen
        if report is None:
            return
        routine = self._app_context.catalogue.routines.get(report.routine)
        if not report.status.may_do or routine is None:
            self.notify(report.status.sentence, markup=False, timeout=5)
            return
        begin_routine(self.app, self._app_context, routine)

    def _next_conditions(self) -> None:
        """Say that the latest results were reached under other conditions."""
        if self._chosen and self._chosen.sides:
            message = save_other_conditions(self._app_context, self._chosen)
            if message:
                self.notify(message, severity="warning", markup=False)
            self._read()


def _row(report: SelfTestReport) -> Content:
    word = report.status_word
    style = "bold $accent" if report.status.is_due else "$secondary"
    badge = Content.styled(f"  {word}", style) if word else Content("")
    return Content.assemble(report.test.name, badge, (f"\n{report.short}", "$secondary"))
