"""The states and verdicts: their order is what "all of", "any of" and SQL stand on."""

from tenun.domain.assessment import VERDICT_CODES, FindingState, Verdict

BEST_TO_WORST = ["not_needed", "met", "expiring", "unverified", "unknown", "expired", "defective", "missing", "not_due"]


def test_the_states_stand_from_best_to_worst_and_speak_the_contract_s_words():
    assert [state.word for state in FindingState] == BEST_TO_WORST
    assert [int(state) for state in FindingState] == list(range(len(BEST_TO_WORST)))


def test_a_verdict_has_one_code_for_good():
    assert [str(verdict) for verdict in VERDICT_CODES] == ["ready", "repair", "not_this_target", "stop"]
    assert set(VERDICT_CODES) == set(Verdict)
