"""What is known of a person without her name and numbers, and her file on its way to protection.

Both lie under row-level security and follow the district and village of their person.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Desk
from tenun.domain.facts import COLUMNS
from tenun.domain.journey import State
from tenun.domain.states import ReadyState
from tenun.organisations.models import User
from tenun.people.models import Journey, Person
from tenun.shared.choices import choices_of
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked


class Factsheet(models.Model):
    """One typed row a person: all that is judged, a column for each of `domain.facts.COLUMNS`.

    Written by `readiness.actions.record_facts` alone. Kept as long as the file of the person.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="factsheet")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lembar fakta")

    def __str__(self) -> str:
        return f"{self.person_id} v{self.version}"


_KINDS = {
    "DATE": models.DateField,
    "TEXT": models.TextField,
    "SMALLINT": models.SmallIntegerField,
    "INTEGER": models.IntegerField,
    "BOOLEAN": models.BooleanField,
}
for _name, _kind in COLUMNS.items():
    Factsheet.add_to_class(_name, _KINDS[_kind](null=True))


class ReferralReason(models.TextChoices):
    """Why a file waits for a protection officer."""

    UNDER_AGE = "under_age", _("umur di bawah 18 tahun")
    AGE_IN_DOUBT = "age_in_doubt", _("umur diragukan")
    RED_ANSWER = "red_answer", _("jawaban yang perlu dilihat pelindungan")
    OTHER = "other", _("alasan lain")


@tracked()
class Referral(models.Model):
    """A file handed over to protection. While one is open, no step of the journey can be entered.

    What the officer writes is encrypted and read by protection alone. Retention: as a case (close + 5 years, sealed).
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="referrals")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    reason = models.CharField(_("alasan"), max_length=20, choices=ReferralReason)
    note = EncryptedField(_("catatan"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = EncryptedField(_("hasil"), null=True, blank=True)

    class Meta:
        verbose_name = _("penyerahan ke pelindungan")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_at__isnull=True), name="one_open_referral_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class MovementKind(models.TextChoices):
    """What a village notes of a person who goes abroad or comes home (UU 18/2017 Art. 42)."""

    DEPARTED = "departed", _("berangkat")
    RETURNED = "returned", _("pulang")


class Movement(models.Model):
    """A departure or a return as the village saw it. Kept as the file of the person; never changed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="movements")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    kind = models.CharField(_("apa"), max_length=10, choices=MovementKind)
    on = models.DateField(_("kapan"))
    route = models.CharField(_("lewat mana"), max_length=120, blank=True)
    told_by = models.CharField(_("kabar dari"), max_length=120, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("catatan berangkat dan pulang")

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


WHERE_MOST_WAIT = (Desk.MANPOWER.value, Desk.CIVIL_REGISTRY.value)
"""A list by waiting time meets them at once and needs no index of them, which every judging would have to fill."""


class Assessment(models.Model):
    """The answer for one open journey, the latest of its person, without a name or a number.

    Written by `readiness.standing` at every save and by `readiness.bulk` for everybody; the reasons come from the
    closures when somebody looks. `stage` is the state of the journey, `for_state` what she is to be ready for next
    (`aims_at`), `states` are the codes of `FindingState` in catalogue order, `blocking` the ids of what holds her back
    now, `waits_at` the desk or office that mends the first of them. From `next_change_on` on the calendar alone may
    give another answer. Retention: as long as the journey is open; removed with her file.

    No foreign key of the database stands behind it: it would lock every person of the country in a run over all. The
    number of the journey lies in a column `id`, which the functions over files ask of whatever hangs on a person.
    """

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, db_constraint=False, related_name="assessment"
    )
    journey = models.ForeignKey(
        Journey, models.CASCADE, db_column="id", db_constraint=False, db_index=False, related_name="+"
    )
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    target = models.CharField(_("tujuan"), max_length=40)
    stage = models.CharField(_("tahap"), max_length=30, choices=choices_of(State))
    for_state = models.CharField(_("untuk tahap"), max_length=20, choices=choices_of(ReadyState))
    verdict = models.CharField(_("hasil"), max_length=20, choices=choices_of(Verdict))
    ready_for = models.CharField(_("siap sampai"), max_length=20, choices=choices_of(ReadyState), blank=True)
    states = ArrayField(models.SmallIntegerField())
    blocking = ArrayField(models.TextField())
    waits_at = models.CharField(_("menunggu di"), max_length=20, blank=True, db_default="")
    facts_version = models.PositiveIntegerField()
    catalogue = models.CharField(max_length=16)
    judged_on = models.DateField()
    judged_at = models.DateTimeField()
    next_change_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("penilaian")
        indexes: ClassVar = [
            models.Index(
                fields=["district_code", "waits_at"],
                condition=~models.Q(waits_at__in=["", *WHERE_MOST_WAIT]),
                name="assessment_by_desk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.verdict}"


class Due(models.Model):
    """A person whose facts, journey or target changed and who was not judged since, by number; noted by trigger."""

    person_id = models.BigIntegerField(primary_key=True)

    class Meta:
        verbose_name = _("menunggu penilaian")

    def __str__(self) -> str:
        return f"{self.person_id}"


class BulkRun(models.Model):
    """One run over every open journey, or over what was due. It holds no person. Kept for the record."""

    on = models.DateField()
    catalogue = models.CharField(max_length=16)
    due_only = models.BooleanField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("penilaian massal")

    def __str__(self) -> str:
        return f"{self.on}"


class BulkRange(models.Model):
    """A range of persons that a run has judged and committed; with its help a run that was cut off goes on."""

    run = models.ForeignKey(BulkRun, models.CASCADE, related_name="ranges")
    first = models.BigIntegerField()

    class Meta:
        verbose_name = _("rentang yang dinilai")

    def __str__(self) -> str:
        return f"{self.first}"


class QueueCount(models.Model):
    """How many journeys of a village stand at a stage with a verdict, as they were counted last. It holds no person.

    Written by a job alone (`readiness.tasks`), so that no page counts.
    """

    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    state = models.CharField(max_length=30)
    verdict = models.CharField(max_length=20, blank=True)
    number = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("jumlah antrean")
        indexes: ClassVar = [
            models.Index(fields=["district_code"], name="queue_count_by_district"),
            models.Index(fields=["village_code"], name="queue_count_by_village"),
        ]

    def __str__(self) -> str:
        return f"{self.village_code} {self.state} {self.number}"


from tenun.readiness.together import DeskAct, SavedView  # noqa: E402, F401  Django finds models of this module only.
from tenun.readiness.trials import RuleTrial  # noqa: E402, F401  As above.
