"""The steps that lead from a first talk to the departure, each guarded (handbook process, S0 to S14)."""

from collections.abc import Mapping
from types import MappingProxyType

from tenun.domain.journey import sources as src
from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.roles import OFFICES, Role
from tenun.domain.journey.rules import Event, Kind, Rule, rule
from tenun.domain.journey.states import State

_TALKERS = OFFICES | {Role.VILLAGE, Role.PARTNER}

STEPS: Mapping[Event, Rule] = MappingProxyType(
    {
        Event.CONTACT: rule(
            Kind.STEP,
            ("Mulai berkas", "Open a record"),
            (None,),
            State.CONTACTED,
            _TALKERS,
            Evidence.FIRST_TALK,
            src.PP_INFORMATION,
        ),
        Event.RESTART: rule(
            Kind.STEP,
            ("Mulai lagi setelah pulang", "Start again after a return"),
            (None,),
            State.INFORMED,
            _TALKERS,
            Evidence.BRIEFING_CHECKLIST,
            src.PROCESS_STATES,
        ),
        Event.INFORM: rule(
            Kind.STEP,
            ("Beri penjelasan", "Inform"),
            (State.CONTACTED,),
            State.INFORMED,
            _TALKERS,
            Evidence.BRIEFING_CHECKLIST,
            src.PP_INFORMATION,
        ),
        Event.REGISTER_VILLAGE: rule(
            Kind.STEP,
            ("Catat di desa", "Record in the village"),
            (State.INFORMED,),
            State.VILLAGE_RECORDED,
            {Role.VILLAGE},
            Evidence.VILLAGE_REGISTER,
            src.UU_VILLAGE,
        ),
        Event.ENROL: rule(
            Kind.STEP,
            ("Daftarkan calon", "Enrol"),
            (State.VILLAGE_RECORDED,),
            State.REGISTERED,
            {Role.COUNTER},
            Evidence.JOB_SEEKER_CARD,
            src.PERMENAKER_AK1,
            src.JOB_SEEKER_REPORT,
            src.JOB_SEEKER_CARD_ENDS,
        ),
        Event.SCREEN: rule(
            Kind.STEP,
            ("Wawancara keselamatan", "Screen for safety"),
            (State.REGISTERED,),
            State.SCREENED,
            {Role.COUNTER, Role.PROTECTION, Role.BP3MI},
            Evidence.SCREENING_FORM,
            src.PROCESS_SCREENING,
        ),
        Event.BEGIN_PREPARATION: rule(
            Kind.STEP,
            ("Mulai persiapan", "Begin to prepare"),
            (State.SCREENED,),
            State.PREPARING,
            {Role.COUNTER},
            Evidence.CONSENT_TO_START,
            src.PROCESS_STATES,
        ),
        Event.MATCH: rule(
            Kind.STEP,
            ("Pasangkan dengan lowongan", "Match with a job order"),
            (State.PREPARING,),
            State.MATCHED,
            {Role.COUNTER, Role.BP3MI},
            Evidence.JOB_ORDER,
            src.UU_COMPETENCE,
        ),
        Event.SIGN_PLACEMENT: rule(
            Kind.STEP,
            ("Tanda tangani perjanjian penempatan", "Sign the placement agreement"),
            (State.MATCHED,),
            State.PLACEMENT_AGREED,
            {Role.COUNTER, Role.BP3MI},
            Evidence.PLACEMENT_AGREEMENT,
            src.UU_PLACEMENT_AGREEMENT,
        ),
        Event.CERTIFY_MEDICAL: rule(
            Kind.STEP,
            ("Catat hasil kesehatan", "Record the medical result"),
            (State.PLACEMENT_AGREED,),
            State.MEDICAL_FIT,
            {Role.COUNTER},
            Evidence.MEDICAL_CONCLUSION,
            src.UU_MEDICAL,
            src.MEDICAL_ENDS,
        ),
        Event.CONFIRM_PASSPORT: rule(
            Kind.STEP,
            ("Periksa paspor", "Confirm the passport"),
            (State.MEDICAL_FIT,),
            State.PASSPORT_OK,
            {Role.COUNTER},
            Evidence.PASSPORT_VERIFIED,
            src.UU_PASSPORT,
        ),
        Event.SIGN_CONTRACT: rule(
            Kind.STEP,
            ("Tanda tangani perjanjian kerja", "Sign the work contract"),
            (State.PASSPORT_OK,),
            State.CONTRACT_SIGNED,
            {Role.COUNTER, Role.BP3MI, Role.MISSION},
            Evidence.WORK_CONTRACT,
            src.UU_CONTRACT,
        ),
        Event.CONFIRM_VISA: rule(
            Kind.STEP,
            ("Periksa visa kerja", "Confirm the work visa"),
            (State.CONTRACT_SIGNED,),
            State.VISA_OK,
            {Role.COUNTER, Role.BP3MI, Role.MISSION},
            Evidence.WORK_VISA,
            src.UU_VISA,
        ),
        Event.INSURE: rule(
            Kind.STEP,
            ("Catat jaminan sosial", "Record the insurance"),
            (State.VISA_OK,),
            State.INSURED,
            {Role.COUNTER, Role.BP3MI},
            Evidence.INSURANCE_RECEIPT,
            src.PERMENAKER_INSURANCE,
        ),
        Event.CLEAR: rule(
            Kind.STEP,
            ("Nyatakan boleh berangkat", "Clear for departure"),
            (State.INSURED,),
            State.CLEARED,
            {Role.BP3MI},
            Evidence.ORIENTATION_AND_CARD,
            src.PERMEN_CARD,
        ),
        Event.DEPART: rule(
            Kind.STEP,
            ("Catat keberangkatan", "Record the departure"),
            (State.CLEARED,),
            State.DEPARTED,
            {Role.BP3MI},
            Evidence.TICKET,
            src.PERPRES_HEALTH,
            src.PREGNANCY_TEST,
        ),
    }
)
"""Every state on the way to departure is entered by exactly one of these steps."""
