"""What only one kind of paper says: which field of the dossier it feeds, and where it stands in a stored paper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tenun.domain.papers import Dossier, PaperKind

PARTICULARS: Mapping[str, tuple[PaperKind, str]] = MappingProxyType(
    {
        "medical_fit": (PaperKind.MEDICAL_CERTIFICATE, "fit"),
        "psychology_fit": (PaperKind.PSYCHOLOGY_CERTIFICATE, "fit"),
        "training_hours": (PaperKind.TRAINING_RECORD, "hours"),
        "experience_months": (PaperKind.WORK_EXPERIENCE, "months"),
        "consent_giver": (PaperKind.FAMILY_CONSENT, "giver"),
        "consent_known_by_village_head": (PaperKind.FAMILY_CONSENT, "known_by_village_head"),
        "contract_start": (PaperKind.WORK_CONTRACT, "starts_on"),
        "contract_end": (PaperKind.WORK_CONTRACT, "valid_until"),
    }
)
"""Field of `Dossier` -> the paper that says it, and the field of `Paper` that keeps it."""


def particulars_of(dossier: Dossier, kind: str) -> dict[str, Any]:
    """What the dossier says that stands on this kind of paper alone, by the field of `Paper`."""
    said = {column: getattr(dossier, name) for name, (paper, column) in PARTICULARS.items() if paper == kind}
    return {column: value for column, value in said.items() if value is not None}
