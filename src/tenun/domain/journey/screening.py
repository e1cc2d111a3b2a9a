"""The twelve questions of the talk about safety. Not a verdict and no score: a red answer leads to a trained officer.

Source: handbook process, section 7. The answers themselves are not stored here.
"""

from dataclasses import dataclass

from tenun.domain.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `is_red` when a troubling answer to it must be looked at by protection."""

    words: Words
    is_red: bool = False


QUESTIONS: tuple[Question, ...] = (
    Question(
        Words(
            "Siapa yang pertama menawarkan pekerjaan ini? Tahukah nama lengkapnya?",
            "Who first offered the work? Do you know the full name?",
        )
    ),
    Question(
        Words(
            "Adakah yang memberi uang kepada Anda atau keluarga (uang sirih pinang, okomama)?",
            "Did anybody give money to you or the family (uang sirih pinang, okomama)?",
        )
    ),
    Question(
        Words("Siapa membayar perjalanan dan surat? Adakah utang?", "Who paid for travel and papers? Do you owe?")
    ),
    Question(
        Words(
            "Apakah Anda disuruh menyebut umur, nama, agama, tempat, atau tujuan yang lain?",
            "Were you told to say another age, name, religion, place or purpose?",
        ),
        is_red=True,
    ),
    Question(Words("Siapa memegang KTP, ijazah, dan paspor Anda?", "Who holds your KTP and passport?"), is_red=True),
    Question(
        Words("Tahukah Anda majikan, pekerjaan, upah, dan tempatnya?", "Do you know the employer, job, wage and place?")
    ),
    Question(
        Words(
            "Lewat mana berangkatnya: Batam, Nunukan, Kalimantan, Surabaya?",
            "Which route: Batam, Nunukan, Kalimantan, Surabaya?",
        )
    ),
    Question(
        Words("Bebaskah Anda pulang dan memakai telepon?", "Are you free to go home and to use a phone?"), is_red=True
    ),
    Question(
        Words("Adakah ancaman, kekerasan, atau pelecehan?", "Was there threat, violence or sexual harm?"), is_red=True
    ),
    Question(Words("Adakah upah ditahan atau dipotong?", "Was wage withheld or deducted?")),
    Question(
        Words("Apakah umurnya di bawah 18, atau suratnya dipalsukan?", "Under 18, or with forged papers?"), is_red=True
    ),
    Question(Words("Adakah orang lain bersama Anda?", "Is anyone else with you?")),
)
