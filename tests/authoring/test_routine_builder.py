"""Routines that are built for a request."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from bundled import CATALOGUE
from coach_logs import RULES, log
from decisions import TODAY, person
from drafts import CONTENT
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.authoring.build_filters import is_open
from footcoach_tui.authoring.build_request import ALWAYS_THERE, OCCASIONS, BuildRequest
from footcoach_tui.authoring.draft import RoutineDraft, build_draft, check_draft
from footcoach_tui.authoring.draft_file import DraftFile
from footcoach_tui.authoring.draft_notes import draft_notes
from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.routine_builder import BuiltRoutine, build_routine
from footcoach_tui.authoring.templates import UNWRITTEN_PURPOSE, exercise_text
from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.answers.decision import Verdict
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.exercise import Equipment, Position, Tag
from footcoach_tui.session.side import Side

REQUESTS = st.builds(
    BuildRequest,
    minutes=st.integers(1, 45),
    occasion=st.sampled_from(OCCASIONS),
    equipment=st.frozensets(st.sampled_from(Equipment)).map(lambda kit: kit | ALWAYS_THERE),
    positions=st.frozensets(st.sampled_from(Position)),
    sore=st.lists(st.sampled_from(Site), unique=True, max_size=3).map(tuple),
    seed=st.integers(1, 10**9),
)


def built(request: BuildRequest, who: Profile | None = None) -> BuiltRoutine:
    return build_routine(request, CATALOGUE, RULES, who)


def draft_of(made: BuiltRoutine, request: BuildRequest) -> RoutineDraft:
    return made.on(DraftFile.new().draft(), request)


@given(REQUESTS, st.sampled_from(["none", "knees", "pregnant", "novice"]), st.integers(3, 5))
def test_the_coach_changes_nothing_in_what_is_built(
    request: BuildRequest, trait: str, score: int
) -> None:
    answers: Mapping[str, str] = {"novice": {"running": "none"}, "none": {}}.get(
        trait, {trait: "yes"}
    )
    who = person(**answers)
    made = built(request, who)
    if not made.steps:
        return
    draft = draft_of(made, request)
    check_draft(draft, CONTENT)
    routine = build_draft(draft, CONTENT)
    sore = tuple(Sore(site, Side.LEFT, score) for site in request.sore)
    check_in = CheckIn(sore=sore, flags=(), context=request.occasion)
    decision = decide(routine, check_in, log(who), RULES, TODAY)
    assert decision.verdict is Verdict.GO, decision
    assert decision.changes == ()
    assert not routine.gated


@given(REQUESTS)
def test_it_has_what_was_asked_for_and_says_why(request: BuildRequest) -> None:
    made = built(request)
    assert made == built(request), "the same seed, the same routine"
    assert made.seconds <= request.minutes * 60
    for step in made.steps:
        assert request.equipment.issuperset(step.exercise.equipment)
        assert not request.positions or step.exercise.position in request.positions
        assert Tag.IMPACT not in step.exercise.tags
        assert step.reason.startswith(step.exercise.name)
    if made.seconds < 0.9 * request.minutes * 60:
        assert any("fit" in note or "that short" in note for note in made.notes)
    if made.steps:
        assert draft_notes(build_draft(draft_of(made, request), CONTENT)) == ()


def test_another_seed_gives_another_routine() -> None:
    names = {
        tuple(s.exercise.id for s in built(BuildRequest(seed=seed)).steps) for seed in range(9)
    }
    assert len(names) > 4


@pytest.mark.parametrize("seed", range(1, 20))
def test_before_a_run_it_is_light_and_for_who_is_new_to_running_seated(seed: int) -> None:
    request = BuildRequest(15, "before-run", equipment=frozenset(Equipment), seed=seed)
    made = built(request, person())
    assert all((step.exercise.dose.effort or (0, 0))[1] <= 4 for step in made.steps)
    assert made.steps
    made = built(request, person(running="none"))
    light = [step.exercise.id for step in made.steps if step.exercise.level == 1]
    assert {step.exercise.id for step in made.steps} <= {*light, "knee-to-wall-rock"}


def test_ten_minutes_are_filled_with_what_every_flat_has() -> None:
    made = built(BuildRequest(minutes=10))
    assert made.seconds >= 9 * 60
    assert len(made.steps) >= 5


def test_it_says_what_it_left_out() -> None:
    made = built(BuildRequest(sore=(Site.ACHILLES_CORD,)))
    notes = "\n".join(made.notes)
    assert "Left out for what is sore (Achilles): " in notes
    assert "Left out for equipment that you do not have: " in notes
    assert "Sore is taken as 3 to 5 of 10" in notes


def test_what_cannot_be_built_is_said() -> None:
    lying = built(BuildRequest(positions=frozenset({Position.LYING})))
    assert lying.steps == ()
    assert lying.notes[0].startswith("Nothing fits all that you asked for.")
    kneeling = built(
        BuildRequest(
            minutes=40,
            equipment=ALWAYS_THERE | {Equipment.MAT},
            positions=frozenset({Position.KNEELING}),
        )
    )
    assert "of 40:00: no more fits" in kneeling.notes[0]


def test_a_request_is_read_from_words() -> None:
    texts = {
        "minutes": "12",
        "for": "before a run",
        "kit": "mat, Ball",
        "positions": "seated",
        "sore": "achilles, heel",
        "seed": "",
    }
    assert BuildRequest.of(texts) == BuildRequest(
        12,
        "before-run",
        ALWAYS_THERE | {Equipment.MAT, Equipment.BALL},
        frozenset({Position.SEATED}),
        (Site.ACHILLES_CORD, Site.ACHILLES_BONE, Site.HEEL),
    )
    assert BuildRequest.of({}) == BuildRequest()
    assert BuildRequest.of({"kit": "all"}).equipment == {*Equipment}
    assert BuildRequest.of({"kit": "none"}).equipment == ALWAYS_THERE


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("minutes", "0", "minutes: “0” is no number from 1 to 45"),
        ("minutes", "ten", "minutes: “ten” is no number from 1 to 45"),
        ("minutes", "9" * 5000, "minutes"),
        ("for", "lunch", "occasion: “lunch” is none of daily, before-run, after-run, desk"),
        ("kit", "matt", "did you mean “mat”?"),
        ("sore", "hart", "sore: “hart” is none of heel, arch"),
        ("positions", "\x1b[2J", "position: "),
    ],
)
def test_a_word_that_is_not_known_is_refused(key: str, text: str, sentence: str) -> None:
    with pytest.raises(AuthoringError) as refused:
        BuildRequest.of({key: text})
    assert sentence in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_an_exercise_whose_texts_are_not_written_is_not_built_in() -> None:
    exercise = replace(CATALOGUE.exercises["toe-yoga"], id="fan", purpose=UNWRITTEN_PURPOSE)
    assert not is_open(exercise, {"fan"}, {})
    assert is_open(replace(exercise, purpose="Spreads the toes."), {"fan"}, {})
    assert UNWRITTEN_PURPOSE in exercise_text(NewName("fan", "Fan"))
