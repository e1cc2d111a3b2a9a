"""What a person must be told before she decides: the list of PP 59/2021 Art. 4, in words that can be read aloud."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tenun.domain.words import Words


class BriefingItem(StrEnum):
    """One thing to explain; each is ticked with the language used and the day."""

    RIGHTS = "rights"
    JOB = "job"
    SOCIAL_SECURITY = "social_security"
    PROCEDURE = "procedure"
    COST = "cost"
    DANGERS = "dangers"
    DESTINATION = "destination"
    AGREEMENTS = "agreements"
    AGENCIES = "agencies"
    COUNTRIES = "countries"
    COMPLAINTS = "complaints"


BRIEFING: Mapping[BriefingItem, Words] = MappingProxyType(
    {
        BriefingItem.RIGHTS: Words(
            "Hak dan kewajiban pekerja dan keluarganya", "Rights and duties of the worker and her family"
        ),
        BriefingItem.JOB: Words(
            "Lowongan, jenis pekerjaan, majikan, tempat, dan syarat kerja",
            "Vacancy, job, employer, place and conditions of work",
        ),
        BriefingItem.SOCIAL_SECURITY: Words(
            "Jaminan sosial dan cara mengurus klaim", "Social security and how to make a claim"
        ),
        BriefingItem.PROCEDURE: Words(
            "Cara berangkat yang sah, langkah demi langkah", "The legal procedure and the stages of safe migration"
        ),
        BriefingItem.COST: Words("Biaya: siapa membayar apa", "Costs: who pays what"),
        BriefingItem.DANGERS: Words(
            "Bahaya perdagangan orang, narkoba, paham radikal, dan kesehatan tubuh serta jiwa",
            "Dangers: trafficking, drugs, radical groups, health of body and mind",
        ),
        BriefingItem.DESTINATION: Words(
            "Hukum dan kebiasaan di negara tujuan", "Law and culture of the country of destination"
        ),
        BriefingItem.AGREEMENTS: Words(
            "Perjanjian penempatan dan perjanjian kerja", "The placement agreement and the work contract"
        ),
        BriefingItem.AGENCIES: Words("Daftar perusahaan penempatan yang sah", "The list of licensed agencies"),
        BriefingItem.COUNTRIES: Words(
            "Negara yang terbuka dan yang dilarang", "Countries that are open and countries that are banned"
        ),
        BriefingItem.COMPLAINTS: Words(
            "Cara mengadu di dalam dan di luar negeri", "How to complain at home and abroad"
        ),
    }
)
"""Source: PP 59/2021 Art. 4, as the handbook lists it (law, section 2)."""
