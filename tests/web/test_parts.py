"""Sentences are composed from whole texts with named places."""

import pytest

from tenun.web.parts import Bar, Mark, Piece, compose, plain


def test_a_value_is_strong_and_pieces_keep_their_marks():
    assert compose("{paper} menulis {value}.", paper=plain("KTP"), value=(Piece("a", Mark.DIFFERS),)) == (
        Piece("KTP"),
        Piece(" menulis "),
        Piece("a", Mark.DIFFERS),
        Piece("."),
    )
    assert compose("{day}", day="9 Desember") == (Piece("9 Desember", Mark.STRONG),)


def test_a_missing_value_is_an_error():
    with pytest.raises(KeyError):
        compose("{day}", dai="9 Desember")


def test_a_bar_ends_before_its_end():
    assert Bar(3, 2, "").end == 5
