"""The page of a routine, and the moving picture of an exercise."""

import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from bundled import CATALOGUE

from footcoach_tui.cli.handout.elements import Markup, element
from footcoach_tui.cli.handout.page import handout_page
from footcoach_tui.cli.handout.pictures import moving_picture
from footcoach_tui.session.exercise import Grade
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.descriptions import dose_line
from footcoach_tui.text.stop_line import STOP_LINE

HOSTILE = "</style></title><script src=//x.example>alert(1)</script><img onerror='x' \"&amp;]]>"
ROUTINES = CATALOGUE.routines
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "section", "div", "span"),
    *("h1", "h2", "h3", "p", "b", "i", "ol", "ul", "li", "table", "tr", "th", "td"),
    *("figure", "figcaption", "svg", "g", "path"),
}
LINK = re.compile(r"(?:src|href|url|@import|srcset|action)\s*[=(:]", re.IGNORECASE)
WITH_FIGURE = [*CATALOGUE.figures]


class _Page(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data


def page_of(routine: Routine) -> _Page:
    return _Page(handout_page(routine, CATALOGUE.figures))


def poisoned(value: Any) -> Any:
    """Return a routine, or a part of one, with hostile texts behind all texts but ids."""
    if isinstance(value, tuple):
        return tuple(map(poisoned, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value + HOSTILE if type(value) is str else value
    kept = {"id", "motion", "unit"}
    changes = {
        field.name: poisoned(getattr(value, field.name))
        for field in fields(value)
        if field.init and field.name not in kept
    }
    return replace(value, **changes)


@pytest.mark.parametrize("name", ROUTINES)
def test_a_page_has_all_that_one_needs_to_do_it_safely(name: str) -> None:
    routine = ROUTINES[name]
    page = page_of(routine)
    assert page.open == []
    assert STOP_LINE in page.words
    for step in routine.steps:
        exercise = step.exercise
        texts = (
            *(exercise.name, dose_line(step.dose), f"{step.source_status.sentence}."),
            *(step.source_note, *exercise.how, *exercise.cues, *exercise.stop_if),
            *exercise.cautions,
            *(source.text for source in exercise.dose_sources),
        )
        assert [text for text in texts if text not in page.words] == []
    for gate in (*routine.gates, *(step.gate for step in routine.steps if step.gate)):
        for text in (*gate.readiness, *gate.pains, *gate.exclude):
            assert text in page.words
    assert all(grade.sentence in page.words for grade in Grade)
    assert all(source.citation in page.words for source in routine.sources)
    assert routine.disclaimer in page.words


@pytest.mark.parametrize("name", ["balance-and-hops-9min", "one-leg-strength", "test-hop"])
def test_hostile_words_stay_words(name: str) -> None:
    page = page_of(poisoned(ROUTINES[name]))
    assert page.tags <= TAGS
    assert not {attribute for attribute in page.attributes if attribute.startswith("on")}
    assert page.words.count("<script src=//x.example>alert(1)</script>") > 20
    assert page.open == []


@pytest.mark.parametrize("name", ROUTINES)
def test_a_page_asks_for_nothing_from_outside(name: str) -> None:
    markup = re.sub(r">[^<]*<", "><", handout_page(ROUTINES[name], CATALOGUE.figures))
    assert not LINK.search(markup)
    assert "default-src 'none'" in markup


def test_the_styles_of_a_page_ask_for_nothing_either() -> None:
    page = handout_page(ROUTINES["desk-break-3min"], {})
    style = page[page.index("<style>") : page.index("</style>")]
    assert not LINK.search(style)
    assert "@page" in style


def test_each_source_has_a_number_that_the_doses_use() -> None:
    page = page_of(ROUTINES["daily-foot-core-7min"])
    cited = {int(number) for number in re.findall(r"\[[TEP](?:, [a-z ]+)?, (\d+)\]", page.words)}
    assert cited
    assert cited <= set(range(1, 25))
    assert "[F]" in page.words


def test_the_step_for_who_is_not_ready_is_described_too() -> None:
    routine = ROUTINES["pre-run-activation-4min"]
    (swap,) = (step.swap for step in routine.steps if step.swap)
    assert f"Instead {swap.exercise.name}: {dose_line(swap.dose)}." in page_of(routine).words
    assert swap.exercise.how[0] in page_of(routine).words
    assert swap.exercise.dose_sources[0].text in page_of(routine).words


def test_a_single_exercise_has_a_page_without_empty_facts() -> None:
    words = page_of(Routine.of_exercise(CATALOGUE.exercises["ball-roll"])).words
    assert re.search(r"Length [\d:]+ min · Effort [\d-]+ of 10 · You need", words)


def test_there_are_boxes_for_two_weeks() -> None:
    page = handout_page(ROUTINES["desk-break-3min"], {})
    assert page.count("<td></td>") == 4 * 14


def test_the_author_and_the_licence_are_on_the_page() -> None:
    routine = replace(ROUTINES["desk-break-3min"], author="Jo", licence="CC BY 4.0")
    words = page_of(routine).words
    assert "Jo" in words
    assert "Licence: CC BY 4.0" in words


@pytest.mark.parametrize("name", WITH_FIGURE)
def test_a_moving_picture_is_well_formed_and_asks_for_nothing(name: str) -> None:
    exercise = replace(CATALOGUE.exercises[name], name=HOSTILE)
    picture = moving_picture(exercise, CATALOGUE.figures[name])
    root = ET.fromstring(picture)  # noqa: S314 - our own picture
    assert root.findtext("{http://www.w3.org/2000/svg}title") == HOSTILE
    assert {part.tag.partition("}")[2] for part in root.iter()} <= {
        *("svg", "title", "style", "rect", "g", "path", "animate"),
    }
    assert not LINK.search(picture.replace(str(element("title", HOSTILE)), ""))


def test_text_in_an_element_is_escaped_and_markup_is_not() -> None:
    assert element("p", "<b>", Markup("<i>"), class_='"x"') == (
        '<p class="&quot;x&quot;">&lt;b&gt;<i></p>'
    )
