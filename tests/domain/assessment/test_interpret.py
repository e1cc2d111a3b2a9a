"""Each kind of rule, each state and each reason once: a table that reads like the design's own words.

Judged on 24 November 2026 for a departure on 1 March 2027.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import DATED_RULES, LEAVES, STATIC_RULES, TODAY, days, facts, rules

from tenun.domain.assessment import FindingState
from tenun.domain.assessment.interpret import _COMPILERS, changes, compile_rule
from tenun.domain.assessment.sql import _EMITTERS
from tenun.domain.facts import Agreement, Facts, PaperFact, ScoreFact, agreement_column
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    KINDS,
    AgeCertain,
    AgeWindow,
    AllOf,
    AmountAtLeast,
    AnyOf,
    Competence,
    DeclaredYes,
    EducationAtLeast,
    IssuedNotBefore,
    IssuedWithin,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
)

MET, UNVERIFIED, EXPIRING, EXPIRED = "met", "unverified", "expiring", "expired"
DEFECTIVE, MISSING, UNKNOWN, NOT_NEEDED = "defective", "missing", "unknown", "not_needed"

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ABSENT, DECLARED, COPY, SEEN = (int(proof) for proof in list(Proof)[:4])


def passport(proof=SEEN, **changes):
    return Facts(paspor=PaperFact(proof, **changes))


def judged(rule, person, on=TODAY, departure=LEAVES):
    state, reason = compile_rule(rule)(person, on, departure)
    return state.word, reason


def check(rule, person, expected):
    assert judged(rule, person) == expected


@pytest.mark.parametrize(
    ("proof", "defect", "expected"),
    [
        (None, None, (UNKNOWN, "not_shown")),
        (ABSENT, None, (MISSING, "absent")),
        (DECLARED, None, (MET, "met")),
        (SEEN, None, (MET, "met")),
        (DECLARED, "hilang", (DEFECTIVE, "hilang")),
        (None, "hilang", (UNKNOWN, "not_shown")),
        (ABSENT, "hilang", (MISSING, "absent")),
    ],
)
def test_a_paper_is_present_when_anybody_has_said_so(proof, defect, expected):
    check(PaperPresent("paspor"), passport(proof, defect=defect), expected)


@pytest.mark.parametrize(
    ("proof", "defect", "expected"),
    [
        (None, None, (UNKNOWN, "not_shown")),
        (ABSENT, None, (MISSING, "absent")),
        (DECLARED, None, (UNVERIFIED, "original_not_seen")),
        (COPY, None, (UNVERIFIED, "original_not_seen")),
        (SEEN, None, (MET, "met")),
        (int(Proof.CERTIFIED), None, (MET, "met")),
        (COPY, "diragukan", (DEFECTIVE, "diragukan")),
        (SEEN, "mrz_salah", (DEFECTIVE, "mrz_salah")),
    ],
)
def test_a_copy_is_not_an_original(proof, defect, expected):
    check(ProofAtLeast("paspor", Proof.ORIGINAL_SEEN), passport(proof, defect=defect), expected)


@pytest.mark.parametrize("rule", [PaperPresent("paspor"), ProofAtLeast("paspor", Proof.ORIGINAL_SEEN)])
@pytest.mark.parametrize(("issued", "expected"), [(TODAY, (MET, "met")), (TOMORROW, (DEFECTIVE, "date_in_future"))])
def test_nobody_has_seen_a_paper_that_is_dated_after_today(rule, issued, expected):
    check(rule, passport(issued_on=issued), expected)


SIX_MONTHS = ValidBeyond("paspor", 6, Moment.DEPARTURE)


@pytest.mark.parametrize(
    ("rule", "person", "expected"),
    [
        (SIX_MONTHS, Facts(), (UNKNOWN, "not_shown")),
        (SIX_MONTHS, passport(ABSENT, valid_until=date(2030, 1, 1)), (MISSING, "absent")),
        (SIX_MONTHS, passport(), (UNKNOWN, "date_not_stated")),
        (SIX_MONTHS, passport(valid_until=YESTERDAY), (EXPIRED, "expired")),
        (SIX_MONTHS, passport(valid_until=TODAY), (EXPIRING, "ends_too_early")),
        (SIX_MONTHS, passport(valid_until=date(2027, 8, 31)), (EXPIRING, "ends_too_early")),
        (SIX_MONTHS, passport(valid_until=date(2027, 9, 1)), (MET, "met")),
        (ValidBeyond("paspor", 0, Moment.TODAY), passport(valid_until=TODAY), (MET, "met")),
        (ValidBeyond("paspor", 1, Moment.TODAY), passport(valid_until=TOMORROW), (EXPIRING, "ends_too_early")),
        (ValidBeyond("paspor"), passport(valid_until=LEAVES), (MET, "met")),
    ],
)
def test_a_paper_is_valid_long_enough(rule, person, expected):
    check(rule, person, expected)


@pytest.mark.parametrize(
    ("contract_end", "until", "expected"),
    [
        (None, date(2029, 3, 1), (UNKNOWN, "contract_end_not_stated")),
        (None, YESTERDAY, (EXPIRED, "expired")),
        (date(2029, 3, 1), date(2029, 2, 28), (EXPIRING, "ends_too_early")),
        (date(2029, 3, 1), date(2029, 3, 1), (MET, "met")),
    ],
)
def test_an_insurance_covers_the_whole_contract(contract_end, until, expected):
    person = Facts(bpjs_tk=PaperFact(SEEN, valid_until=until), contract_end=contract_end)
    check(ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END), person, expected)


THREE_MONTHS = IssuedWithin("kesehatan", months=3, of=Moment.TODAY)
AT_DEPARTURE = IssuedWithin("kesehatan", months=3, of=Moment.DEPARTURE)


@pytest.mark.parametrize(
    ("rule", "proof", "issued_on", "expected"),
    [
        (THREE_MONTHS, None, None, (UNKNOWN, "not_shown")),
        (THREE_MONTHS, ABSENT, None, (MISSING, "absent")),
        (THREE_MONTHS, SEEN, None, (UNKNOWN, "date_not_stated")),
        (THREE_MONTHS, SEEN, TOMORROW, (DEFECTIVE, "date_in_future")),
        (THREE_MONTHS, SEEN, date(2026, 8, 24), (MET, "met")),
        (THREE_MONTHS, SEEN, date(2026, 8, 23), (EXPIRED, "expired")),
        (AT_DEPARTURE, SEEN, TODAY, (EXPIRING, "ends_too_early")),
        (AT_DEPARTURE, SEEN, date(2026, 8, 23), (EXPIRED, "expired")),
        (IssuedWithin("kesehatan", months=4), SEEN, TODAY, (MET, "met")),
        (IssuedWithin("kesehatan", months=3, days=5), SEEN, TODAY, (MET, "met")),
        (IssuedWithin("kesehatan", months=3, days=4), SEEN, TODAY, (EXPIRING, "ends_too_early")),
    ],
)
def test_a_paper_is_not_too_old(rule, proof, issued_on, expected):
    check(rule, Facts(kesehatan=PaperFact(proof, issued_on)), expected)


@pytest.mark.parametrize(
    ("contract", "agreement", "expected"),
    [
        (None, TODAY, (UNKNOWN, "date_not_stated")),
        (TODAY, None, (UNKNOWN, "date_not_stated")),
        (YESTERDAY, TODAY, (DEFECTIVE, "dated_too_early")),
        (TODAY, TODAY, (MET, "met")),
    ],
)
def test_a_contract_follows_the_placement_agreement(contract, agreement, expected):
    person = Facts(
        perjanjian_kerja=PaperFact(SEEN, contract),
        perjanjian_penempatan=PaperFact(SEEN, agreement),
    )
    check(IssuedNotBefore("perjanjian_kerja", "perjanjian_penempatan"), person, expected)


def agreements(field, **pairs):
    return Facts(agreements={agreement_column(field, *pair.split("__")): int(code) for pair, code in pairs.items()})


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Facts(), (NOT_NEEDED, "nothing_to_compare")),
        (agreements("sex", ktp__kk=Agreement.DIFFERENT), (NOT_NEEDED, "nothing_to_compare")),
        (agreements("name", ktp__kk=Agreement.SAME), (MET, "met")),
        (agreements("name", ktp__kk=Agreement.NOT_COMPARED), (UNKNOWN, "not_compared")),
        (agreements("name", ktp__kk=Agreement.FIX_NEEDED), (DEFECTIVE, "differs_slightly")),
        (agreements("name", ktp__kk=Agreement.ASK), (DEFECTIVE, "ask_which_is_right")),
        (agreements("name", ktp__kk=Agreement.DIFFERENT), (DEFECTIVE, "differs")),
        (
            agreements("name", ktp__kk=Agreement.SAME, ktp__akta=Agreement.FIX_NEEDED, kk__akta=Agreement.ASK),
            (DEFECTIVE, "ask_which_is_right"),
        ),
        (agreements("name", ktp__nikah=Agreement.DIFFERENT), (NOT_NEEDED, "nothing_to_compare")),
    ],
)
def test_papers_say_the_same_and_the_worst_pair_counts(person, expected):
    check(PapersAgree("name", ("ktp", "kk", "akta")), person, expected)


def test_against_one_source_only_its_own_pairs_count():
    rule = PapersAgree("birth_date", ("ktp", "kk"), against="nik")
    check(rule, agreements("birth_date", ktp__kk=Agreement.DIFFERENT), (NOT_NEEDED, "nothing_to_compare"))
    check(rule, agreements("birth_date", nik__kk=Agreement.FIX_NEEDED), (DEFECTIVE, "differs_slightly"))


BORN_18_AT_DEPARTURE = date(2009, 3, 1)


@pytest.mark.parametrize(
    ("rule", "born", "expected"),
    [
        (AgeWindow(18), None, (UNKNOWN, "birth_date_not_stated")),
        (AgeWindow(18), BORN_18_AT_DEPARTURE, (MET, "met")),
        (AgeWindow(18), BORN_18_AT_DEPARTURE + timedelta(days=1), (DEFECTIVE, "too_young")),
        (AgeWindow(18, at=Moment.TODAY), BORN_18_AT_DEPARTURE, (DEFECTIVE, "too_young")),
        (AgeWindow(below=40), date(1987, 3, 2), (MET, "met")),
        (AgeWindow(below=40), date(1987, 3, 1), (DEFECTIVE, "too_old")),
        (AgeWindow(23, 50, Moment.TODAY), date(1999, 3, 12), (MET, "met")),
        (AgeWindow(), date(2020, 1, 1), (MET, "met")),
        # Who was born on 29 February has her birthday on 1 March.
        (AgeWindow(19), date(2008, 2, 29), (MET, "met")),
    ],
)
def test_ages_count_at_the_moment_the_rule_names(rule, born, expected):
    check(rule, Facts(birth_date=born), expected)


def test_a_leap_day_child_is_not_eighteen_on_28_february():
    rule = AgeWindow(18, at=Moment.TODAY)
    person = Facts(birth_date=date(2008, 2, 29))
    assert judged(rule, person, date(2026, 2, 28)) == (DEFECTIVE, "too_young")
    assert judged(rule, person, date(2026, 3, 1)) == (MET, "met")


def test_no_paper_may_make_her_younger_than_the_rule_allows():
    person = Facts(birth_date=date(1999, 1, 1), birth_date_latest=date(2010, 1, 1))
    check(AgeWindow(18), person, (MET, "met"))
    check(AgeWindow(18, any_paper=True), person, (DEFECTIVE, "too_young"))


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, (NOT_NEEDED, "nothing_to_compare")),
        (date(1999, 3, 12), None, (NOT_NEEDED, "nothing_to_compare")),
        (date(1999, 3, 12), date(1999, 3, 12), (MET, "met")),
        (date(1999, 3, 12), date(2001, 3, 12), (MET, "met")),
        (date(2009, 3, 1), date(2009, 3, 2), (DEFECTIVE, "dates_cross_18")),
        (date(2004, 1, 1), date(2007, 1, 1), (DEFECTIVE, "dates_cross_21")),
        (date(2000, 1, 1), date(2005, 1, 1), (DEFECTIVE, "dates_cross_23")),
    ],
)
def test_papers_do_not_stand_on_both_sides_of_an_age_line(earliest, latest, expected):
    person = Facts(birth_date_earliest=earliest, birth_date_latest=latest)
    check(AgeCertain((18, 21, 23)), person, expected)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (AgeCertain((23,)), (MET, "met")),
        (AgeCertain((18,), (23,)), (DEFECTIVE, "dates_cross_23")),
        (AgeCertain((18,), (21,)), (MET, "met")),
    ],
)
def test_a_line_that_counts_when_applying_is_looked_at_today(rule, expected):
    person = Facts(birth_date_earliest=date(2003, 1, 1), birth_date_latest=date(2004, 6, 1))
    assert judged(rule, person, TODAY, date(2028, 1, 1)) == expected


@pytest.mark.parametrize(
    ("rule", "expected", "failed"),
    [
        (ValueIn("sex", ("P",)), {"P": MET, "L": DEFECTIVE}, "value_not_allowed"),
        (EducationAtLeast(Education.LOWER_SECONDARY), {2: MET, 3: MET, 1: DEFECTIVE}, "education_below"),
        (AmountAtLeast("training_hours", 200), {200: MET, 199: MISSING}, "amount_below"),
        (DeclaredYes("medical_fit"), {True: MET, False: DEFECTIVE}, "declared_no"),
    ],
)
def test_a_plain_field_holds_what_is_asked(rule, expected, failed):
    [column] = rule.columns()
    check(rule, Facts(), (UNKNOWN, "not_stated"))
    for value, state in expected.items():
        check(rule, Facts(**{column: value}), (state, "met" if state == MET else failed))


N4 = LanguageAtLeast("bahasa_jlpt", 2, Proof.ORIGINAL_SEEN, months=24)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (ScoreFact(), (UNKNOWN, "not_shown")),
        (ScoreFact(ABSENT), (MISSING, "absent")),
        (ScoreFact(SEEN), (UNKNOWN, "level_not_stated")),
        (ScoreFact(SEEN, 1, TODAY), (MISSING, "level_below")),
        (ScoreFact(SEEN, 2), (UNKNOWN, "date_not_stated")),
        (ScoreFact(SEEN, 2, date(2024, 11, 23)), (EXPIRED, "expired")),
        (ScoreFact(SEEN, 2, date(2024, 11, 24)), (EXPIRING, "ends_too_early")),
        (ScoreFact(COPY, 2, date(2024, 11, 24)), (UNVERIFIED, "original_not_seen")),
        (ScoreFact(COPY, 2, TODAY), (UNVERIFIED, "original_not_seen")),
        (ScoreFact(SEEN, 2, date(2025, 3, 1)), (MET, "met")),
        (ScoreFact(SEEN, 5, TODAY), (MET, "met")),
        (ScoreFact(SEEN, 5, TOMORROW), (DEFECTIVE, "date_in_future")),
        (ScoreFact(SEEN, 1, TOMORROW), (MISSING, "level_below")),
    ],
)
def test_a_language_is_proven_high_enough_and_not_too_long_ago(score, expected):
    check(N4, Facts(bahasa_jlpt=score), expected)


def test_a_language_test_without_a_limit_needs_no_date():
    ever = LanguageAtLeast("bahasa_jlpt", 2)
    check(ever, Facts(bahasa_jlpt=ScoreFact(SEEN, 2)), (MET, "met"))
    check(ever, Facts(bahasa_jlpt=ScoreFact(SEEN, 2, TOMORROW)), (DEFECTIVE, "date_in_future"))


COOK_OR_CARE = ("kompetensi_masak", "kompetensi_lansia")


@pytest.mark.parametrize(
    ("care", "expected"),
    [
        (PaperFact(), (UNKNOWN, "not_shown")),
        # What is known of one scheme is not hidden by another of which nobody has spoken.
        (PaperFact(ABSENT), (MISSING, "absent")),
        (PaperFact(SEEN, defect="diragukan"), (DEFECTIVE, "diragukan")),
        (PaperFact(SEEN, valid_until=YESTERDAY), (EXPIRED, "expired")),
        (PaperFact(COPY), (UNVERIFIED, "original_not_seen")),
        (PaperFact(SEEN, valid_until=TODAY), (EXPIRING, "ends_too_early")),
        (PaperFact(SEEN), (MET, "met")),
        (PaperFact(SEEN, valid_until=LEAVES), (MET, "met")),
    ],
)
def test_the_best_certificate_of_the_allowed_schemes_counts(care, expected):
    check(Competence(COOK_OR_CARE, of=Moment.DEPARTURE), Facts(kompetensi_lansia=care), expected)


@pytest.mark.parametrize(
    ("care", "expected"),
    [
        (PaperFact(ABSENT), (MISSING, "absent")),
        (PaperFact(SEEN, defect="diragukan"), (DEFECTIVE, "diragukan")),
        (PaperFact(COPY, valid_until=YESTERDAY), (EXPIRED, "expired")),
        (PaperFact(SEEN, valid_until=TODAY), (MET, "met")),
    ],
)
def test_one_certificate_is_judged_by_its_own_state(care, expected):
    check(Competence(("kompetensi_lansia",)), Facts(kompetensi_lansia=care), expected)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (TargetStatus.OPEN, (MET, "met")),
        (TargetStatus.CONDITIONAL, (UNKNOWN, "target_conditional")),
        (TargetStatus.CLOSED, (DEFECTIVE, "target_closed")),
    ],
)
def test_a_target_itself_is_open(status, expected):
    check(TargetOpen(status), Facts(), expected)


def test_any_of_takes_the_best_and_all_of_the_worst():
    there, lost, unknown = PaperPresent("ktp"), PaperPresent("kk"), PaperPresent("akta")
    person = Facts(ktp=PaperFact(SEEN), kk=PaperFact(SEEN, defect="hilang"))
    check(AnyOf((lost, there, unknown)), person, (MET, "met"))
    check(AnyOf((lost, unknown)), person, (UNKNOWN, "not_shown"))
    check(AllOf((there, unknown, lost)), person, (DEFECTIVE, "hilang"))
    check(AllOf((there, unknown)), person, (UNKNOWN, "not_shown"))
    check(AllOf((AnyOf((lost, there)), there)), person, (MET, "met"))


def test_both_back_ends_know_the_whole_closed_set():
    assert set(_COMPILERS) == set(_EMITTERS) == set(KINDS.values())
    with pytest.raises(KeyError):
        compile_rule("paper_present")


@pytest.mark.parametrize(
    ("rule", "person", "days_told"),
    [
        (PaperPresent("paspor"), passport(valid_until=TODAY), set()),
        (ValidBeyond("paspor"), passport(), set()),
        (ValidBeyond("paspor"), passport(valid_until=TODAY), {TOMORROW}),
        (SIX_MONTHS, passport(valid_until=date(2027, 2, 28)), {date(2026, 9, 1), date(2027, 3, 1)}),
        (THREE_MONTHS, Facts(), set()),
        (THREE_MONTHS, Facts(kesehatan=PaperFact(SEEN, TODAY)), {TODAY, date(2027, 2, 25)}),
        (N4, Facts(), set()),
        (N4, Facts(bahasa_jlpt=ScoreFact(SEEN, 2, TODAY)), {TODAY, date(2028, 11, 25)}),
        (LanguageAtLeast("bahasa_jlpt", 2), Facts(bahasa_jlpt=ScoreFact(SEEN, 2, TODAY)), {TODAY}),
        (Competence(COOK_OR_CARE), Facts(kompetensi_masak=PaperFact(SEEN, None, TODAY)), {TOMORROW}),
        (AgeWindow(18, 40), Facts(), set()),
        (AgeWindow(18, 40), Facts(birth_date=date(2008, 2, 29)), {date(2026, 3, 1), date(2048, 2, 29)}),
        (AgeWindow(18, any_paper=True), Facts(birth_date_latest=date(2009, 3, 1)), {date(2027, 3, 1)}),
        (AgeCertain((18,)), Facts(birth_date_latest=date(2009, 3, 1)), {date(2027, 3, 1)}),
        (AllOf((AgeCertain((18,)),)), Facts(birth_date_earliest=date(2009, 3, 1)), {date(2027, 3, 1)}),
    ],
)
def test_the_days_on_which_an_answer_may_turn(rule, person, days_told):
    assert set(changes(rule, person)) == days_told


FEW = settings(max_examples=60)


@given(rule=rules(), person=facts(), on=days, departure=days)
@FEW
def test_every_rule_answers_with_a_state_and_a_reason(rule, person, on, departure):
    state, reason = compile_rule(rule)(person, on, max(on, departure))
    assert state in FindingState
    assert state is not FindingState.NOT_DUE
    assert (state is FindingState.MET) == (reason == "met")


@given(rule=rules(STATIC_RULES), person=facts(), first=days, second=days, departure=days)
@FEW
def test_only_dated_rules_move_with_the_date(rule, person, first, second, departure):
    judge = compile_rule(rule)
    assert judge(person, first, departure) == judge(person, second, max(second, departure))
    assert list(changes(rule, person)) == []


@given(rule=rules(DATED_RULES), person=facts(), on=days, later=st.integers(1, 800))
@FEW
def test_an_answer_turns_only_on_a_day_that_was_told(rule, person, on, later):
    judge = compile_rule(rule)
    last = on + timedelta(days=later)
    if not any(on < day <= last for day in changes(rule, person)):
        assert judge(person, on, on) == judge(person, last, last)
