"""From a dossier to facts: what may be judged, with the names and numbers left behind."""

from datetime import date

import pytest

from tenun.domain.facts import Agreement, PaperFact, ScoreFact, agreement_column, flatten
from tenun.domain.identifiers.mrz import write_td3
from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    ConsentGiver,
    Dossier,
    Education,
    LanguageResult,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)
from tenun.domain.recording import record

TODAY = date(2026, 11, 24)
BORN = date(1999, 3, 12)
NIK, MANS_NIK = "5301015203999001", "5301011203999001"
FAMILY_CARD = "5301011203209001"
SEEN = int(Proof.ORIGINAL_SEEN)


def paper(proof=Proof.ORIGINAL_SEEN, **values):
    return PaperRecord(proof=proof, **values)


def facts_of(papers=None, **own):
    records = {PaperKind(name): value for name, value in (papers or {}).items()}
    return record(Dossier(name=own.pop("name", "Maria Bano"), papers=records, **own), TODAY).facts


def test_nothing_known_is_nothing_recorded():
    assert set(flatten(facts_of()).values()) == {None}


def test_the_plain_fields_are_taken_as_they_are():
    facts = facts_of(
        education=Education.UPPER_SECONDARY,
        training_hours=200,
        experience_months=12,
        consent_giver=ConsentGiver.HUSBAND,
        consent_known_by_village_head=True,
        medical_fit=True,
        psychology_fit=False,
        contract_start=date(2027, 3, 1),
        contract_end=date(2029, 3, 1),
        departure_on=date(2027, 2, 20),
    )
    assert {name: value for name, value in flatten(facts).items() if value is not None} == {
        "education": 3,
        "training_hours": 200,
        "experience_months": 12,
        "consent_giver": "suami",
        "consent_known_by_village_head": True,
        "medical_fit": True,
        "psychology_fit": False,
        "contract_start": date(2027, 3, 1),
        "contract_end": date(2029, 3, 1),
        "departure_on": date(2027, 2, 20),
    }


DATES = {
    "akta": date(1999, 1, 1),
    "ijazah": date(1999, 1, 2),
    "nikah": date(1999, 1, 3),
    "kk": date(1999, 1, 4),
    "ktp": date(1999, 1, 5),
    "paspor": date(1999, 1, 6),
}


@pytest.mark.parametrize("without", range(len(DATES) + 1))
def test_the_birth_act_decides_else_the_oldest_authentic_paper(without):
    order = list(DATES)[without:]
    facts = facts_of({name: paper(birth_date=DATES[name]) for name in order}, birth_date=date(1999, 1, 7))
    assert facts.birth_date == (DATES[order[0]] if order else date(1999, 1, 7))
    assert facts.birth_date_earliest == facts.birth_date
    assert facts.birth_date_latest == date(1999, 1, 7)


def test_any_source_can_make_her_younger_the_nik_too():
    facts = facts_of({"ktp": paper(birth_date=date(1989, 3, 12))}, nik="5301015203109001")
    assert facts.birth_date == date(1989, 3, 12)
    assert facts.birth_date_latest == date(2010, 3, 12)


CHILD = date(2011, 3, 12)
CHILDS_NIK = "5301015203119001"
_ZONE = write_td3(number="C9000123", birth_date=CHILD, sex="F", expiry=date(2031, 5, 20), surname="BANO")


@pytest.mark.parametrize(
    ("papers", "own"),
    [
        ({"ktp": paper(number=CHILDS_NIK)}, {"nik": NIK}),
        ({"ktp": paper(number=NIK)}, {"nik": CHILDS_NIK}),
        ({}, {"nik": CHILDS_NIK[:12] + "0000"}),
        ({}, {"nik": "01" + CHILDS_NIK[2:]}),
        ({"paspor": paper(mrz=_ZONE)}, {}),
        ({"paspor": paper(mrz=(_ZONE[0], "X" + _ZONE[1][1:]))}, {}),
    ],
    ids=["NIK on the KTP", "NIK on file", "serial 0000", "no such province", "machine lines", "a wrong check digit"],
)
def test_a_child_s_birth_date_counts_wherever_it_can_be_read(papers, own):
    facts = facts_of(papers | {"akta": paper(birth_date=BORN)}, **own)
    assert (facts.birth_date, facts.birth_date_earliest, facts.birth_date_latest) == (BORN, BORN, CHILD)


@pytest.mark.parametrize(
    ("papers", "own"),
    [
        ({"ktp": paper(number=CHILDS_NIK[:-1])}, {}),
        ({"ktp": paper(Proof.ABSENT, number=CHILDS_NIK)}, {}),
        ({"paspor": paper(mrz=(_ZONE[0], _ZONE[1].replace("110312", "110321")))}, {}),
    ],
    ids=["fifteen digits", "no KTP", "a wrong check digit of the date"],
)
def test_what_is_no_date_makes_nobody_younger(papers, own):
    assert facts_of(papers | {"akta": paper(birth_date=BORN)}, **own).birth_date_latest == BORN


