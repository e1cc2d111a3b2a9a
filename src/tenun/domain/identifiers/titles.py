"""Titles that stand before or after a name on some papers and not on others (Permendagri 73/2022: allowed on
KK and KTP, not in civil acts), so that they are told apart from the name itself.

The list is a working list, to be widened by what offices meet. Umbu and Rambu are part of a Sumbanese name
and never belong here (handbook standards 7)."""

_ACADEMIC = frozenset({"prof", "dr", "dra", "drs", "drg", "drh", "ir", "ns"})
_RELIGIOUS = frozenset({"hj", "haji", "hajjah", "kh", "ust", "ustad", "ustadz", "ustadzah"}) | frozenset(
    {"pdt", "pendeta", "romo", "suster", "bruder", "sr", "rd"}
)
_CUSTOMARY = frozenset({"raden", "krt", "krht", "tgk", "tengku"})

BEFORE = _ACADEMIC | _RELIGIOUS | _CUSTOMARY
"""Written in front, with or without a dot."""

BEFORE_WITH_DOT = frozenset({"h", "rm", "br"})
"""Titles only when a dot follows; without it they are initials or names."""

_BACHELORS = frozenset(
    {"spd", "spdk", "spdi", "ssi", "ssos", "sag", "sth", "sfil", "skom", "skep"}
) | frozenset({"skm", "sip", "ssn", "skh", "sked", "sfarm", "spt", "sst", "strkeb", "strkep"})
_HIGHER = frozenset({"mpd", "msi", "msc", "mkes", "mhum", "mth", "mkom", "mkep", "mba", "mag", "mfil", "phd"})
_DIPLOMAS = frozenset({"amd", "amdkeb", "amdkep", "amak"})

AFTER = _BACHELORS | _HIGHER | _DIPLOMAS
"""Degrees of three letters and more, written behind, with or without dots."""

AFTER_WITH_MARK = frozenset({"sh", "se", "st", "sp", "ss", "sd", "mm", "mh", "ma", "mt", "ba"})
"""Degrees of two letters: only behind a comma or with their dots, for some are also names."""


def split_titles(words: list[str]) -> tuple[list[str], bool]:
    """The words of a name without titles at either end, and whether there were any. One word always stays.

    >>> split_titles(["Hj.", "Maria", "Bano,", "S.Pd."])
    (['Maria', 'Bano,'], True)
    """
    start, end = 0, len(words)
    while end - start > 1 and _stands_before(words[start]):
        start += 1
    while end - start > 1 and (taken := _degree_at_end(words, start, end)):
        end -= taken
    return words[start:end], end - start < len(words)


def _stands_before(word: str) -> bool:
    bare = word.casefold().rstrip(".,")
    return bare in BEFORE or (bare in BEFORE_WITH_DOT and word.endswith("."))


def _degree_at_end(words: list[str], start: int, end: int) -> int:
    """How many words at the end are one degree: `S.Pd` is one, `S. Pd.` two, no degree none."""
    for taken in (1, 2):
        first = end - taken
        if first <= start:
            break
        written = "".join(words[first:end]).casefold().rstrip(",")
        bare = written.replace(".", "")
        marked = "." in written or words[first - 1].endswith(",")
        if bare in AFTER or (marked and bare in AFTER_WITH_MARK):
            return taken
    return 0
