"""The verdict over all requirements: who is ready, for which state, from when, and what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import (
    LEAVES,
    STATIC_RULES,
    TODAY,
    crowd,
    facts,
    judging_days,
    packaged_targets,
    ready_person,
    requirement,
    states,
    target,
    targets,
)

from tenun.domain.assessment import FindingState, Verdict, assess, fits, fitting_instead
from tenun.domain.calendar import add_months
from tenun.domain.catalogue import Confidence, OnFailure, packaged
from tenun.domain.facts import IDENTITY, Agreement, Facts, PaperFact, agreement_column, agreement_columns_of
from tenun.domain.papers import Proof
from tenun.domain.rules import (
    AgeCertain,
    AgeWindow,
    AllOf,
    AmountAtLeast,
    IssuedNotBefore,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    TargetStatus,
    ValidBeyond,
    ValueIn,
    parts,
)
from tenun.domain.states import READY_STATES, ReadyState

SEEN = int(Proof.ORIGINAL_SEEN)
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

ADULT = requirement("adult", AgeWindow(18, any_paper=True), on_failure=OnFailure.STOP)
CERTAIN = requirement("certain", AgeCertain((18, 21, 23)), on_failure=OnFailure.STOP)
WOMAN = requirement("woman", ValueIn("sex", ("P",)), on_failure=OnFailure.NOT_THIS_TARGET)
OLD_ENOUGH = requirement("old_enough", AgeWindow(23, 50, Moment.TODAY), on_failure=OnFailure.NOT_THIS_TARGET)
KTP = requirement("ktp", ProofAtLeast("ktp", Proof.ORIGINAL_SEEN))

BORN = date(1999, 3, 12)
CHILD = date(2012, 1, 1)


def person(**changes):
    born = changes.pop("born", BORN)
    values = {"birth_date": born, "birth_date_earliest": born, "birth_date_latest": born, "sex": "P"}
    return Facts(**values | {"ktp": PaperFact(SEEN)} | changes)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Verdict.READY),
        ({"ktp": PaperFact()}, Verdict.REPAIR),
        ({"sex": "L"}, Verdict.NOT_THIS_TARGET),
        ({"sex": "L", "ktp": PaperFact()}, Verdict.NOT_THIS_TARGET),
        ({"born": CHILD}, Verdict.STOP),
        ({"born": CHILD, "sex": "L", "ktp": PaperFact()}, Verdict.STOP),
        # One paper that makes her a child is enough.
        ({"birth_date_latest": CHILD}, Verdict.STOP),
        # What nobody has said holds her up, but it is no ground to send her away.
        ({"sex": None}, Verdict.REPAIR),
        ({"born": None}, Verdict.REPAIR),
    ],
)
def test_stop_comes_before_not_this_target_before_repair_before_ready(changes, verdict):
    judged = assess(target(KTP, WOMAN, ADULT, CERTAIN), person(**changes), TODAY)
    assert judged.verdict is verdict
    assert (judged.ready_for is None) == (verdict is not Verdict.READY)


@pytest.mark.parametrize("confidence", [Confidence.EXPERT, Confidence.UNCONFIRMED])
def test_only_a_source_may_hold_a_person_back(confidence):
    weak = requirement("weak", AgeWindow(50), on_failure=OnFailure.STOP, confidence=confidence)
    judged = assess(target(weak), person(), TODAY)
    assert judged.verdict is Verdict.READY
    assert judged.ready_for is READY_STATES[-1]
    assert judged.blocking == ()
    [finding] = judged.findings
    assert (finding.state, finding.blocks) == (FindingState.DEFECTIVE, False)
    assert judged.advised == (finding,)


WAY = target(
    KTP,
    requirement("passport", ValidBeyond("paspor", 0), due_by=ReadyState.PASSPORT_OK),
    requirement("visa", PaperPresent("visa"), due_by=ReadyState.VISA_OK),
)
PASSPORT = PaperFact(SEEN, valid_until=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("changes", "ready_for"),
    [
        ({"ktp": PaperFact()}, None),
        ({}, ReadyState.MEDICAL_FIT),
        ({"visa": PaperFact(SEEN)}, ReadyState.MEDICAL_FIT),
        ({"paspor": PASSPORT}, ReadyState.CONTRACT_SIGNED),
        ({"paspor": PASSPORT, "visa": PaperFact(SEEN)}, ReadyState.DEPARTED),
    ],
)
def test_she_is_ready_for_the_furthest_state_that_nothing_blocks(changes, ready_for):
    for for_state in READY_STATES:
        judged = assess(WAY, person(**changes), TODAY, for_state)
        assert judged.ready_for is ready_for
        reached = ready_for is not None and ready_for.order >= for_state.order
        assert judged.verdict is (Verdict.READY if reached else Verdict.REPAIR)
        assert bool(judged.blocking) == (not reached)


def test_what_is_needed_only_later_is_not_due_and_never_blocks():
    judged = assess(WAY, person(), TODAY, ReadyState.MATCHED)
    assert [finding.state.word for finding in judged.findings] == ["met", "not_due", "not_due"]
    assert not any(finding.blocks for finding in judged.findings)
    later = assess(WAY, person(), TODAY, ReadyState.VISA_OK)
    assert [finding.requirement.id for finding in later.blocking] == ["passport", "visa"]


def test_what_is_about_to_run_out_is_shown_early_and_blocks_only_from_its_own_state():
    someone = person(paspor=PaperFact(SEEN, valid_until=date(2027, 1, 1)))
    early = assess(WAY, someone, TODAY, ReadyState.MATCHED, LEAVES).findings[1]
    assert (early.state, early.blocks) == (FindingState.EXPIRING, False)
    late = assess(WAY, someone, TODAY, ReadyState.PASSPORT_OK, LEAVES).findings[1]
    assert (late.state, late.blocks) == (FindingState.EXPIRING, True)


@pytest.mark.parametrize(
    ("own", "given_day", "expected"),
    [
        (None, None, TODAY),
        (None, LEAVES, LEAVES),
        (date(2027, 1, 1), LEAVES, date(2027, 1, 1)),
        (date(2026, 1, 1), LEAVES, TODAY),
        (None, date(2026, 1, 1), TODAY),
    ],
)
def test_departure_is_the_journeys_own_day_and_never_in_the_past(own, given_day, expected):
    assert assess(WAY, Facts(departure_on=own), TODAY, departure=given_day).departure == expected


@pytest.mark.parametrize(
    ("changes", "possible_on"),
    [
        ({"born": date(2007, 2, 28)}, date(2030, 2, 28)),
        ({"born": date(2008, 2, 29)}, date(2031, 3, 1)),
        # Another thing than age stands in the way, or she is too old, or nothing stands in the way.
        ({"born": date(2007, 2, 28), "sex": "L"}, None),
        ({"born": date(1970, 1, 1)}, None),
        ({}, None),
    ],
)
def test_it_says_from_when_she_is_old_enough(changes, possible_on):
    asked = target(WOMAN, OLD_ENOUGH)
    judged = assess(asked, person(**changes), TODAY)
    assert judged.possible_on == possible_on
    if possible_on is not None:
        assert judged.verdict is Verdict.NOT_THIS_TARGET
        assert assess(asked, person(**changes), possible_on).verdict is Verdict.READY
        assert assess(asked, person(**changes), possible_on - timedelta(days=1)).verdict is not Verdict.READY


def test_the_last_of_several_age_lines_counts_and_any_paper_can_move_it():
    both = target(
        requirement("a", AgeWindow(21, at=Moment.TODAY), on_failure=OnFailure.NOT_THIS_TARGET),
        requirement("b", AllOf((AgeWindow(23, any_paper=True), AgeWindow(16))), on_failure=OnFailure.NOT_THIS_TARGET),
    )
    someone = person(born=date(2007, 1, 1), birth_date_latest=date(2007, 6, 1))
    assert assess(both, someone, TODAY).possible_on == date(2030, 6, 1)
    assert assess(both, replace(someone, birth_date=None), TODAY).possible_on == date(2030, 6, 1)


MARRIED = ValueIn("marital_status", ("kawin",))
BOOK = target(requirement("book", ProofAtLeast("nikah", Proof.ORIGINAL_SEEN), when=MARRIED))


@pytest.mark.parametrize(
    ("status", "book", "state", "reason"),
    [
        ("kawin", PaperFact(), "unknown", "not_shown"),
        ("kawin", PaperFact(SEEN), "met", "met"),
        ("belum_kawin", PaperFact(), "not_needed", "does_not_apply"),
        ("belum_kawin", PaperFact(0), "not_needed", "does_not_apply"),
        # While it is unknown whether she is married, a book that is there counts, an absent one does not.
        (None, PaperFact(), "unknown", "applies_not_stated"),
        (None, PaperFact(0), "unknown", "applies_not_stated"),
        (None, PaperFact(2), "unverified", "original_not_seen"),
        (None, PaperFact(SEEN), "met", "met"),
    ],
)
def test_a_requirement_is_asked_only_where_it_applies(status, book, state, reason):
    [finding] = assess(BOOK, Facts(marital_status=status, nikah=book), TODAY).findings
    assert (finding.state.word, finding.reason) == (state, reason)
    assert finding.blocks == (state not in ("met", "not_needed"))


def test_evidence_is_what_the_rule_saw():
    asked = target(
        requirement("ktp", ProofAtLeast("ktp", Proof.ORIGINAL_SEEN)),
        requirement("agree", PapersAgree("name", ("ktp", "kk"))),
        requirement("sex", ValueIn("sex", ("P",))),
        requirement("language", LanguageAtLeast("bahasa_jft", 2)),
        requirement("hours", AmountAtLeast("training_hours", 200)),
    )
    name = agreement_column("name", "ktp", "kk")
    someone = Facts(ktp=PaperFact(2, defect="rusak"), sex="P", agreements={name: int(Agreement.ASK)})
    assert [finding.evidence for finding in assess(asked, someone, TODAY).findings] == [
        {"ktp_proof": "copy", "ktp_defect": "rusak"},
        {name: Agreement.ASK},
        {"sex": "P"},
        {},
        {},
    ]


def test_a_target_that_ends_is_judged_again_on_the_day_its_rules_change():
    assert assess(target(KTP, until=date(2027, 1, 1)), person(), TODAY).next_change_on == date(2027, 1, 1)
    assert assess(target(KTP, until=TODAY), person(), TODAY).next_change_on is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [(TargetStatus.OPEN, True), (TargetStatus.CONDITIONAL, False), (TargetStatus.CLOSED, False)],
)
def test_only_an_open_target_is_proposed_instead(status, expected):
    assert fits(target(KTP, status=status), person(ktp=PaperFact()), TODAY) is expected


@pytest.mark.parametrize(
    ("changes", "decisive"),
    [({}, []), ({"ktp": PaperFact()}, []), ({"sex": "L", "ktp": PaperFact()}, ["woman"]), ({"born": CHILD}, ["adult"])],
)
def test_what_decides_is_named_and_what_can_be_mended_is_not(changes, decisive):
    judged = assess(target(KTP, WOMAN, ADULT), person(**changes), TODAY)
    assert [item.requirement.id for item in judged.deciding] == decisive


def test_other_targets_are_named_only_for_whoever_cannot_have_this_one():
    packaged_ids = {asked.id: asked for asked in packaged_targets()}
    man, woman = replace(ready_person(), sex="L"), ready_person()
    instead = fitting_instead(packaged(), assess(packaged_ids["sg-domestic"], man, TODAY))
    assert instead
    assert all(fits(each, man, TODAY) and each.id != "sg-domestic" for each in instead)
    assert fitting_instead(packaged(), assess(packaged_ids["sg-domestic"], woman, TODAY)) == ()


def test_a_fault_counts_while_it_is_unknown_whether_the_rule_applies():
    asked = target(requirement("woman", ValueIn("sex", ("P",)), when=MARRIED, on_failure=OnFailure.NOT_THIS_TARGET))
    assert assess(asked, person(sex="L"), TODAY).verdict is Verdict.NOT_THIS_TARGET
    assert not fits(asked, person(sex="L"), TODAY)
    assert fits(asked, person(sex="L", marital_status="belum_kawin"), TODAY)


@given(asked=targets(), someone=facts(), on=judging_days, departure=st.none() | judging_days)
@FEW
def test_a_target_fits_exactly_when_its_verdict_could_become_ready(asked, someone, on, departure):
    verdict = assess(asked, someone, on, departure=departure).verdict
    assert fits(asked, someone, on, departure) == (verdict in (Verdict.READY, Verdict.REPAIR))


@given(asked=targets(STATIC_RULES), someone=facts(), first=judging_days, second=judging_days)
@FEW
def test_changing_only_the_date_moves_only_dated_rules(asked, someone, first, second):
    assert assess(asked, someone, first).answers == assess(asked, someone, second).answers


def improved(someone: Facts, asked, paper: str, on: date) -> Facts:
    """The same person with one more good paper: original, in date, equal to the letter to all the others."""
    followed = {
        part.other for rule in asked.requirements for part in parts(rule.rule) if isinstance(part, IssuedNotBefore)
    }
    known: PaperFact = getattr(someone, paper)
    kept = known.issued_on if paper in followed and known.issued_on and known.issued_on <= on else on
    agreements = dict(someone.agreements)
    for field in ("name", "birth_date", "birth_place"):
        agreements |= dict.fromkeys(agreement_columns_of(field, paper), int(Agreement.SAME))
    new = PaperFact(max(known.proof or 0, SEEN), kept, add_months(max(on, LEAVES), 120))
    return replace(someone, agreements=agreements, **{paper: new})


ORDER = [Verdict.STOP, Verdict.NOT_THIS_TARGET, Verdict.REPAIR, Verdict.READY]


@given(
    asked=st.sampled_from(packaged_targets()),
    someone=facts(likely=True),
    paper=st.sampled_from((*IDENTITY, "visa", "kesehatan", "izin", "perjanjian_penempatan", "kompetensi_lansia")),
    on=st.just(TODAY),
    for_state=states,
)
@FEW
def test_a_better_paper_never_makes_a_verdict_worse(asked, someone, paper, on, for_state):
    before = assess(asked, someone, on, for_state)
    after = assess(asked, improved(someone, asked, paper, on), on, for_state)
    assert ORDER.index(after.verdict) >= ORDER.index(before.verdict)


@given(seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@settings(FEW, max_examples=20)
def test_the_parts_of_an_assessment_agree_with_each_other(seed, on, for_state):
    for asked, someone in zip(packaged_targets(on), crowd(seed, 20), strict=False):
        judged = assess(asked, someone, on, for_state)
        blocking = [finding for finding in judged.findings if finding.blocks]
        assert [f.requirement for f in judged.blocking] == [f.requirement for f in blocking]
        if judged.verdict is Verdict.READY:
            assert not blocking
        if judged.verdict is Verdict.REPAIR:
            assert blocking
        assert not {finding.requirement for finding in judged.advised} & {finding.requirement for finding in blocking}


def test_a_person_with_everything_is_ready_for_an_open_target():
    asked = next(one for one in packaged_targets() if one.id == "sg-domestic")
    judged = assess(asked, ready_person(), TODAY, ReadyState.MATCHED, TODAY)
    assert judged.verdict is Verdict.READY
