"""The journey, read beside the handbook's process: the safe way, the guards, the exits, the ends."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.catalogue import Confidence
from tenun.domain.journey import (
    ENDS,
    EVENTS,
    GUARDS,
    LABELS,
    SKIPPED,
    Back,
    Category,
    Context,
    Event,
    Evidence,
    Group,
    Kind,
    PapersState,
    Refusal,
    ReturnReason,
    Role,
    Scheme,
    State,
    TrainingState,
    Transition,
    advance,
    allowed_events,
    derived_papers_state,
    derived_training_state,
    entry_sources,
    state_before,
    track,
    under_age,
)
from tenun.domain.states import READY_STATES, ReadyState

TODAY = date(2026, 11, 24)
LEAVES = date(2027, 3, 1)
ALL_EVIDENCE = frozenset(Evidence)


def ready_context(**changes):
    """A worker of 27 with everything in order, seen by someone who may enter the event at hand."""
    context = Context(
        on=TODAY,
        role=Role.COUNTER,
        evidence=ALL_EVIDENCE,
        scheme=Scheme.P_TO_P,
        category=Category.HOUSEHOLD,
        departure_on=LEAVES,
        ready_for=ReadyState.DEPARTED,
        birth_dates=(date(1999, 3, 12),),
        validities=(date(2030, 1, 15),),
        retry_on=TODAY,
        earlier_attempt_ended=True,
    )
    return replace(context, **changes)


def by_actor(event, **changes):
    return ready_context(**({"role": min(EVENTS[event].actors)} | changes))


def code(state, event, **changes):
    outcome = advance(state, event, by_actor(event, **changes))
    return outcome.code if isinstance(outcome, Refusal) else None


WAY = [
    (None, Event.CONTACT, State.CONTACTED),
    (State.CONTACTED, Event.INFORM, State.INFORMED),
    (State.INFORMED, Event.REGISTER_VILLAGE, State.VILLAGE_RECORDED),
    (State.VILLAGE_RECORDED, Event.ENROL, State.REGISTERED),
    (State.REGISTERED, Event.SCREEN, State.SCREENED),
    (State.SCREENED, Event.BEGIN_PREPARATION, State.PREPARING),
    (State.PREPARING, Event.MATCH, State.MATCHED),
    (State.MATCHED, Event.SIGN_PLACEMENT, State.PLACEMENT_AGREED),
    (State.PLACEMENT_AGREED, Event.CERTIFY_MEDICAL, State.MEDICAL_FIT),
    (State.MEDICAL_FIT, Event.CONFIRM_PASSPORT, State.PASSPORT_OK),
    (State.PASSPORT_OK, Event.SIGN_CONTRACT, State.CONTRACT_SIGNED),
    (State.CONTRACT_SIGNED, Event.CONFIRM_VISA, State.VISA_OK),
    (State.VISA_OK, Event.INSURE, State.INSURED),
    (State.INSURED, Event.CLEAR, State.CLEARED),
    (State.CLEARED, Event.DEPART, State.DEPARTED),
    (State.DEPARTED, Event.REPORT_ARRIVAL, State.ARRIVED_REPORTED),
    (State.ARRIVED_REPORTED, Event.BEGIN_WORK, State.WORKING),
    (State.WORKING, Event.MONITOR, State.WORKING),
    (State.WORKING, Event.CHANGE_CONTRACT, State.WORKING),
    (State.WORKING, Event.REPORT_CASE, State.IN_CASE),
    (State.IN_CASE, Event.SETTLE_CASE, State.WORKING),
    (State.WORKING, Event.RETURN, State.RETURNING),
    (State.RETURNING, Event.ARRIVE_AT_DEBARKATION, State.AT_DEBARKATION),
    (State.AT_DEBARKATION, Event.HAND_OVER, State.HOME),
    (State.HOME, Event.REHABILITATE, State.REHABILITATION),
    (State.REHABILITATION, Event.REINTEGRATE, State.REINTEGRATED),
]


def test_a_safe_journey_goes_from_the_first_talk_to_reintegration():
    state, history = None, ()
    for expected, event, after in WAY:
        assert state is expected
        transition = advance(state, event, by_actor(event, history=history))
        assert isinstance(transition, Transition), (event, transition)
        assert (transition.before, transition.after) == (state, after)
        state, history = transition.after, transition.history
    assert history[-5:] == (
        State.WORKING,
        State.RETURNING,
        State.AT_DEBARKATION,
        State.HOME,
        State.REHABILITATION,
    )


def test_the_ready_states_are_states_in_the_same_order():
    assert track(Scheme.P_TO_P)[-9:] == tuple(State(ready) for ready in READY_STATES)


@pytest.mark.parametrize(
    ("event", "source", "target"),
    [
        (Event.RESTART, None, State.INFORMED),
        (Event.RECORD_NON_PROCEDURAL, None, State.DEPARTED_NON_PROCEDURALLY),
        (Event.RETURN, None, State.RETURNING),
        (Event.RECORD_DEATH, None, State.DECEASED),
        (Event.REPORT_CASE, None, State.IN_CASE),
        (Event.FAIL_PLACEMENT, State.INSURED, State.PREPARING),
        (Event.WITHDRAW, State.MATCHED, State.WITHDREW),
        (Event.REFUSE, State.PREPARING, State.REFUSED),
        (Event.POSTPONE, State.SCREENED, State.NOT_ELIGIBLE_NOW),
        (Event.RETRY, State.NOT_ELIGIBLE_NOW, State.REGISTERED),
        (Event.FIND_UNDER_AGE, State.REGISTERED, State.UNDERAGE),
        (Event.LOSE_CONTACT, State.WORKING, State.LOST_CONTACT),
        (Event.BEGIN_WORK, State.DEPARTED_NON_PROCEDURALLY, State.WORKING),
        (Event.BEGIN_WORK, State.IN_CASE, State.WORKING),
        (Event.REFUSE_REHABILITATION, State.AT_DEBARKATION, State.HOME),
        (Event.REINTEGRATE, State.HOME, State.REINTEGRATED),
    ],
)
def test_beginnings_exits_and_side_ways(event, source, target):
    assert advance(source, event, by_actor(event)).after is target


REFUSALS = [
    # What is wrong, at which state, which step, and the code people quote.
    ({"ready_for": None}, State.PREPARING, Event.MATCH, "not_ready"),
    ({"ready_for": ReadyState.MATCHED}, State.MATCHED, Event.SIGN_PLACEMENT, "not_ready"),
    ({"ready_for": ReadyState.CLEARED}, State.CLEARED, Event.DEPART, "not_ready"),
    ({"scheme": None}, State.PREPARING, Event.MATCH, "scheme_missing"),
    ({"departure_on": None}, State.INSURED, Event.CLEAR, "departure_missing"),
    ({"validities": (LEAVES, date(2027, 2, 28))}, State.INSURED, Event.CLEAR, "expires_before_departure"),
    ({"validities": (date(2027, 2, 28),)}, State.CLEARED, Event.DEPART, "expires_before_departure"),
    ({"birth_dates": (date(2009, 3, 2),)}, State.REGISTERED, Event.SCREEN, "under_age"),
    ({"birth_dates": (date(1999, 1, 1), date(2009, 3, 2))}, State.CLEARED, Event.DEPART, "under_age"),
    ({"age_in_doubt": True}, State.PREPARING, Event.MATCH, "age_in_doubt"),
    ({"red_flag": True}, State.SCREENED, Event.BEGIN_PREPARATION, "held"),
    ({"held": True}, State.CLEARED, Event.DEPART, "held"),
    ({"held": True}, State.REGISTERED, Event.SCREEN, "held"),
    ({"evidence": frozenset()}, State.PREPARING, Event.MATCH, "evidence_missing"),
    ({"evidence": frozenset()}, State.AT_DEBARKATION, Event.HAND_OVER, "evidence_missing"),
    ({"role": Role.EDITOR}, State.PREPARING, Event.MATCH, "not_your_role"),
    ({"role": Role.COUNTER}, State.SCREENED, Event.PLACE_HOLD, "not_your_role"),
    ({"role": Role.COUNTER}, State.SCREENED, Event.LIFT_HOLD, "not_your_role"),
    ({"retry_on": date(2026, 11, 25)}, State.NOT_ELIGIBLE_NOW, Event.RETRY, "retry_too_early"),
    ({"retry_on": None}, State.NOT_ELIGIBLE_NOW, Event.RETRY, "retry_too_early"),
    ({"earlier_attempt_ended": False}, None, Event.RESTART, "no_earlier_attempt"),
    ({"history": (State.PREPARING,)}, State.IN_CASE, Event.BEGIN_WORK, "not_abroad"),
    ({}, State.CONTACTED, Event.MATCH, "not_from_here"),
    ({}, None, Event.MATCH, "not_from_here"),
    ({}, State.IN_CASE, Event.SETTLE_CASE, "state_before_unknown"),
    ({}, State.CONTACTED, Event.UNDO, "state_before_unknown"),
    ({"role": Role.COUNTER}, State.UNDERAGE, Event.UNDO, "held"),
    ({"role": Role.COUNTER, "held": True}, State.SCREENED, Event.UNDO, "held"),
]


@pytest.mark.parametrize(("changes", "state", "event", "expected"), REFUSALS)
def test_each_refusal_has_its_code_its_words_and_its_source(changes, state, event, expected):
    assert code(state, event, **changes) == expected
    refusal = advance(state, event, by_actor(event, **changes))
    assert refusal.words.id
    assert refusal.words.en
    assert refusal.source.confidence is Confidence.SOURCE


def test_only_a_source_or_a_decision_may_refuse():
    sources = {guard.source for guards in GUARDS.values() for guard in guards}
    assert {source.confidence for source in sources} == {Confidence.SOURCE}
    assert {source.kind for source in sources} == {"law", "decision", "record"}


def test_every_guard_of_the_table_refuses_somewhere_above():
    assert {guard.code for guards in GUARDS.values() for guard in guards} <= {row[3] for row in REFUSALS}


@pytest.mark.parametrize(
    ("changes", "state", "event"),
    [
        # The last day of validity, or the eighteenth birthday, may be the day of departure itself.
        ({"validities": (LEAVES,)}, State.INSURED, Event.CLEAR),
        ({"validities": ()}, State.INSURED, Event.CLEAR),
        ({"birth_dates": (date(2009, 3, 1),)}, State.REGISTERED, Event.SCREEN),
        ({"red_flag": True}, State.REGISTERED, Event.SCREEN),
        ({"history": (State.WORKING,)}, State.IN_CASE, Event.BEGIN_WORK),
        ({"history": (State.DEPARTED_NON_PROCEDURALLY, State.LOST_CONTACT)}, State.IN_CASE, Event.BEGIN_WORK),
    ],
)
def test_the_edge_of_a_guard_lets_pass(changes, state, event):
    assert code(state, event, **changes) is None


def test_without_a_planned_departure_the_age_counts_on_the_day():
    assert under_age(ready_context(departure_on=None, birth_dates=(date(2008, 11, 25),)))
    assert not under_age(ready_context(departure_on=None, birth_dates=(date(2008, 11, 24),)))


@pytest.mark.parametrize("state", [state for state in State if state is not State.IN_CASE])
@pytest.mark.parametrize("role", Role)
def test_anyone_reports_a_case_from_any_state_even_under_a_hold_and_without_papers(state, role):
    context = Context(on=TODAY, role=role, held=True, red_flag=True)
    outcome = advance(state, Event.REPORT_CASE, context)
    assert outcome.after is State.IN_CASE
    assert outcome.missing_evidence == (Evidence.INTAKE_FORM,)


@pytest.mark.parametrize("event", [event for event, rule in EVENTS.items() if rule.kind is Kind.FACT])
def test_what_happened_is_recorded_though_papers_are_missing_and_a_hold_stands(event):
    context = Context(on=TODAY, role=min(EVENTS[event].actors), held=True, history=(State.PREPARING, State.WORKING))
    for source in EVENTS[event].sources:
        assert isinstance(advance(source, event, context), Transition), source


def test_a_hold_is_placed_and_lifted_by_protection_and_others_read_only_neutral_words():
    protection = ready_context(role=Role.PROTECTION)
    placed = advance(State.SCREENED, Event.PLACE_HOLD, protection)
    assert (placed.after, placed.held, placed.history) == (State.SCREENED, True, ())
    lifted = advance(State.SCREENED, Event.LIFT_HOLD, replace(protection, held=True))
    assert (lifted.after, lifted.held) == (State.SCREENED, False)
    refusal = advance(State.SCREENED, Event.BEGIN_PREPARATION, ready_context(held=True))
    assert refusal.words.id == "Ditahan sementara, hubungi provinsi."


def test_protection_is_told_to_lift_the_hold_first():
    refusal = advance(State.REGISTERED, Event.SCREEN, ready_context(role=Role.PROTECTION, held=True))
    assert refusal.words.id.endswith("Lepas penahanan dahulu.")


@pytest.mark.parametrize(
    ("history", "state", "expected"),
    [
        ((), State.IN_CASE, None),
        ((State.PREPARING,), State.IN_CASE, State.PREPARING),
        ((State.PREPARING, State.IN_CASE), State.LOST_CONTACT, State.IN_CASE),
        ((State.PREPARING, State.IN_CASE, State.LOST_CONTACT), State.IN_CASE, State.PREPARING),
        ((State.PREPARING, State.REFUSED), State.IN_CASE, State.REFUSED),
        ((State.PREPARING, State.REFUSED, State.IN_CASE), State.REFUSED, State.PREPARING),
        ((State.WORKING, State.IN_CASE, State.WORKING), State.IN_CASE, State.WORKING),
    ],
)
def test_an_excursion_ends_where_it_began(history, state, expected):
    assert state_before(history, state) is expected


def test_an_undo_goes_back_one_entry_and_is_an_entry_of_its_own():
    settled = (State.PREPARING, State.IN_CASE)
    undone = advance(State.PREPARING, Event.UNDO, ready_context(history=settled))
    assert (undone.event, undone.before, undone.after) == (Event.UNDO, State.PREPARING, State.IN_CASE)
    assert undone.history == (State.PREPARING,)
    by_protection = ready_context(role=Role.PROTECTION, history=(State.SCREENED,))
    assert advance(State.UNDERAGE, Event.UNDO, by_protection).after is State.SCREENED


SCHEMES = [
    (Scheme.G_TO_G, Event.CERTIFY_MEDICAL, State.PLACEMENT_AGREED),
    (Scheme.G_TO_P, Event.CERTIFY_MEDICAL, State.PLACEMENT_AGREED),
    (Scheme.P_TO_P, Event.CERTIFY_MEDICAL, State.PLACEMENT_AGREED),
    (Scheme.UKPS, Event.CERTIFY_MEDICAL, State.PLACEMENT_AGREED),
    (Scheme.PERSEORANGAN, Event.CERTIFY_MEDICAL, State.MATCHED),
    (None, Event.CERTIFY_MEDICAL, State.PLACEMENT_AGREED),
]


@pytest.mark.parametrize(("scheme", "event", "source"), SCHEMES)
def test_the_way_closes_over_a_state_that_a_scheme_leaves_out(scheme, event, source):
    assert entry_sources(event, scheme) == {source}


def test_someone_who_goes_alone_signs_no_placement_agreement():
    alone = ready_context(scheme=Scheme.PERSEORANGAN, category=Category.LEGAL_ENTITY)
    assert advance(State.MATCHED, Event.SIGN_PLACEMENT, alone).code == "not_from_here"
    assert advance(State.MATCHED, Event.CERTIFY_MEDICAL, alone).after is State.MEDICAL_FIT
    assert State.PLACEMENT_AGREED not in track(Scheme.PERSEORANGAN)


def test_an_unconfirmed_rule_is_said_and_never_blocks():
    alone = ready_context(scheme=Scheme.PERSEORANGAN, category=Category.HOUSEHOLD)
    outcome = advance(State.PREPARING, Event.MATCH, alone)
    assert outcome.after is State.MATCHED
    assert "perlu dikonfirmasi" in outcome.notes[0].id


def test_crew_is_a_category_that_any_scheme_may_place():
    assert [category for category in Category if category.is_crew] == [
        Category.MERCHANT_CREW,
        Category.FISHING_CREW,
    ]


LIMITS = [
    (None, Event.RECORD_DEATH, "tell_family", date(2026, 11, 27), Confidence.SOURCE),
    (None, Event.REPORT_CASE, "acknowledge_case", date(2026, 11, 25), Confidence.UNCONFIRMED),
    (None, Event.REPORT_CASE, "triage_case", date(2026, 11, 27), Confidence.UNCONFIRMED),
    (State.PLACEMENT_AGREED, Event.CERTIFY_MEDICAL, "medical_ends", date(2027, 2, 24), Confidence.SOURCE),
    (State.VILLAGE_RECORDED, Event.ENROL, "job_seeker_report", date(2027, 5, 24), Confidence.SOURCE),
    (State.VILLAGE_RECORDED, Event.ENROL, "job_seeker_card_ends", date(2028, 11, 24), Confidence.SOURCE),
    (State.CLEARED, Event.DEPART, "pregnancy_test", date(2026, 11, 17), Confidence.SOURCE),
    (State.HOME, Event.REHABILITATE, "rehabilitation_ends", date(2027, 11, 24), Confidence.EXPERT),
    (State.ARRIVED_REPORTED, Event.BEGIN_WORK, "monitor_3", date(2027, 2, 24), Confidence.UNCONFIRMED),
]


@pytest.mark.parametrize(("state", "event", "limit", "day", "confidence"), LIMITS)
def test_time_limits_start_with_the_event(state, event, limit, day, confidence):
    due = {due.limit.code: due for due in advance(state, event, by_actor(event)).due}[limit]
    assert due.on == day
    assert due.limit.source.confidence is confidence
    assert "{" not in due.limit.text("id") + due.limit.text("en")


def test_papers_and_training_are_derived_from_findings():
    assert derived_papers_state(0) is PapersState.DOCS_OK
    assert derived_papers_state(3) is PapersState.DOCS_IN_REPAIR
    assert derived_training_state(0) is TrainingState.CERTIFIED
    assert derived_training_state(1) is TrainingState.TRAINING_NEEDED
    assert derived_training_state(1, has_seat=True) is TrainingState.IN_TRAINING
    assert derived_training_state(1, has_seat=True, has_sat_test=True) is TrainingState.TESTED


def test_every_state_has_a_group_and_words_in_both_languages():
    assert set(LABELS) == set(State)
    assert {state.group for state in State} == set(Group)
    assert State.PREPARING.group is Group.BEFORE
    assert all(state.label.id and state.label.en for state in State)
    assert len({state.label.id for state in State}) == len(State)


def test_the_law_counts_nine_reasons_of_a_return():
    assert len(ReturnReason) == 9


@pytest.mark.parametrize("event", Event)
def test_every_event_names_its_words_actors_evidence_and_source(event):
    rule = EVENTS[event]
    assert rule.words.id
    assert rule.words.en
    assert rule.actors
    assert rule.sources
    assert rule.evidence
    assert all(item.words.id and item.words.en for item in rule.evidence)
    assert rule.source.title
    assert rule.source.article
    assert all(limit.source.title and bool(limit.days) != bool(limit.months) for limit in rule.limits)


def moves(state):
    """Every state that one event can lead to, without reporting a case or taking an entry back."""
    for event, rule in EVENTS.items():
        if state in rule.sources and event not in (Event.UNDO, Event.REPORT_CASE):
            if isinstance(rule.target, State):
                yield rule.target
            elif rule.target is Back.STATE_BEFORE:
                yield from (other for other in State if other is not state)


def reachable(start):
    seen, todo = set(), [start]
    while todo:
        for after in moves(todo.pop()):
            if after not in seen:
                seen.add(after)
                todo.append(after)
    return seen


@pytest.mark.parametrize("state", State)
def test_every_state_leads_on_to_an_end_or_is_a_named_end(state):
    assert state in ENDS or reachable(state) & ENDS


def test_every_state_is_reached_from_the_opening_of_a_record():
    targets = {rule.target for rule in EVENTS.values()}
    assert reachable(None) | {State.IN_CASE} == set(State)
    assert targets >= set(State)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_scheme_leads_to_the_departure(scheme):
    state = None
    for after in track(scheme):
        events = [event for event, rule in EVENTS.items() if rule.kind is Kind.STEP and rule.target is after]
        event = next(event for event in events if state in entry_sources(event, scheme))
        state = advance(state, event, by_actor(event, scheme=scheme)).after
    assert state is State.DEPARTED
    assert SKIPPED[scheme].isdisjoint(track(scheme))


days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
contexts = st.builds(
    Context,
    on=st.just(TODAY),
    role=st.sampled_from(Role),
    evidence=st.sampled_from([ALL_EVIDENCE, frozenset()]),
    scheme=st.sampled_from([*Scheme, None]),
    category=st.sampled_from(Category),
    departure_on=st.none() | days,
    ready_for=st.none() | st.sampled_from(ReadyState),
    birth_dates=st.lists(st.dates(date(1980, 1, 1), date(2012, 1, 1)), max_size=2).map(tuple),
    age_in_doubt=st.booleans(),
    validities=st.lists(days, max_size=2).map(tuple),
    red_flag=st.booleans(),
    held=st.booleans(),
    retry_on=st.none() | days,
    earlier_attempt_ended=st.booleans(),
    history=st.lists(st.sampled_from(State), max_size=4).map(tuple),
)


@given(state=st.none() | st.sampled_from(State), event=st.sampled_from(Event), context=contexts)
def test_no_event_enters_a_ready_state_past_its_guards(state, event, context):
    outcome = advance(state, event, context)
    if isinstance(outcome, Refusal) or EVENTS[event].target in (Back.SAME, Back.STATE_BEFORE):
        return
    if outcome.after.value not in ReadyState.__members__:
        return
    needed = ReadyState(outcome.after.value)
    assert context.ready_for is not None
    assert context.ready_for.reaches(needed)
    assert not any((context.held, context.red_flag, context.age_in_doubt, under_age(context)))
    assert context.scheme is not None
    if needed.reaches(ReadyState.CLEARED):
        assert all(day >= context.departure_on for day in context.validities)


@given(state=st.none() | st.sampled_from(State), event=st.sampled_from(Event), context=contexts)
def test_going_back_leads_only_to_a_state_that_was_held_before(state, event, context):
    outcome = advance(state, event, context)
    if isinstance(outcome, Transition) and EVENTS[event].target is Back.STATE_BEFORE:
        assert outcome.after in context.history


@given(state=st.none() | st.sampled_from(State), context=contexts)
def test_the_allowed_events_are_those_that_advance_accepts(state, context):
    allowed = set(allowed_events(state, context))
    assert allowed == {event for event in Event if isinstance(advance(state, event, context), Transition)}


@given(state=st.sampled_from(State), context=contexts)
def test_an_undo_after_any_event_restores_state_and_history(state, context):
    for event in allowed_events(state, context):
        done = advance(state, event, context)
        if EVENTS[event].target is Back.SAME or event is Event.UNDO:
            continue
        back = advance(done.after, Event.UNDO, by_actor(Event.UNDO, role=Role.PROTECTION, history=done.history))
        assert (back.after, back.history) == (state, context.history)
