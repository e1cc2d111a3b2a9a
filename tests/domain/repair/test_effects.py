"""What each kind of step changes in the facts, and what it leaves alone."""

from datetime import date

import pytest
from tests.strategies import LEAVES, TODAY, ready_person, repair_step, requirement, target

from tenun.domain.calendar import add_months
from tenun.domain.catalogue import Action
from tenun.domain.facts import Agreement, Facts, PaperFact, ScoreFact, agreement_column
from tenun.domain.papers import Education, Proof
from tenun.domain.repair.effects import Draft
from tenun.domain.rules import (
    AgeWindow,
    AmountAtLeast,
    DeclaredYes,
    EducationAtLeast,
    LanguageAtLeast,
    Moment,
    ProofAtLeast,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
)

COPY, SEEN, CERTIFIED = int(Proof.COPY), int(Proof.ORIGINAL_SEEN), int(Proof.CERTIFIED)
OLD, LATER = date(2020, 1, 1), date(2031, 1, 1)
PASSPORT = target(
    requirement("passport", ProofAtLeast("paspor", Proof.ORIGINAL_SEEN), paper="paspor"),
    requirement("six_months", ValidBeyond("paspor", 6, Moment.DEPARTURE), paper="paspor"),
)


def done(asked, person, step, paper=None, fields=(), requirements=()):
    draft = Draft(asked, person, TODAY, LEAVES)
    draft.apply(step, paper or step.paper, fields, requirements)
    return draft.facts()


@pytest.mark.parametrize("action", [Action.SHOW, Action.SHOW_ORIGINAL])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PaperFact(), PaperFact(SEEN, TODAY, date(2027, 9, 1))),
        (PaperFact(COPY, OLD, LATER), PaperFact(SEEN, OLD, LATER)),
        (PaperFact(CERTIFIED, OLD, LATER), PaperFact(CERTIFIED, OLD, LATER)),
        # A fault of the paper is not mended by showing it.
        (PaperFact(COPY, OLD, LATER, "rusak"), PaperFact(SEEN, OLD, LATER, "rusak")),
    ],
)
def test_a_shown_paper_is_seen_and_in_date(action, before, after):
    assert done(PASSPORT, Facts(paspor=before), repair_step("s", action, "paspor")).paspor == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PaperFact(COPY), PaperFact(COPY, TODAY, date(2027, 9, 1))),
        (PaperFact(COPY, LATER, LATER), PaperFact(COPY, TODAY, LATER)),
        (PaperFact(COPY, OLD, OLD), PaperFact(COPY, OLD, OLD)),
    ],
)
def test_a_read_paper_has_its_dates_and_no_better_proof(before, after):
    assert done(PASSPORT, Facts(paspor=before), repair_step("r", Action.READ, "paspor")).paspor == after


@pytest.mark.parametrize("action", [Action.ISSUE, Action.RENEW, Action.REPLACE])
def test_a_new_paper_is_new_in_everything_and_says_what_the_others_say(action):
    names = {
        agreement_column("name", "ktp", "paspor"): int(Agreement.DIFFERENT),
        agreement_column("name", "ktp", "kk"): int(Agreement.ASK),
        agreement_column("birth_date", "kk", "paspor"): int(Agreement.FIX_NEEDED),
    }
    person = Facts(
        paspor=PaperFact(COPY, OLD, OLD, "hilang"),
        visa=PaperFact(SEEN, OLD, LATER),
        birth_date=date(1999, 3, 12),
        birth_date_earliest=date(1999, 3, 2),
        birth_date_latest=date(1999, 3, 12),
        agreements=names,
    )
    step = repair_step("new", action, "paspor", validity_months=60, invalidates=("visa",))
    after = done(PASSPORT, person, step)
    assert after.paspor == PaperFact(SEEN, TODAY, add_months(TODAY, 60))
    assert list(after.agreements.values()) == [Agreement.SAME, Agreement.ASK, Agreement.SAME]
    assert after.birth_date_earliest == after.birth_date_latest == after.birth_date
    assert after.visa == PaperFact(SEEN, OLD, LATER, "lama")
    assert person.agreements[agreement_column("name", "ktp", "paspor")] == Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("visa", "after"),
    [(PaperFact(0), PaperFact(0)), (PaperFact(), PaperFact(None, defect="lama"))],
)
def test_what_is_not_there_cannot_become_invalid_but_the_unknown_can(visa, after):
    step = repair_step("new", Action.RENEW, "paspor", invalidates=("visa",))
    assert done(PASSPORT, Facts(visa=visa), step).visa == after


