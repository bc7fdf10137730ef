"""A summary tells what was done, and its texts do nothing to their readers."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from exchange_files import export_text, one_set
from markdown_it import MarkdownIt

from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.markdown import _escape
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![pixel](http://example.org/p.png)",
    "`code` **bold** __bold__ ~~gone~~",
    "a | b | c",
    "&lt;b&gt; &amp;",
    "# heading",
    "- item",
    "1. item",
    "===",
    "http://example.org www.example.org",
    r"\<b> \\[x](y) \|",
    "[x]: http://example.org",
    "<http://example.org>",
    "```",
    "> quote",
    "{x} $y$ :smile:",
]


def test_a_summary_tells_period_sessions_minutes_and_exercises(make_session: Make) -> None:
    toes = ExerciseRecord(
        "toe-yoga",
        "Toe yoga",
        (one_set(), one_set(side=Side.RIGHT, reps=5, seconds=90.0, outcome=SetOutcome.CUT)),
    )
    records = (
        make_session(
            "2026-03-09T07:00:00+01:00", exercises=(toes,), pain=4, effort=3, seconds=600.0
        ),
        make_session(
            "2026-03-04T07:00:00+01:00", exercises=(toes,), pain=1, note="sore", seconds=300.0
        ),
    )
    lines = export_text(Format.MARKDOWN, *records).splitlines()

    assert "- Period: 2026-03-04 to 2026-03-09" in lines
    assert "- Sessions: 2, 2 of them partly done" in lines
    assert "- Minutes: 15" in lines
    assert "| Toe yoga | 2 | 8 reps, 48 s | 5 reps, 1:30 |" in lines
    assert "| Week of | Sessions | Minutes | Pain: mean | most | Effort: mean | most |" in lines
    assert "| 2026-03-02 | 1 | 5 | 1.0 | 1 | – | – |" in lines
    assert "| 2026-03-09 | 1 | 10 | 4.0 | 4 | 3.0 | 3 |" in lines
    assert "- 2026-03-04, Daily feet (pain 1): sore" in lines


def test_a_summary_counts_what_counts(make_session: Make) -> None:
    skipped = ExerciseRecord("toe-yoga", "Toe yoga", (one_set(outcome=SetOutcome.SKIPPED, reps=0),))
    text = export_text(
        Format.MARKDOWN,
        make_session("2026-03-09T07:00:00+01:00", speed=10.0, note="trying"),
        make_session("2026-03-05T07:00:00+01:00", exercises=(skipped,), pain=7, note="too sore"),
        make_session("2026-03-04T07:00:00+01:00"),
    )

    assert "- Sessions: 1\n" in text
    assert "- Not counted (every set skipped): 1\n" in text
    assert "- Left out (not played in real time): 1\n" in text
    assert "too sore" in text
    assert "Toe yoga" not in text
    assert "trying" not in text


@pytest.mark.parametrize(
    ("first", "head", "rows"),
    [
        ("2026-01-05T07:00:00+01:00", "Week of", ["2026-01-05", "2026-03-02"]),
        ("2025-01-05T07:00:00+01:00", "Month", ["2025-01", "2026-03"]),
        ("2016-01-05T07:00:00+01:00", "Year", ["2016", "2026"]),
    ],
)
def test_the_longer_the_time_the_wider_the_rows(
    make_session: Make, first: str, head: str, rows: list[str]
) -> None:
    text = export_text(
        Format.MARKDOWN, make_session("2026-03-04T07:00:00+01:00"), make_session(first)
    )

    assert f"| {head} |" in text
    assert re.findall(r"^\| (\d{4}[\d-]*) \|", text, flags=re.MULTILINE) == rows


def test_a_summary_has_the_newest_two_hundred_notes_and_says_so(make_session: Make) -> None:
    text = export_text(
        Format.MARKDOWN, *(make_session(note=f"note {number}") for number in range(203))
    )

    assert "The newest 200 of 203." in text
    assert text.count(": note ") == 200
    assert ": note 199\n" in text


def test_a_summary_of_nothing_says_so() -> None:
    assert "- Sessions: 0\n" in export_text(Format.MARKDOWN)


def test_a_summary_tells_what_was_asked_for() -> None:
    text = "".join(Format.MARKDOWN.export_sessions([], "pain>3 *"))

    assert r"- Only sessions that match: pain&#62;3 \*" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_note_acts(make_session: Make, text: str) -> None:
    exercise = ExerciseRecord("x", text, (one_set(),))
    render = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render
    # What the words say must be all that is different from a page with words that are harmless.
    hostile = render(
        export_text(Format.MARKDOWN, make_session(note=text, title=text, exercises=(exercise,)))
    )
    harmless = ExerciseRecord("x", "word", (one_set(),))
    tame = render(
        export_text(Format.MARKDOWN, make_session(note="word", title="word", exercises=(harmless,)))
    )

    assert re.findall("<[^>]*>", hostile) == re.findall("<[^>]*>", tame)
    assert unescape(re.findall("<td>(.*?)</td>", hostile)[0]) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_reads_as_it_was_wherever_it_stands(text: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).render(_escape(text))
    visible = unescape(page.removeprefix("<p>").removesuffix("</p>\n"))

    assert visible == text
