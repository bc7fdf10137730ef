"""Answers after a session where its pain is edited: no score of theirs contradicts it."""

from collections.abc import Mapping

from footcoach_tui.coach.answers.check_in import After


def after_with_pain(
    document: Mapping[str, object] | None, pain: int | None
) -> Mapping[str, object] | None:
    """Return the `after` of a session whose pain was edited.

    No score stays above the pain, so that a score typed wrong can be put right. A single site has
    the pain for its score. Without a pain, which is unknown then, nothing changes.
    """
    if document is None or pain is None:
        return document
    after = After.read(document)
    sore = after.sore
    if sore is not None and len(sore) == 1:
        sore = (sore[0]._replace(score=pain),)
    if sore is not None:
        sore = tuple(each._replace(score=min(each.score, pain)) for each in sore if pain)
    hurt = tuple(each._replace(score=min(each.score, pain)) for each in after.hurt)
    changed = after._replace(sore=sore, hurt=hurt).document()
    known = {"sore", "hurt", "flags"}
    return {name: value for name, value in document.items() if name not in known} | changed
