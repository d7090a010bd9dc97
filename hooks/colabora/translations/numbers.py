"""Numbers: what a text counts, whatever separators and unit signs its language uses.

Takes in a text and its language, spits out `Number(value, unit)`::

    "€5,000 for 120 m²"  en  →  5000 €, 120 m²
    "5000 € par 120 m²"  lv  →  5000 €, 120 m²
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_decimal_symbol, get_group_symbol

NO_BREAK_SPACES = "\u00a0\u202f"
# References like “18-00-A019.333-000015” are names, not quantities, and have no separators of a language.
CODE = re.compile(r"(?<![\w.])(?=[\d.A-Z/-]*\d)(?=[\d.A-Z/-]*[A-Z]\d)[\dA-Z]+(?:[-./][\dA-Z]+)+(?!\w)")
# Versions of what has a name in capitals: “WCAG 2.2”, “CC BY-SA 4.0”; a currency is no such name.
VERSION = re.compile(r"(?<=[A-Z]{2})\)?[ \u00a0\u202f](?<!EUR.)(?<!GBP.)(\d+(?:\.\d+)+)(?![\d\w])")
# Signs and words of the units that the site uses; what stands in no list is compared as a bare number.
UNITS: tuple[tuple[str, str], ...] = (
    ("€", r"€(?!\d)|EUR\b|euros?\b|eiro\b"),
    ("%", r"%|per ?cent\b|procent\w*|Prozent\w*|pour cent\b|por ciento\b"),
    ("m²", r"m²|m2\b|square metres?\b|kvadrātmetr\w*|Quadratmeter\w*|mètres? carrés?\b|metros? cuadrados?\b"),
    ("km", r"km\b|kilomet\w*|Kilometer\w*|kilomètres?\b|kilómetros?\b"),
    ("Mbit/s", r"Mbit/s|Mb/s|Mbps\b"),
    ("£", r"£(?!\d)|GBP\b"),
)
UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, (_, pattern) in enumerate(UNITS))
# “1.2 million euros”, “1,2 Millionen Euro”, “1,2 million d’euros”.
MILLIONS = r"(?:(?:million|milliard|miljon|Million|Milliard|millon|millón)\w*[ \u00a0\u202f]*(?:d[’']|de )?)?"
AFTER = re.compile(rf"[ \u00a0\u202f-]*{MILLIONS}(?:{UNIT})", re.IGNORECASE)
BEFORE = re.compile(rf"(?:{UNIT})[ \u00a0\u202f]*$", re.IGNORECASE)
RANGE = re.compile(r"[ \u00a0\u202f]?[–—-][ \u00a0\u202f]?(?:€|£)?")


@dataclass(frozen=True)
class Number:
    """A quantity, and the sign of its unit where it carries one that is known."""

    value: str
    unit: str = ""


@lru_cache
def number_pattern(locale: str) -> re.Pattern[str]:
    """Return the pattern of a number as a language writes it; in all but English spaces may group digits.

    A plain space is wrong there (`typography-spaces` says so), but it is no other number.
    """
    groups = {get_group_symbol(locale)} | (set(f"{NO_BREAK_SPACES} ") if locale != "en" else set())
    group = "".join(re.escape(g) for g in sorted(groups))
    decimal = re.escape(get_decimal_symbol(locale))
    return re.compile(rf"(?P<whole>\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)|\d+)(?:{decimal}(?P<part>\d+))?")


def parse_numbers(text: str, locale: str) -> list[Number]:
    """Return the numbers of a text in their order; reference codes are returned as they are."""
    codes = [Number(m[0]) for m in CODE.finditer(text)] + [Number(m[1]) for m in VERSION.finditer(text)]
    rest = VERSION.sub(" ", CODE.sub(" ", text))
    found: list[Number] = []
    ends: list[tuple[int, int]] = []
    for match in number_pattern(locale).finditer(rest):
        found.append(Number(_value(match), _unit(rest, match.start(), match.end())))
        ends.append((match.start(), match.end()))
    return codes + list(_spread_units(rest, found, ends))


def _value(match: re.Match[str]) -> str:
    whole = "".join(c for c in match["whole"] if c.isdigit())
    value = Decimal(f"{whole}.{match['part'] or '0'}")
    return f"{value.normalize():f}"


def _unit(text: str, start: int, end: int) -> str:
    match = AFTER.match(text, end) or BEFORE.search(text, max(0, start - 5), start)
    if not match:
        return ""
    return next(sign for n, (sign, _) in enumerate(UNITS) if match[f"u{n}"])


def _spread_units(text: str, found: list[Number], ends: list[tuple[int, int]]) -> Iterator[Number]:
    """Give both ends of a range the unit that is written once: “€40–60”, “40–60 €”."""
    units = [n.unit for n in found]
    for i in range(len(found) - 1):
        if RANGE.fullmatch(text[ends[i][1] : ends[i + 1][0]]):
            units[i] = units[i] or units[i + 1]
            units[i + 1] = units[i + 1] or units[i]
    for number, unit in zip(found, units, strict=True):
        yield Number(number.value, unit)


# Numbers that one language spells out and another writes in digits: one to twelve and the ordinals, by stems.
# “One” is an article in most of these languages, so that a 1 is hardly ever missed; that is meant.
SPELLED: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"one|first|once", r"two|second|twice", r"three|third", r"four|fourth", r"five|fifth", r"six|sixth",
        r"seven|seventh", r"eight|eighth", r"nine|ninth", r"ten|tenth", r"eleven|eleventh", r"twelve|twelfth|dozen",
    ),
    "lv": (
        r"vien\w*|pirm\w*", r"div\w*|otr\w*|abi|abas|abu\w*", r"trīs\w*|trij\w*|trim|treš\w*", r"četr\w*|ceturt\w*",
        r"piec\w*|piekt\w*", r"seš\w*|sest\w*", r"septiņ\w*|septīt\w*", r"astoņ\w*|astot\w*", r"deviņ\w*|devīt\w*",
        r"desmit\w*", r"vienpadsmit\w*", r"divpadsmit\w*",
    ),
    "de": (
        r"eine?[rsnm]?|eins|einmal\w*|erste\w*", r"zwei\w*|beide\w*", r"drei\w*|dritte\w*", r"vier\w*", r"fünf\w*",
        r"sechs\w*", r"sieb\w*", r"acht\w*", r"neun\w*", r"zehn\w*", r"elf\w*", r"zwölf\w*",
    ),
    "fr": (
        r"une?|premi\w*", r"deux\w*|second\w*", r"trois\w*", r"quatr\w*", r"cinq\w*", r"six\w*|sixième", r"sept|septième\w*",
        r"huit\w*", r"neuf|neuvième\w*", r"dix|dixième\w*", r"onz\w*", r"douz\w*",
    ),
    "es": (
        r"un[oa]?s?|primer\w*", r"dos|segund\w*|ambos|ambas", r"tres|tercer\w*", r"cuatro|cuart\w*", r"cinco|quint\w*",
        r"seis|sext\w*", r"siete|séptim\w*", r"ocho|octav\w*", r"nueve|noven\w*", r"diez|décim\w*", r"once", r"doce\w*",
    ),
}  # fmt: skip


@lru_cache
def _spelled_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in SPELLED.get(locale, ()))


def spelled_numbers(text: str, locale: str) -> Counter[str]:
    """Return how often the numbers one to twelve are spelled out in a text."""
    counts = {str(n): len(p.findall(text)) for n, p in enumerate(_spelled_patterns(locale), start=1)}
    return Counter({value: count for value, count in counts.items() if count})
