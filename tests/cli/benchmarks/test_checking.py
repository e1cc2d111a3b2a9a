"""The sheet of the benchmark: invented people, about one in four with something to mend, the same every time."""

from collections import Counter
from datetime import date

from tenun.cli.benchmarks.checking import write_people
from tenun.cli.judging import Question, judge_row
from tenun.domain.catalogue import packaged
from tenun.domain.states import ReadyState
from tenun.formats.dossiers import read_dossiers

PEOPLE = 240


def test_every_row_is_read_without_a_problem_and_some_need_repair(tmp_path):
    path = tmp_path / "people.xlsx"
    write_people(path, PEOPLE)
    question = Question(packaged(), date(2026, 11, 24), ReadyState.MATCHED, None, None)
    verdicts = Counter()
    for reading in read_dossiers(path):
        assert reading.problems == ()
        verdicts[judge_row(question, reading.row, reading.dossier).assessment.verdict.value] += 1
    assert verdicts.total() == PEOPLE
    assert 0.6 <= verdicts["ready"] / PEOPLE <= 0.9
    assert verdicts["repair"] > 0


def test_the_numbers_are_of_the_kind_that_no_register_gives_out(tmp_path):
    path = tmp_path / "people.xlsx"
    write_people(path, 30)
    assert all(int(reading.dossier.nik[-4:]) >= 9000 for reading in read_dossiers(path))
