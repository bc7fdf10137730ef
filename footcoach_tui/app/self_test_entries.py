"""Saving of the results of self-tests: entries of their own beside the sessions."""

from collections.abc import Iterable

from footcoach_tui.app.context import AppContext
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.self_tests.report import SelfTestReport, with_conditions
from footcoach_tui.coach.self_tests.results import CONDITIONS, new_results, past_results
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.session.record import SessionRecord


def save_results(app_context: AppContext, record: SessionRecord) -> str:
    """Save the results of a session that was just played; the message says what failed."""
    if app_context.rules is None:
        return ""
    rules = app_context.rules()
    return _save(app_context, new_results(record, rules, app_context.read_log().tests))


def save_past_results(app_context: AppContext) -> str:
    """Save the results of sessions that were saved without them."""
    if app_context.rules is None:
        return ""
    return _save(app_context, past_results(app_context.read_log(), app_context.rules()))


def save_other_conditions(app_context: AppContext, report: SelfTestReport) -> str:
    """Save the latest results of a test under the next conditions."""
    known = report.conditions
    place = CONDITIONS.index(known) + 1 if known in CONDITIONS else 0
    sides = {side.side: side.results for side in report.sides}
    results = with_conditions(sides, CONDITIONS[place % len(CONDITIONS)])
    return _save(app_context, results, is_undoable=True)


def _save(
    app_context: AppContext, results: Iterable[SelfTestResult], *, is_undoable: bool = False
) -> str:
    documents = [result.document() for result in results]
    if not documents:
        return ""
    return app_context.save_entry(EntryKind.TEST, *documents, is_undoable=is_undoable)
