"""What the sentences of a press text say: who received whom, where, on which day, what was said and by whom.

Every finder looks for one habit of writing and gives value and place; what it misses, a person writes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tenun.formats.press_lines import sentence_end

_CATEGORY = re.compile(r"^(?:Kegiatan|Berita|Agenda|Siaran Pers|Rilis|Kunjungan Kerja)\b[^.!?]{0,60}$")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Za-z'. ]{2,30}?)(?:\s*,\s*(?:Humas\w*|[^-–—:.]{3,30})|\s*\([^)]{3,30}\))?"
    r"\s*[-–—]{1,2}\s+(?=[\"“A-Z])"
)
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni", "juli"),
    *("agustus", "september", "oktober", "november", "desember"),
)
_DATE = re.compile(
    r"(?:\b(?P<day>Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b\s*[,(]?\s*(?:tanggal\s+)?\(?)?"
    r"\b(?P<d>\d{1,2})(?:\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*|\s+(?P<month>"
    + "|".join(_MONTHS)
    + r")\s+)(?P<y>\d{4})\b",
    re.IGNORECASE,
)
_KINDS = (
    ("signing", re.compile(r"penandatanganan|menandatangani", re.IGNORECASE)),
    ("coordination", re.compile(r"rapat koordinasi|\brakor\b", re.IGNORECASE)),
    ("audience", re.compile(r"\baudiensi\b", re.IGNORECASE)),
    ("visit", re.compile(r"\bkunjungan\b|\bmengunjungi\b", re.IGNORECASE)),
)
_NAME = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,5}?"
_HOST = re.compile(
    r"(?P<office>(?:Plt\.?\s+|Penjabat\s+)?(?:Wakil Gubernur|Gubernur|Sekda|Sekretaris Daerah|Bupati|Wakil Bupati"
    r"|Wali Kota|Kepala (?:Dinas|Biro|Badan)(?:\s+[A-Z]\w+){1,4}?)"
    r"(?:\s+(?:Provinsi\s+)?(?:NTT|Nusa Tenggara Timur|Kupang|Belu|Malaka"
    r"|Sikka|Ende|Flores Timur|Lembata|Alor|Timor Tengah (?:Utara|Selatan)))?)"
    rf",?\s+(?P<name>{_NAME}),?\s+(?=(?:menerima|membuka|memimpin|menandatangani|mengunjungi|menggelar|bertemu|hadir"
    r"|menghadiri|bersama|didampingi|melakukan|menyambut|menjadi)\b)"
)
_ORG_WORD = (
    r"(?:Kementerian|Kemen\w+|Kemlu|Badan|Lembaga|Yayasan|Konsulat|Kedutaan|Universitas|Politeknik|Bank|Asosiasi|Ikatan"
    r"|Serikat|Dinas|Pemerintah|Direktorat|International|Organisasi|Komisi|Keuskupan|Sinode|Perkumpulan|PT|BP3MI)"
)
_ORGANISATION = re.compile(
    rf"\b(?:{_ORG_WORD}(?:\s+(?:(?!{_ORG_WORD})[A-Z][\w.'-]*|of|on|for|the|and)|\s+dan\s+(?!{_ORG_WORD}|[A-Z]{{2}})[A-Z]\w+)*"
    r"(?:\s+\([A-Z][A-Za-z0-9]{1,11}\))?"
    r"|(?:[A-Z][\w'-]+\s+)(?:(?:[A-Z][\w'-]+|of|on|for|the|and|untuk)\s+){0,6}\([A-Z][A-Za-z0-9]{1,11}\))"
)
_NOT_A_GUEST = re.compile(r"(?:Kepala|Sekretaris|Direktur|Staf|Menteri|oleh|program|asal|Pemprov)\s*$")
_PLACE = re.compile(
    r"\b(?:di|bertempat di)\s+(?P<place>(?:Ruang|Kantor|Aula|Gedung|Hotel|Rumah|Balai|Pendopo|Auditorium|Lopo)\b"
    r"(?:\s+(?:[A-Z][\w.'-]*|\d+|dan|lantai|kerja|rapat|jabatan|dinas|serba|guna))*)"
)
_OCCASION = re.compile(
    r"\b(?:merupakan bagian dari|menjadi bagian dari|bagian dari|dalam rangka|(?:merupakan|sebagai) tindak lanjut)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_POST = r"(?:Kepala|Sekretaris|Asisten|Staf Ahli|Plt|Wakil|Direktur|Karo|Kadis|Kaban|Inspektur|Ketua|Penjabat)\b"
_COMPANIED = re.compile(r"\bdidampingi(?:\s+oleh)?\s+", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:\s*[,;]\s*|\s+)(?:dan|serta)\s+(?={_POST})|\s*[,;]\s*(?={_POST})")
_POST_ENDS = re.compile(
    r"^.*\b(?:NTT|RI|Timur|Setda|Daerah|Pimpinan|Transmigrasi|Nakertrans|Ketenagakerjaan|Sosial|Kesehatan|Kesra|Hukum|Kupang"
    r"|Provinsi)\b(?=\s+[A-Z])"
)
_QUOTED = re.compile(r"[\"“](?P<said>[^\"“”]{20,1500})[\"”]")
_SAYS = (
    r"(?:tegas|ujar|kata|ungkap|jelas|tutur|sebut|tambah|ucap|papar|terang|imbuh|pungkas|lanjut|harap)(?:nya)?|demikian"
)
_SPEAKER = r"(?:[A-Z]\.|[A-Z][\w'’-]+)(?:[ \t]+(?:[A-Z]\.|[A-Z][\w'’-]+)){0,5}"
_AFTER = re.compile(rf"^\s*,?\s*(?:{_SAYS})[ \t]*(?P<who>{_SPEAKER})?")
_BEFORE = re.compile(
    rf"(?P<who>{_NAME})\s+(?:mengatakan|menyatakan|menegaskan|menjelaskan|menuturkan|berkata|menyebut)\b[^.\"“”]*$"
)
_PROBLEM_WORD = re.compile(r"masalah|persoalan|tantangan|kendala", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(?:Pertama|Kedua|Ketiga|Keempat|Kelima)\b[,:]?\s+(?P<what>[^.;\"“”\n]{8,300})")
_LISTED = re.compile(
    r"(?:persoalan|masalah|kendala|tantangan)[^.:\n]{0,60}:[ \t]*(?P<all>[^.\n]{8,300})|"
    r"(?:persoalan|masalah|kendala|tantangan)\s+(?:utama|pokok)?\s*(?:yaitu|yakni|adalah)\s+(?P<also>[^.\n]{8,300})",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:;|,\s*(?:dan|serta)\s|,\s|\bdan\b|\bserta\b)\s*")
_READY = re.compile(r"\bkesiapan\b|(?<![\w-])siap\s+(?=\w)", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b[Pp]rogram\s+(?P<name>[\"“'][^\"”'\n]{3,80}[\"”']|[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|dan))*)")
_NO_PROGRAMME = re.compile(r"^(?:Pemerintah|Pemprov|Pemda|Kemen|Gubernur|Provinsi|NTT)")
_BEFORE_PROBLEM = 400


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder gives; the fields are those of a proposal."""

    value: str
    start: int
    stop: int
    more: str = ""
    doubt: str = ""


