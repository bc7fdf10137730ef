from collections.abc import Callable, Iterator

from footcoach_tui.app.save_queue import SaveQueue
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord


def test_a_keeper_knows_what_was_changed_by_hand(history: History, record: SessionRecord) -> None:
    save_queue = SaveQueue(history)
    messages = [save_queue.save(record._replace(effort=3))]
    states = [save_queue.is_last_write_an_edit]
    for change in _changes(save_queue, record):
        messages.append(change())
        states.append(save_queue.is_last_write_an_edit)
    assert states == [False, True, True, True, False]
    assert messages[2].startswith("Deleted Test routine of 2026-03-09")
    assert save_queue.write_count == 5
    assert [session.effort for session in history.all()] == [3]


def _changes(save_queue: SaveQueue, record: SessionRecord) -> Iterator[Callable[[], str]]:
    yield lambda: save_queue.update(record._replace(effort=4))
    yield lambda: save_queue.delete(record)
    yield save_queue.undo
    yield save_queue.undo
