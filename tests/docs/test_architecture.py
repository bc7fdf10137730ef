"""The guides to the code name only files that exist, and the glossary only words that it uses."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = (
    "docs/architecture.md",
    "docs/glossary.md",
    "CONTRIBUTING.md",
    "footcoach_tui/terminal/__init__.py",
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/adr/0*.md")),
)
PATH = re.compile(r"`([\w./-]+/[\w.-]*|[\w-]+\.py)`")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_in_a_guide_exists(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    roots = (ROOT, ROOT / "footcoach_tui", (ROOT / guide).parent)
    missing = [
        name
        for name in PATH.findall(text)
        if "NAME" not in name and not any((root / name).exists() for root in roots)
    ]
    assert missing == []


def test_the_guides_name_paths_at_all() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert len(PATH.findall(text)) > 40


def test_the_glossary_has_some_forty_words() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| ([a-z ]+) \|", text, flags=re.MULTILINE)
    assert 35 <= len([word for word in words if word != "word"]) <= 60
    assert len(words) - words.count("word") == len({*words} - {"word"}), "a word stands twice"