def test_a_contract_lasts_until_its_end():
    ends = date(2028, 12, 3)
    assert facts_of({"perjanjian_kerja": paper()}, contract_end=ends).perjanjian_kerja == PaperFact(SEEN, None, ends)
    absent = facts_of({"perjanjian_kerja": paper(Proof.ABSENT)}, contract_end=ends)
    assert absent.perjanjian_kerja == PaperFact(0)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        # Two digits of a year alone: the younger reading, for protection.
        (None, date(2010, 3, 12)),
        (date(1910, 3, 12), date(1910, 3, 12)),
    ],
)
def test_the_century_of_a_nik_is_the_one_nearest_to_her_papers(born, expected):
    facts = facts_of({"akta": paper(birth_date=born)}, nik="5301015203109001")
    assert facts.birth_date_latest == expected


@pytest.mark.parametrize(
    ("own", "papers", "nik", "sex"),
    [
        (Sex.FEMALE, {"akta": Sex.MALE}, MANS_NIK, "P"),
        (None, {"ktp": Sex.MALE, "akta": Sex.FEMALE}, MANS_NIK, "P"),
        (None, {"paspor": Sex.MALE, "ktp": Sex.FEMALE}, None, "P"),
        (None, {}, MANS_NIK, "L"),
        (None, {}, NIK, "P"),
        (None, {}, "1", None),
        (None, {}, None, None),
    ],
)
def test_her_sex_is_the_rows_else_the_papers_else_the_nik_s(own, papers, nik, sex):
    assert facts_of({name: paper(sex=said) for name, said in papers.items()}, sex=own, nik=nik).sex == sex


def test_a_paper_that_is_absent_states_nothing():
    absent = paper(Proof.ABSENT, sex=Sex.MALE, marital_status=MaritalStatus.MARRIED, birth_date=BORN)
    facts = facts_of({"kk": absent})
    assert (facts.sex, facts.marital_status, facts.birth_date) == (None, None, None)
    assert facts.kk == PaperFact(0)


@pytest.mark.parametrize(
    ("own", "papers", "status"),
    [
        (MaritalStatus.DIVORCED, {"nikah": MaritalStatus.MARRIED}, "cerai_hidup"),
        (None, {"ktp": MaritalStatus.SINGLE, "nikah": MaritalStatus.MARRIED}, "kawin"),
        (None, {"ktp": MaritalStatus.SINGLE, "kk": MaritalStatus.WIDOWED}, "cerai_mati"),
        (None, {}, None),
    ],
)
def test_her_marital_status_is_the_rows_else_the_marriage_papers(own, papers, status):
    records = {name: paper(marital_status=said) for name, said in papers.items()}
    assert facts_of(records, marital_status=own).marital_status == status


def test_a_paper_keeps_its_proof_its_dates_and_the_fault_an_officer_noted():
    issued, until = date(2020, 1, 1), date(2030, 1, 1)
    known = paper(Proof.COPY, issued_on=issued, valid_until=until, defect=PaperDefect.DAMAGED, name="Maria Bano")
    assert facts_of({"paspor": known}).paspor == PaperFact(2, issued, until, "rusak")


@pytest.mark.parametrize(
    ("papers", "own", "faults"),
    [
        ({"ktp": paper(number=NIK)}, {}, {"ktp": None}),
        ({"ktp": paper(number="5301019903999001")}, {}, {"ktp": "nomor_salah"}),
        ({"ktp": paper()}, {"nik": "123"}, {"ktp": "nomor_salah"}),
        # The number on the card itself counts before the row's own cell.
        ({"ktp": paper(number=NIK)}, {"nik": "123"}, {"ktp": None}),
        ({"ktp": paper(number="123", defect=PaperDefect.LOST)}, {}, {"ktp": "hilang"}),
        ({"ktp": paper(Proof.ABSENT)}, {"nik": "123"}, {"ktp": None}),
        ({}, {"nik": "123", "family_card_number": "123"}, {"ktp": None, "kk": None}),
        ({"kk": paper(number=FAMILY_CARD)}, {}, {"kk": None}),
        ({"kk": paper(number="5301010000209001")}, {}, {"kk": "nomor_salah"}),
        ({"kk": paper()}, {"family_card_number": "12"}, {"kk": "nomor_salah"}),
        # Somebody typed the NIK into the wrong box.
        ({"kk": paper(number=MANS_NIK)}, {"nik": MANS_NIK}, {"kk": "nomor_salah"}),
    ],
)
def test_a_number_that_cannot_be_right_is_a_fault_of_its_paper(papers, own, faults):
    facts = facts_of(papers, **own)
    assert {name: getattr(facts, name).defect for name in faults} == faults


