"""Sore sites of a check-in: the score of each, with the actions and the words for it."""

from typing import NamedTuple

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN
from footcoach_tui.coach.decisions.restrictions import SoreSite
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.side import Side


class SiteScore(NamedTuple):
    """Highest score of a site, with its side. `is_lifted`: 1 or 2 counts as 3 (X2)."""

    site: Site
    side: Side
    score: int
    is_lifted: bool = False

    @property
    def rule(self) -> str:
        return f"{'X2' if self.is_lifted else 'site'}:{self.site}"

    @property
    def is_amber(self) -> bool:
        return self.is_lifted or self.score >= MIN_AMBER_PAIN

    def words(self, rules: Rules) -> str:
        """Return the site and its score, such as "left heel 3 of 10"."""
        return f"{self._name(rules)} {self.score} of 10"

    def cause(self, rules: Rules) -> str:
        """Return the same for "because of": "your left heel (3 of 10)"."""
        return f"your {self._name(rules)} ({self.score} of 10)"

    def little_load(self, rules: Rules) -> str:
        """Return the line on a sore site that changes nothing in the routine."""
        cause = self.cause(rules)
        line = f"{cause[:1].upper()}{cause[1:]}: nothing here loads it much."
        return f"{line} Ease off if it hurts more."

    def _name(self, rules: Rules) -> str:
        name = rules.sites[self.site].name if self.site in rules.sites else str(self.site)
        return f"{name} on both sides" if self.side is Side.BOTH else f"{self.side} {name}"


def site_scores(check_in: CheckIn, lifted: frozenset[Site] = frozenset()) -> tuple[SiteScore, ...]:
    """Return the sore sites, the highest score first, equal ones in the order of sites.

    `lifted` are the sites whose low scores count as 3.
    """
    highest: dict[Site, SiteScore] = {}
    for site, side, score in check_in.sore or ():
        known = highest.get(site)
        if known is not None and known.side is not side and known.score == score:
            side = Side.BOTH  # noqa: PLW2901 - left and right are equally sore
        if score and (known is None or score >= known.score):
            is_lifted = site in lifted and score < MIN_AMBER_PAIN
            highest[site] = SiteScore(site, side, score, is_lifted)
    order = list(Site)
    return tuple(sorted(highest.values(), key=lambda each: (-each.score, order.index(each.site))))


def sore_sites(scores: tuple[SiteScore, ...], rules: Rules) -> tuple[SoreSite, ...]:
    """Return the actions for sore sites."""
    return tuple(
        SoreSite(each.rule, rule.amber if each.is_amber else rule.mild)
        for each in scores
        if (rule := rules.sites.get(each.site))
    )
