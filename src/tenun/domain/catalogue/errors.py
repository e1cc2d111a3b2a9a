"""What the loader refuses, each with a code, the file and line, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tenun.domain.words import Words

REFUSALS: Mapping[str, Words] = MappingProxyType(
    {
        "catalogue.toml": Words(
            "Berkas aturan bukan TOML yang benar: {detail}.", "The rule file is not valid TOML: {detail}."
        ),
        "catalogue.unknown_key": Words(
            'Kunci "{key}" tidak dikenal di sini. Hapus, atau perbaiki ejaannya.',
            'Key "{key}" is not known here. Remove it or mend its spelling.',
        ),
        "catalogue.missing_key": Words('Kunci "{key}" wajib ada. Tambahkan.', 'Key "{key}" is required. Add it.'),
        "catalogue.no_source": Words(
            '"{id}" tidak menyebut sumber. Aturan tanpa sumber tidak dimuat: isi source.kind dan source.title.',
            '"{id}" names no source. A rule without a source does not load: fill source.kind and source.title.',
        ),
        "catalogue.no_text": Words(
            'Teks "{key}" tidak ada dalam bahasa "{language}". Lengkapi kedua bahasa.',
            'Text "{key}" is missing in language "{language}". Give both languages.',
        ),
        "catalogue.bad_value": Words(
            'Nilai "{value}" pada kunci "{key}" tidak boleh. Pilihannya: {allowed}.',
            'Value "{value}" of key "{key}" is not allowed. Choose from: {allowed}.',
        ),
        "catalogue.overlap": Words(
            'Masa berlaku "{id}" tumpang tindih dengan versi pada baris {other}. Tutup versi lama dengan valid_to.',
            'The dates of "{id}" overlap with the version on line {other}. Close the old one with valid_to.',
        ),
        "catalogue.duplicate": Words(
            '"{id}" sudah ada di {other}. Pakai nama lain.',
            '"{id}" exists already at {other}. Use another name.',
        ),
        "catalogue.cycle": Words(
            "Langkah pembenahan saling menunggu: {path}. Putuskan salah satu panahnya.",
            "Repair steps wait for each other: {path}. Cut one of the arrows.",
        ),
        "catalogue.encrypted": Words(
            'Aturan "{id}" memakai kolom terenkripsi "{column}". Simpan hasil bandingnya sebagai fakta.',
            'Rule "{id}" stands on the encrypted column "{column}". Store the result of comparing it as a fact.',
        ),
        "catalogue.unknown_column": Words(
            'Aturan "{id}" memakai kolom "{column}" yang tidak ada pada lembar fakta.',
            'Rule "{id}" stands on column "{column}", which no factsheet has.',
        ),
        "catalogue.unknown_reference": Words(
            '"{id}" menunjuk "{other}" yang tidak ada.', '"{id}" points to "{other}", which does not exist.'
        ),
    }
)


class CatalogueError(ValueError):
    """A rule file that does not load. `code` is stable; `line` counts from 1."""

    def __init__(self, code: str, file: str, line: int, **values: Any) -> None:
        self.code = code
        self.file = file
        self.line = line
        self.values = values
        super().__init__(f"{file}:{line}: {code}: {REFUSALS[code].say('id', **values)}")
