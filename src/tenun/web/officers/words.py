"""Every word of the officers' pages that the catalogue does not hold, in plain Indonesian and in English."""

from tenun.domain.assessment import FindingState, Verdict
from tenun.domain.catalogue import Gate
from tenun.domain.papers import MaritalStatus, PaperKind, Proof, Sex
from tenun.domain.states import ReadyState
from tenun.domain.words import Words
from tenun.formats.columns import Column, Group

GATES = {
    Gate.AGE: Words("Umur", "Age"),
    Gate.DOCUMENTS: Words("Dokumen", "Papers"),
    Gate.COMPETENCE: Words("Kompetensi", "Competence"),
    Gate.HEALTH: Words("Kesehatan", "Health"),
    Gate.SOCIAL_SECURITY: Words("Jaminan sosial", "Social security"),
    Gate.PLACEMENT: Words("Penempatan", "Placement"),
}
"""The gates in the order in which they always stand."""

STATES = {
    FindingState.NOT_NEEDED: Words("Tidak perlu", "Not needed"),
    FindingState.MET: Words("Terpenuhi", "Met"),
    FindingState.EXPIRING: Words("Akan kedaluwarsa", "Will expire"),
    FindingState.UNVERIFIED: Words("Belum diverifikasi", "Not verified"),
    FindingState.UNKNOWN: Words("Belum diketahui", "Not known"),
    FindingState.EXPIRED: Words("Kedaluwarsa", "Expired"),
    FindingState.DEFECTIVE: Words("Perlu dibetulkan", "To be mended"),
    FindingState.MISSING: Words("Belum ada", "Missing"),
    FindingState.NOT_DUE: Words("Nanti", "Later"),
}
NOT_AS_ASKED = Words("Belum sesuai", "Not as asked")
STOPPED = Words("Berhenti", "Stop")
HELD = Words("Ditahan dulu", "On hold")

BLOCK = Words("{count} menghambat", "{count} blocking")
UNKNOWN = Words("{count} belum diketahui", "{count} not known")
EXPIRING = Words("{count} akan kedaluwarsa", "{count} will expire")
CONFIRM = Words("{count} perlu dikonfirmasi", "{count} to be confirmed")
MET_SO_FAR = Words("Terpenuhi sejauh ini", "Met so far")
OF_ALL = Words("{count} syarat: {met} terpenuhi", "{count} requirements: {met} met")
SETTLED_MET = Words("{count} terpenuhi", "{count} met")
SETTLED_LATER = Words("{count} nanti", "{count} later")

READY = Words("Siap sampai tahap {stage}", "Ready up to {stage}")
READY_FOR = {
    ReadyState.MATCHED: Words("Siap dicocokkan", "Ready to be matched"),
    ReadyState.CLEARED: Words("Siap berangkat", "Ready to depart"),
    ReadyState.DEPARTED: Words("Siap berangkat", "Ready to depart"),
}
READY_BUT = Words("{ready}, {count} hampir habis", "{ready}, {count} about to expire")
NOT_READY = Words("Belum siap: {count} hal menghambat", "Not ready: {count} blocking")
NOT_JUDGED = Words("Belum dapat dinilai: {count} hal belum diketahui", "Cannot be judged yet: {count} not known")
NOT_THIS_TARGET = Words("Bukan tujuan ini", "Not this destination")
STOP = Words("Berhenti: serahkan ke pelindungan", "Stop: hand over to protection")

EARLIEST = Words(
    "Dapat siap paling cepat {day} bila dimulai {start}.", "Ready on {day} at the earliest, if begun {start}."
)
ONE_VISIT_READY = Words("Dapat siap {day}: cukup sekali datang.", "Can be ready on {day}: one visit is enough.")
ONE_VISIT_JUDGED = Words("Dapat dinilai {day}: cukup sekali datang.", "Can be judged on {day}: one visit is enough.")
JUDGED_AGAIN = Words(
    "Langkahnya selesai paling cepat {day}, lalu dinilai lagi.",
    "The steps end on {day} at the earliest; then judge again.",
)
HER_COST = Words("Biaya yang ia tanggung: kira-kira {cost}.", "What she pays herself: about {cost}.")
HER_COST_FREE = Words("Gratis baginya.", "Free of cost for her.")
ALSO_UNKNOWN = Words("Selain itu {count} hal belum diketahui.", "Besides, {count} are not known.")
NEXT_STAGE = Words("Tahap berikutnya: {stage}.", "The next stage: {stage}.")
ALL_STAGES = Words("Semua tahap terpenuhi.", "Every stage is met.")
CHECK_AGAIN = Words("Periksa lagi paling lambat {day}.", "Check again by {day}.")
POSSIBLE = Words("Mungkin mulai {day}.", "Possible from {day}.")
OTHERS = Words("Tujuan lain yang cocok: {targets}.", "Other destinations that fit: {targets}.")
STOP_LINE = Words(
    "Jangan tawarkan perbaikan apa pun. Serahkan kepada UPTD PPA.",
    "Offer no repair of any kind. Hand over to the protection unit (UPTD PPA).",
)
JUDGED = Words("Dinilai menurut aturan {day}, untuk tahap {stage}.", "Judged by the rules of {day}, for {stage}.")