def is_category(line: str) -> bool:
    """`Kegiatan Gubernur - Umum`."""
    return _CATEGORY.match(line) is not None


def dateline(line: str, at: int) -> Found | None:
    """`Kupang - ` at the beginning of a line; the place stops where the text goes on."""
    match = _DATELINE.match(line)
    if match is None or is_category(line):
        return None
    return Found(match["place"].strip(), at, at + match.end())


def first_sentence(line: str) -> int:
    """Where it ends; a headline has no full stop."""
    return min(sentence_end(line, 0), 300)


def opening(text: str, ends: Sequence[int]) -> str:
    """Headline and first paragraphs, in which hosts and guests are named."""
    return text[: ends[2]] if len(ends) > 2 else text


def kinds(text: str) -> Iterator[Found]:
    """What sort of meeting, by the word that comes first."""
    found = [(match.start(), code, match) for code, pattern in _KINDS if (match := pattern.search(text))]
    for _, code, match in sorted(found, key=lambda each: each[0]):
        yield Found(code, match.start(), match.end())


def hosts(text: str) -> Iterator[Found]:
    """The office that receives, and who holds it."""
    for match in _HOST.finditer(text):
        yield Found(match["office"], match.start("office"), match.end("name"), match["name"])


def days(text: str) -> Iterator[Found]:
    """Days of the calendar; those beside the name of a day first, a day that does not exist in doubt."""
    found = [(not match["day"], match.start(), match) for match in _DATE.finditer(text)]
    for _, _, match in sorted(found, key=lambda each: each[:2]):
        yield _day(match)


