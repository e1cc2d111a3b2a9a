"""The order of the ready states is a decision of the design, and requirements lean on it."""

import pytest

from tenun.domain.states import READY_STATES, ReadyState

ORDER = "MATCHED PLACEMENT_AGREED MEDICAL_FIT PASSPORT_OK CONTRACT_SIGNED VISA_OK INSURED CLEARED DEPARTED"


def test_the_order_is_agreement_medical_passport_contract_visa_insurance_clearance():
    assert " ".join(READY_STATES) == ORDER
    assert [state.order for state in READY_STATES] == list(range(9))


@pytest.mark.parametrize("state", ReadyState)
def test_who_is_ready_for_a_state_is_ready_for_every_earlier_one(state):
    reached = [other for other in READY_STATES if state.reaches(other)]
    assert reached == list(READY_STATES[: state.order + 1])
