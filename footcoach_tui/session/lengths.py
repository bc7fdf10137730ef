"""How lengths of time are written, apart from the words of a session: a list needs no more."""

MINUTE = 60


def minutes(seconds: float) -> str:
    """Seconds as m:ss, rounded up: what is left is never told as less than it is.

    >>> minutes(323)
    '5:23'
    """
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def count(seconds: float) -> str:
    """What is left, as it is counted: whole seconds below a minute, m:ss from there.

    >>> count(41.2), count(60)
    ('42', '1:00')
    """
    whole = max(0, -int(-seconds // 1))
    return str(whole) if whole < MINUTE else minutes(whole)


def spoken(seconds: float) -> str:
    """A length in words as short as they go.

    >>> spoken(3), spoken(90)
    ('3 s', '1:30')
    """
    return f"{seconds:g} s" if seconds < MINUTE else minutes(seconds)
