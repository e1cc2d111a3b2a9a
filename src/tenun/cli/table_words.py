"""Every word of the table at the counter, in plain Indonesian and in English."""

from tenun.domain.assessment import Verdict
from tenun.domain.words import Words

VERDICTS = {
    Verdict.READY: (Words("SIAP", "READY"), "bold green"),
    Verdict.REPAIR: (Words("PERLU DIBENAHI", "TO BE REPAIRED"), "bold yellow"),
    Verdict.NOT_THIS_TARGET: (Words("BUKAN TUJUAN INI", "NOT THIS TARGET"), "bold magenta"),
    Verdict.STOP: (Words("BERHENTI", "STOP"), "bold red"),
}
"""The verdict with its colour; the colour never stands without the word."""

COUNTED = {
    Verdict.READY: Words("{count} siap", "{count} ready"),
    Verdict.REPAIR: Words("{count} perlu dibenahi", "{count} to be repaired"),
    Verdict.NOT_THIS_TARGET: Words("{count} bukan tujuan ini", "{count} not this target"),
    Verdict.STOP: Words("{count} berhenti", "{count} stop"),
}
HEADING = Words("Diperiksa per {on} untuk tahap {state}", "Checked as of {on} for {state}")
ROW = Words("Baris {row}", "Row {row}")
NOBODY = Words("Belum ada orang yang dapat diperiksa di lembar ini.", "The sheet holds nobody who can be checked.")
PROBLEMS = Words("Baris dan kolom yang tidak terbaca:", "Rows and columns that could not be read:")
WARNINGS = Words("Perhatikan:", "Note:")

READY_FOR = Words(
    "Siap sampai tahap {state}; tahap berikutnya: {following}", "Ready up to {state}; the next stage: {following}"
)
NEXT_STAGE = Words("Tahap berikutnya: {following}", "The next stage: {following}")
READY_FOR_ALL = Words("Siap berangkat.", "Ready to depart.")
NEXT_CHECK = Words("Periksa lagi paling lambat {day}", "Check again by {day}")

STOP = Words(
    "Jangan tawarkan perbaikan apa pun. Serahkan kepada petugas pelindungan (UPTD PPA).",
    "Offer no repair of any kind. Hand over to a protection officer (UPTD PPA).",
)
POSSIBLE = Words("Mungkin mulai {day}", "Possible from {day}")
OTHERS = Words("Tujuan lain yang cocok:", "Other targets that fit:")

WORK = Words("Yang harus dilakukan ({days}, {cost}):", "What to do ({days}, {cost}):")
ONE_VISIT = Words("cukup sekali datang", "one visit is enough")
FREE = Words("tanpa biaya", "no cost")
COST = Words("Rp{cost} {payer}, perkiraan", "Rp{cost} {payer}, estimate")
COST_SHARED = Words("Rp{cost} perkiraan, yang ditanggung sendiri Rp{hers}", "Rp{cost} estimate, her own share Rp{hers}")
STEP_COST = Words("Rp{cost} {payer}", "Rp{cost} {payer}")


WHY = Words("Sebab:", "Why:")
ASKED_BY = Words("Langkah {steps} diminta oleh {laws}", "Step {steps} is asked by {laws}")
DIFFERS = Words("{field} berbeda", "{field} differs")
TRUTH = Words("pegangan: {paper}", "taken as right: {paper}")
LEFT = Words("Belum dapat dibenahi sekarang:", "Cannot be repaired now:")
CONFIRM = Words("Perlu dikonfirmasi (tidak menghalangi):", "To be confirmed (does not block):")
REMARKS_HEAD = Words("Catatan:", "Remarks:")
REMARKS = {
    "birth_date_round": Words(
        "Lahir 31 Desember atau 1 Januari: tanyakan baik-baik; bukan alasan menolak",
        "Born 31 December or 1 January: ask kindly; no ground for refusal",
    ),
    "one_word_name": Words(
        "Nama satu kata tetap sah; untuk visa tanyakan lebih dulu",
        "A one-word name is lawful; ask first for the visa",
    ),
    "passport_number_unusual": Words(
        "Nomor paspor tidak seperti biasanya: cocokkan dengan paspornya",
        "An unusual passport number: compare it with the passport",
    ),
    "name_unlike_papers": Words(
        "Nama pada baris ini tidak sama dengan surat mana pun", "The name in this row is on none of the papers"
    ),
}
