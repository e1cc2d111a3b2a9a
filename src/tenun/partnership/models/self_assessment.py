"""The province's own look at how migration is governed: questions of six dimensions, and every answer ever given."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.partnership.enums import QuestionOrigin, SelfDimension, SelfState
from tenun.partnership.models.programmes import Programme
from tenun.shared.history import tracked


@tracked()
class SelfQuestion(models.Model):
    """One question, of our own starter list or of a list that was imported. Retention: kept with its answers."""

    code = models.CharField(_("kode"), max_length=20, unique=True)
    dimension = models.CharField(_("dimensi"), max_length=1, choices=SelfDimension)
    text = models.TextField(_("pertanyaan"))
    origin = models.CharField(_("asal"), max_length=8, choices=QuestionOrigin)
    gcm_objectives = ArrayField(models.SmallIntegerField(), default=list, blank=True)
    sdg_targets = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("butir uji mandiri")

    def __str__(self) -> str:
        return self.code


class SelfAnswer(models.Model):
    """One answer on a day: only added, the latest one of a question stands. Retention: kept."""

    question = models.ForeignKey(SelfQuestion, models.PROTECT, related_name="answers")
    state = models.CharField(_("jawaban"), max_length=8, choices=SelfState)
    evidence = models.TextField(_("bukti"), blank=True)
    evidence_url = models.CharField(_("alamat bukti"), max_length=300, blank=True)
    owner_office = models.CharField(_("kantor penanggung jawab"), max_length=200)
    answered_on = models.DateField(_("dinilai pada"))
    reviewer = models.CharField(_("diperiksa oleh"), max_length=200, blank=True)
    gap = models.TextField(_("yang masih kurang"), blank=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_demo = models.BooleanField(_("rekaan"), default=False)

    class Meta:
        verbose_name = _("jawaban uji mandiri")
        indexes: ClassVar = [models.Index(fields=["question", "-id"], name="self_answer_latest")]
        constraints: ClassVar = [
            # What is said to be there names what shows it.
            models.CheckConstraint(
                condition=~Q(state__in=["partial", "complete"]) | ~Q(evidence=""), name="self_answer_has_evidence"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.state}"
