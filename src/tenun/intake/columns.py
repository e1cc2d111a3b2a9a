"""Which of our columns the headers of another sheet are: guessed, remembered by office, decided by a person."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from tenun.formats.columns import RESULT_PREFIX, Column
from tenun.intake.enums import ListKind
from tenun.intake.kinds import SHEETS
from tenun.intake.models import Batch

Columns = list[list[str]]
"""Each header of a sheet with the column that it is, in the order of the sheet; empty for none."""
_LIKE_ENOUGH = 0.82
_MOST_EARLIER = 20
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("nama lengkap", "nama cpmi", "nama calon", "nama pmi", "nama pekerja", "name"), "nama"),
    **dict.fromkeys(("no ktp", "nomor ktp", "nomor nik", "no nik", "nik ktp", "nomor induk kependudukan"), "nik"),
    **dict.fromkeys(("nomor kk", "kk", "nomor kartu keluarga", "no kartu keluarga"), "no_kk"),
    **dict.fromkeys(("tgl lahir", "tanggal lahir", "tgl lhr", "lahir"), "tanggal_lahir"),
    **dict.fromkeys(("tmp lahir", "tempat lhr", "kota lahir"), "tempat_lahir"),
    **dict.fromkeys(("jk", "l p", "kelamin", "gender", "sex"), "jenis_kelamin"),
    **dict.fromkeys(("status", "status perkawinan", "status nikah"), "status_kawin"),
    **dict.fromkeys(("ibu", "nama ibu kandung", "ibu kandung"), "nama_ibu"),
    **dict.fromkeys(("kode desa", "desa kelurahan", "kelurahan", "kode wilayah"), "desa"),
    **dict.fromkeys(("pendidikan terakhir", "ijazah terakhir"), "pendidikan"),
    **dict.fromkeys(("hp", "no hp", "nomor hp", "no telepon", "nomor telepon", "telp", "no telp", "wa"), "telepon"),
    **dict.fromkeys(("negara tujuan", "tujuan negara", "negara penempatan"), "tujuan"),
    **dict.fromkeys(("tanggal berangkat", "tgl berangkat", "rencana keberangkatan"), "rencana_berangkat"),
    **dict.fromkeys(("no paspor", "nomor paspor"), "paspor_nomor"),
}
"""What offices write over a column; the likeness of letters finds the rest."""
_SISKO_WORDS: Mapping[str, str] = {
    **{said: OTHER_WORDS[said] for said in OTHER_WORDS if OTHER_WORDS[said] in SHEETS[ListKind.SISKO].columns},
    **dict.fromkeys(("no sisko", "nomor sisko", "id sisko", "id pmi", "id cpmi", "no pmi"), "sisko_nomor"),
    **dict.fromkeys(("no paspor", "nomor paspor", "paspor"), "sisko_paspor"),
    **dict.fromkeys(("negara tujuan", "tujuan", "negara", "negara penempatan"), "sisko_tujuan"),
    **dict.fromkeys(("p3mi", "nama p3mi", "agensi", "agency", "pptkis", "perusahaan penempatan"), "sisko_p3mi"),
    **dict.fromkeys(("ak1", "tanggal ak1", "tanggal pendaftaran", "pendaftaran"), "sisko_ak1"),
    **dict.fromkeys(("perjanjian penempatan", "tanggal pp"), "sisko_perjanjian_penempatan"),
    **dict.fromkeys(("bpjs", "bpjs tk", "bpjs ketenagakerjaan", "asuransi"), "sisko_bpjs_tk"),
    **dict.fromkeys(("opp", "pap", "tanggal opp", "orientasi"), "sisko_opp"),
    **dict.fromkeys(("e pmi", "e kpmi", "ektkln", "kartu pmi"), "sisko_e_pmi"),
    **dict.fromkeys(("berangkat", "tanggal berangkat", "tgl berangkat", "keberangkatan"), "sisko_berangkat"),
}
"""Guesses for a Sisko list, whose columns nobody has published: an officer says which of them hold."""
_WORDS = {ListKind.OFFICE: OTHER_WORDS, ListKind.SISKO: _SISKO_WORDS}


def folded(header: str) -> str:
    """A header in small letters, signs as spaces."""
    return _NOT_A_WORD.sub(" ", header.lower()).strip()


def guess(headers: Sequence[str], earlier: Mapping[str, str] | None = None, kind: str = ListKind.OFFICE) -> Columns:
    """A column for each header, each column once; what the office said before goes first."""
    best = {header: _best(header, SHEETS[kind].columns, _WORDS[ListKind(kind)]) for header in headers}
    taken: set[str] = set()
    found: dict[str, str] = {}
    known = [name for name in headers if name in (earlier or {})]
    for header in (*known, *sorted((each for each in headers if each not in known), key=lambda each: -best[each][0])):
        column = (earlier or {})[header] if header in known else best[header][1]
        found[header] = "" if column in taken else column
        taken.add(column)
    return [[header, found[header]] for header in headers]


def _best(header: str, columns: Mapping[str, Column], words: Mapping[str, str]) -> tuple[float, str]:
    """How like, and the column; nothing where none is like enough."""
    said = folded(header)
    if header.startswith(RESULT_PREFIX):
        return 0.0, ""
    if said in words:
        return 1.0, words[said]
    like, column = max((SequenceMatcher(None, said, folded(name)).ratio(), name) for name in columns)
    return (like, column) if like >= _LIKE_ENOUGH else (like, "")


def remembered(batch: Batch, headers: Sequence[str], using: str) -> dict[str, str]:
    """What the office said of these headers in its last lists of this kind."""
    lists = Batch.objects.using(using).filter(organisation=batch.organisation_id, kind=batch.kind)
    lists = lists.exclude(pk=batch.pk)
    said: dict[str, str] = {}
    for mapping in lists.filter(mapping_is_said=True).order_by("-id").values_list("mapping", flat=True)[:_MOST_EARLIER]:
        for header, column in mapping:
            said.setdefault(header, column)
    return {header: said[header] for header in headers if header in said}


def is_known(headers: Sequence[str], said: Mapping[str, str]) -> bool:
    """Whether every header was said before and one of them is the name."""
    return all(header in said for header in headers) and "nama" in said.values()
