"""The closed set of rule kinds, and the columns each of them looks at."""

from dataclasses import is_dataclass
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given
from tests.strategies import rules

from tenun.domain.facts import COLUMNS, agreement_column
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    AGREEMENT_FIELDS,
    KIND_NAMES,
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
    Rule,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
    columns_read,
    parts,
)


def test_every_kind_has_its_one_name():
    assert set(KINDS.values()) == set(get_args(Rule))
    assert {KIND_NAMES[kind] for kind in KINDS.values()} == set(KINDS)
    assert all(is_dataclass(kind) for kind in KINDS.values())


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        (PaperPresent("ktp"), ("ktp_proof", "ktp_defect", "ktp_issued_on")),
        (ProofAtLeast("ktp", Proof.COPY), ("ktp_proof", "ktp_defect", "ktp_issued_on")),
        (ValidBeyond("paspor"), ("paspor_proof", "paspor_valid_until")),
        (
            ValidBeyond("bpjs_tk", 0, Moment.CONTRACT_END),
            ("bpjs_tk_proof", "bpjs_tk_valid_until", "contract_end"),
        ),
        (IssuedWithin("ak1", 24), ("ak1_proof", "ak1_issued_on")),
        (IssuedNotBefore("visa", "paspor"), ("visa_issued_on", "paspor_issued_on")),
        (AgeWindow(18), ("birth_date",)),
        (AgeWindow(18, any_paper=True), ("birth_date_latest",)),
        (AgeCertain((18,)), ("birth_date_earliest", "birth_date_latest")),
        (ValueIn("sex", ("P",)), ("sex",)),
        (EducationAtLeast(Education.PRIMARY), ("education",)),
        (
            LanguageAtLeast("bahasa_jft", 2),
            ("bahasa_jft_proof", "bahasa_jft_rank", "bahasa_jft_tested_on"),
        ),
        (
            Competence(("kompetensi_kebun",)),
            ("kompetensi_kebun_proof", "kompetensi_kebun_valid_until", "kompetensi_kebun_defect"),
        ),
        (AmountAtLeast("training_hours", 1), ("training_hours",)),
        (DeclaredYes("medical_fit"), ("medical_fit",)),
        (TargetOpen(TargetStatus.OPEN), ()),
        (
            AllOf((PaperPresent("ktp"), AnyOf((AgeWindow(18), PaperPresent("ktp"))))),
            ("ktp_proof", "ktp_defect", "ktp_issued_on", "birth_date"),
        ),
    ],
)
def test_a_rule_names_the_columns_it_looks_at(rule, columns):
    assert columns_read(rule) == columns


def test_papers_agree_in_every_pair_or_against_one_source():
    papers = ("ktp", "kk", "akta")
    assert PapersAgree("name", papers).pairs() == tuple(combinations(papers, 2))
    against = PapersAgree("birth_date", ("nik", "ktp", "kk"), against="nik")
    assert against.pairs() == (("nik", "ktp"), ("nik", "kk"))
    assert against.columns() == tuple(agreement_column("birth_date", "nik", name) for name in ("ktp", "kk"))
    assert "name" in AGREEMENT_FIELDS


def test_the_parts_of_a_rule_are_itself_and_all_inside():
    inner = AnyOf((PaperPresent("kk"),))
    whole = AllOf((PaperPresent("ktp"), inner))
    assert list(parts(whole)) == [whole, PaperPresent("ktp"), inner, PaperPresent("kk")]


@given(rule=rules())
def test_no_rule_looks_at_a_column_that_no_factsheet_has(rule):
    columns = columns_read(rule)
    assert set(columns) <= set(COLUMNS)
    assert len(set(columns)) == len(columns)
