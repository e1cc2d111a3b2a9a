"""The vocabulary of papers: its order carries meaning, and no two kinds share a column."""

from tenun.domain.papers import IDENTITY_PAPERS, CompetenceScheme, Education, LanguageScale, PaperKind, Proof


def test_the_proof_ladder_rises_from_known_absence_to_the_word_of_the_source():
    assert [step.name for step in sorted(Proof)] == [
        "ABSENT",
        "DECLARED",
        "COPY",
        "ORIGINAL_SEEN",
        "CERTIFIED",
    ]


def test_schooling_rises():
    assert Education.NONE < Education.PRIMARY < Education.UPPER_SECONDARY < Education.DIPLOMA_3
    assert Education.DIPLOMA_3 < Education.BACHELOR < Education.DOCTOR


def test_no_two_kinds_of_evidence_share_a_name():
    names = [*PaperKind, *CompetenceScheme, *LanguageScale]
    assert len({str(name) for name in names}) == len(names)


def test_the_papers_that_are_compared_are_the_six_that_say_who_she_is():
    assert [str(kind) for kind in IDENTITY_PAPERS] == ["ktp", "kk", "akta", "ijazah", "nikah", "paspor"]
