"""Invented programmes for the property tests of every form in which they go out and come in."""

from datetime import date

from hypothesis import strategies as st

from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.papers import Proof
from tenun.domain.programmes import (
    Capacity,
    Contact,
    Fit,
    Money,
    OrganisationNamed,
    Partner,
    PartnerRole,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow, AnyOf, PaperPresent, ProofAtLeast, ValueIn

words = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=30).map(
    lambda text: " ".join(text.split())
)
some = words.filter(bool)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.just("\n"), max_size=60).map(str.strip)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
districts = st.sampled_from(ntt_districts())
organisations = st.builds(OrganisationNamed, name=words, ref=words, type_code=words)


RULES = (
    AgeWindow(minimum=21, below=46),
    AnyOf((PaperPresent("ktp"), ProofAtLeast("kk", Proof.COPY))),
    ValueIn("sex", ("P",)),
)


def several(each):
    return st.lists(each, max_size=3, unique=True).map(tuple)


@st.composite
def capacities(draw):
    starts_on, ends_on = sorted((draw(days), draw(days)))
    places = draw(st.integers(0, 99_999))
    return Capacity(starts_on=starts_on, ends_on=ends_on, places=places, district=draw(st.just("") | districts))


@st.composite
def records(draw):
    planned = sorted((draw(days), draw(days)))
    actual = sorted((draw(days), draw(days)))
    maybe = st.booleans()
    return ProgrammeRecord(
        identifier=draw(some),
        title=draw(words),
        owner=draw(organisations),
        description=draw(texts),
        partners=draw(several(st.builds(Partner, role=st.sampled_from(PartnerRole), organisation=organisations))),
        services=draw(several(st.sampled_from(ServiceLine))),
        phases=draw(several(st.sampled_from(Phase))),
        target_group=draw(texts),
        districts=tuple(sorted(draw(several(districts)))),
        planned_start=planned[0],
        planned_end=planned[1] if draw(maybe) else None,
        actual_start=actual[0] if draw(maybe) else None,
        actual_end=actual[1] if draw(maybe) else None,
        status=draw(st.sampled_from(ProgrammeStatus)),
        capacities=draw(several(capacities())),
        entry_words=draw(texts),
        entry_rules=draw(several(st.sampled_from(RULES))),
        money=draw(
            st.none()
            | st.builds(Money, amount=st.decimals(0, 10**12, places=2), currency=st.sampled_from(("IDR", "USD")))
        ),
        contact=draw(st.builds(Contact, name=words, post=words, email=words, telephone=words)),
        source=draw(words),
        source_url=draw(words),
        checked_on=draw(st.none() | days),
        problem=draw(st.none() | st.sampled_from(Problem)),
        gcm_objectives=draw(several(st.integers(1, 23))),
        sectors=draw(several(st.sampled_from(("15190", "11330", "16020")))),
        counterpart=draw(words),
        budget_code=draw(words),
        fit=draw(st.none() | st.sampled_from(Fit)),
        next_step=draw(texts),
    )
