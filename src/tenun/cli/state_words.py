"""The journey states for which one can be ready, in the words of the counter."""

from collections.abc import Mapping

from tenun.domain.states import ReadyState
from tenun.domain.words import Words

STATES: Mapping[ReadyState, Words] = {
    ReadyState.MATCHED: Words("pencocokan (surat dan keterampilan)", "matching (papers and skills)"),
    ReadyState.PLACEMENT_AGREED: Words("perjanjian penempatan", "the placement agreement"),
    ReadyState.MEDICAL_FIT: Words("surat sehat", "the health certificate"),
    ReadyState.PASSPORT_OK: Words("paspor", "the passport"),
    ReadyState.CONTRACT_SIGNED: Words("perjanjian kerja", "the work contract"),
    ReadyState.VISA_OK: Words("visa", "the visa"),
    ReadyState.INSURED: Words("jaminan sosial", "social security"),
    ReadyState.CLEARED: Words("izin berangkat", "clearance"),
    ReadyState.DEPARTED: Words("hari keberangkatan", "the day of departure"),
}
