from __future__ import annotations

import pytest

from colabora.translations.numbers import Number, parse_numbers, spelled_numbers

N, F = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "€97,144.03"),
        ("en", "EUR 97,144.03"),
        ("lv", f"97{N}144,03{N}€"),
        ("lv", f"97{N}144,03 eiro"),
        ("de", f"97.144,03{N}€"),
        ("de", "97.144,03 Euro"),
        ("fr", f"97{F}144,03{F}€"),
        ("fr", f"97{N}144,03 euros"),
        ("es", f"97{N}144,03{N}€"),
        ("es", "97.144,03 euros"),
        ("lv", "97 144,03 eiro"),
        ("ca", f"97.144,03{N}€"),
    ],
)
def test_each_language_writes_the_same_amount_in_its_own_way(locale: str, text: str) -> None:
    assert parse_numbers(text, locale) == [Number("97144.03", "€")]


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("en", "From 2016, 2018 and 2019 on.", ["2016", "2018", "2019"]),
        ("lv", f"1800{N}dalībnieku 2016.–2018. gadā", ["1800", "2016", "2018"]),
        ("de", "Am 30. Juni 2019 kamen 1.800.", ["30", "2019", "1800"]),
        ("lv", "2016. gadā, 500 un 2017 600", ["2016", "500", "2017", "600"]),
        ("de", "im 12.2019 und am 24.11.2026", ["12", "2019", "24", "11", "2026"]),
        ("fr", "le 1er mars, 4, 5 ou 6", ["1", "4", "5", "6"]),
        ("en", "0:10–0:35", ["0", "10", "0", "35"]),
        ("en", "5.50 and 5.5", ["5.5", "5.5"]),
        ("en", "in Skola6 and 120 m²", ["6", "120"]),
        ("en", "1. first, 2) second", ["1", "2"]),
    ],
)
def test_dates_lists_and_names_keep_their_numbers_apart(locale: str, text: str, values: list[str]) -> None:
    assert [n.value for n in parse_numbers(text, locale)] == values


@pytest.mark.parametrize("locale", ["en", "lv", "de", "fr", "es"])
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("18-00-A019.333-000015", ["18-00-A019.333-000015"]),
        ("WCAG 2.2 (AA)", ["2.2"]),
        ("CC BY-SA 4.0", ["4.0"]),
        (f"(WCAG){N}2.2", ["2.2"]),
    ],
)
def test_reference_codes_and_versions_are_the_same_in_every_language(locale: str, text: str, values: list[str]) -> None:
    assert [n.value for n in parse_numbers(text, locale)] == values


@pytest.mark.parametrize(
    ("locale", "text", "numbers"),
    [
        ("en", "90 % of 120 m²", [Number("90", "%"), Number("120", "m²")]),
        ("en", "90 percent", [Number("90", "%")]),
        ("de", "90 Prozent", [Number("90", "%")]),
        ("lv", "90 procenti", [Number("90", "%")]),
        ("es", "90 por ciento", [Number("90", "%")]),
        ("fr", "90 pour cent", [Number("90", "%")]),
        ("en", "€40–60 or 40–€60", [Number("40", "€"), Number("60", "€")] * 2),
        ("de", f"40–60{N}€", [Number("40", "€"), Number("60", "€")]),
        ("en", "€1.2 million", [Number("1.2", "€")]),
        ("fr", "1,2 million d’euros", [Number("1.2", "€")]),
        ("es", "1,2 millones de euros", [Number("1.2", "€")]),
        ("de", "1,2 Millionen Euro", [Number("1.2", "€")]),
        ("en", "in 2016 €5,000", [Number("2016"), Number("5000", "€")]),
        ("en", "8 desks", [Number("8")]),
    ],
)
def test_a_number_carries_its_unit_by_sign_or_word(locale: str, text: str, numbers: list[Number]) -> None:
    assert parse_numbers(text, locale) == numbers


@pytest.mark.parametrize(
    ("locale", "text", "spelled"),
    [
        ("en", "Two of the third", {"2": 1, "3": 1}),
        ("lv", "Divām no trīs telpām ceturtajā", {"2": 1, "3": 1, "4": 1}),
        ("de", "Zwei von dreien, am zwölften", {"2": 1, "3": 1, "12": 1}),
        ("fr", "deux et onze", {"2": 1, "11": 1}),
        ("es", "dos y doce", {"2": 1, "12": 1}),
        ("en", "often and tone", {}),
        ("ca", "dos", {}),
    ],
)
def test_small_numbers_are_found_spelled_out(locale: str, text: str, spelled: dict[str, int]) -> None:
    assert dict(spelled_numbers(text, locale)) == spelled
