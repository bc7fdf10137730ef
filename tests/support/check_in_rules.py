"""Rules for tests of the check-in: the bundled routines and flags, and the nine sites."""

from bundled import CATALOGUE

from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site, SiteActions, SiteRule

_SITES = {
    Site.HEEL: ("h", "heel, under it"),
    Site.ARCH: ("r", "arch"),
    Site.BIG_TOE: ("t", "big toe"),
    Site.FOREFOOT: ("f", "forefoot"),
    Site.ACHILLES_CORD: ("a", "Achilles, in the cord"),
    Site.ACHILLES_BONE: ("a", "Achilles, at the bone"),
    Site.ANKLE: ("k", "ankle"),
    Site.CALF: ("c", "calf"),
    Site.SHIN: ("s", "shin"),
}
RULES = Rules(
    exercises=CATALOGUE.exercises,
    routines=CATALOGUE.routines,
    sites={
        site: SiteRule(site, question, key, question, SiteActions(), SiteActions(), "")
        for site, (key, question) in _SITES.items()
    },
    flags={flag.id: flag for flag in CATALOGUE.flags},
)
