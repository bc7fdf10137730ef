"""Questions after a plain session, each of which may be skipped."""

from collections.abc import Callable, Iterable, Iterator

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach.check_in_lines import question_lines
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.answers.check_in import After
from footcoach_tui.coach.decisions.pain import site_advice
from footcoach_tui.coach.questions.after_flow import AfterFlow, AfterSetting, ending_flag
from footcoach_tui.coach.questions.after_notes import after_notes
from footcoach_tui.coach.questions.check_in_questions import ENTER, FlowQuestion, QuestionKind
from footcoach_tui.history.fields import MAX_NOTE_LENGTH
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.session.record import SessionRecord

_Write = Callable[[Iterable[str]], None]

_AGAIN = "Please type a whole number from 0 to 10, or press Enter to skip."
_NO_ANSWER = "That is no answer here."
_QUESTIONS = {
    "effort": "Effort 0 to 10 (enter skips):",
    "pain": "Pain 0 to 10 (enter skips):",
}
_SAME_KEYS = {"": ENTER, "10": "x"}


def open_questions(
    record: SessionRecord, *, asks_flags: bool
) -> tuple[AfterSetting, tuple[str, ...]]:
    """Load what is asked after a session, and the notes that come last."""
    rules = wiring.open_rules()
    log = read_training_log(wiring.open_history(), local_time.today())
    flags = tuple(rules.flags.values())
    setting = AfterSetting(record, rules.sites, flags, asks_flags=asks_flags)
    return setting, after_notes(record, log, rules)


def ask_ratings(
    setting: AfterSetting, keyboard: Keyboard, write: _Write
) -> Iterator[SessionRecord]:
    """Yield the record after each answer, to be saved at once: not all may be answered."""
    if not keyboard.is_open:
        return
    flow, is_advised = AfterFlow.begin(setting), False
    record = flow.record
    while flow.question:
        write(_lines(flow.question))
        line = keyboard.read_line(None)
        if line is None:
            return
        after = flow.answer(_SAME_KEYS.get(line, line.lower()))
        if after is flow:
            write([_AGAIN if flow.question.kind is QuestionKind.SCORE else _NO_ANSWER])
            continue
        flow = after
        if flow.record != record:
            yield (record := flow.record)
        if ending_flag(record, setting.flags):
            break
        if not is_advised and flow.is_place_known and record.pain is not None:
            is_advised = True
            write(_advice(record))
    if flow.flag:
        write([flow.flag.advice])
    if not ending_flag(record, setting.flags):
        yield from _ask_note(record, keyboard, write)


def _ask_note(record: SessionRecord, keyboard: Keyboard, write: _Write) -> Iterator[SessionRecord]:
    write(["A note (enter skips):"])
    note = clean(keyboard.read_line(None) or "", limit=MAX_NOTE_LENGTH)
    if note:
        yield record._replace(note=note)


def _lines(question: FlowQuestion) -> Iterable[str]:
    own = _QUESTIONS.get(question.id)
    return [own] if own else question_lines(question)


def _advice(record: SessionRecord) -> Iterable[str]:
    return site_advice(record.pain or 0, After.read(record.after).sore or ())
