"""Words are found as people type them: without capitals, accents and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.query.words import fold, fold_all


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toe yoga", " toe yoga"),
        ("short-foot-standing", " short foot standing"),
        ("Écarté, à gauche!", " ecarte a gauche"),
        ("Straße ﬁn", " strasse fin"),
        ("ΣΊΣΥΦΟΣ", " σισυφοσ"),
        ("  a\t b\n", " a b"),
        ("felt 😀, 5°", " felt 😀 5°"),
        ("a\u200bb\x1bc\u202ed", " abcd"),
        ("İstanbul", " istanbul"),
        ("don't", " don t"),
        ("- …", ""),
        ("", ""),
    ],
)
def test_folding(text: str, words: str) -> None:
    assert fold(text) == words


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=100))
def test_what_is_stored_clean_is_found_by_what_was_typed(text: str) -> None:
    assert fold(clean(text)) == fold(text)


@given(st.lists(st.text("ab ", max_size=4), min_size=1), st.text("ab ", min_size=1))
def test_words_are_never_found_across_two_texts(texts: list[str], typed: str) -> None:
    assert (fold(typed) in fold_all(tuple(texts))) == any(
        fold(typed) in fold(text) for text in texts
    )
