"""Questions after a plain session, each of which may be skipped."""

from collections.abc import Callable, Iterable, Iterator

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.pain import pain_advice
from footcoach_tui.history.fields import MAX_NOTE_LENGTH
from footcoach_tui.session.record import SessionRecord

_SCORES = {str(score): score for score in range(11)}
_AGAIN = "Please type a whole number from 0 to 10, or press Enter to skip."


def ask_ratings(
    record: SessionRecord, keyboard: Keyboard, write: Callable[[Iterable[str]], None]
) -> Iterator[SessionRecord]:
    """Yield the record after each answer, to be saved at once: not all may be answered."""
    if not keyboard.is_open:
        return
    effort = _score("Effort 0 to 10 (enter skips):", keyboard, write)
    if effort is not None:
        yield (record := record._replace(effort=effort))
    pain = _score("Pain 0 to 10 (enter skips):", keyboard, write)
    if pain is not None:
        yield (record := record._replace(pain=pain))
        write(pain_advice(pain))
    write(["A note (enter skips):"])
    note = clean(keyboard.read_line(None) or "", limit=MAX_NOTE_LENGTH)
    if note:
        yield record._replace(note=note)


def _score(question: str, keyboard: Keyboard, write: Callable[[Iterable[str]], None]) -> int | None:
    """Answer to a question; None if it was skipped, or the keyboard is closed."""
    write([question])
    while answer := keyboard.read_line(None):
        if answer in _SCORES:
            return _SCORES[answer]
        write([_AGAIN])
    return None
