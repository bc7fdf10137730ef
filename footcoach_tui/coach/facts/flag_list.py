"""Red-flag list of the check-in: when it is asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.documents import day_of
from footcoach_tui.coach.answers.profile import NO
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.sites import Site

_ASKED_FROM = 3
"""Least score at any site (1.2, row 1)."""

_BONE_SITES = (Site.SHIN, Site.FOREFOOT)
"""Sites at which any score asks (row 2)."""

_NEW_FROM, _NEW_DAYS = 2, 28
"""Least score of a site that is new, and the days in which it had none (row 3)."""

_LASTING_CHECK_INS, _LASTING_DAYS = 2, 14
"""Check-ins before this one at which the site was sore too, and the days of all (row 4)."""

_PROFILE = ("bone", "numb", "tendon-drug")
"""Questions of the profile (row 5); unknown counts as yes there."""

_SHOWN_DAYS = 7
"""Days in which the list is not shown again (row 6)."""

_RED_FROM = 6
"""Least red score."""


class DatedCheckIn(NamedTuple):
    """Check-in with its day."""

    day: date
    check_in: CheckIn


def is_flag_list_due(check_in: CheckIn, log: TrainingLog, today: date) -> bool:
    """Whether the list is asked after the sore sites of a check-in are known (1.2)."""
    scores = _scores(check_in)
    earlier = tuple(_recent_check_ins(log, today, _NEW_DAYS))
    if max(scores.values(), default=0) >= _RED_FROM:
        return True
    if not (_asks_by_score(scores, earlier, today) or _asks_by_profile(log)):
        return False
    return not _was_just_shown(scores, earlier, today)


def _recent_check_ins(log: TrainingLog, today: date, days: int) -> Iterator[DatedCheckIn]:
    """Yield the check-ins of the last days, today's among them, the newest first."""
    first = today - timedelta(days=days - 1)
    found = [each for each in log.check_ins if each.day >= first]
    dated = [DatedCheckIn(each.day, each.check_in) for each in found]
    for session in reversed(log.sessions):
        day = day_of(session.date)
        if day is None or day < first:
            break
        if session.checkin is not None and session.speed == 1.0:
            dated.append(DatedCheckIn(day, CheckIn.read(session.checkin)))
    return iter(sorted(dated, key=lambda each: each.day, reverse=True))


def _scores(check_in: CheckIn) -> dict[Site, int]:
    """Return the highest score of each sore site."""
    scores: dict[Site, int] = {}
    for sore in check_in.sore or ():
        scores[sore.site] = max(sore.score, scores.get(sore.site, 0))
    return scores


def _asks_by_score(scores: dict[Site, int], earlier: tuple[DatedCheckIn, ...], today: date) -> bool:
    if any(score >= _ASKED_FROM for score in scores.values()):
        return True
    if any(scores.get(site) for site in _BONE_SITES):
        return True
    known = {site for each in earlier for site in _scores(each.check_in)}
    if any(score >= _NEW_FROM and site not in known for site, score in scores.items()):
        return True
    answered = [each for each in earlier if each.check_in.sore is not None][:_LASTING_CHECK_INS]
    first = today - timedelta(days=_LASTING_DAYS)  # within n days: at most n apart
    return len(answered) == _LASTING_CHECK_INS and any(
        all(each.day >= first and each.check_in.score_of(site) for each in answered)
        for site in scores
    )


def _asks_by_profile(log: TrainingLog) -> bool:
    profile = log.profile
    return profile is not None and any(
        profile.answers.get(question, NO) != NO for question in _PROFILE
    )


def _was_just_shown(
    scores: dict[Site, int], earlier: tuple[DatedCheckIn, ...], today: date
) -> bool:
    """Whether the list was shown a few days ago, with no site's score below the present one."""
    first = today - timedelta(days=_SHOWN_DAYS - 1)
    shown = next((each for each in earlier if each.check_in.flags is not None), None)
    if shown is None or shown.day < first:
        return False
    then = _scores(shown.check_in)
    return all(score <= then.get(site, 0) for site, score in scores.items())