def test_a_correction_mends_its_fields_and_only_the_faults_it_names():
    names = {agreement_column(field, "ktp", "kk"): int(Agreement.ASK) for field in ("name", "birth_place")}
    person = Facts(ktp=PaperFact(SEEN, OLD, None, "nik_ganda"), agreements=names)
    step = repair_step("fix", Action.CORRECT, "ktp", mends=("name",))
    after = done(PASSPORT, person, step, fields=("name",))
    assert list(after.agreements.values()) == [Agreement.SAME, Agreement.ASK]
    assert after.ktp.defect == "nik_ganda"
    unite = repair_step("unite", Action.CORRECT, "ktp", mends=("defective:nik_ganda",))
    assert done(PASSPORT, person, unite).ktp == PaperFact(SEEN, OLD)


def test_a_correction_that_prints_anew_leaves_a_new_paper():
    person = Facts(kk=PaperFact(COPY, OLD, None, "rusak"))
    step = repair_step("fix", Action.CORRECT, "kk", mends=("name",), reprints=True)
    assert done(PASSPORT, person, step, fields=("name",)).kk == PaperFact(SEEN, TODAY)


def test_a_correction_of_what_is_no_paper_only_settles_the_field():
    names = {agreement_column("birth_date", "nik", "ktp"): int(Agreement.FIX_NEEDED)}
    born = date(1999, 3, 12)
    person = Facts(birth_date=born, birth_date_earliest=OLD, birth_date_latest=OLD, agreements=names)
    after = done(PASSPORT, person, repair_step("fix", Action.CORRECT, "nik"), fields=("birth_date",))
    assert list(after.agreements.values()) == [Agreement.SAME]
    assert (after.birth_date_earliest, after.birth_date_latest) == (born, born)
    unknown = Facts(birth_date_latest=born, agreements=names)
    assert done(PASSPORT, unknown, repair_step("fix", Action.CORRECT, "nik"), fields=("birth_date",)) == Facts(
        birth_date_latest=born, agreements=dict.fromkeys(names, int(Agreement.SAME))
    )


def test_reading_answers_what_was_not_compared_and_nothing_else():
    names = {
        agreement_column("name", "ktp", "kk"): int(Agreement.NOT_COMPARED),
        agreement_column("name", "ktp", "akta"): int(Agreement.ASK),
    }
    after = done(PASSPORT, Facts(agreements=names), repair_step("r", Action.READ, "ktp"), fields=("name",))
    assert list(after.agreements.values()) == [Agreement.SAME, Agreement.ASK]


@pytest.mark.parametrize("action", [Action.READ, Action.ISSUE])
@pytest.mark.parametrize(("known", "end"), [(None, add_months(LEAVES, 24)), (LATER, LATER)])
def test_a_contract_tells_its_own_end(action, known, end):
    insured = target(requirement("bpjs", ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END)))
    person = Facts(perjanjian_kerja=PaperFact(SEEN), contract_end=known)
    assert done(insured, person, repair_step("r", action, "perjanjian_kerja")).contract_end == end
    issued = done(insured, person, repair_step("i", Action.ISSUE, "bpjs_tk"))
    assert issued.bpjs_tk.valid_until == end


@pytest.mark.parametrize("paper", ["perjanjian_kerja", "bpjs_tk"])
def test_a_contract_that_has_ended_before_she_leaves_is_made_anew_and_insured(paper):
    insured = target(requirement("bpjs", ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END)))
    after = done(insured, Facts(contract_end=OLD), repair_step("i", Action.ISSUE, paper))
    assert getattr(after, paper).valid_until == add_months(LEAVES, 24)


