"""What an officer must have in hand to enter an event: one short list of words, named by code."""

from enum import StrEnum

from tenun.domain.words import Words


class Evidence(StrEnum):
    """One thing to show or to note (handbook process, event table)."""

    FIRST_TALK = "first_talk"
    BRIEFING_CHECKLIST = "briefing_checklist"
    VILLAGE_REGISTER = "village_register"
    JOB_SEEKER_CARD = "job_seeker_card"
    SCREENING_FORM = "screening_form"
    CONSENT_TO_START = "consent_to_start"
    JOB_ORDER = "job_order"
    PLACEMENT_AGREEMENT = "placement_agreement"
    MEDICAL_CONCLUSION = "medical_conclusion"
    PASSPORT_VERIFIED = "passport_verified"
    WORK_CONTRACT = "work_contract"
    WORK_VISA = "work_visa"
    INSURANCE_RECEIPT = "insurance_receipt"
    ORIENTATION_AND_CARD = "orientation_and_card"
    TICKET = "ticket"
    ARRIVAL_REPORT = "arrival_report"
    CALL_LOG = "call_log"
    CHANGE_BEFORE_MISSION = "change_before_mission"
    INTAKE_FORM = "intake_form"
    CASE_OUTCOME = "case_outcome"
    RETURN_REASON = "return_reason"
    ARRIVAL_AT_DEBARKATION = "arrival_at_debarkation"
    HANDOVER_RECORD = "handover_record"
    REFUSAL_OF_CARE = "refusal_of_care"
    HEALTH_LETTER_AND_CONSENT = "health_letter_and_consent"
    REINTEGRATION_PLAN = "reintegration_plan"
    DEATH_NOTICE = "death_notice"
    WORKERS_OWN_WORD = "workers_own_word"
    REASON_AND_OFFICER = "reason_and_officer"
    APPEAL_DECISION = "appeal_decision"
    RETRY_DATE = "retry_date"
    BIRTH_DATE_PAPER = "birth_date_paper"
    REPORT_OF_DEPARTURE = "report_of_departure"
    CALLS_WITHOUT_ANSWER = "calls_without_answer"
    CONTACT_AGAIN = "contact_again"

    @property
    def words(self) -> Words:
        """What the form asks for."""
        return _WORDS[self]


_WORDS = {
    Evidence.FIRST_TALK: Words("Siapa bicara dengan siapa, kapan", "Who talked to whom, when"),
    Evidence.BRIEFING_CHECKLIST: Words(
        "Daftar penjelasan, bahasa yang dipakai, tanggal", "Briefing list, language used, date"
    ),
    Evidence.VILLAGE_REGISTER: Words("Nomor register desa, KTP, KK, foto", "Village register number, KTP, KK, photo"),
    Evidence.JOB_SEEKER_CARD: Words("Kartu AK1 dan nomor Sisko", "AK1 card and Sisko number"),
    Evidence.SCREENING_FORM: Words("Lembar 12 pertanyaan", "The form of 12 questions"),
    Evidence.CONSENT_TO_START: Words("Persetujuan calon untuk mulai", "The candidate's consent to begin"),
    Evidence.JOB_ORDER: Words(
        "Lowongan yang sah, atau pemberi kerja berbadan hukum bagi pekerja perseorangan",
        "Verified job order, or the legal-entity employer of an independent worker",
    ),
    Evidence.PLACEMENT_AGREEMENT: Words(
        "Perjanjian penempatan dan rincian biaya, dilihat dinas tenaga kerja",
        "Placement agreement and cost sheet, seen by the labour office",
    ),
    Evidence.MEDICAL_CONCLUSION: Words(
        "Kesimpulan pemeriksaan kesehatan dan psikologi", "Conclusions of the medical and psychological exam"
    ),
    Evidence.PASSPORT_VERIFIED: Words("Paspor, baris mesin sudah diperiksa", "Passport, machine lines checked"),
    Evidence.WORK_CONTRACT: Words(
        "Perjanjian kerja lengkap (awak kapal: perjanjian kerja laut), salinan untuk keluarga",
        "Complete work contract (crew: seafarer's contract), a copy for the family",
    ),
    Evidence.WORK_VISA: Words("Visa kerja atau izin masuk", "Work visa or entry permit"),
    Evidence.INSURANCE_RECEIPT: Words(
        "Nomor peserta, bukti bayar, masa perlindungan", "Participation number, receipt, period of cover"
    ),
    Evidence.ORIENTATION_AND_CARD: Words("Bukti OPP dan nomor E-KPMI", "Proof of OPP and the E-KPMI number"),
    Evidence.TICKET: Words("Pesawat atau kapal, tanggal", "Flight or ship, date"),
    Evidence.ARRIVAL_REPORT: Words("Laporan tiba", "Report of arrival"),
    Evidence.CALL_LOG: Words(
        "Catatan hubungan: upah diterima? paspor dipegang siapa?",
        "Call log: wage received? who holds the passport?",
    ),
    Evidence.CHANGE_BEFORE_MISSION: Words(
        "Perubahan atau perpanjangan di hadapan Perwakilan RI", "Change or extension before the Mission"
    ),
    Evidence.INTAKE_FORM: Words("Lembar penerimaan pengaduan", "Intake form of the complaint"),
    Evidence.CASE_OUTCOME: Words("Hasil penanganan", "Outcome of the case"),
    Evidence.RETURN_REASON: Words("Alasan pulang", "Reason of the return"),
    Evidence.ARRIVAL_AT_DEBARKATION: Words("Tempat dan waktu tiba", "Place and time of arrival"),
    Evidence.HANDOVER_RECORD: Words("Berita acara serah terima", "Signed record of the hand-over"),
    Evidence.REFUSAL_OF_CARE: Words("Surat penolakan pemulihan", "Signed letter refusing rehabilitation"),
    Evidence.HEALTH_LETTER_AND_CONSENT: Words(
        "Surat kesehatan atau psikologi dan persetujuan keluarga",
        "Health or psychology letter and family consent",
    ),
    Evidence.REINTEGRATION_PLAN: Words(
        "Rencana, pelatihan, modal, tindak lanjut", "Plan, training, capital, follow-up"
    ),
    Evidence.DEATH_NOTICE: Words("Siapa memberi kabar, kapan diketahui", "Who told, when it was known"),
    Evidence.WORKERS_OWN_WORD: Words("Pernyataan calon sendiri", "The candidate's own word"),
    Evidence.REASON_AND_OFFICER: Words("Alasan, dasar hukum, nama petugas", "Reason, its law, the officer's name"),
    Evidence.APPEAL_DECISION: Words("Putusan atas keberatan", "Decision on the appeal"),
    Evidence.RETRY_DATE: Words("Alasan dan tanggal boleh mencoba lagi", "Reason and the date to try again"),
    Evidence.BIRTH_DATE_PAPER: Words("Dokumen yang memuat tanggal lahir", "The paper that states the birth date"),
    Evidence.REPORT_OF_DEPARTURE: Words("Siapa melapor, dari mana tahunya", "Who reports, and how it is known"),
    Evidence.CALLS_WITHOUT_ANSWER: Words("Catatan panggilan tanpa jawaban", "Log of calls without an answer"),
    Evidence.CONTACT_AGAIN: Words("Siapa bicara dengannya, kapan", "Who talked to her, when"),
}
