"""Exports of sessions as text, sets to export, and problems of files that are imported."""

from typing import Any

from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import ImportedFile
from footcoach_tui.session.record import SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

IMPORT_FORMATS = [kind for kind in Format if kind.can_import]


def export_text(kind: Format, *records: SessionRecord) -> str:
    return "".join(kind.export_sessions(records))


def problem_texts(result: ImportedFile) -> list[str]:
    """The problems, without the folder."""
    return [str(problem).rpartition("/")[2] for problem in result.problems]


def one_set(**fields: Any) -> SetRecord:
    known: dict[str, Any] = {
        "number": 1,
        "side": Side.LEFT,
        "planned_reps": 8,
        "reps": 8,
        "planned_seconds": 48.0,
        "seconds": 48.0,
        "outcome": SetOutcome.DONE,
    }
    return SetRecord(**(known | fields))
