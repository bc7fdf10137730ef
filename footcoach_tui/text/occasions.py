"""Occasions of routines in words: slugs are for files."""

_WORDS = {
    "before-run": "before a run",
    "after-run": "after a run",
    "every-second-day": "every other day",
    "strength-day": "strength days",
    "rest-day": "rest days",
    "older-adult": "65 and over",
    "three-days": "3 days a week",
    "desk": "at the desk",
    "rehab": "rehabilitation",
}


def occasion_label(context: str) -> str:
    """Return an occasion in words.

    >>> occasion_label("before-run"), occasion_label("twice-daily")
    ('before a run', 'twice daily')
    """
    return _WORDS.get(context, context.replace("-", " "))
