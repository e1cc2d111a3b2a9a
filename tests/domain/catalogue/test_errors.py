"""What the loader refuses: every mistake has its code, its file and its line, and words that say what to do."""

import re

import pytest
from tests.domain.catalogue.texts import GOOD, Mistake

from tenun.domain.catalogue import REFUSALS, CatalogueError, load

KTP_RULE = '{ kind = "proof_at_least", paper = "ktp", proof = "original_seen" }'
KTP_SOURCE = 'source = { kind = "law", title = "UU 18/2017", article = "Pasal 8" }\n'
CORE, FARM, STEPS, LISTS = "core.toml", "targets/xx-farm.toml", "steps.toml", "lists.toml"


def rule(what, code, new):
    """The KTP rule of the core written wrongly."""
    return Mistake(what, code, CORE, KTP_RULE, new, new)


MISTAKES = [
    Mistake("not TOML", "catalogue.toml", CORE, 'id = "ktp"', "id = ktp", "id = ktp"),
    Mistake("a bracket left open", "catalogue.toml", CORE, 'en = "Stop" }', 'en = "Stop"', 'en = "Stop"'),
    Mistake("ends in the middle", "catalogue.toml", STEPS, GOOD[STEPS], "step = [", "step = ["),
    Mistake("no English", "catalogue.no_text", CORE, ', en = "Identity card"', "", 'title = { id = "KTP" }'),
    Mistake("no Indonesian", "catalogue.no_text", CORE, 'id = "Tunjukkan KTP", ', "", 'todo = { en = "Show the card"'),
    Mistake("words in German", "catalogue.unknown_key", CORE, 'en = "Identity card"', 'en = "x", de = "y"', "de = "),
    Mistake("no source", "catalogue.no_source", CORE, KTP_SOURCE, "", 'id = "ktp"'),
    Mistake(
        "source without a title", "catalogue.no_source", CORE, ', title = "UU 18/2017", article', ", article", "Pasal 8"
    ),
    Mistake(
        "source without a kind",
        "catalogue.no_source",
        CORE,
        'kind = "law", title = "UU 18/2017", article',
        'title = "x", article',
        "Pasal 8",
    ),
    Mistake(
        "step without a source",
        "catalogue.no_source",
        STEPS,
        'source = { kind = "law", title = "UU 18/2017" }\n',
        "",
        'id = "show"',
    ),
    Mistake(
        "unknown key", "catalogue.unknown_key", CORE, "checked_on", "chekced_on = 2026-01-01\nchecked_on", "chekced_on"
    ),
    Mistake("unknown key in a source", "catalogue.unknown_key", CORE, 'article = "Pasal 8"', 'pasal = "8"', "pasal"),
    rule("unknown key in a rule", "catalogue.unknown_key", '{ kind = "paper_present", paper = "ktp", colour = "red" }'),
    Mistake(
        "unknown table",
        "catalogue.unknown_key",
        CORE,
        "[[requirement]]",
        "[[rules]]\na = 1\n[[requirement]]",
        "[[rules]]",
    ),
    Mistake("unknown single value", "catalogue.unknown_key", FARM, "[target]", "price = 3\n[target]", "price = 3"),
    Mistake(
        "unknown key of a step",
        "catalogue.unknown_key",
        STEPS,
        "cost_rupiah",
        "cost_dollar = 0\ncost_rupiah",
        "cost_dollar",
    ),
    Mistake("an id that is SQL", "catalogue.bad_value", FARM, 'id = "xx-farm"', 'id = "x\' OR 1=1"', "x' OR"),
    Mistake("an id of a rule that is none", "catalogue.bad_value", CORE, 'id = "ktp"', 'id = "ktp\'"', "ktp'"),
    Mistake("a line of age that is a text", "catalogue.bad_value", CORE, "lines = [18]", 'lines = ["18 OR"]', "18 OR"),
    Mistake(
        "a moment for a day",
        "catalogue.bad_value",
        CORE,
        "valid_from = 2017-11-22",
        "valid_from = 2017-11-22T08:00:00",
        "T08",
    ),
    rule("a rule that is a number", "catalogue.bad_value", "[1]"),
    Mistake("nested without end", "catalogue.toml", STEPS, GOOD[STEPS], "a = " + "[" * 20_000, "a = "),
    Mistake("missing key", "catalogue.missing_key", CORE, 'gate = "documents"\n', "", 'id = "ktp"'),
    Mistake("no target", "catalogue.missing_key", FARM, GOOD[FARM], "# empty", "# empty"),
    Mistake(
        "a third language",
        "catalogue.unknown_key",
        CORE,
        'en = "Identity card"',
        'en = "Identity card", tet = "x"',
        "tet",
    ),
    Mistake("bad gate", "catalogue.bad_value", CORE, 'gate = "documents"', 'gate = "papers"', 'gate = "papers"'),
    Mistake("bad state", "catalogue.bad_value", CORE, 'due_by = "MATCHED"', 'due_by = "SOON"', "SOON"),
    Mistake("bad confidence", "catalogue.bad_value", CORE, 'confidence = "source"', 'confidence = "sure"', "sure"),
    Mistake("bad status", "catalogue.bad_value", FARM, 'status = "open"', 'status = "half"', "half"),
    Mistake(
        "bad day", "catalogue.bad_value", CORE, "valid_from = 2017-11-22", 'valid_from = "2017"', 'valid_from = "2017"'
    ),
    Mistake("empty id", "catalogue.bad_value", CORE, 'id = "ktp"', 'id = ""', 'id = ""'),
    Mistake(
        "yes for a number", "catalogue.bad_value", STEPS, "cost_rupiah = 0", "cost_rupiah = true", "cost_rupiah = true"
    ),
    Mistake("a list of numbers", "catalogue.bad_value", STEPS, 'mends = ["unknown"]', "mends = [1]", "mends = [1]"),
    Mistake("tables written inline", "catalogue.bad_value", STEPS, GOOD[STEPS], "step = [{ id = 1 }]", "step = ["),
    rule("bad kind", "catalogue.bad_value", '{ kind = "is_nice", paper = "ktp" }'),
    rule("bad proof", "catalogue.bad_value", '{ kind = "proof_at_least", paper = "ktp", proof = "perfect" }'),
    rule("bad moment", "catalogue.bad_value", '{ kind = "valid_beyond", paper = "ktp", of = "easter" }'),
    rule("unknown paper", "catalogue.bad_value", '{ kind = "paper_present", paper = "driving_licence" }'),
    rule("unknown scale", "catalogue.bad_value", '{ kind = "language_at_least", scale = "bahasa_tetun", rank = 1 }'),
    rule(
        "unknown compared field",
        "catalogue.bad_value",
        '{ kind = "papers_agree", field = "height", papers = ["ktp", "kk"] }',
    ),
    rule(
        "paper that lacks the field",
        "catalogue.bad_value",
        '{ kind = "papers_agree", field = "mother_name", papers = ["ktp", "kk"] }',
    ),
    rule(
        "value of the wrong type",
        "catalogue.bad_value",
        '{ kind = "amount_at_least", field = "training_hours", amount = "many" }',
    ),
    rule("encrypted field", "catalogue.encrypted", '{ kind = "value_in", field = "phone", values = ["1"] }'),
    rule("encrypted paper", "catalogue.encrypted", '{ kind = "paper_present", paper = "nik" }'),
    rule(
        "encrypted, deep inside",
        "catalogue.encrypted",
        '[{ kind = "any_of", rules = [{ kind = "value_in", field = "narrative", values = ["x"] }] }]',
    ),
    Mistake(
        "encrypted in `when`", "catalogue.encrypted", CORE, 'field = "sex"', 'field = "safe_contact"', "[[requirement]]"
    ),
    rule(
        "field that no factsheet has",
        "catalogue.unknown_column",
        '{ kind = "value_in", field = "shoe_size", values = ["38"] }',
    ),
    rule(
        "scheme that no factsheet has",
        "catalogue.unknown_column",
        '{ kind = "competence", schemes = ["kompetensi_sihir"] }',
    ),
    rule("yes or no of a text", "catalogue.unknown_column", '{ kind = "declared_yes", field = "sex" }'),
    Mistake(
        "dates overlap by a day",
        "catalogue.overlap",
        CORE,
        "valid_to = 2023-02-21",
        "valid_to = 2023-02-22",
        "[[requirement]]",
    ),
    Mistake("old version never closed", "catalogue.overlap", CORE, "valid_to = 2023-02-21\n", "", "[[requirement]]"),
    Mistake("step twice", "catalogue.duplicate", STEPS, 'id = "issue_ktp"', 'id = "issue_kk"', "[[step]]"),
    Mistake(
        "unknown office", "catalogue.unknown_reference", CORE, 'office = "agency"', 'office = "moon"', "[[requirement]]"
    ),
    Mistake(
        "unknown paper of a rule",
        "catalogue.unknown_reference",
        CORE,
        'paper = "ktp"\nrule',
        'paper = "visa"\nrule',
        'id = "ktp"',
    ),
    Mistake(
        "leaves out what is not there",
        "catalogue.unknown_reference",
        FARM,
        'requirement = "bpjs_tk"',
        'requirement = "sip2mi"',
        "[target]",
    ),
    Mistake(
        "unknown office of a step",
        "catalogue.unknown_reference",
        STEPS,
        'office = "agency"',
        'office = "moon"',
        "[[step]]",
    ),
    Mistake(
        "unknown cost",
        "catalogue.unknown_reference",
        STEPS,
        'cost_component = "visa"',
        'cost_component = "bribe"',
        "[[step]]",
    ),
    Mistake("unknown need", "catalogue.unknown_reference", STEPS, '"akta|ijazah"', '"akta|rapor"', "[[step]]"),
    Mistake(
        "steps that wait for each other",
        "catalogue.cycle",
        STEPS,
        'desk = "civil_registry"',
        'needs = ["ktp"]',
        'id = "issue_kk"',
    ),
]