DIFFERS = Words("{field} di {papers} berbeda", "{field} on {papers} differs")
WRITES = Words("{papers} menulis {value}. ", "{papers}: {value}. ")
SHOWS = Words("{papers} menunjukkan {value}. ", "{papers} shows {value}. ")
VALID_UNTIL = Words("Berlaku sampai {day}.", "Valid until {day}.")
ISSUED = Words("Terbit {day}.", "Issued {day}.")
NO_LAW = Words(
    "{source}; pasalnya belum ditemukan, jadi tidak menghambat", "{source}; no article found, so it does not block"
)
DOUBTED_LAW = Words(
    "{source}; perlu dikonfirmasi, jadi tidak menghambat", "{source}; to be confirmed, so it does not block"
)
STEP = Words("Langkah {number}: {title}", "Step {number}: {title}")

SAME_DAY = Words("hari yang sama", "the same day")
FREE = Words("gratis", "free")
COST_OF = Words("kira-kira {cost}, {payer}", "about {cost}, {payer}")

THEN = Words(", lalu ", ", then ")
MOBILE = Words("bisa di layanan keliling", "also at a mobile service")
LONGEST = Words("jalur terpanjang", "longest path")
READY_DAY = Words("Siap paling cepat", "Ready at the earliest")
END_DAY = Words("Langkah selesai", "Steps end")
THEN_AGAIN = Words("lalu dinilai lagi", "then judge again")
PATH = Words("Jalur terpanjang", "Longest path")
PATH_OF = Words("Langkah {steps}, {days}", "Step {steps}, {days}")
COST = Words("Biaya, perkiraan", "Cost, estimated")
COST_BY_LAW = Words("Biaya, perkiraan ({law})", "Cost, estimated ({law})")
PAYS = Words("{cost} {payer}", "{cost} {payer}")

NOT_PRINTED = Words("tidak dimuat", "not printed there")
NOT_READ = Words("belum dibaca", "not read yet")
TRUTH = Words("acuan", "reference")
MUST_CHANGE = Words("harus diubah", "to be changed")
NEEDS_LETTER = Words("perlu surat keterangan", "needs a letter")
DISAGREES = Words("berbeda", "differs")
AGREES = Words("cocok", "agrees")

PROOFS = {
    Proof.ABSENT: Words("tidak ada", "does not exist"),
    Proof.DECLARED: Words("dinyatakan", "declared"),
    Proof.COPY: Words("salinan", "copy"),
    Proof.ORIGINAL_SEEN: Words("asli dilihat", "original seen"),
    Proof.CERTIFIED: Words("disahkan sumbernya", "certified by its source"),
}
NOT_SHOWN = Words("belum ditunjukkan", "not shown yet")
BY = Words("{proof} {day} oleh {who}", "{proof} {day} by {who}")
ON = Words("{proof} {day}", "{proof} {day}")

BRING = Words("Bawa {papers}.", "Bring {papers}.")
AT = Words("{place}, {effort}.", "{place}, {effort}.")
PRINT = Words("Cetak rencana untuk {name}", "Print the plan for {name}")
HANDED_OVER = Words("Serahkan kepada petugas pelindungan", "Hand over to a protection officer")
HAND_OVER = Words("Serahkan ke pelindungan", "Hand over to protection")
CHOOSE_TARGET = Words("Pilih tujuan lain", "Choose another destination")
RECORD_PAPER = Words("Catat surat", "Record a paper")
GO_ON = Words("Lanjut ke {stage}", "Go on to {stage}")
NOTHING_OPEN = Words("Tidak ada yang menghambat", "Nothing blocks")