def _day(match: re.Match[str]) -> Found:
    said = (match["day"] or "").lower().replace("'", "").replace("’", "").replace("ahad", "minggu")
    month = _MONTHS.index(match["month"].lower()) + 1 if match["month"] else int(match["m"])
    try:
        day = date(int(match["y"]), month, int(match["d"]))
    except ValueError:
        return Found(match.group().strip(), match.start(), match.end(), said, "no_such_day")
    doubt = "day_differs" if said and _DAYS[day.weekday()] != said else ""
    return Found(day.isoformat(), match.start(), match.end(), said, doubt)


def places(text: str) -> Iterator[Found]:
    """Rooms and halls."""
    for match in _PLACE.finditer(text):
        value = match["place"].rstrip(" .,-")
        yield Found(value, match.start("place"), match.start("place") + len(value))


def occasions(text: str) -> Iterator[Found]:
    """What the meeting belongs to."""
    for match in _OCCASION.finditer(text):
        yield _rest(text, match.end())


def _rest(text: str, start: int) -> Found:
    """From there to the end of the sentence."""
    stop = sentence_end(text, start)
    value = text[start:stop].strip(" ,\t")
    return Found(value, start, stop)


def organisations(text: str) -> Iterator[Found]:
    """Organisations by name, as far as their names begin with a word of organisations or end in their short name."""
    for match in _ORGANISATION.finditer(text):
        if not _NOT_A_GUEST.search(text[max(0, match.start() - 20) : match.start()]) and " " in match.group():
            yield Found(match.group().strip(), match.start(), match.start() + len(match.group().rstrip()))


def companions(text: str) -> Iterator[Found]:
    """Who stood beside the host: the name, and the post before it."""
    for match in _COMPANIED.finditer(text):
        stop = sentence_end(text, match.end())
        told = re.search(r",?\s+(?:yang|untuk|saat|ketika|dalam)\s", text[match.end() : stop])
        stop = match.end() + told.start() if told else stop
        at = match.end()
        for gap in [*_BETWEEN.finditer(text, match.end(), stop), None]:
            end = gap.start() if gap else stop
            yield _companion(text, at, end)
            at = gap.end() if gap else stop


def _companion(text: str, start: int, stop: int) -> Found:
    said = text[start:stop].strip(" ,")
    ends = _POST_ENDS.match(said)
    if ends:
        return Found(said[ends.end() :].strip(), start, stop, ends.group().strip())
    words = said.split()
    if re.match(_POST, said) and len(words) > 3:
        return Found(" ".join(words[-2:]), start, stop, " ".join(words[:-2]))
    return Found(said, start, stop)


def statements(text: str, host: str) -> Iterator[Found]:
    """Quotations, and who spoke: named behind or before; whoever only `tegasnya` is, was named before: the host."""
    for match in _QUOTED.finditer(text):
        after = _AFTER.match(text[match.end() :])
        before = _BEFORE.search(text[max(0, match.start() - 160) : match.start()])
        named = (after["who"] if after else None) or (before["who"] if before else None)
        if named is None and not after and not before and len(match["said"].split()) < 6:
            continue
        value = " ".join(match["said"].split()).rstrip(",")
        yield Found(value, match.start("said"), match.end("said"), (named or host).strip(" ,."))


def problems(text: str) -> Iterator[Found]:
    """`Pertama, … Kedua, …` after a word for problems; else what such a word lists behind a colon."""
    told = [
        match
        for match in _ORDINAL.finditer(text)
        if _PROBLEM_WORD.search(text[max(0, match.start() - _BEFORE_PROBLEM) : match.start()])
    ]
    for match in told:
        yield Found(match["what"].strip(" ,"), match.start("what"), match.end("what"))
    if told:
        return
    for match in _LISTED.finditer(text):
        group = "all" if match["all"] else "also"
        yield from _pieces(match[group], match.start(group))


def _pieces(listed: str, at: int) -> Iterator[Found]:
    start = 0
    for gap in [*_PIECES.finditer(listed), None]:
        end = gap.start() if gap else len(listed)
        value = listed[start:end].strip(" ,")
        if value:
            yield Found(value, at + start, at + end)
        start = gap.end() if gap else end


def readiness(text: str) -> Iterator[Found]:
    """What somebody says to be ready for."""
    until = -1
    for match in _READY.finditer(text):
        if match.start() >= until:
            found = _rest(text, match.start())
            until = found.stop
            yield found


def programmes(text: str) -> Iterator[Found]:
    """Programmes with a name of their own."""
    for match in _PROGRAMME.finditer(text):
        value = match["name"].strip("\"“”' ").removesuffix(" dan")
        if not _NO_PROGRAMME.match(value):
            yield Found(value, match.start("name"), match.end("name"))