EXPIRY = date(2031, 5, 6)
ZONE = write_td3(number="X1234567", birth_date=BORN, sex="F", expiry=EXPIRY, surname="BANO", given_names="MARIA")
BROKEN = (ZONE[0], ZONE[1][:13] + "990321" + ZONE[1][19:])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"mrz": ZONE}, PaperFact(SEEN, None, EXPIRY)),
        ({"mrz": ZONE, "valid_until": date(2030, 1, 1)}, PaperFact(SEEN, None, date(2030, 1, 1))),
        # A broken zone is a fault to look at, and its date is not believed.
        ({"mrz": BROKEN}, PaperFact(SEEN, None, None, "mrz_salah")),
        ({"mrz": BROKEN, "defect": PaperDefect.LOST}, PaperFact(SEEN, None, None, "hilang")),
        ({}, PaperFact(SEEN)),
    ],
)
def test_the_zone_tells_the_last_day_of_a_passport_that_nobody_wrote_down(values, expected):
    assert facts_of({"paspor": paper(**values)}).paspor == expected


def test_agreements_come_from_the_comparison():
    recorded = record(
        Dossier(
            name="Maria Bano",
            papers={PaperKind.ID_CARD: paper(name="Maria Banno"), PaperKind.FAMILY_CARD: paper(name="Maria Bano")},
        ),
        TODAY,
    )
    assert recorded.facts.agreements[agreement_column("name", "ktp", "kk")] == Agreement.FIX_NEEDED
    assert recorded.facts.agreements == recorded.comparison.agreements


JLPT = LanguageScale.JLPT
OLD, NEW = date(2024, 7, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([(Proof.COPY, 2, OLD)], ScoreFact(2, 2, OLD)),
        ([(Proof.ORIGINAL_SEEN, 1, NEW), (Proof.COPY, 2, OLD)], ScoreFact(3, 1, NEW)),
        ([(Proof.COPY, 2, OLD), (Proof.ORIGINAL_SEEN, 2, OLD)], ScoreFact(3, 2, OLD)),
        ([(Proof.COPY, 2, NEW), (Proof.COPY, 2, OLD)], ScoreFact(2, 2, NEW)),
        ([(Proof.COPY, 2, OLD), (Proof.COPY, 2, NEW)], ScoreFact(2, 2, NEW)),
        ([(Proof.ABSENT, None, None)], ScoreFact(0)),
        ([(Proof.COPY, None, None), (Proof.COPY, 1, None)], ScoreFact(2, 1)),
    ],
)
def test_of_several_tests_on_one_scale_the_best_counts(results, expected):
    languages = tuple(LanguageResult(scale=JLPT, proof=p, rank=r, tested_on=t) for p, r, t in results)
    assert facts_of(languages=languages).bahasa_jlpt == expected


def test_scales_and_schemes_stand_side_by_side():
    facts = facts_of(
        languages=(
            LanguageResult(scale=JLPT, proof=Proof.COPY, rank=1),
            LanguageResult(scale=LanguageScale.CEFR_EN, proof=Proof.COPY, rank=3),
        ),
        competences=(
            CompetenceResult(scheme=CompetenceScheme.FAMILY_COOK, proof=Proof.CERTIFIED, valid_until=NEW),
            CompetenceResult(scheme=CompetenceScheme.KAIGO, proof=Proof.ABSENT),
        ),
    )
    assert (facts.bahasa_jlpt.rank, facts.bahasa_cefr_en.rank) == (1, 3)
    assert facts.kompetensi_masak == PaperFact(4, None, NEW)
    assert facts.kompetensi_kaigo == PaperFact(0)


@pytest.mark.parametrize(
    ("own", "papers", "remarks"),
    [
        ({}, {}, ()),
        ({"birth_date": date(1999, 12, 31)}, {}, ("birth_date_round",)),
        ({"birth_date": date(1999, 1, 1)}, {}, ("birth_date_round",)),
        ({"name": "Maria"}, {}, ("one_word_name",)),
        ({}, {"ktp": paper(name="MARIA BANO"), "kk": paper(name="Maria Banno")}, ()),
        ({}, {"ktp": paper(name="Maria Banno")}, ("name_unlike_papers",)),
        ({}, {"paspor": paper(number="C9000123")}, ()),
        ({}, {"paspor": paper(number="90001234")}, ("passport_number_unusual",)),
        ({}, {"paspor": paper(number="C12")}, ("passport_number_unusual",)),
        ({}, {"ktp": paper(Proof.ABSENT, name="Maria Banno")}, ()),
        # A certificate in another spelling is no identity paper.
        ({}, {"kesehatan": paper(name="Maria Banno")}, ()),
    ],
)
def test_remarks_are_worth_a_question_and_hold_nobody_back(own, papers, remarks):
    records = {PaperKind(name): value for name, value in papers.items()}
    recorded = record(Dossier(name=own.pop("name", "Maria Bano"), papers=records, **own), TODAY)
    assert recorded.remarks == remarks


def test_no_name_and_no_number_is_left_in_the_facts():
    facts = facts_of(
        {
            "ktp": paper(number=NIK, name="Maria Bano", birth_place="Kupang"),
            "paspor": paper(number="X1234567", mrz=ZONE),
        },
        nik=NIK,
        family_card_number=FAMILY_CARD,
        phone="081234567890",
    )
    texts = " ".join(str(value) for value in flatten(facts).values())
    assert not any(secret in texts for secret in (NIK, FAMILY_CARD, "Maria", "Bano", "Kupang", "X1234567", "0812"))
