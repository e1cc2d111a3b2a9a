"""An officer at work on lists: uploads, lets the jobs run over the connection of the test, decides, confirms."""

from tests.intake.lists import as_csv

from tenun.intake.access import offices_of
from tenun.intake.actions import confirm, upload
from tenun.intake.enums import ListKind
from tenun.intake.models import Batch, Row
from tenun.intake.tasks import run_examination, run_writing
from tenun.organisations.queries import standing_of
from tenun.shared.clock import today
from tenun.shared.scope import scoped


class Desk:
    """The jobs of a test run where its transaction is, as the site's role; drills and the bench take the worker's."""

    def __init__(self, user, district="53.04"):
        self.user, self.district = user, district

    @property
    def standing(self):
        return standing_of(self.user, today())

    def scoped(self):
        return scoped(self.standing.scope)

    def examine(self, rows, name="calon.csv", kind=ListKind.OFFICE):
        content = rows if isinstance(rows, bytes) else as_csv(rows)
        with self.scoped():
            office = offices_of(self.standing)[0][0]
            place = {"organisation": office, "district_code": self.district}
            batch = upload(name=name, content=content, by=self.user, kind=kind, **place)
        run_examination(batch.pk, self.user.pk, using="default")
        return self.again(batch)

    def confirm(self, batch):
        with self.scoped():
            confirm(batch=batch, by=self.user)
        run_writing(batch.pk, self.user.pk, using="default")
        return self.again(batch)

    def imported(self, rows, name="calon.csv", kind=ListKind.OFFICE):
        return self.confirm(self.examine(rows, name, kind))

    def again(self, batch):
        with self.scoped():
            return Batch.objects.get(pk=batch.pk)

    def rows(self, batch):
        with self.scoped():
            return list(Row.objects.filter(batch=batch).order_by("number"))

    def outcomes(self, batch):
        return [row.outcome for row in self.rows(batch)]
