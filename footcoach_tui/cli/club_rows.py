"""Rows of `footcoach club`: as text, JSON documents and CSV."""

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.output import print_row
from footcoach_tui.hub.club import MemberSummary
from footcoach_tui.hub.projection import Projection, SharedSession

_NAME_WIDTH = 28
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SESSION_COLUMNS = ("day", "routine", "minutes", "effort", "pain", "note")
_MEMBER_COLUMNS = (
    *("name", "shown", "kept", "planned", "sessions", "minutes", "pain", "latest", "word"),
)


def member_document(member: MemberSummary, today: date) -> dict[str, object]:
    return {
        "name": member.name,
        "shown": member.shown,
        "since": str(member.since),
        "kept": member.kept,
        "planned": member.planned,
        "sessions": member.sessions,
        "minutes": member.minutes,
        "scores": member.has_scores,
        "pain": member.pain,
        "latest": str(member.latest) if member.latest else None,
        "word": member.reasons(today),
    }


def session_document(session: SharedSession) -> dict[str, object]:
    return session._asdict() | {"day": str(session.day)}


def print_members(members: Iterable[MemberSummary], today: date) -> None:
    print(f"{'name':<{_NAME_WIDTH}}  kept of plan  minutes  worst pain  latest")
    for each in members:
        pain = _score(each.pain) if each.has_scores else "not shared"
        latest = each.latest or "-"
        kept = f"{each.kept} of {each.planned}"
        print(f"{_label(each):<{_NAME_WIDTH}}  {kept:>12}  {each.minutes:>7}  {pain:>10}  {latest}")
        if reasons := each.reasons(today):
            print_row("    may need a word: ", ", ".join(reasons))


def _label(member: MemberSummary) -> str:
    """Return the name for people, and the one that `show` takes; cut to the width of its column."""
    both = member.name if member.shown == member.name else f"{member.name} ({member.shown})"
    return clean(both, _NAME_WIDTH)


def print_sessions(sessions: Iterable[SharedSession], *, has_scores: bool, has_notes: bool) -> None:
    """Print the sessions as they are shared; a field that is not shared has no column."""
    scores = "  effort  pain" if has_scores else ""
    print(f"day         min{scores}  routine")
    for each in sessions:
        scores = f"  {_score(each.effort):>6}  {_score(each.pain):>4}" if has_scores else ""
        print_row(f"{each.day}  {each.minutes:>3}{scores}  ", each.routine)
        if has_notes and each.note:
            print_row("    note: ", each.note)


def print_projection(shown: Projection, *, has_scores: bool, has_notes: bool) -> None:
    """Print all that a coach would see."""
    print_sessions(shown.sessions, has_scores=has_scores, has_notes=has_notes)
    for week in shown.weeks:
        print(f"week of {week.monday}: {week.kept} kept of {week.planned} planned")


def write_members_csv(members: Iterable[MemberSummary], today: date) -> None:
    rows = [
        member_document(each, today) | {"word": "; ".join(each.reasons(today))} for each in members
    ]
    _write_csv(_MEMBER_COLUMNS, rows)


def write_sessions_csv(sessions: Iterable[SharedSession]) -> None:
    _write_csv(_SESSION_COLUMNS, [session_document(each) for each in sessions])


def _write_csv(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])


def _cell(value: object) -> str:
    """Return a cell; a text that a spreadsheet would run as a formula gets an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _score(value: int | None) -> str:
    return "-" if value is None else str(value)