def head_above(text, line):
    """The line of the table head at or above a line: refusals of a whole block stand there."""
    lines = text.splitlines()
    return next((number for number in range(line, 0, -1) if lines[number - 1].startswith("[")), None)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_refused_with_code_file_and_line(mistake):
    with pytest.raises(CatalogueError) as refused:
        load(mistake.texts)
    error = refused.value
    text = mistake.texts[mistake.file]
    assert (error.code, error.file) == (mistake.code, mistake.file)
    assert error.line in (mistake.line, head_above(text, mistake.line)), text.splitlines()[error.line - 1]
    assert str(error).startswith(f"{mistake.file}:{error.line}: {mistake.code}: ")


def test_a_target_stands_in_one_file():
    with pytest.raises(CatalogueError) as refused:
        load({**GOOD, "targets/xx-other.toml": GOOD[FARM]})
    assert (refused.value.code, refused.value.file) == ("catalogue.duplicate", "targets/xx-other.toml")
    assert FARM in str(refused.value)


def test_the_good_catalogue_loads():
    assert list(load(GOOD).entries) == ["xx-farm"]


def test_every_code_has_a_mistake_that_shows_it():
    assert set(REFUSALS) == {mistake.code for mistake in MISTAKES}


@pytest.mark.parametrize("code", REFUSALS)
def test_both_languages_say_the_same_things_and_what_to_do(code):
    words = REFUSALS[code]
    holes = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (words.id, words.en)]
    assert holes[0] == holes[1]
