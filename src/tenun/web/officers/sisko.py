"""The section "Di Sisko" of a file: her number, the day of the list, and a line for each step on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenun.domain.sisko import Held, Reflection
from tenun.domain.wording import say_day
from tenun.domain.words import Words
from tenun.intake.mirror import ours_of, reflected
from tenun.intake.sisko import newest_listings
from tenun.people.enums import System
from tenun.web.language import language, say
from tenun.web.officers.file import File
from tenun.web.parts import Pair, Sign, State, Tone

_STATES: Mapping[Reflection, tuple[Sign, Tone, Words]] = {
    Reflection.NOWHERE: (Sign.DASH, Tone.PLAIN, Words("belum ada", "not there yet")),
    Reflection.SENT: (Sign.LATER, Tone.PLAIN, Words("terkirim, belum tampak di Sisko", "sent, not seen in Sisko yet")),
    Reflection.RECEIVED: (Sign.MET, Tone.MET, Words("diterima", "received")),
    Reflection.OTHER_DAY: (Sign.DIFFERS, Tone.WEAK, Words("berbeda: tanggalnya lain", "differs: another date")),
    Reflection.ONLY_THERE: (Sign.DIFFERS, Tone.WEAK, Words("berbeda: hanya ada di Sisko", "differs: only in Sisko")),
}
NUMBER, LISTED = Words("Nomor", "Number"), Words("Dari daftar", "From the list of")
DESTINATION, AGENCY = Words("Tujuan", "Destination"), Words("P3MI", "Agency")
THERE, NOT_THERE = Words("ada, tanpa tanggal", "there, without a date"), Words("belum ada", "not there yet")


@dataclass(frozen=True, slots=True)
class SiskoLine:
    """One step: what Tenun holds, what the list shows, and how the two stand."""

    step: str
    ours: str
    theirs: str
    state: State


@dataclass(frozen=True, slots=True)
class SiskoSection:
    """Exactly what the template shows."""

    about: tuple[Pair, ...]
    lines: tuple[SiskoLine, ...]


def say_held(held: Held) -> str:
    """How one side holds a step."""
    if isinstance(held, bool):
        return say(THERE if held else NOT_THERE)
    return say_day(held, language())


def section_of(file: File) -> SiskoSection | None:
    """One query. Nothing while Sisko has told nothing of her, and nothing while her age is in question."""
    listing = newest_listings([file.person.pk]).get(file.person.pk)
    numbers = [code for system, code in file.about.external_numbers if system == System.SISKO.label]
    if (listing is None and not numbers) or file.is_stopped():
        return None
    about = [Pair(say(NUMBER), number, digits=True) for number in numbers]
    if listing is None:
        return SiskoSection(tuple(about), ())
    about.append(Pair(say(LISTED), say_day(listing.listed_on, language())))
    texts = ((DESTINATION, listing.destination), (AGENCY, listing.agency))
    about += [Pair(say(name), text) for name, text in texts if text]
    lines = [
        SiskoLine(say(each.step.label), say_held(each.ours), say_held(each.theirs), _state(each.reflection))
        for each in reflected(listing, ours_of(file.papers, file.journey, file.entries))
    ]
    return SiskoSection(tuple(about), tuple(lines))


def _state(reflection: Reflection) -> State:
    sign, tone, word = _STATES[reflection]
    return State(sign, tone, say(word))
