"""Texts of files, cleaned for the screen."""

from footcoach_tui.boundary.text import clean


def clean_text(text: str) -> str:
    return clean(text).strip()


def clean_texts(texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(clean_text, texts))
