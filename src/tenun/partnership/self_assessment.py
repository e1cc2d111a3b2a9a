"""The self-assessment as it stands: every question with its latest answer, and each dimension in counts and words.

There is no score: a dimension is told as how many are complete, partial, absent and not yet answered.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from tenun.partnership.enums import SelfDimension, SelfState
from tenun.partnership.models import SelfAnswer, SelfQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """A question to be taken in."""

    code: str
    dimension: SelfDimension
    text: str
    gcm: tuple[int, ...] = ()
    sdg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its latest answer, none when nobody has answered it."""

    question: SelfQuestion
    answer: SelfAnswer | None


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with its questions; `counts` by state, the unanswered under ''."""

    kind: SelfDimension
    asked: tuple[Asked, ...]
    counts: Counter[str]


def starter_questions() -> tuple[NewQuestion, ...]:
    """The questions of our own; not the official ones."""
    text = files("tenun.partnership").joinpath("self_questions.toml").read_text("utf-8")
    return tuple(
        NewQuestion(
            code=each["code"],
            dimension=SelfDimension(each["dimension"]),
            text=each["text"],
            gcm=tuple(each["gcm"]),
            sdg=tuple(each["sdg"]),
        )
        for each in tomllib.loads(text)["question"]
    )


def assessment() -> tuple[Dimension, ...]:
    """All six dimensions, also one without a question. Two queries."""
    found = SelfAnswer.objects.order_by("question_id", "-pk").distinct("question_id").select_related("by")
    latest = {each.question_id: each for each in found}
    asked = [Asked(each, latest.get(each.pk)) for each in SelfQuestion.objects.order_by("code", "pk")]
    return tuple(_dimension(kind, asked) for kind in SelfDimension)


def _dimension(kind: SelfDimension, known: Iterable[Asked]) -> Dimension:
    asked = tuple(each for each in known if each.question.dimension == kind)
    return Dimension(kind, asked, Counter(each.answer.state if each.answer else "" for each in asked))


class QuestionNotFound(Exception):  # noqa: N818  There is no such question.
    """There is no such question."""


def get_question(code: str) -> SelfQuestion:
    """One question. Raises `QuestionNotFound`."""
    found = SelfQuestion.objects.filter(code=code).first()
    if found is None:
        raise QuestionNotFound
    return found


def answers_to(question: SelfQuestion) -> list[SelfAnswer]:
    """Every answer, the newest first. One query."""
    return list(question.answers.select_related("by", "programme").order_by("-pk"))


ANSWERED = (SelfState.COMPLETE, SelfState.PARTIAL, SelfState.ABSENT, SelfState.NOT_APPLICABLE)
"""The order in which a dimension is told."""
