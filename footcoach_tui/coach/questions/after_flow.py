"""Questions after a session, one after the other, for the app and for plain mode."""

from collections.abc import Generator, Iterable, Mapping
from typing import NamedTuple, Self, TypeAlias

from footcoach_tui.coach.answers.check_in import After, CheckIn, Sore
from footcoach_tui.coach.answers.words import sore_name
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.questions import check_in_questions as questions
from footcoach_tui.coach.questions.check_in_questions import (
    ENTER,
    SCORE_KEYS,
    FlowQuestion,
    QuestionKind,
)
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.coach.rules.sites import Site, SiteRule
from footcoach_tui.session.record import SessionRecord

_Asking: TypeAlias = Generator[FlowQuestion, str, None]

_MAX_SITES = 3
_SKIP = (ENTER, "skip")
_NOT_SURE = (ENTER, "not sure")


class AfterSetting(NamedTuple):
    """Session and answers that the questions depend on.

    Without `sites` no place is asked. `asks_flags`: the list of red flags comes first.
    """

    record: SessionRecord
    sites: Mapping[Site, SiteRule]
    flags: tuple[RedFlag, ...]
    asks_flags: bool = False


class AfterFlow(NamedTuple):
    """Questions at one of them; every answer gives another flow.

    `record` is the session with the answers so far. `question` is None once all are answered; the
    note is asked by others, as it is no key.
    """

    setting: AfterSetting
    keys: tuple[str, ...]
    question: FlowQuestion | None
    record: SessionRecord

    @classmethod
    def begin(cls, setting: AfterSetting) -> Self:
        return cls._at(setting, ())

    @classmethod
    def _at(cls, setting: AfterSetting, keys: tuple[str, ...]) -> Self:
        script = _Script(setting)
        asking = script.ask()
        question = next(asking, None)
        for key in keys:
            try:
                question = asking.send(key)
            except StopIteration:
                question = None
        return cls(setting, keys, question, script.record())

    def answer(self, key: str) -> Self:
        """Return the flow after a key; this one if it is no answer here."""
        if self.question is None or key not in self.question.keys:
            return self
        return self._at(self.setting, (*self.keys, key))

    def skip_flags(self) -> Self:
        """Return the flow after the red flags were not answered."""
        return self._at(self.setting, (*self.keys, ""))

    @property
    def is_place_known(self) -> bool:
        """Whether nothing more is asked of where it hurts."""
        return self.question is None or self.question.kind is QuestionKind.FLAGS

    @property
    def flag(self) -> RedFlag | None:
        """Return the red flag that was said to be true."""
        return reported_flag(self.record, self.setting.flags)


def reported_flag(record: SessionRecord, flags: Iterable[RedFlag]) -> RedFlag | None:
    """Return the red flag that was true in or after a session."""
    reported = After.read(record.after).flags
    return next((flag for flag in flags if flag.id in reported), None)


def ending_flag(record: SessionRecord, flags: Iterable[RedFlag]) -> RedFlag | None:
    """Return the flag after which nothing else is asked."""
    flag = reported_flag(record, flags)
    return flag if flag and flag.urgency.ends_session else None


class _Script:
    """Questions and their answers so far."""

    def __init__(self, setting: AfterSetting) -> None:
        self.setting = setting
        self.before = CheckIn.read(setting.record.checkin).sore or ()
        self.after = After.read(setting.record.after)
        self.effort, self.pain = setting.record.effort, setting.record.pain

    def record(self) -> SessionRecord:
        """Return the session with the answers; its pain is the highest score after it (0.4)."""
        pain = self.pain
        if pain is not None:
            scores = [each.score for each in self.after.sore or ()]
            pain = max(pain, *scores, *(each.score for each in self.after.hurt), 0)
        document = self.after.document() or None
        return self.setting.record._replace(effort=self.effort, pain=pain, after=document)

    def ask(self) -> _Asking:
        """Yield each question; its answer, a key of the question, is sent in return (1.10)."""
        if self.setting.asks_flags:
            yield from self._ask_flags()
        key = yield _score("effort", "How hard was it?")
        self.effort = SCORE_KEYS.get(key, self.effort)
        key = yield _score("pain", "Any pain?")
        if key == ENTER:
            return
        self.pain = SCORE_KEYS[key]
        if self.pain == 0:
            self.after = self.after._replace(sore=())
        elif self.setting.sites:
            yield from self._ask_sites(self.pain)
        highest = max((each.score for each in self.after.hurt), default=0)
        if self.pain >= MIN_RED_PAIN and (not self.after.is_list_shown or self.pain > highest):
            yield from self._ask_flags()

    def _ask_flags(self) -> _Asking:
        flags = questions.asked_flags(self.setting.flags)
        if not flags:
            return
        key = yield questions.flag_question(flags)
        if not key:
            return
        found = () if key == "n" else (flags[int(key) - 1].id,)
        flags_so_far = dict.fromkeys((*self.after.flags, *found))
        self.after = self.after._replace(flags=tuple(flags_so_far), is_list_shown=True)

    def _ask_sites(self, pain: int) -> _Asking:
        """Ask where it hurts. The first site has the pain for its score, the others are asked."""
        key = yield self._site_question(is_first=True)
        if key == ENTER:
            if not self.before:
                return
            self.after = self.after._replace(sore=_as_before(self.before, pain))
        else:
            yield from self._ask_site(key, pain)
        while len(self.after.sore or ()) < _MAX_SITES and (yield _else_question()) == "y":
            yield from self._ask_site((yield self._site_question(is_first=False)), None)

    def _ask_site(self, key: str, score: int | None) -> _Asking:
        sites = questions.sites_of_key(self.setting.sites, key)
        site = sites[0]
        if len(sites) > 1:
            site = questions.ACHILLES_KEYS[(yield questions.achilles_question())]
        side = questions.SIDE_KEYS[(yield questions.side_question())]
        if score is None:
            score = SCORE_KEYS[(yield questions.score_question())]
        others = tuple(
            each for each in self.after.sore or () if (each.site, each.side) != (site, side)
        )
        sore = (*others, Sore(site, side, score)) if score else others
        self.after = self.after._replace(sore=sore)

    def _site_question(self, *, is_first: bool) -> FlowQuestion:
        question = questions.site_question(self.setting.sites)
        if not is_first:
            return question
        names = ", ".join(map(sore_name, self.before))
        first = (ENTER, f"{names}, as before") if self.before else _NOT_SURE
        return question._replace(answers=(first, *question.answers))


def _as_before(before: tuple[Sore, ...], pain: int) -> tuple[Sore, ...]:
    """Return the sites of the check-in: the sorest with the pain, the others at most with it."""
    sorest = max(before, key=lambda each: each.score)
    return tuple(
        each._replace(score=pain if each is sorest else min(pain, each.score)) for each in before
    )


def _score(identity: str, text: str) -> FlowQuestion:
    question = questions.score_question()
    answers = (*question.answers, _SKIP)
    return FlowQuestion(identity, QuestionKind.SCORE, text, answers)


def _else_question() -> FlowQuestion:
    question = questions.yes_no("else", "Anywhere else?")
    return question._replace(answers=((ENTER, "no"), *question.answers))