SEXES = {Sex.FEMALE: Words("Perempuan", "Female"), Sex.MALE: Words("Laki-laki", "Male")}
MARITAL = {
    MaritalStatus.SINGLE: Words("Belum kawin", "Single"),
    MaritalStatus.MARRIED: Words("Kawin", "Married"),
    MaritalStatus.DIVORCED: Words("Cerai hidup", "Divorced"),
    MaritalStatus.WIDOWED: Words("Cerai mati", "Widowed"),
}
_LABELS = {
    "name": Words("Nama lengkap", "Full name"),
    "nik": Words("NIK", "NIK"),
    "family_card_number": Words("Nomor KK", "KK number"),
    "birth_place": Words("Tempat lahir", "Place of birth"),
    "birth_date": Words("Tanggal lahir", "Date of birth"),
    "sex": Words("Jenis kelamin", "Sex"),
    "marital_status": Words("Status kawin", "Marital status"),
    "mother_name": Words("Nama ibu", "Mother's name"),
    "father_name": Words("Nama ayah", "Father's name"),
    "village_code": Words("Desa atau kelurahan", "Village"),
    "phone": Words("Telepon", "Telephone"),
    "education": Words("Pendidikan terakhir", "Schooling"),
    "target": Words("Tujuan", "Destination"),
    "departure_on": Words("Rencana berangkat", "Planned departure"),
    "proof": Words("Bukti", "Proof"),
    "number": Words("Nomor", "Number"),
    "issued_on": Words("Tanggal surat", "Date of the paper"),
    "valid_until": Words("Berlaku sampai", "Valid until"),
    "mrz1": Words("Baris mesin pertama, di bawah foto", "First machine-readable line, below the photo"),
    "mrz2": Words("Baris mesin kedua", "Second machine-readable line"),
    "defect": Words("Cacat yang terlihat", "Fault that can be seen"),
    "consent_giver": Words("Hubungan pemberi izin", "What the giver is to her"),
    "consent_known_by_village_head": Words("Diketahui kepala desa atau lurah", "Known to the village head"),
    "medical_fit": Words("Hasil", "Result"),
    "psychology_fit": Words("Hasil", "Result"),
    "training_hours": Words("Jumlah jam", "Hours"),
    "experience_months": Words("Jumlah bulan", "Months"),
    "contract_start": Words("Mulai kontrak", "Start of the contract"),
    "contract_end": Words("Akhir kontrak", "End of the contract"),
    "level": Words("Tingkat atau nilai", "Level or score"),
    "tested_on": Words("Tanggal tes", "Day of the test"),
}
_PRINTED_NAME = Words("Nama, persis seperti tercetak", "Name, exactly as printed")
_GIVER = Words("Nama pemberi izin", "Name of the giver")


def column_label(column: Column) -> Words:
    """What a column of the officers' sheet is called on a page."""
    if column.field == "name" and column.paper is not None:
        return _GIVER if column.paper is PaperKind.FAMILY_CONSENT else _PRINTED_NAME
    return _LABELS[column.field]


CELLS = {
    "tidak_sekolah": Words("Tidak sekolah", "No schooling"),
    "suami": Words("Suami", "Husband"),
    "istri": Words("Istri", "Wife"),
    "orang_tua": Words("Orang tua", "Parent"),
    "wali": Words("Wali", "Guardian"),
    "ya": Words("Ya", "Yes"),
    "tidak": Words("Tidak", "No"),
    "layak": Words("Layak", "Fit"),
    "tidak_layak": Words("Tidak layak", "Not fit"),
}
"""What a cell of the sheet says that is a word and no abbreviation."""

GROUPS = {
    Group.PAPER: Words("Jati diri", "Identity"),
    Group.CONSENT: Words("Izin keluarga", "Consent of the family"),
    Group.LETTERS: Words("Surat keterangan", "Letters"),
    Group.HEALTH: Words("Kesehatan", "Health"),
    Group.SKILLS: Words("Pelatihan dan pengalaman", "Training and experience"),
    Group.PLACEMENT: Words("Penempatan", "Placement"),
}
CERTIFICATES = Words("Sertifikat kompetensi", "Certificates of competence")
TESTS = Words("Tes bahasa", "Language tests")
OTHERS_KEPT = Words("Lain-lain", "Others")
RETIRED = Words("tidak diminta lagi", "no longer asked")
ON_FILE = Words("Dicatat", "On file")
DOES_NOT_EXIST = Words("Tidak ada", "Does not exist")

