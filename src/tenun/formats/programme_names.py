"""What the choices of a programme are called, and the other ways in which people write them."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from tenun.domain.programmes import Fit, Phase, Problem, ProgrammeStatus, ServiceLine
from tenun.domain.words import Words
from tenun.formats.spellings import fold

E = TypeVar("E", bound=Enum)

SERVICES: Mapping[ServiceLine, Words] = MappingProxyType(
    {
        ServiceLine.INFORMATION: Words("Informasi", "Information"),
        ServiceLine.DOCUMENTS: Words("Dokumen", "Documents"),
        ServiceLine.SKILLS: Words("Keterampilan", "Skills"),
        ServiceLine.PLACEMENT: Words("Penempatan", "Placement"),
        ServiceLine.PROTECTION: Words("Pelindungan", "Protection"),
        ServiceLine.RETURN: Words("Kepulangan", "Return"),
        ServiceLine.DATA: Words("Data", "Data"),
        ServiceLine.OFFICIALS: Words("Kemampuan petugas", "Capacity of officials"),
    }
)
PHASES: Mapping[Phase, Words] = MappingProxyType(
    {
        Phase.BEFORE: Words("Sebelum bekerja", "Before work"),
        Phase.DURING: Words("Selama bekerja", "During work"),
        Phase.AFTER: Words("Sesudah bekerja", "After work"),
    }
)
STATUSES: Mapping[ProgrammeStatus, Words] = MappingProxyType(
    {
        ProgrammeStatus.IDEA: Words("Gagasan", "Idea"),
        ProgrammeStatus.OFFERED: Words("Ditawarkan", "Offered"),
        ProgrammeStatus.AGREED: Words("Disepakati", "Agreed"),
        ProgrammeStatus.RUNNING: Words("Berjalan", "Running"),
        ProgrammeStatus.ENDED: Words("Selesai", "Ended"),
    }
)
PROBLEMS: Mapping[Problem, Words] = MappingProxyType(
    {
        Problem.SKILLS: Words("Keterampilan", "Skills"),
        Problem.DOCUMENTS: Words("Dokumen", "Documents"),
        Problem.OTHER: Words("Lainnya", "Other"),
    }
)
FITS: Mapping[Fit, Words] = MappingProxyType(
    {
        Fit.SUPPORTS: Words("Mendukung", "Supports"),
        Fit.OVERLAPS: Words("Tumpang tindih", "Overlaps"),
        Fit.FILLS_GAP: Words("Mengisi kekosongan", "Fills a gap"),
    }
)

_OTHER_SPELLINGS: Mapping[Enum, tuple[str, ...]] = MappingProxyType(
    {
        # What is only planned is no more than an idea: nobody has said that it was offered.
        ProgrammeStatus.IDEA: ("planned", "pipeline", "rencana", "direncanakan", "ide"),
        ProgrammeStatus.RUNNING: ("ongoing", "active", "implementation", "berlangsung", "sedang berjalan"),
        ProgrammeStatus.ENDED: ("completed", "closed", "finished", "ditutup", "berakhir"),
        ServiceLine.SKILLS: ("pelatihan", "training"),
        ServiceLine.PROTECTION: ("perlindungan",),
        ServiceLine.RETURN: ("reintegrasi", "reintegration"),
        Phase.BEFORE: ("sebelum", "before"),
        Phase.DURING: ("selama", "during"),
        Phase.AFTER: ("sesudah", "setelah", "after"),
    }
)


def spellings(words: Mapping[E, Words]) -> dict[str, E]:
    """Folded spelling -> choice: its code, its names in both languages, and other ways of writing it."""
    return {
        fold(text): choice
        for choice, name in words.items()
        for text in (str(choice.value), name.id, name.en, *_OTHER_SPELLINGS.get(choice, ()))
    }
