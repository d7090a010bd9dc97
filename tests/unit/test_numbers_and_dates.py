from __future__ import annotations

import pytest

from colabora.strings import Strings

NO_BREAK, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("locale", "small", "large"),
    [
        ("en", "1,800", "14,000"),
        ("lv", "1800", f"14{NO_BREAK}000"),
        ("de", "1.800", "14.000"),
        ("fr", f"1{NARROW}800", f"14{NARROW}000"),
        ("es", "1800", f"14{NO_BREAK}000"),
    ],
)
def test_numbers_have_the_separators_of_the_language(locale: str, small: str, large: str) -> None:
    strings = Strings(locale)
    assert (strings.number(1800), strings.number(14000)) == (small, large)


@pytest.mark.parametrize(
    ("locale", "whole", "cents"),
    [
        ("en", "€5,000", "€97,144.03"),
        ("lv", f"5000{NO_BREAK}€", f"97{NO_BREAK}144,03{NO_BREAK}€"),
        ("de", f"5.000{NO_BREAK}€", f"97.144,03{NO_BREAK}€"),
        ("fr", f"5{NARROW}000{NO_BREAK}€", f"97{NARROW}144,03{NO_BREAK}€"),
        ("es", f"5000{NO_BREAK}€", f"97{NO_BREAK}144,03{NO_BREAK}€"),
    ],
)
def test_money_has_cents_only_where_there_are_any(locale: str, whole: str, cents: str) -> None:
    strings = Strings(locale)
    assert (strings.money(5000, "EUR"), strings.money(97144.03, "EUR")) == (whole, cents)


@pytest.mark.parametrize(
    ("locale", "date", "text"),
    [
        ("en", "2019", "2019"),
        ("en", "2019-07", "July 2019"),
        ("en", "2026-11-24", "24 November 2026"),
        ("lv", "2019-07", "2019. g. jūlijs"),
        ("de", "2026-11-24", "24. November 2026"),
        ("fr", "2019-07", "juillet 2019"),
        ("es", "2026-11-24", "24 de noviembre de 2026"),
    ],
)
def test_a_date_says_no_more_than_is_known(locale: str, date: str, text: str) -> None:
    assert Strings(locale).day(date) == text


def test_names_of_countries_and_languages_are_the_readers() -> None:
    strings = Strings("lv")
    assert (strings.country("DE"), strings.language("ca")) == ("Vācija", "katalāņu")
    assert (strings.country("XX"), strings.language("xx")) == ("XX", "xx")
