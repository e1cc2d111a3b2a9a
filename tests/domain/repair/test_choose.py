"""Which paper decides, which must change, and which step answers a finding."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import LEAVES, TODAY, ready_person, repair_step, requirement, target

from tenun.domain.assessment import assess
from tenun.domain.catalogue import Action, packaged
from tenun.domain.catalogue.steps import comes_before
from tenun.domain.facts import Agreement, Facts, PaperFact, ScoreFact, agreement_column
from tenun.domain.papers import Education, Proof
from tenun.domain.repair.choose import TRUTH_ORDER, StepIndex, bind, choices, must_change, step_index, truth_of
from tenun.domain.rules import (
    AgeWindow,
    AllOf,
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
from tenun.domain.states import ReadyState

INDEX = step_index(packaged())
SEEN = int(Proof.ORIGINAL_SEEN)
SAME, UNREAD, FIX, ASK, DIFFERENT = (int(code) for code in Agreement)


def codes(**pairs):
    return {tuple(pair.split("__")): code for pair, code in pairs.items()}


@pytest.mark.parametrize(
    ("found", "truth"),
    [
        ({}, None),
        (codes(ktp__kk=FIX), "kk"),
        (codes(ktp__kk=FIX, ktp__akta=SAME), "akta"),
        (codes(ktp__ijazah=FIX), "ijazah"),
        (codes(paspor__mrz=FIX), "paspor"),
        (codes(isian__nik=FIX, ktp__nik=FIX), "ktp"),
    ],
)
def test_the_birth_act_decides_else_the_oldest_authentic_paper(found, truth):
    assert truth_of(found) == truth


@pytest.mark.parametrize(
    ("found", "changing"),
    [
        ({}, ()),
        (codes(ktp__kk=SAME), ()),
        (codes(ktp__kk=UNREAD), ()),
        (codes(ktp__akta=FIX, kk__akta=FIX, ktp__kk=SAME), ("kk", "ktp")),
        (codes(ktp__akta=SAME, kk__akta=FIX, ktp__kk=FIX), ("kk",)),
        # The truth paper was not read here: of two others that differ, the later one changes.
        (codes(kk__ktp=FIX, akta__kk=UNREAD, akta__ktp=UNREAD), ("ktp",)),
        (codes(akta__isian=DIFFERENT, akta__ktp=SAME, ktp__isian=DIFFERENT), ("isian",)),
    ],
)
def test_what_differs_from_the_truth_must_change(found, changing):
    assert must_change(found) == changing


PAIRS = st.tuples(st.sampled_from(TRUTH_ORDER), st.sampled_from(TRUTH_ORDER)).filter(lambda pair: pair[0] < pair[1])


@given(found=st.dictionaries(PAIRS, st.sampled_from((SAME, UNREAD, FIX, ASK, DIFFERENT)), max_size=12))
@settings(max_examples=200)
def test_correcting_what_must_change_leaves_no_difference(found):
    changing = must_change(found)
    assert truth_of(found) not in changing
    assert [pair for pair, code in found.items() if code >= FIX and not set(changing).intersection(pair)] == []


def offered(rule, person, *, when=None, paper=None, departure=LEAVES, index=INDEX, on=TODAY):
    """Step, paper and field of everything that one invented requirement asks for."""
    asked = target(requirement("r", rule, when=when, paper=paper))
    judged = assess(asked, person, on, ReadyState.MATCHED, departure)
    [finding] = judged.blocking
    return [(choice.step.id, choice.paper, choice.field) for choice in choices(index, finding, judged)]


KTP = ProofAtLeast("ktp", Proof.ORIGINAL_SEEN)


@pytest.mark.parametrize(
    ("ktp", "step"),
    [
        (PaperFact(), "show_ktp"),
        (PaperFact(0), "issue_ktp"),
        (PaperFact(1), "show_original_ktp"),
        (PaperFact(SEEN, defect="rusak"), "replace_ktp"),
        (PaperFact(SEEN, defect="nik_ganda"), "consolidate_nik"),
    ],
)
def test_a_paper_is_shown_made_or_mended(ktp, step):
    assert offered(KTP, Facts(ktp=ktp)) == [(step, "ktp", None)]
    assert offered(AllOf((PaperPresent("kk"), KTP)), Facts(ktp=ktp, kk=PaperFact(SEEN))) == [(step, "ktp", None)]


def test_nobody_offers_a_step_for_what_nothing_mends():
    assert offered(KTP, Facts(ktp=PaperFact(SEEN, defect="mrz_salah"))) == []
    assert offered(EducationAtLeast(Education.PRIMARY), Facts(education=0)) == []
    assert offered(DeclaredYes("medical_fit"), Facts(medical_fit=False), paper="kesehatan") == []


def test_the_nearest_of_several_ways_is_offered():
    person = Facts(akta=PaperFact(0), ijazah=PaperFact(2))
    rule = AnyOf((ProofAtLeast("akta", Proof.ORIGINAL_SEEN), ProofAtLeast("ijazah", Proof.ORIGINAL_SEEN)))
    assert offered(rule, person) == [("show_original_ijazah", "ijazah", None)]
    both = Competence(("kompetensi_masak", "kompetensi_lansia"))
    assert offered(both, Facts(kompetensi_masak=PaperFact(0), kompetensi_lansia=PaperFact(2))) == [
        ("show_original_kompetensi_lansia", "kompetensi_lansia", None)
    ]


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (ValueIn("sex", ("P",)), "sex"),
        (DeclaredYes("medical_fit"), "medical_fit"),
        (AgeWindow(18), "birth_date"),
        (AgeWindow(18, any_paper=True), "birth_date"),
    ],
)
def test_an_open_question_is_asked_by_its_own_name(rule, field):
    expected = [(f"fill_in_{field}", "entry", field)]
    assert offered(rule, Facts()) == expected
    assert offered(rule, Facts(), paper="izin") == expected


def test_while_it_is_unknown_whether_it_applies_that_is_asked_first():
    married = ValueIn("marital_status", ("kawin",))
    assert offered(KTP, Facts(), when=married) == [("fill_in_marital_status", "entry", "marital_status")]
    assert offered(KTP, Facts(), when=PaperPresent("perjanjian_kerja")) == [
        ("show_perjanjian_kerja", "perjanjian_kerja", None)
    ]


def test_a_conditional_target_is_asked_about():
    assert offered(TargetOpen(TargetStatus.CONDITIONAL), Facts()) == [("ask_bp3mi", "target", None)]


# ---- What is made today must do on the day it is needed ------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "person", "departure", "step"),
    [
        (IssuedWithin("kesehatan", months=3), Facts(kesehatan=PaperFact(0)), date(2027, 2, 24), "issue_medical"),
        (IssuedWithin("kesehatan", months=3), Facts(kesehatan=PaperFact(0)), date(2027, 2, 25), None),
        (IssuedWithin("tes_kehamilan", days=7), Facts(tes_kehamilan=PaperFact(0)), date(2026, 12, 2), None),
        (IssuedWithin("kesehatan", months=3, of=Moment.TODAY), Facts(kesehatan=PaperFact(0)), LEAVES, "issue_medical"),
        (ValidBeyond("paspor", 6), Facts(paspor=PaperFact(SEEN, None, TODAY)), date(2031, 5, 24), "renew_passport"),
        (ValidBeyond("paspor", 6), Facts(paspor=PaperFact(SEEN, None, TODAY)), date(2031, 5, 25), None),
        (
            ValidBeyond("paspor", 0, Moment.CONTRACT_END),
            Facts(paspor=PaperFact(SEEN, None, TODAY), contract_end=date(2032, 1, 1)),
            LEAVES,
            None,
        ),
        (
            ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END),
            Facts(bpjs_tk=PaperFact(SEEN, None, TODAY), contract_end=date(2032, 1, 1)),
            LEAVES,
            "register_bpjs_tk",
        ),
        (
            LanguageAtLeast("bahasa_jlpt", 2, months=12),
            Facts(bahasa_jlpt=ScoreFact(0)),
            TODAY + timedelta(days=365),
            "learn_jlpt",
        ),
        (
            LanguageAtLeast("bahasa_jlpt", 2, months=12),
            Facts(bahasa_jlpt=ScoreFact(0)),
            TODAY + timedelta(days=366),
            None,
        ),
        (
            Competence(("kompetensi_masak",), of=Moment.DEPARTURE),
            Facts(kompetensi_masak=PaperFact(0)),
            date(2030, 1, 1),
            None,
        ),
        (Competence(("kompetensi_masak",)), Facts(kompetensi_masak=PaperFact(0)), date(2030, 1, 1), "certify_masak"),
        (ValidBeyond("ktp", 600), Facts(ktp=PaperFact(0)), LEAVES, "issue_ktp"),
        (
            AllOf((PaperPresent("kesehatan"), IssuedWithin("psikologi", months=1))),
            Facts(kesehatan=PaperFact(0), psikologi=PaperFact(SEEN, TODAY)),
            LEAVES,
            "issue_medical",
        ),
    ],
)
def test_what_would_be_too_old_again_at_departure_has_to_wait(rule, person, departure, step):
    found = offered(rule, person, departure=departure)
    assert [name for name, _, _ in found] == ([step] if step else [])


FOLLOWS = IssuedNotBefore("perjanjian_kerja", "perjanjian_penempatan")


@pytest.mark.parametrize(
    ("contract", "agreement", "step"),
    [
        (date(2026, 1, 1), date(2026, 2, 1), "sign_contract"),
        (date(2026, 1, 1), date(2027, 2, 1), "read_perjanjian_penempatan"),
        (None, date(2026, 2, 1), "read_perjanjian_kerja"),
        (None, date(2027, 2, 1), "read_perjanjian_kerja"),
        (date(2026, 1, 1), None, "read_perjanjian_penempatan"),
        (None, None, "read_perjanjian_kerja"),
    ],
)
def test_of_two_dates_in_the_wrong_order_the_wrong_one_is_mended(contract, agreement, step):
    person = Facts(
        perjanjian_kerja=PaperFact(SEEN, contract),
        perjanjian_penempatan=PaperFact(SEEN, agreement),
    )
    assert [name for name, _, _ in offered(FOLLOWS, person)] == [step]


def test_a_contract_without_its_end_is_read_whatever_the_paper():
    rule = ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END)
    person = Facts(bpjs_tk=PaperFact(SEEN, None, date(2031, 1, 1)))
    assert offered(rule, person) == [("read_perjanjian_kerja", "perjanjian_kerja", None)]


# ---- Papers that disagree ------------------------------------------------------------------------------------------

NAMES = PapersAgree("name", ("ktp", "kk", "akta", "ijazah", "paspor", "mrz"))
BIRTHS = PapersAgree("birth_date", ("isian", "ktp", "kk", "akta"))


def disagreeing(field, papers=(), **pairs):
    columns = {agreement_column(field, *pair.split("__")): code for pair, code in pairs.items()}
    return Facts(agreements=columns, **dict(papers))


@pytest.mark.parametrize(
    ("rule", "person", "expected"),
    [
        (NAMES, disagreeing("name", ktp__akta=FIX), [("correct_ktp", "ktp", "name")]),
        (
            NAMES,
            disagreeing("name", ktp__akta=ASK),
            [("court_name", "penetapan", None), ("correct_ktp", "ktp", "name")],
        ),
        (
            BIRTHS,
            disagreeing("birth_date", ktp__akta=DIFFERENT),
            [
                ("talk_birth_date", "wawancara", None),
                ("court_date", "penetapan", None),
                ("correct_ktp", "ktp", "birth_date"),
            ],
        ),
        # A typing slip needs no talk, and what a NIK says needs no court.
        (BIRTHS, disagreeing("birth_date", isian__akta=DIFFERENT), [("correct_isian", "isian", "birth_date")]),
        (
            PapersAgree("birth_date", ("nik", "akta")),
            disagreeing("birth_date", nik__akta=DIFFERENT),
            [("talk_birth_date", "wawancara", None), ("fix_nik_biodata", "nik", "birth_date")],
        ),
        (
            PapersAgree("birth_date", ("nik", "isian")),
            disagreeing("birth_date", isian__nik=FIX),
            [("correct_isian", "isian", "birth_date")],
        ),
        (BIRTHS, disagreeing("birth_date", isian__akta=FIX), [("correct_isian", "isian", "birth_date")]),
        (NAMES, disagreeing("name", paspor__mrz=FIX), [("read_mrz", "mrz", "name")]),
        # Before mid-2024 the school writes a letter, since then it issues the certificate anew.
        (
            NAMES,
            disagreeing("name", [("ijazah", PaperFact(SEEN, date(2024, 6, 30)))], ijazah__akta=FIX),
            [("letter_ijazah", "ijazah", "name")],
        ),
        (
            NAMES,
            disagreeing("name", [("ijazah", PaperFact(SEEN, date(2024, 7, 1)))], ijazah__akta=FIX),
            [("reissue_ijazah", "ijazah", "name")],
        ),
        (NAMES, disagreeing("name", ijazah__akta=FIX), [("letter_ijazah", "ijazah", "name")]),
        # Only what nobody has read is read, and only that.
        (NAMES, disagreeing("name", ktp__kk=SAME, ktp__akta=UNREAD, kk__akta=UNREAD), [("read_akta", "akta", "name")]),
        (
            NAMES,
            disagreeing("name", ktp__kk=UNREAD, ktp__akta=UNREAD, kk__akta=FIX),
            [("read_ktp", "ktp", "name"), ("correct_kk", "kk", "name")],
        ),
    ],
)
def test_the_paper_that_differs_is_corrected(rule, person, expected):
    assert offered(rule, person) == expected


def test_a_zone_that_nobody_compared_cannot_be_read_by_a_step():
    person = disagreeing("birth_date", isian__nik=UNREAD)
    assert offered(PapersAgree("birth_date", ("isian", "nik")), person) == []


# ---- The index -----------------------------------------------------------------------------------------------------


def test_without_steps_nothing_is_offered():
    empty = StepIndex(())
    assert offered(KTP, Facts(), index=empty) == []
    assert offered(AgeWindow(18), Facts(), index=empty) == []
    assert offered(NAMES, disagreeing("name", ktp__kk=UNREAD, ktp__akta=DIFFERENT), index=empty) == []


def test_a_step_for_any_paper_becomes_the_paper_s_own_and_only_of_papers():
    show = repair_step("show", Action.SHOW, "*", mends=("unknown:not_shown",))
    own = repair_step("ask_ktp", Action.SHOW, "ktp", mends=("unknown:not_shown",))
    index = StepIndex((show, own))
    assert index.find("ktp", ("unknown:not_shown",)) is own
    assert index.find("kk", ("unknown:not_shown",)).id == "show_kk"
    assert index.find("mrz", ("unknown:not_shown",)) is None
    assert index.find("kk", ("missing",)) is None
    assert bind(show, "kk") is bind(show, "kk")


def test_the_first_key_that_fits_is_the_step():
    exact = repair_step("exact", Action.CORRECT, "ktp", mends=("defective:rusak",))
    broad = repair_step("broad", Action.REPLACE, "ktp", mends=("defective",))
    index = StepIndex((broad, exact))
    assert index.find("ktp", ("defective:rusak", "defective")) is exact
    assert index.find("ktp", ("defective:hilang", "defective")) is broad


@pytest.mark.parametrize(
    ("issued_on", "step"),
    [(None, "old"), (date(2024, 6, 30), "old"), (date(2024, 7, 1), "new")],
)
def test_a_step_may_be_for_papers_of_one_time(issued_on, step):
    day = date(2024, 7, 1)
    index = StepIndex(
        (
            repair_step("new", Action.CORRECT, "ijazah", mends=("name",), paper_from=day),
            repair_step("old", Action.CORRECT, "ijazah", mends=("name",), paper_before=day),
        )
    )
    assert index.find("ijazah", ("name",), issued_on).id == step


def test_the_one_order_of_all_steps_is_an_order_in_which_they_can_be_done():
    steps = packaged().steps
    for first in steps:
        for later in steps:
            if first is not later and comes_before(first, later):
                assert INDEX.rank(first) < INDEX.rank(later), (first.id, later.id)


def test_what_is_shown_or_read_comes_before_all_work():
    shown = INDEX.find("ktp", ("unknown:not_shown",))
    read = INDEX.find("ktp", ("unknown:not_compared",))
    ranks = [INDEX.rank(step) for step in packaged().steps]
    assert INDEX.rank(shown) < INDEX.rank(read) < min(ranks)


def test_a_person_in_order_is_offered_nothing():
    judged = assess(target(requirement("r", KTP)), ready_person(), TODAY)
    assert judged.blocking == ()
