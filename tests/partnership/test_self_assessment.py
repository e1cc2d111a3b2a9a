"""The self-assessment: questions of our own or of a list, answers only added, counts and words and never a score."""

from pathlib import Path

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.partnership.conftest import in_scope
from tests.people.conftest import TODAY

from tenun.partnership.actions.self_assessment import Answered, answer_question, take_in
from tenun.partnership.enums import QuestionOrigin, SelfDimension, SelfState
from tenun.partnership.models import SelfAnswer, SelfQuestion
from tenun.partnership.self_assessment import (
    QuestionNotFound,
    answers_to,
    assessment,
    get_question,
    starter_questions,
)
from tenun.partnership.self_lists import read_questions
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(province):
    with in_scope(province):
        take_in(questions=starter_questions(), origin=QuestionOrigin.OWN, by=province)
    return province


def answered(state=SelfState.PARTIAL, **more):
    return Answered(**{"state": state, "owner_office": "Dinas", "answered_on": TODAY, "evidence": "Perda", **more})


def test_the_starter_questions_cover_every_dimension_and_carry_their_goals():
    questions = starter_questions()
    assert {each.dimension for each in questions} == {*SelfDimension}
    assert len({each.code for each in questions}) == len(questions) == 11
    assert all(each.gcm and each.sdg and each.text.endswith("?") for each in questions)


def test_a_dimension_is_counted_by_the_latest_answers(begun):
    with in_scope(begun):
        question = get_question("UM-1.1")
        answer_question(question=question, answered=answered(SelfState.COMPLETE), by=begun)
        answer_question(question=question, answered=answered(SelfState.ABSENT, evidence="", gap="Semua"), by=begun)
        first = assessment()[0]
        history = answers_to(question)
    assert first.counts == {"absent": 1, "": 1}
    assert [each.state for each in history] == ["absent", "complete"]


@pytest.mark.parametrize("state", [SelfState.PARTIAL, SelfState.COMPLETE])
def test_what_is_there_has_evidence(begun, state):
    with in_scope(begun), pytest.raises(IntegrityError), transaction.atomic():
        answer_question(question=get_question("UM-1.1"), answered=answered(state, evidence=""), by=begun)


def test_no_answer_is_changed(begun):
    with in_scope(begun):
        answer_question(question=get_question("UM-1.1"), answered=answered(), by=begun)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            SelfAnswer.objects.update(state="complete")


def test_taking_in_again_changes_what_is_other_and_leaves_the_answers(begun):
    with in_scope(begun):
        answer_question(question=get_question("UM-1.1"), answered=answered(), by=begun)
        again = [*starter_questions()]
        assert take_in(questions=again, origin=QuestionOrigin.OWN, by=begun) == (0, 0)
        assert take_in(questions=again[:2], origin=QuestionOrigin.OFFICIAL, by=begun) == (0, 2)
        assert get_question("UM-1.1").answers.count() == 1


def test_there_is_no_other_question_and_none_without_a_scope(begun):
    with in_scope(begun), pytest.raises(QuestionNotFound):
        get_question("UM-9.9")
    with scoped(NOBODY):
        assert SelfQuestion.objects.count() == 0


class TestLists:
    def read(self, tmp_path: Path, text: str):
        path = tmp_path / "daftar.csv"
        path.write_text(text, "utf-8")
        return read_questions(path)

    def test_a_list_is_read(self, tmp_path):
        found = self.read(tmp_path, "ID,Dimensi,Pertanyaan,catatan\n1.1,1,Adakah aturan?,x\n2.1,2,Adakah rencana?,\n")
        assert found.faults == ()
        assert [(each.code, each.dimension.value, each.text) for each in found.questions] == [
            ("1.1", "1", "Adakah aturan?"),
            ("2.1", "2", "Adakah rencana?"),
        ]

    @pytest.mark.parametrize(
        ("row", "what"),
        [
            (",1,Adakah?", "Kolom id kosong"),
            ("a b,1,Adakah?", "tidak dapat dipakai"),
            ("x" * 21 + ",1,Adakah?", "tidak dapat dipakai"),
            ("1.1,1,Lagi?", "sudah ada di baris 2"),
            ("1.2,7,Adakah?", "Tulis angka 1 sampai 6"),
            ("1.2,1,", "Kolom pertanyaan kosong"),
        ],
    )
    def test_a_faulty_row_is_named_with_what_to_do(self, tmp_path, row, what):
        found = self.read(tmp_path, f"id,dimensi,pertanyaan\n1.1,1,Adakah aturan?\n{row}\n")
        assert [fault.row for fault in found.faults] == [3]
        assert what in found.faults[0].what

    def test_a_list_without_a_column_or_without_rows_is_refused(self, tmp_path):
        assert "dimensi, pertanyaan" in self.read(tmp_path, "id,x\n1,2\n").faults[0].what
        assert "belum berisi" in self.read(tmp_path, "id,dimensi,pertanyaan\n").faults[0].what
