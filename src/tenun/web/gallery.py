"""Every component in every state with invented content, for the gallery page and the test that misses none of them."""

from dataclasses import dataclass, field

from django import forms

from tenun.domain.assessment import FindingState
from tenun.web import parts
from tenun.web.officers import words
from tenun.web.officers.findings import SIGNS, TONES
from tenun.web.parts import (
    Bar,
    Cell,
    Column,
    Finding,
    Gate,
    Mark,
    Piece,
    PlanRow,
    Row,
    Sign,
    State,
    Sum,
    Tick,
    Tone,
    plain,
)


class SampleForm(forms.Form):
    """One field of each shape."""

    nama = forms.CharField(label="Nama seperti di akta", help_text="Satu kata pun boleh.")
    lahir = forms.CharField(label="Tanggal lahir", required=False)
    kecamatan = forms.ChoiceField(label="Kecamatan", choices=[("", "Pilih"), ("1", "Malaka Tengah")], required=False)
    catatan = forms.CharField(label="Catatan", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    bukti = forms.ChoiceField(
        label="Bukti",
        choices=[("3", "Asli dilihat"), ("2", "Salinan")],
        widget=forms.RadioSelect,
        help_text="Pilih satu.",
    )
    hadir = forms.BooleanField(label="Keluarga hadir saat penjelasan", required=False)

    def clean_lahir(self) -> str:
        """Refuses a day that no calendar has, as a page of the site would."""
        if self.cleaned_data["lahir"] == "31-02-2001":
            raise forms.ValidationError("Tanggal 31-02-2001 tidak ada. Lihat akta atau KTP.")
        return str(self.cleaned_data["lahir"])


def _states() -> tuple[State, ...]:
    """Every finding state as it stands when it does not block, then those that block."""
    calm = [State(SIGNS[each], TONES.get(each, Tone.PLAIN), words.STATES[each].id) for each in FindingState]
    red = (FindingState.UNVERIFIED, FindingState.EXPIRED, FindingState.DEFECTIVE, FindingState.MISSING)
    blocking = [State(SIGNS[each], Tone.BLOCKS, words.STATES[each].id) for each in red]
    return (*calm, *blocking, State(Sign.BLOCK, Tone.BLOCKS, words.STOPPED.id), State(Sign.INFO, Tone.PLAIN, "Catatan"))


def _gates() -> tuple[Gate, ...]:
    shown = (
        State(Sign.MET, Tone.MET, "Terpenuhi"),
        State(Sign.DIFFERS, Tone.BLOCKS, "2 menghambat"),
        State(Sign.CLOCK, Tone.EXPIRES, "1 akan kedaluwarsa"),
        State(Sign.QUESTION, Tone.UNKNOWN, "3 belum diketahui"),
        State(Sign.EYE, Tone.WEAK, "1 belum diverifikasi"),
        State(Sign.LATER, Tone.PLAIN, "Nanti"),
    )
    names = (name.id for name in words.GATES.values())
    return tuple(Gate(name, "gerbang", state) for name, state in zip(names, shown, strict=True))


def _finding(state: State, *, blocks: bool = False) -> Finding:
    said = (Piece("Ijazah menulis Yasint"), Piece("h", Mark.DIFFERS), Piece("a, akta menulis Yasinta."))
    return Finding(
        id="contoh",
        state=state,
        title="Nama di ijazah berbeda satu huruf",
        said=said,
        todo=("Langkah 2: Minta surat keterangan ke sekolah",),
        law="UU 18/2017, Pasal 5 huruf e",
        place="Sekolah",
        effort="1 hari kerja · gratis",
        blocks=blocks,
    )


def _findings() -> tuple[Finding, ...]:
    return (
        _finding(State(Sign.DIFFERS, Tone.BLOCKS, "Perlu dibetulkan"), blocks=True),
        _finding(State(Sign.QUESTION, Tone.UNKNOWN, "Belum diketahui"), blocks=True),
        _finding(State(Sign.CLOCK, Tone.EXPIRES, "Akan kedaluwarsa")),
    )


def _matrix() -> parts.Matrix:
    more = (Piece("Maria Yasint"), Piece("h", Mark.DIFFERS), Piece("a"))
    less = (Piece("Maria Yasin"), Piece("_", Mark.GAP), Piece("a"))
    return parts.Matrix(
        truth="akta kelahiran",
        columns=(
            Column("Akta kelahiran", "acuan", True),
            Column("Ijazah", "perlu surat", False),
            Column("KK", "harus diubah", False),
        ),
        rows=(
            Row(
                "Nama",
                (
                    Cell(plain("Maria Yasinta")),
                    Cell(more, "huruf h lebih", "differs"),
                    Cell(less, "huruf t kurang", "differs"),
                ),
            ),
            Row(
                "NIK",
                (
                    Cell(plain("tidak dimuat"), kind="none"),
                    Cell(plain("tidak dimuat"), kind="none"),
                    Cell(plain("•••• 0007"), digits=True),
                ),
            ),
        ),
    )


def _plans() -> tuple[parts.Timeline, ...]:
    """A plan by days with waiting, one whose bars are too short for their text, one visit, and what does not block."""
    rows = (
        PlanRow(
            number=1,
            title="Jalur terpanjang",
            detail="Dukcapil · gratis",
            bars=(Bar(1, 3, "3 hari kerja · 24–26 Nov"),),
            critical=True,
        ),
        PlanRow(number=2, title="Sejajar", detail="Sekolah · gratis", bars=(Bar(1, 2, "24–25 Nov"),)),
        PlanRow(
            number=3,
            title="Menunggu, lalu kerja",
            detail="Imigrasi · gratis",
            bars=(Bar(4, 1, "tunggu", waits=True), Bar(5, 1, "30 Nov")),
            note="Setelah langkah 1",
            critical=True,
        ),
    )
    ready = Sum("Siap paling cepat", "Selasa, 1 Desember 2026", ready=True)
    ticks = tuple(
        Tick(place, 1, day, below, ready=place == 6)
        for place, (day, below) in enumerate(
            zip(("Sel", "Rab", "Kam", "Jum", "Sen", "Sel"), ("24 Nov", "25", "26", "27", "30", "1 Des"), strict=True), 1
        )
    )
    short = (
        PlanRow(number=4, title="Batang pendek", detail="Desa · gratis", bars=(Bar(1, 1, "24 Nov", holds_text=False),)),
        PlanRow(
            number=5,
            title="Batang pendek di akhir",
            detail="Sekolah · gratis",
            bars=(Bar(39, 1, "18 Jan", holds_text=False, text_before=True),),
        ),
    )
    weeks = (Tick(1, 20, "", "24 Nov"), Tick(21, 20, "", "21 Des"))
    visit = PlanRow(number=6, title="Tunjukkan: KTP dan KK", detail="gratis", bars=())
    end = Sum("Langkah selesai", "Selasa, 24 November 2026", "lalu dinilai lagi")
    return (
        parts.Timeline(columns=6, ticks=ticks, rows=rows, sums=(ready,), has_ready_column=True),
        parts.Timeline(columns=40, ticks=weeks, rows=short, sums=(ready,)),
        parts.Timeline(columns=0, ticks=(), rows=(visit,), sums=(end,), beside=("Tunjukkan bukti pelatihan",)),
    )


def _papers() -> tuple[parts.PaperCard, ...]:
    names = ("Paspor", "AK1", "Ijazah", "KTP", "Akta kelahiran")
    proofs = ("belum ditunjukkan", "dinyatakan", "salinan", "asli dilihat", "disahkan sumbernya")
    return tuple(
        parts.PaperCard(
            name=name,
            state=State(Sign.MET, Tone.MET, "Terpenuhi")
            if proof > 2
            else State(Sign.EYE, Tone.WEAK, "Belum diverifikasi"),
            proof=proof,
            proof_word=word,
            note=f"{word} 13 Okt" if proof else word,
            url="#surat" if proof else "",
            scan_url="#surat" if proof > 1 else "",
        )
        for proof, (name, word) in enumerate(zip(names, proofs, strict=True))
    )


def _verdicts() -> tuple[parts.Verdict, ...]:
    line = parts.compose("Dapat siap paling cepat {day}.", day="Rabu, 9 Desember 2026")
    return (
        parts.Verdict(Sign.BLOCK, Tone.BLOCKS, "Belum siap: 3 hal menghambat", (line,), "Dinilai 24 November 2026."),
        parts.Verdict(Sign.CLOCK, Tone.EXPIRES, "Siap dicocokkan, 1 hampir habis", (plain("SKCK habis 20 Desember."),)),
        parts.Verdict(Sign.MET, Tone.MET, "Siap dicocokkan", (plain("Periksa lagi paling lambat 20 Mei 2027."),)),
        parts.Verdict(Sign.QUESTION, Tone.PLAIN, "Belum dapat dinilai", (plain("13 hal belum diketahui."),)),
        parts.Verdict(Sign.BLOCK, Tone.BLOCKS, words.NOT_THIS_TARGET.id, (plain("Mungkin mulai 18 April 2028."),)),
        parts.Verdict(Sign.BLOCK, Tone.BLOCKS, words.STOP.id, (plain(words.STOP_LINE.id),)),
    )


def _rows() -> tuple[parts.PersonRow, ...]:
    red, weak = State(Sign.EMPTY, Tone.BLOCKS, "Akta belum ada"), State(Sign.EYE, Tone.WEAK, "JKN belum dicek")
    first = parts.PersonRow(
        name="Kristina Un Bere",
        url="/",
        under_name="MLK-26-004035 · Wehali",
        blocker=red,
        more="+2 lagi",
        turn="Dukcapil",
        gates=_gates(),
        target="Malaysia · rumah tangga",
        stage="Tersaring",
        waiting="41 hari",
        late="lewat batas",
    )
    second = parts.PersonRow(
        name="Yoseph Un Bere",
        url="/",
        under_name="MLK-26-003295 · Boni",
        blocker=weak,
        more="",
        turn="BPJS",
        gates=_gates(),
        target="Malaysia · kebun",
        stage="Terdaftar",
        waiting="3 hari",
    )
    return (first, second)


@dataclass(frozen=True, slots=True)
class Gallery:
    """All there is to show; a form with errors stands beside a fresh one."""

    states: tuple[State, ...] = field(default_factory=_states)
    gates: tuple[Gate, ...] = field(default_factory=_gates)
    findings: tuple[Finding, ...] = field(default_factory=_findings)
    matrix: parts.Matrix = field(default_factory=_matrix)
    plans: tuple[parts.Timeline, ...] = field(default_factory=_plans)
    papers: tuple[parts.PaperCard, ...] = field(default_factory=_papers)
    verdicts: tuple[parts.Verdict, ...] = field(default_factory=_verdicts)
    rows: tuple[parts.PersonRow, ...] = field(default_factory=_rows)
    pairs: tuple[parts.Pair, ...] = (parts.Pair("Tujuan", "Malaysia"), parts.Pair("NIK", "•••• 0007", digits=True))
    log: tuple[parts.LogLine, ...] = (
        parts.LogLine("Ditunda", "24 Nov 2026, 08.10", "Rambu Anamila", "menunggu KK baru"),
        parts.LogLine("Terdaftar", "6 Okt 2026, 09.20", "Yakob Seuk"),
    )
    looks: tuple[parts.Look, ...] = (
        parts.Look("Rambu Anamila", "Disnakertrans Malaka", "24 Nov 2026, 08.10", "membuka berkas"),
    )
    texts: tuple[parts.Text, ...] = (
        (
            Piece("biasa, "),
            Piece("penting", Mark.STRONG),
            Piece(", Yasint"),
            Piece("h", Mark.DIFFERS),
            Piece("a, Ber"),
            Piece("_", Mark.GAP),
            Piece("adete"),
        ),
    )
    proofs: tuple[tuple[int, str], ...] = tuple(
        enumerate(("belum ada", "dinyatakan", "salinan", "asli dilihat", "disahkan"))
    )
    fresh: SampleForm = field(default_factory=lambda: SampleForm(prefix="baru"))
    wrong: SampleForm = field(
        default_factory=lambda: SampleForm({"salah-nama": "Yasinta", "salah-lahir": "31-02-2001"}, prefix="salah")
    )
