"""Context of a command of the coach: the history, the training log, the rules and the day."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.cli.errors import CliError, warn
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.training_log import read_training_log

if TYPE_CHECKING:
    from datetime import date

    from footcoach_tui.coach.facts.facts import Facts
    from footcoach_tui.coach.log import TrainingLog
    from footcoach_tui.coach.plans.due import Due
    from footcoach_tui.coach.rules.rules import Rules
    from footcoach_tui.history.months.entries import EntryKind
    from footcoach_tui.history.store import History
    from footcoach_tui.session.equipment import Kit


class CoachContext:
    """History with what is read from it for a day, and the rules; each is read when needed."""

    def __init__(
        self,
        history: "History | None" = None,
        today: "date | None" = None,
        *,
        kit: "Kit" = None,
    ) -> None:
        self.history = history or wiring.open_history()
        self.today = today or local_time.today()
        self.kit = kit

    @cached_property
    def log(self) -> "TrainingLog":
        """Training log; warns of files that cannot be read.

        Raises CliError if there are files, and nothing can be read from them.
        """
        log = read_training_log(self.history, self.today)
        problems = self.history.problems
        warn(problems)
        if problems and not any(log):
            raise CliError("the history is damaged; cannot tell what is due")
        return log

    @cached_property
    def rules(self) -> "Rules":
        return wiring.open_rules(kit=self.kit)

    @property
    def facts(self) -> "Facts":
        from footcoach_tui.coach.facts.facts import Facts  # noqa: PLC0415 - not for every command

        return Facts.of(self.log, self.rules, self.today)

    @cached_property
    def due(self) -> "Due":
        from footcoach_tui.coach.plans.due import due  # noqa: PLC0415 - not for every command

        return due(self.log, self.rules, self.today)

    def save_entry(
        self, kind: "EntryKind", *documents: dict[str, object], is_undoable: bool = True
    ) -> None:
        """Save an entry, or several that are undone as one. Raises HistoryError."""
        save_entry(self.history, kind, *documents, is_undoable=is_undoable)


def save_entry(
    history: "History", kind: "EntryKind", *documents: dict[str, object], is_undoable: bool = True
) -> None:
    """Save entries with new ids, later than those of all earlier ones. Raises HistoryError."""
    entries = [{"id": new_id(datetime.now(UTC)), **document} for document in documents]
    warn(history.add_entry(kind, *entries, is_undoable=is_undoable))
