"""What is wrong with files of rules that somebody sends, in words; what is wrong inside them the loader says itself."""

from tenun.domain.words import Words
from tenun.formats.problem_words import ProblemTable

RULES = ProblemTable(
    errors={
        "rules.none": (
            Words(
                id="Tidak ada berkas aturan (.toml) di antara yang dikirim.",
                en="There is no rule file (.toml) among what was sent.",
            ),
            Words(
                id="Kirim berkas .toml yang diubah, atau folder katalognya sebagai .zip.",
                en="Send the .toml files that were changed, or the catalogue's folder as a .zip.",
            ),
        ),
        "rules.ending": (
            Words(id="Berkas {value} bukan .toml atau .zip.", en="The file {value} is no .toml or .zip."),
            Words(
                id="Kirim berkas aturan .toml, atau foldernya sebagai .zip.",
                en="Send the rule files .toml, or their folder as a .zip.",
            ),
        ),
        "rules.zip": (
            Words(id="Berkas {value} bukan .zip yang utuh.", en="The file {value} is no whole .zip."),
            Words(id="Buat .zip itu lagi, tanpa kata sandi.", en="Make the .zip again, without a password."),
        ),
        "rules.too_big": (
            Words(
                id="Aturan di {value} lebih dari {limit} kB.",
                en="The rules in {value} are more than {limit} kB.",
            ),
            Words(
                id="Kirim hanya folder katalog; aturan yang berlaku jauh lebih kecil.",
                en="Send nothing but the catalogue's folder; the rules in force are far smaller.",
            ),
        ),
        "rules.text": (
            Words(id="Berkas {value} bukan teks UTF-8.", en="The file {value} is no UTF-8 text."),
            Words(id="Simpan lagi sebagai UTF-8.", en="Save it again as UTF-8."),
        ),
        "rules.twice": (
            Words(id="Berkas {value} dikirim dua kali.", en="The file {value} was sent twice."),
            Words(id="Kirim satu saja.", en="Send it once."),
        ),
        "rules.too_early": (
            Words(
                id="Sebelum {day} tidak ada yang dapat dinilai.",
                en="Nobody can be judged before {day}.",
            ),
            Words(id="Pilih tanggal lain.", en="Choose another day."),
        ),
    }
)
