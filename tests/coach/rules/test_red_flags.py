from footcoach_tui.coach.rules.red_flags import RedFlag, Urgency, flag_sections


def test_signs_of_the_same_urgency_are_together_and_empty_groups_left_out() -> None:
    flags = [
        RedFlag("ache", Urgency.SOON, "Does it ache?", "Rest."),
        RedFlag("snap", Urgency.TODAY, "Did it snap?", "Stop."),
        RedFlag("swell", Urgency.SOON, "Is it swollen?", "Cool it."),
    ]
    sections = flag_sections(flags)
    assert [(part.heading, part.lines) for part in sections[1:]] == [
        (Urgency.TODAY.heading, ("Did it snap? Stop.",)),
        (Urgency.SOON.heading, ("Does it ache? Rest.", "Is it swollen? Cool it.")),
    ]