INVITATION = Words("Daftar undangan", "List of those invited")
INVITATION_HEADS = (
    Words("No.", "No."),
    Words("Nama", "Name"),
    Words("Desa", "Village"),
    Words("Tiket", "Ticket"),
    Words("Hadir", "Came"),
)
INVITATION_BRING = Words(
    "Bawa semua surat asli yang ada. Datang tidak dipungut biaya.",
    "Bring all original papers that there are. Coming costs nothing.",
)
INVITED_BY = Words("Diundang oleh", "Invited by")
PRINT_FOOT_LIST = Words(
    "Dicetak {day}. Berisi nama orang: simpan, jangan ditempel di tempat umum.",
    "Printed {day}. It holds names: keep it, do not put it up in public.",
)
QUEUE = Words("Antrean", "Queue")
QUEUE_COLUMNS = (
    Words("Tiket dan desa", "Ticket and village"),
    Words("Nama", "Name"),
    Words("Tujuan", "Destination"),
    Words("Tahap", "Stage"),
    Words("Penghambat pertama", "First thing that blocks"),
    Words("Lainnya", "More"),
    Words("Giliran", "Whose turn"),
    Words("Sejak", "Since"),
)
BEING_JUDGED = Words("Sedang dinilai", "Being judged")
THIS_DESK = Words("Meja ini", "This desk")
NO_TARGET = Words("Tujuan belum dipilih", "No destination chosen yet")
HELD_LINE = Words("Ditahan sementara, hubungi provinsi", "Held for now, call the province")
FITS = Words("{count} hal menghambat", "{count} blocking")
FROM_DAY = Words("mungkin mulai {day}", "possible from {day}")

SINCE_TODAY = Words("sejak hari ini", "since today")
DAYS_WAITING = Words("{count} hari", "{count} days")

PRINT_TITLE = Words("Rencana untuk {name}", "Plan for {name}")
TICKET_NUMBER = Words("Nomor tiket", "Ticket number")
PRINT_READY = Words("Surat-surat Anda sudah lengkap untuk dicocokkan.", "Your papers are complete for a match.")
PRINT_OTHER_TARGET = Words("Tujuan ini belum bisa. Tanyakan tujuan lain.", "Not this destination yet. Ask for another.")
PRINT_REPAIR = Words("Masih ada {count} hal yang harus dibereskan.", "{count} things are still to be done.")
PRINT_END = Words("Selesai paling cepat {day}.", "Done on {day} at the earliest.")
PRINT_COST = Words("Yang Anda bayar sendiri: kira-kira {cost}.", "What you pay yourself: about {cost}.")
PRINT_FREE = Words("Semua langkah ini gratis bagi Anda.", "All these steps are free for you.")
PRINT_STEPS = Words("Yang dikerjakan, urut dari atas", "What to do, in this order")
PRINT_WHAT = Words("Apa", "What")
PRINT_WHERE = Words("Di mana", "Where")
PRINT_HERE = Words("Kantor ini", "This office")
PRINT_EFFORT = Words("Lama dan biaya", "Time and cost")
PRINT_MORE = Words(
    "Masih ada {count} langkah lain sesudah ini. Bawa lembar ini ke loket dan minta lembar lanjutan.",
    "{count} more steps follow. Bring this sheet to the desk and ask for the next one.",
)
NOTHING_TO_DO = Words("Tidak ada yang harus dibereskan sekarang.", "There is nothing to do now.")
PRINT_ESTIMATE = Words(
    "Lama dan biaya di atas perkiraan. Tanyakan lagi di loket.", "Time and cost are estimates. Ask again at the desk."
)
PRINT_RECEIPT = Words(
    "Minta kuitansi untuk setiap pembayaran. Pungutan lain, laporkan ke loket ini.",
    "Ask for a receipt for every payment. Report any other charge to this desk.",
)
PRINT_KEEP = Words(
    "Simpan surat asli sendiri. Jangan serahkan KTP, ijazah, atau paspor kepada perekrut.",
    "Keep your originals. Do not hand your KTP, ijazah or passport to a recruiter.",
)
PRINT_OFFICER = Words("Dijelaskan oleh", "Explained by")
PRINT_FOOT = Words("Dicetak {day}. Bawa lembar ini setiap kali datang.", "Printed {day}. Bring this sheet each time.")

YEARS = Words("{age} tahun", "aged {age}")
TICKET = Words("Tiket", "Ticket")
OTHER_NAMES = Words("Nama lain", "Other names")
TARGET = Words("Tujuan", "Destination")
STAGE = Words("Tahap", "Stage")
PERSON = Words("Orang", "Person")

SIMULATED = {
    Verdict.READY: Words("Siap", "Ready"),
    Verdict.REPAIR: Words("Belum siap", "Not ready"),
    Verdict.NOT_THIS_TARGET: NOT_THIS_TARGET,
    Verdict.STOP: STOPPED,
}
"""A verdict in a word, where nothing is known of the person but that."""
NO_SUCH_TARGET = Words("Tujuan tidak ada", "No such destination")