JAPANESE = target(
    requirement("n4", LanguageAtLeast("bahasa_jlpt", 2)), requirement("ktp", ProofAtLeast("ktp", Proof.COPY))
)


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (Action.TRAIN, ScoreFact(SEEN, 1, OLD), ScoreFact(SEEN, 2, TODAY)),
        (Action.TRAIN, ScoreFact(0), ScoreFact(SEEN, 2, TODAY)),
        (Action.SHOW, ScoreFact(), ScoreFact(SEEN, 2, TODAY)),
        (Action.SHOW_ORIGINAL, ScoreFact(COPY, 1, OLD), ScoreFact(SEEN, 1, OLD)),
    ],
)
def test_a_language_is_learnt_or_shown(action, before, after):
    assert done(JAPANESE, Facts(bahasa_jlpt=before), repair_step("l", action, "bahasa_jlpt")).bahasa_jlpt == after


def test_a_course_ends_with_its_certificate():
    step = repair_step("c", Action.TRAIN, "kompetensi_lansia", validity_months=36)
    assert done(PASSPORT, Facts(), step).kompetensi_lansia == PaperFact(SEEN, TODAY, add_months(TODAY, 36))


@pytest.mark.parametrize(
    ("rule", "filled"),
    [
        (ValueIn("sex", ("P",)), {"sex": "P"}),
        (DeclaredYes("medical_fit"), {"medical_fit": True}),
        (EducationAtLeast(Education.PRIMARY), {"education": 1}),
        (AmountAtLeast("training_hours", 200), {"training_hours": 200}),
        (
            AgeWindow(18),
            dict.fromkeys(("birth_date", "birth_date_earliest", "birth_date_latest"), date(2008, 11, 24)),
        ),
        (
            AgeWindow(below=40),
            dict.fromkeys(("birth_date", "birth_date_earliest", "birth_date_latest"), date(1987, 11, 24)),
        ),
        (TargetOpen(TargetStatus.OPEN), {}),
    ],
)
def test_a_question_is_answered_as_the_target_asks(rule, filled):
    asked = target(requirement("r", rule), requirement("other", ValueIn("consent_giver", ("wali",))))
    step = repair_step("fill_in", Action.DECLARE, "entry")
    assert done(asked, Facts(), step, requirements=("r",)) == Facts(**filled)
    assert done(asked, Facts(), step) == Facts()


def test_a_known_answer_stays_and_only_a_no_that_was_asked_about_becomes_a_yes():
    asked = target(
        requirement("giver", ValueIn("consent_giver", ("suami",)), paper="izin"),
        requirement("known", DeclaredYes("consent_known_by_village_head"), paper="izin"),
    )
    person = Facts(consent_giver="wali", consent_known_by_village_head=False)
    sign = repair_step("sign", Action.DECLARE, "izin")
    assert done(asked, person, sign, requirements=("known",)).consent_known_by_village_head is True
    other = done(asked, person, sign, requirements=("giver",))
    assert (other.consent_giver, other.consent_known_by_village_head) == ("wali", False)


@pytest.mark.parametrize(
    ("when", "filled"),
    [
        (ValueIn("marital_status", ("kawin",)), {"marital_status": "belum_kawin"}),
        (ValueIn("sex", ("L", "P")), {"sex": "L"}),
        (EducationAtLeast(Education.PRIMARY), {"education": 0}),
        (AmountAtLeast("experience_months", 6), {"experience_months": 0}),
        (DeclaredYes("psychology_fit"), {"psychology_fit": False}),
        (ProofAtLeast("ktp", Proof.COPY), {}),
    ],
)
def test_a_question_whether_it_applies_is_taken_as_no(when, filled):
    asked = target(requirement("r", ProofAtLeast("nikah", Proof.ORIGINAL_SEEN), when=when))
    step = repair_step("fill_in", Action.DECLARE, "entry")
    assert done(asked, Facts(), step, requirements=("r",)) == Facts(**filled)


def test_asking_changes_nothing():
    assert done(PASSPORT, ready_person(), repair_step("a", Action.ASK, "wawancara")) == ready_person()
