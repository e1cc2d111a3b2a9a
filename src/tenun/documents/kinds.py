"""Papers of a file that no rule judges: kept like the others, and the one that nobody may ask for any more.

Source: handbook documents, part A. What is judged is a `PaperKind`, a `CompetenceScheme` or a `LanguageScale`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tenun.domain.words import Words


@dataclass(frozen=True, slots=True)
class OtherKind:
    """One kind; with `retired_since` it is no longer asked, and `source` says by which text."""

    words: Words
    source: str
    retired_since: date | None = None


OTHER_KINDS: Mapping[str, OtherKind] = {
    "rekening": OtherKind(Words("rekening bank", "bank account"), "BNK"),
    "splp": OtherKind(Words("surat perjalanan dari Perwakilan (SPLP)", "travel letter of a mission (SPLP)"), "SPL"),
    "sid": OtherKind(Words("kartu identitas pelaut (SID)", "seafarer's identity document (SID)"), "BKP"),
    "rekomendasi_paspor": OtherKind(
        Words("surat rekomendasi paspor", "passport recommendation"), "IMI-GR.01.01-0252", date(2023, 8, 1)
    ),
}
"""By the kind that a stored paper carries."""


def is_retired(kind: str, on: date) -> bool:
    """Whether a desk may no longer ask for this paper."""
    since = OTHER_KINDS[kind].retired_since if kind in OTHER_KINDS else None
    return since is not None and since <= on
