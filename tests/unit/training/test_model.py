from __future__ import annotations

from decimal import Decimal

import pytest

from colabora.training.model import Choice, Question, merge, parse_number, shuffled


@pytest.mark.parametrize(("text", "number"), [("8", "8"), ("-3", "-3"), ("7.50", "7.5"), ("0", "0"), ("1e3", "1000")])
def test_numbers_with_a_decimal_point_are_read(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "7,5", "about 8", "8 %", "NaN", "Infinity", "-inf", "1_000", "८", "0x10"])
def test_anything_else_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def question(*identifiers: str, name: str = "q") -> Question:
    return Question(name, "Q", "p.md", choices=tuple(Choice(i, i) for i in identifiers))


@pytest.mark.parametrize("name", [f"q{n}" for n in range(20)])
def test_shuffling_never_shows_the_right_order(name: str) -> None:
    one = question("a", "b", "c", name=name)
    assert shuffled(one) != one.choices
    assert sorted(c.id for c in shuffled(one)) == ["a", "b", "c"]


def test_the_order_does_not_hang_on_the_language() -> None:
    english, latvian = (
        question("a", "b", "c"),
        Question("q", "Q", "p.md", choices=tuple(Choice(i, f"{i} lv") for i in "abc")),
    )
    assert [c.id for c in shuffled(english)] == [c.id for c in shuffled(latvian)]


def test_a_translation_inherits_what_is_right() -> None:
    english = Question("q", "Which?", "p.md", choices=(Choice("a", "A", "No.", False), Choice("b", "B", "Yes.", True)))
    latvian = Question("q", "Kura?", "p.md", choices=(Choice("b", "Bē", "Jā.", False, "lv"),), locale="lv")
    merged = merge(english, latvian)
    assert (merged.title, merged.locale) == ("Kura?", "lv")
    assert [(c.id, c.text, c.feedback, c.is_right, c.locale) for c in merged.choices] == [
        ("a", "A", "No.", False, "en"),
        ("b", "Bē", "Jā.", True, "lv"),
    ]
