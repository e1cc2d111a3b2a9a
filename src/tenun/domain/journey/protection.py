"""The events abroad, on the way home, in trouble and at an exit, and the correction of a wrong entry.

Source: handbook process, event table from S14 on, and section 6. What has happened to a person is recorded
whatever the guards say: a rule that hides a death or a departure helps nobody.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tenun.domain.journey import sources as src
from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.roles import ANYONE, CARE, FIELD, OFFICES, Role
from tenun.domain.journey.rules import Back, Event, Kind, Rule, rule
from tenun.domain.journey.states import AFTER, BEFORE, State

_ALL = frozenset(State)
_ABROAD = (
    State.DEPARTED,
    State.ARRIVED_REPORTED,
    State.WORKING,
    State.IN_CASE,
    State.DEPARTED_NON_PROCEDURALLY,
)
_AT_COUNTER = BEFORE[BEFORE.index(State.REGISTERED) :]
_AFTER_MATCH = BEFORE[BEFORE.index(State.MATCHED) :]
_OPEN_EXITS = (State.WITHDREW, State.REFUSED, State.NOT_ELIGIBLE_NOW, State.LOST_CONTACT)
_REACHABLE = frozenset((*BEFORE, *_ABROAD, *AFTER, State.NOT_ELIGIBLE_NOW)) - {
    State.DECEASED,
    State.REINTEGRATED,
}

_ABROAD_RULES = {
    Event.REPORT_ARRIVAL: rule(
        Kind.FACT,
        ("Catat laporan tiba", "Record the arrival report"),
        (State.DEPARTED,),
        State.ARRIVED_REPORTED,
        {Role.MISSION, Role.AGENCY, Role.TICKET, *OFFICES},
        Evidence.ARRIVAL_REPORT,
        src.UU_ARRIVAL,
    ),
    Event.BEGIN_WORK: rule(
        Kind.FACT,
        ("Catat mulai bekerja", "Record the start of work"),
        (State.ARRIVED_REPORTED, State.DEPARTED_NON_PROCEDURALLY, State.IN_CASE),
        State.WORKING,
        {Role.MISSION, Role.AGENCY, *OFFICES},
        Evidence.CALL_LOG,
        src.UU_MONITORING,
        *src.MONITORING,
    ),
    Event.MONITOR: rule(
        Kind.FACT,
        ("Catat kabar dari pekerja", "Record a call with the worker"),
        (State.WORKING,),
        Back.SAME,
        {Role.AGENCY, *FIELD},
        Evidence.CALL_LOG,
        src.UU_MONITORING,
    ),
    Event.CHANGE_CONTRACT: rule(
        Kind.FACT,
        ("Catat perubahan perjanjian kerja", "Record a change of the contract"),
        (State.WORKING,),
        Back.SAME,
        {Role.MISSION, Role.BP3MI},
        Evidence.CHANGE_BEFORE_MISSION,
        src.UU_CONTRACT_CHANGE,
    ),
    Event.REPORT_CASE: rule(
        Kind.FACT,
        ("Laporkan masalah", "Report a case"),
        (None, *(_ALL - {State.IN_CASE})),
        State.IN_CASE,
        ANYONE,
        Evidence.INTAKE_FORM,
        src.PROCESS_CASES,
        src.ACKNOWLEDGE_CASE,
        src.TRIAGE_CASE,
    ),
    Event.SETTLE_CASE: rule(
        Kind.CARE,
        ("Tutup masalah", "Settle the case"),
        (State.IN_CASE,),
        Back.STATE_BEFORE,
        CARE | {Role.COUNTER},
        Evidence.CASE_OUTCOME,
        src.PROCESS_CASES,
    ),
    Event.RECORD_DEATH: rule(
        Kind.FACT,
        ("Catat kematian", "Record a death"),
        (None, *(_ALL - {State.DECEASED})),
        State.DECEASED,
        FIELD,
        Evidence.DEATH_NOTICE,
        src.UU_DEATH,
        src.TELL_FAMILY,
    ),
}

_HOME_RULES = {
    Event.RETURN: rule(
        Kind.FACT,
        ("Catat kepulangan", "Record the return"),
        (None, *_ABROAD, State.LOST_CONTACT),
        State.RETURNING,
        CARE | {Role.AGENCY},
        Evidence.RETURN_REASON,
        src.UU_RETURN,
    ),
    Event.ARRIVE_AT_DEBARKATION: rule(
        Kind.FACT,
        ("Catat tiba di tanah air", "Record the arrival in the country"),
        (State.RETURNING,),
        State.AT_DEBARKATION,
        {Role.BP3MI, Role.PROVINCE},
        Evidence.ARRIVAL_AT_DEBARKATION,
        src.PERMEN_HANDOVER,
    ),
    Event.HAND_OVER: rule(
        Kind.CARE,
        ("Serahkan kepada keluarga", "Hand over to the family"),
        (State.AT_DEBARKATION,),
        State.HOME,
        {Role.BP3MI},
        Evidence.HANDOVER_RECORD,
        src.PERMEN_HANDOVER,
    ),
    Event.REFUSE_REHABILITATION: rule(
        Kind.CARE,
        ("Pulang, menolak pemulihan", "Go home, refusing rehabilitation"),
        (State.AT_DEBARKATION,),
        State.HOME,
        {Role.BP3MI, Role.PROTECTION},
        Evidence.REFUSAL_OF_CARE,
        src.PERMEN_REHABILITATION,
    ),
    Event.REHABILITATE: rule(
        Kind.CARE,
        ("Mulai pemulihan", "Begin rehabilitation"),
        (State.HOME,),
        State.REHABILITATION,
        {Role.BP3MI, Role.PROTECTION},
        Evidence.HEALTH_LETTER_AND_CONSENT,
        src.PERBAN_REHABILITATION,
        src.REHABILITATION_ENDS,
    ),
    Event.REINTEGRATE: rule(
        Kind.CARE,
        ("Catat kemandirian", "Record the reintegration"),
        (State.REHABILITATION, State.HOME),
        State.REINTEGRATED,
        {Role.PARTNER, Role.PROTECTION, *OFFICES},
        Evidence.REINTEGRATION_PLAN,
        src.PERMEN_REINTEGRATION,
    ),
}

_EXIT_RULES = {
    Event.FAIL_PLACEMENT: rule(
        Kind.FACT,
        ("Catat gagal ditempatkan", "Record a failed placement"),
        _AFTER_MATCH,
        State.PREPARING,
        {Role.COUNTER, Role.BP3MI},
        Evidence.REASON_AND_OFFICER,
        src.PERMENAKER_INSURANCE_RISKS,
    ),
    Event.WITHDRAW: rule(
        Kind.FACT,
        ("Mengundurkan diri", "Withdraw"),
        BEFORE,
        State.WITHDREW,
        {Role.VILLAGE, Role.TICKET, *OFFICES},
        Evidence.WORKERS_OWN_WORD,
        src.PROCESS_STATES,
    ),
    Event.REFUSE: rule(
        Kind.CARE,
        ("Tolak dengan alasan", "Refuse with a reason"),
        _AT_COUNTER,
        State.REFUSED,
        OFFICES,
        Evidence.REASON_AND_OFFICER,
        src.UU_OFFICIALS,
    ),
    Event.UPHOLD_APPEAL: rule(
        Kind.CARE,
        ("Terima keberatan", "Uphold the appeal"),
        (State.REFUSED,),
        Back.STATE_BEFORE,
        {Role.BP3MI, Role.PROVINCE},
        Evidence.APPEAL_DECISION,
        src.UU_OFFICIALS,
    ),
    Event.POSTPONE: rule(
        Kind.CARE,
        ("Tunda sampai tanggal tertentu", "Postpone to a date"),
        _AT_COUNTER,
        State.NOT_ELIGIBLE_NOW,
        OFFICES,
        Evidence.RETRY_DATE,
        src.PROCESS_STATES,
    ),
    Event.RETRY: rule(
        Kind.CARE,
        ("Coba lagi", "Try again"),
        (State.NOT_ELIGIBLE_NOW,),
        State.REGISTERED,
        OFFICES,
        Evidence.WORKERS_OWN_WORD,
        src.PROCESS_STATES,
    ),
    Event.FIND_UNDER_AGE: rule(
        Kind.CARE,
        ("Catat belum cukup umur", "Record that she is under age"),
        (*BEFORE, *_OPEN_EXITS),
        State.UNDERAGE,
        FIELD,
        Evidence.BIRTH_DATE_PAPER,
        src.UU_AGE,
    ),
    Event.RECORD_NON_PROCEDURAL: rule(
        Kind.FACT,
        ("Catat berangkat tanpa prosedur", "Record a non-procedural departure"),
        (None, *BEFORE, *_OPEN_EXITS, State.UNDERAGE, State.IN_CASE),
        State.DEPARTED_NON_PROCEDURALLY,
        FIELD,
        Evidence.REPORT_OF_DEPARTURE,
        src.PROCESS_STATES,
    ),
    Event.LOSE_CONTACT: rule(
        Kind.FACT,
        ("Catat hilang kontak", "Record lost contact"),
        _REACHABLE,
        State.LOST_CONTACT,
        FIELD | {Role.AGENCY},
        Evidence.CALLS_WITHOUT_ANSWER,
        src.PROCESS_STATES,
    ),
    Event.FIND_AGAIN: rule(
        Kind.FACT,
        ("Catat terhubung kembali", "Record that she is found again"),
        (State.LOST_CONTACT,),
        Back.STATE_BEFORE,
        FIELD | {Role.AGENCY},
        Evidence.CONTACT_AGAIN,
        src.PROCESS_STATES,
    ),
}

_CORRECTION_RULES = {
    Event.PLACE_HOLD: rule(
        Kind.CARE,
        ("Tahan sementara", "Place a protection hold"),
        _ALL,
        Back.SAME,
        {Role.PROTECTION},
        Evidence.REASON_AND_OFFICER,
        src.PROCESS_SCREENING,
    ),
    Event.LIFT_HOLD: rule(
        Kind.CARE,
        ("Lepas penahanan", "Lift the protection hold"),
        _ALL,
        Back.SAME,
        {Role.PROTECTION},
        Evidence.REASON_AND_OFFICER,
        src.PROCESS_SCREENING,
    ),
    Event.UNDO: rule(
        Kind.CORRECTION,
        ("Batalkan catatan yang salah", "Undo a wrong entry"),
        _ALL,
        Back.STATE_BEFORE,
        FIELD,
        Evidence.REASON_AND_OFFICER,
        src.DESIGN_UNDO,
    ),
}

OTHERS: Mapping[Event, Rule] = MappingProxyType(_ABROAD_RULES | _HOME_RULES | _EXIT_RULES | _CORRECTION_RULES)
"""Every event that is not a step towards departure."""
