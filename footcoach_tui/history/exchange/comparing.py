"""What a file would change in the history."""

from collections.abc import Iterable
from dataclasses import dataclass

from footcoach_tui.history.codec import carried, to_document
from footcoach_tui.history.exchange.arrivals import record_of
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.session.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Comparison:
    """The file's sessions: not in the history yet, there but different, and there as they are."""

    new: tuple[SessionRecord, ...] = ()
    different: tuple[SessionRecord, ...] = ()
    same: int = 0


def compared(records: Iterable[SessionRecord], ours: Iterable[Document]) -> Comparison:
    """Sort what comes by what `ours`, the history, has under the same id."""
    new = {record.id: record for record in records}
    different: list[SessionRecord] = []
    same = 0
    for document in ours:
        record = new.pop(str(document.get("id")), None)
        if record is None:
            continue
        if _is_same(record, document):
            same += 1
        else:
            different.append(record)
    return Comparison(tuple(new.values()), tuple(different), same)


def _is_same(record: SessionRecord, document: Document) -> bool:
    """By their documents: two moments in different zones are equal, and yet not the same.

    The history gives a session without a device its own, so that alone is no difference; neither
    are unknown fields that only the history has, for it would keep them. What the history itself
    could not use is different: nobody knows what it was.
    """
    try:
        ours = record_of(document)
    except FieldError:
        return False
    named = record if record.device else record._replace(device=ours.device)
    kept = to_document(ours)
    return carried(kept, to_document(named)) == kept
