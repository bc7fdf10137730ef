"""Bundled files are in plain words: short sentences, no private language, easy instructions."""

import re
from operator import attrgetter
from pathlib import Path

import pytest
import textstat  # type: ignore[import-untyped] # it has no types
from bundled import CATALOGUE, FOLDER, texts_of

from footcoach_tui.session.exercise import Exercise

MAX_WORDS = 25
MIN_READING_EASE = 60
"""Flesch reading ease: 60 is plain English, 100 very easy."""

PUZZLING = re.compile(
    r"\b(ours|is told|are told|nobody|somebody|whoever|have it seen|stands?(?= in the| there))\b"
    r"|\bheel cord\b(?!\))",
    re.IGNORECASE,
)
AMERICAN = re.compile(r"\b(color|center|gray|program|practicing|meters?)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

each_file = pytest.mark.parametrize(
    "path",
    [path for path in sorted(FOLDER.rglob("*.toml")) if path.name != "sources.toml"],
    ids=lambda path: path.stem,
)
each_exercise = pytest.mark.parametrize(
    "exercise", CATALOGUE.exercises.values(), ids=attrgetter("id")
)


def long_sentences(text: str) -> list[str]:
    return [line for line in _SENTENCE_END.split(text) if len(line.split()) > MAX_WORDS]


@each_file
def test_no_sentence_is_long(path: Path) -> None:
    found = [line for text in texts_of(path) for line in long_sentences(text)]
    assert found == []


@each_file
def test_no_text_is_in_a_language_of_its_own(path: Path) -> None:
    found = [text for text in texts_of(path) if PUZZLING.search(text) or AMERICAN.search(text)]
    assert found == []


@each_exercise
def test_instructions_are_easy_to_read(exercise: Exercise) -> None:
    ease = textstat.flesch_reading_ease(" ".join(exercise.how))
    assert ease >= MIN_READING_EASE


def test_a_hard_text_would_be_noticed() -> None:
    hard = "Dorsiflexion necessitates approximating metatarsophalangeal configurations."
    assert textstat.flesch_reading_ease(hard) < MIN_READING_EASE
    assert long_sentences("so many words " * 9 + "end.")
    assert PUZZLING.search("The seconds are ours.")
    assert AMERICAN.search("Center your weight.")
