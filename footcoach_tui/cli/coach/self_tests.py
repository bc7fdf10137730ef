"""Results of self-tests that were just played in plain mode, saved as entries."""

from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import CliError, warn
from footcoach_tui.coach.self_tests.results import new_results
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.session.record import SessionRecord


def save_test_results(record: SessionRecord) -> None:
    """Save the results in the record of a session; warns of what could not be saved."""
    coach = CoachContext()
    try:
        results = new_results(record, coach.rules, coach.log.tests)
        if results:
            documents = (result.document() for result in results)
            coach.save_entry(EntryKind.TEST, *documents, is_undoable=False)
    except (HistoryError, CliError) as error:
        warn([f"The results of the self-test are not saved yet: {error}"])
