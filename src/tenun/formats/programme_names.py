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
        ServiceLine.SKILLS: Words("Pelatihan", "Training"),
        ServiceLine.PLACEMENT: Words("Penempatan", "Placement"),
        ServiceLine.PROTECTION: Words("Pelindungan", "Protection"),
        ServiceLine.RETURN: Words("Reintegrasi", "Reintegration"),
        ServiceLine.DATA: Words("Data", "Data"),
        ServiceLine.OFFICIALS: Words("Petugas", "Officials"),
    }
)
PHASES: Mapping[Phase, Words] = MappingProxyType(
    {
        Phase.BEFORE: Words("Sebelum berangkat", "Before departure"),
        Phase.DURING: Words("Selama bekerja", "While working"),
        Phase.AFTER: Words("Sesudah pulang", "After the return"),
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
        Problem.SKILLS: Words("Keterampilan kurang", "Skills lacking"),
        Problem.DOCUMENTS: Words("Surat tidak lengkap", "Papers incomplete"),
        Problem.OTHER: Words("Lainnya", "Other"),
    }
)
FITS: Mapping[Fit, Words] = MappingProxyType(
    {
        Fit.SUPPORTS: Words("Mendukung program provinsi", "Supports"),
        Fit.OVERLAPS: Words("Bertumpang tindih", "Overlaps"),
        Fit.FILLS_GAP: Words("Mengisi celah", "Fills a gap"),
    }
)

_OTHER_SPELLINGS: Mapping[Enum, tuple[str, ...]] = MappingProxyType(
    {
        # What is only planned is no more than an idea: nobody has said that it was offered.
        ProgrammeStatus.IDEA: ("planned", "pipeline", "rencana", "direncanakan", "ide"),
        ProgrammeStatus.RUNNING: ("ongoing", "active", "implementation", "berlangsung", "sedang berjalan"),
        ProgrammeStatus.ENDED: ("completed", "closed", "finished", "ditutup", "berakhir"),
        ServiceLine.SKILLS: ("keterampilan", "skills training"),
        ServiceLine.PROTECTION: ("perlindungan",),
        ServiceLine.RETURN: ("kepulangan", "return and reintegration"),
        ServiceLine.OFFICIALS: ("kemampuan petugas", "capacity of officials"),
        Phase.BEFORE: ("sebelum",),
        Phase.DURING: ("selama",),
        Phase.AFTER: ("sesudah", "setelah", "setelah pulang"),
        Problem.SKILLS: ("keterampilan",),
        Problem.DOCUMENTS: ("dokumen", "surat"),
        Fit.SUPPORTS: ("mendukung",),
        Fit.OVERLAPS: ("tumpang tindih",),
        Fit.FILLS_GAP: ("mengisi kekosongan",),
    }
)


def spellings(words: Mapping[E, Words]) -> dict[str, E]:
    """Folded spelling -> choice: its code, its names in both languages, and other ways of writing it."""
    return {
        fold(text): choice
        for choice, name in words.items()
        for text in (str(choice.value), name.id, name.en, *_OTHER_SPELLINGS.get(choice, ()))
    }
