"""Today card as text, in as many lines as there is room for."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content

from footcoach_tui.coach.today.value import TodayCard
from footcoach_tui.coach.today.week import DayMark, WeekCell

_MARKS = {DayMark.DONE: ("■", "$success"), DayMark.LIGHTER: ("◧", "$success")}
_PLANNED, _NOTHING = ("○", "$foreground"), ("·", "$secondary")
_LEGEND = "■ done ◧ lighter ○ planned"
_MIN_WEEK_COLUMNS = 60
"""Columns from which on the week stands beside the text."""

_HIGH_LINES = 5
"""Lines from which on the key has a line of its own, and a sentence may take two."""

_PAIN = ("red", "sore")
"""Notices that are no sign to be checked."""

_GAP = 3
_MOST_LINES = 2
"""Lines that a text below the sentence may take."""


def today_text(card: TodayCard, waiting: str, columns: int, lines: int) -> Content:
    """Return the card in at most `lines`; what has to be seen about health may take two more.

    `waiting` is the line about an interrupted session, or "".
    """
    if lines == 1:
        return _cut(_with_key(card, _title(card), columns), columns)
    week: list[Content] = []
    if columns >= _MIN_WEEK_COLUMNS and lines > 2:  # noqa: PLR2004 - letters, cells and their line
        week = list(_week(card, is_high=lines >= _HIGH_LINES))
    widest = max((line.cell_length for line in week), default=0)
    week = [line.pad_right(widest - line.cell_length) for line in week]
    width = columns - (widest + _GAP if week else 0)
    is_high, room = lines >= _HIGH_LINES, lines + (2 if card.notices else 0)
    left = _left(card, waiting, width, room, is_high=is_high)
    rows = zip_longest(left, week, fillvalue=Content(""))
    return Content("\n").join(_beside(text, right, columns) for text, right in rows)


def _left(
    card: TodayCard, waiting: str, columns: int, lines: int, *, is_high: bool
) -> list[Content]:
    """Return the lines beside the week, the most important ones if not all fit."""
    title = _title(card) if is_high else _with_key(card, _title(card), columns)
    key_lines = 2 if is_high and card.begin else 0
    room = lines - 1 - key_lines
    sentence = _sentence(card)
    if room == 1 and card.plan_offer:  # the one line that there is says more to a newcomer
        sentence = _with_command("P", card.plan_offer)
    texts = _wrapped(sentence, columns, min(room, 2 if is_high else 1))
    for text in _more(card, waiting):
        texts += _wrapped(text, columns, min(room - len(texts), _MOST_LINES))
    if key_lines:
        texts += [Content(""), Content.assemble("  ", _key(card))]
    return [_cut(text, columns) for text in (title, *texts)]


def _title(card: TodayCard) -> Content:
    """Return what is played, with its minutes and what it needs; else the heading."""
    if not card.routine:
        heading, sentence = card.heading, card.sentence
        return Content.styled(sentence if sentence.startswith(heading) else heading, "bold")
    needs = ", ".join(card.equipment) or "nothing needed"
    return Content.assemble(
        ("▶ ", "$accent"), (card.title, "bold"), (f"  {card.minutes} min · {needs}", "$secondary")
    )


def _sentence(card: TodayCard) -> Content:
    if not card.routine and card.sentence.startswith(card.heading):
        return Content("")  # it is the title
    return Content(f"{card.heading}. {card.sentence}" if _adds_heading(card) else card.sentence)


def _adds_heading(card: TodayCard) -> bool:
    """Whether the heading says what neither the frame nor the sentence does."""
    is_said = card.heading in ("Today", "") or card.sentence.startswith(card.heading)
    return bool(card.routine) and not is_said


def _key(card: TodayCard) -> Content:
    return Content.assemble(("space", "bold $accent"), f" {card.begin}")


def _with_key(card: TodayCard, title: Content, columns: int) -> Content:
    """Return a title with the key that begins it; the title is cut first."""
    if not card.begin:
        return title
    key = _key(card)
    return _cut(title, columns - key.cell_length - _GAP) + Content(" " * _GAP) + key


def _more(card: TodayCard, waiting: str) -> Iterator[Content]:
    """Yield what else there is to say, the most important first."""
    if card.rule == "pause":
        yield _with_command("P", "plan, z ends the pause")
    for number, notice in enumerate(card.notices):
        yield Content.assemble(("! ", "bold $error"), notice.text)
        if number == 0 and notice.id not in _PAIN:
            yield _with_command("!", "what it says  ") + _with_command("S", "seen")
    if waiting:
        yield Content.assemble(("R", "bold $accent"), f" {waiting}")
    for key, text in (
        ("", card.welcome),
        ("", card.milestone),
        ("T", card.tests_line),
        ("P", card.plan_offer),
        ("", card.keeping),
    ):
        if text:
            yield _with_command(key, text) if key else Content(text)


def _with_command(key: str, text: str) -> Content:
    return Content.assemble((key, "bold $accent"), f" {text}")


def week_lines(card: TodayCard, gap: str = "  ") -> tuple[Content, Content]:
    """Return the letters of the days of this week, and their cells."""
    letters = Content(gap).join(_letter(cell) for cell in card.week)
    return letters, Content(gap).join(Content.styled(*_mark(cell)) for cell in card.week)


def _week(card: TodayCard, *, is_high: bool) -> Iterator[Content]:
    """Yield the letters of the days, their cells, how many are done, and what the cells mean."""
    yield from week_lines(card, "  " if is_high else " ")
    yield Content(card.week_line)
    if is_high:
        yield Content.styled(_LEGEND, "$secondary")


def _letter(cell: WeekCell) -> Content:
    return Content.styled(f"{cell.day:%a}"[0], "bold underline" if cell.is_today else "$secondary")


def _mark(cell: WeekCell) -> tuple[str, str]:
    return _MARKS.get(cell.mark, _PLANNED if cell.is_planned else _NOTHING)


def _wrapped(text: Content, columns: int, lines: int) -> list[Content]:
    """Return a text below the title in at most so many lines, the last one cut if need be."""
    if lines < 1 or not len(text):
        return []
    indent = Content("  ")
    wrapped = text.wrap(max(columns - len(indent), 1))
    if len(wrapped) > lines:
        rest = Content(" ").join(line.rstrip() for line in wrapped[lines - 1 :])
        wrapped = [*wrapped[: lines - 1], _cut(rest, columns - len(indent))]
    return [indent + line.rstrip() for line in wrapped]


def _beside(text: Content, right: Content, columns: int) -> Content:
    """Return a text with another at the right end of its line."""
    if not len(right):
        return text
    return text.pad_right(max(1, columns - text.cell_length - right.cell_length)) + right


def _cut(text: Content, columns: int) -> Content:
    return text.truncate(max(columns, 1), ellipsis=True)
