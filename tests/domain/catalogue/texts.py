"""A catalogue small enough to read at a glance, and the ways in which an author can get it wrong."""

from dataclasses import dataclass

CORE = """\
[[requirement]]
id = "ktp"
gate = "documents"
due_by = "MATCHED"
paper = "ktp"
rule = { kind = "proof_at_least", paper = "ktp", proof = "original_seen" }
desk = "civil_registry"
confidence = "source"
source = { kind = "law", title = "UU 18/2017", article = "Pasal 8" }
valid_from = 2017-11-22
checked_on = 2026-11-24
title = { id = "KTP", en = "Identity card" }
todo = { id = "Tunjukkan KTP", en = "Show the card" }

[[requirement]]
id = "age_certain"
gate = "age"
due_by = "MATCHED"
rule = { kind = "age_certain", lines = [18] }
on_failure = "stop"
confidence = "source"
source = { kind = "law", title = "UU 18/2017" }
valid_from = 2017-11-22
checked_on = 2026-11-24
title = { id = "Umur pasti", en = "Age is certain" }
todo = { id = "Berhenti", en = "Stop" }

[[requirement]]
id = "bpjs_tk"
gate = "social_security"
due_by = "INSURED"
rule = { kind = "paper_present", paper = "bpjs_tk" }
confidence = "source"
source = { kind = "law", title = "Permenaker 18/2018" }
valid_from = 2018-01-01
valid_to = 2023-02-21
checked_on = 2026-11-24
title = { id = "BPJS TK", en = "Employment insurance" }
todo = { id = "Daftar", en = "Register" }

[[requirement]]
id = "bpjs_tk"
gate = "social_security"
due_by = "INSURED"
rule = { kind = "valid_beyond", paper = "bpjs_tk", months = 1, of = "contract_end" }
when = { kind = "value_in", field = "sex", values = ["P"] }
office = "agency"
confidence = "source"
source = { kind = "law", title = "Permenaker 4/2023" }
valid_from = 2023-02-22
checked_on = 2026-11-24
title = { id = "BPJS TK", en = "Employment insurance" }
todo = { id = "Daftar", en = "Register" }
"""

TARGET = """\
[target]
id = "xx-farm"
title = { id = "Kebun", en = "Farm" }
destination = "XX"
scheme = "P_TO_P"
occupation = "farm_worker"
zero_cost = true
status = "open"
source = { kind = "official", title = "Nota", dated = "2022-04-01" }
checked_on = 2026-11-24

[[without]]
requirement = "bpjs_tk"
source = { kind = "law", title = "UU 18/2017", article = "Pasal 63" }
confidence = "expert"
checked_on = 2026-11-24

[[requirement]]
id = "xx_age"
gate = "age"
due_by = "MATCHED"
rule = { kind = "age_window", minimum = 25, below = 40, at = "departure" }
on_failure = "not_this_target"
confidence = "source"
source = { kind = "official", title = "Nota" }
valid_from = 2024-01-01
checked_on = 2026-11-24
title = { id = "Umur", en = "Age" }
todo = { id = "Tunggu", en = "Wait" }

[[requirement]]
id = "ktp"
gate = "documents"
due_by = "MATCHED"
rule = { kind = "any_of", rules = [
  { kind = "paper_present", paper = "ktp" },
  { kind = "all_of", rules = [{ kind = "paper_present", paper = "kk" }] },
] }
confidence = "source"
source = { kind = "official", title = "Nota" }
valid_from = 2024-01-01
checked_on = 2026-11-24
title = { id = "KTP atau KK", en = "Identity or family card" }
todo = { id = "Tunjukkan", en = "Show" }
"""

STEPS = """\
[[step]]
id = "show"
action = "show"
paper = "*"
title = { id = "Tunjukkan", en = "Show" }
mends = ["unknown"]
days = { least = 0, typical = 0, most = 0 }
cost_rupiah = 0
payer = "free"
evidence_out = { id = "tercatat", en = "recorded" }
confidence = "source"
source = { kind = "law", title = "UU 18/2017" }
checked_on = 2026-11-24

[[step]]
id = "issue_kk"
action = "issue"
paper = "kk"
title = { id = "Urus KK", en = "Get a KK" }
mends = ["missing"]
desk = "civil_registry"
days = { least = 1, typical = 3, most = 7 }
cost_rupiah = 0
payer = "free"
evidence_out = { id = "KK", en = "KK" }
confidence = "source"
source = { kind = "law", title = "UU 23/2006" }
checked_on = 2026-11-24

[[step]]
id = "issue_ktp"
action = "issue"
paper = "ktp"
title = { id = "Urus KTP", en = "Get a KTP" }
mends = ["missing"]
office = "agency"
days = { least = 1, typical = 5, most = 14 }
cost_rupiah = 0
cost_component = "visa"
payer = "free"
needs = ["kk!", "akta|ijazah"]
bring = ["kk"]
evidence_out = { id = "KTP", en = "KTP" }
confidence = "source"
source = { kind = "law", title = "UU 23/2006" }
checked_on = 2026-11-24
"""

LISTS = """\
[[desk]]
id = "civil_registry"
name = { id = "Dukcapil", en = "Civil registry" }
[[office]]
id = "agency"
name = { id = "Perusahaan", en = "Agency" }
[[paper]]
id = "ktp"
name = { id = "KTP", en = "identity card" }
[[paper]]
id = "kk"
name = { id = "KK", en = "family card" }
[[paper]]
id = "akta"
name = { id = "akta", en = "birth certificate" }
[[paper]]
id = "ijazah"
name = { id = "ijazah", en = "school certificate" }
[[cost]]
id = "visa"
name = { id = "visa", en = "visa" }
zero_cost_payer = "employer"
other_payer = "worker"
source = { kind = "law", title = "Perban BP2MI 9/2020" }
confidence = "source"
valid_from = 2020-01-01
checked_on = 2026-11-24
"""

GOOD = {"core.toml": CORE, "targets/xx-farm.toml": TARGET, "steps.toml": STEPS, "lists.toml": LISTS}


@dataclass(frozen=True)
class Mistake:
    """A good file with one passage changed; the refusal stands at the line that holds `at`."""

    what: str
    code: str
    file: str
    old: str
    new: str
    at: str

    @property
    def texts(self):
        """The whole catalogue with the mistake in it."""
        assert self.old in GOOD[self.file], self.what
        return GOOD | {self.file: GOOD[self.file].replace(self.old, self.new, 1)}

    @property
    def line(self):
        """The line number, counted from 1, of the last line that holds the marked text."""
        lines = self.texts[self.file].splitlines()
        return max(number for number, text in enumerate(lines, start=1) if self.at in text)


def edited(file, old, new):
    """The good catalogue with one passage changed, which is no mistake."""
    assert old in GOOD[file]
    return GOOD | {file: GOOD[file].replace(old, new, 1)}
