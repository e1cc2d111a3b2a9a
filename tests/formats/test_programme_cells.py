"""One cell about a programme: read plainly, or named as a problem."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.programmes import ServiceLine
from tenun.domain.rules import PaperPresent
from tenun.formats import programme_cells as cells
from tenun.formats.cells import CellError, Formula
from tenun.formats.programme_names import SERVICES
from tenun.formats.values import CellProblem

READ = [
    (cells.read_line, " Kelas \n bahasa ", "Kelas bahasa"),
    (cells.read_line, 2026, "2026"),
    (cells.read_words, " a\nb ", "a\nb"),
    (cells.read_words, 5, "5"),
    (cells.choice(SERVICES), "pelatihan", ServiceLine.SKILLS),
    (cells.choice(SERVICES), "Kemampuan Petugas", ServiceLine.OFFICIALS),
    (cells.choice(SERVICES), "return", ServiceLine.RETURN),
    (cells.several(cells.choice(SERVICES)), "Data; data;\nDokumen;", (ServiceLine.DATA, ServiceLine.DOCUMENTS)),
    (cells.read_district, "Kab. Belu", "53.04"),
    (cells.read_district, "53.21", "53.21"),
    (cells.read_district, "Seluruh NTT", ""),
    (cells.read_district, "Provinsi NTT", ""),
    (cells.several(cells.read_objective), 18, (18,)),
    (cells.several(cells.read_objective), "18; 5", (18, 5)),
    (cells.read_sector, 15190, "15190"),
    (cells.read_currency, "rp", "IDR"),
    (cells.read_currency, "usd", "USD"),
    (cells.read_amount, 1250, Decimal(1250)),
    (cells.read_amount, 12.5, Decimal("12.5")),
    (cells.read_amount, "1.250", Decimal(1250)),
    (cells.read_amount, "Rp 1.250.000,50", Decimal("1250000.50")),
    (cells.read_amount, "1250000", Decimal(1250000)),
    (cells.read_amount, "12,5", Decimal("12.5")),
    (cells.read_amount, "12.50", Decimal("12.50")),
    (cells.read_amount, "Belum diketahui", None),
    (cells.read_decimal, "12.50", Decimal("12.50")),
    (cells.read_decimal, 1.25, Decimal("1.25")),
    (cells.read_rules, '[{"kind": "paper_present", "paper": "ktp"}]', (PaperPresent("ktp"),)),
]


@pytest.mark.parametrize(("parse", "cell", "value"), READ)
def test_a_cell_is_read(parse, cell, value):
    assert parse(cell) == value


REFUSED = [
    (cells.read_line, date(2026, 1, 1), "cell.wrong_type"),
    (cells.read_line, True, "cell.wrong_type"),
    (cells.read_words, 1.5, "cell.wrong_type"),
    (cells.choice(SERVICES), "masak", "cell.not_a_choice"),
    (cells.read_district, "5304", "programme.district"),
    (cells.read_district, "ID5304", "programme.district"),
    (cells.read_district, "Kupang", "programme.district"),
    (cells.read_objective, "24", "programme.objective"),
    (cells.read_objective, "0", "programme.objective"),
    (cells.read_objective, "satu", "programme.objective"),
    (cells.read_sector, "151", "programme.sector"),
    (cells.read_currency, "rupiahs", "programme.currency"),
    (cells.read_amount, "1,250.50", "programme.amount"),
    (cells.read_amount, "-5", "programme.amount"),
    (cells.read_amount, -5, "programme.amount"),
    (cells.read_amount, True, "programme.amount"),
    (cells.read_amount, "9" * 30, "programme.amount"),
    (cells.read_amount, "dua juta", "programme.amount"),
    (cells.read_decimal, "1.250", "programme.amount"),
    (cells.read_rules, "{", "programme.rules"),
]


@pytest.mark.parametrize(("parse", "cell", "code"), REFUSED)
def test_a_cell_is_refused(parse, cell, code):
    with pytest.raises(CellProblem) as refused:
        parse(cell)
    assert refused.value.code == code


@given(st.decimals(0, 10**13, places=2))
def test_an_amount_is_read_as_it_is_written(amount):
    assert cells.read_amount(cells.amount_text(amount)) == amount


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("-", None, []),
        ("  ", None, []),
        (Formula("=1", "Nama"), "Nama", ["cell.formula"]),
        (Formula("=1"), None, ["cell.formula_without_value"]),
        (CellError("#REF!"), None, ["cell.error_value"]),
        (Formula("=1", CellError("#REF!")), None, ["cell.formula", "cell.error_value"]),
        (date(2026, 1, 1), None, ["cell.wrong_type"]),
    ],
)
def test_what_a_program_put_into_a_cell_is_named(cell, value, codes):
    problems = []
    assert cells.parsed(cells.read_line, cell, 3, "nama", problems) == value
    assert [(problem.code, problem.row, problem.column) for problem in problems] == [
        (code, 3, "nama") for code in codes
    ]
