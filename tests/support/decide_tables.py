"""The tables that decisions are made from, as they must be, in a form that is quick to read."""

from collections.abc import Iterator

from footcoach_tui.coach.rules.sites import Site, SiteActions, SiteRule, Substitutes
from footcoach_tui.session.exercise import Tag

SITE_TABLE = """
heel          | drop impact | drop impact fascia press below; down-off one-leg
arch          | - | drop impact fascia press; down-off one-leg; halve arch grip
big-toe       | - | drop impact toe-bend toe-pull spread; halve toe
forefoot      | drop impact | drop impact forefoot toe-bend press; down-off one-leg
achilles-cord | drop impact | drop impact; down-1 tendon
achilles-bone | drop impact below df-end | drop impact below df-end; down-1 tendon
ankle         | - | drop impact df-end; down-1 balance; halve invert evert
calf          | - | drop impact df-end below; down-1 tendon
shin          | drop impact | drop impact shin forefoot; down-off one-leg
"""

CHAINS = """
short-foot-single-bend > short-foot-single > short-foot-standing > short-foot-seated
heel-raise-single > heel-raise-double > heel-raise-seated
toe-walk > heel-raise-double
single-leg-balance-cushion > single-leg-balance > forward-lean > short-foot-standing
bear-squat-to-down-dog > toe-tuck-sit > plantar-fascia-stretch
stone-pickup > towel-curl > short-foot-seated
toe-yoga > big-toe-lift
knee-to-wall-rock > ankle-circles
dorsiflexion-hold > ankle-pumps
"""

STAND_INS = """
bear-squat-to-down-dog | knee-to-wall-rock plantar-fascia-stretch ankle-circles
toe-tuck-sit | plantar-fascia-stretch ankle-circles
knee-to-wall-rock | ankle-circles
calf-stretch-straight calf-stretch-bent | ankle-pumps
plantar-fascia-stretch dorsiflexion-hold heel-raise-seated | ankle-pumps
heel-raise-single | heel-raise-double heel-raise-seated
heel-raise-double | heel-raise-seated
toe-walk | single-leg-balance short-foot-standing
single-leg-balance-cushion | single-leg-balance short-foot-standing short-foot-seated
forward-lean single-leg-balance | short-foot-standing short-foot-seated
short-foot-single short-foot-single-bend | short-foot-standing short-foot-seated
short-foot-standing towel-curl stone-pickup | short-foot-seated
"""

MOBILITY = {
    "heel": "morning-first-steps-5min",
    "arch": "morning-first-steps-5min",
    "big-toe": "desk-break-3min",
    "forefoot": "desk-break-3min",
    "achilles-bone": "desk-break-3min",
    "ankle": "desk-break-3min",
    "shin": "desk-break-3min",
    "achilles-cord": "ankle-and-big-toe-6min",
    "calf": "ankle-and-big-toe-6min",
}


def site_rules() -> dict[Site, SiteRule]:
    return {rule.site: rule for rule in _site_rules()}


def _site_rules() -> Iterator[SiteRule]:
    for line in SITE_TABLE.strip().splitlines():
        name, mild, amber = (cell.strip() for cell in line.split("|"))
        site = Site(name)
        yield SiteRule(site, name, name[0], "", actions(mild), actions(amber), MOBILITY[name])


def actions(cell: str) -> SiteActions:
    """Return the actions of a cell of the table."""
    fields = {"drop": "drop", "down-off": "down_off", "down-1": "down_one", "halve": "halve"}
    known: dict[str, frozenset[Tag]] = {}
    for part in cell.split(";"):
        word, *tags = part.split()
        if word != "-":
            known[fields[word]] = frozenset(map(Tag, tags))
    return SiteActions(**known)


def substitutes() -> Substitutes:
    stand_ins = {
        exercise: tuple(right.split())
        for line in STAND_INS.strip().splitlines()
        for left, right in [line.split("|")]
        for exercise in left.split()
    }
    return Substitutes(
        chains=tuple(tuple(line.split(" > ")) for line in CHAINS.strip().splitlines()),
        stand_ins=stand_ins,
        families=(
            frozenset(
                {
                    "short-foot-single-bend",
                    "short-foot-single",
                    "short-foot-standing",
                    "short-foot-seated",
                }
            ),
            frozenset({"heel-raise-single", "heel-raise-double"}),
            frozenset({"single-leg-balance", "single-leg-balance-cushion"}),
        ),
    )
