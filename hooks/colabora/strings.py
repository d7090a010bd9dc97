"""Interface strings: `overrides/strings/<locale>.yml`, with the plural forms of each language (CLDR).

A value is text, or a mapping of plural categories (`one`, `few`, `other` …). `{name}` is a placeholder. Keys are
grouped one level deep: `checklist.count`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal

from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, quote, rule
from colabora.source import parse_yaml

FOLDER = "overrides/strings"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# CLDR's minimum of grouping digits, which Babel does not read: four-digit numbers stay in one piece.
UNGROUPED_THOUSANDS = frozenset(("es", "lv"))
# Thousands are set apart by a space, as the Spanish academies ask, where CLDR still has a dot.
SPACED_THOUSANDS = frozenset(("es",))
# The English of this site is British: 24 November 2026.
DATE_LOCALES = {"en": "en_GB"}
Value = str | Mapping[str, str]


@rule("string-missing")
def missing_string(key: str) -> tuple[str, str]:
    """Give every interface string in every language.

    Bad: `menu.open` in `en.yml` only

    Good: `menu.open` in all five files
    """
    return f"no interface string {quote(key)}", "add it in this language"


@rule("string-unknown")
def unknown_string(key: str) -> tuple[str, str]:
    """Keep only interface strings that English has.

    Bad: `menu.opne` in `lv.yml`

    Good: `menu.open`
    """
    return f"interface string {quote(key)} is not in {SOURCE_LOCALE}.yml", "rename it like the English one or delete it"


@rule("string-placeholders")
def wrong_placeholders(key: str, found: str, wanted: str) -> tuple[str, str]:
    """Use the same placeholders in every language.

    Bad: `count: "{done} no {totl}"`

    Good: `count: "{done} no {total}"`
    """
    return f"{quote(key)} has the placeholders {found or 'none'}", f"use {wanted or 'none'}"


@rule("string-plural")
def wrong_plural(key: str, found: str, wanted: str) -> tuple[str, str]:
    """Give the plural forms that the language has: Latvian zero, one and other.

    Bad: `count: {one: …, other: …}` in `lv.yml`

    Good: `count: {zero: …, one: …, other: …}` in `lv.yml`
    """
    return f"{quote(key)} has the plural forms {found}", f"give {wanted}"


@dataclass(frozen=True)
class Strings:
    """The interface strings of one language."""

    locale: str
    texts: Mapping[str, Value] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its placeholders filled in; a key that is not there is a KeyError."""
        value = self.texts[key]
        if not isinstance(value, str):
            raise KeyError(f"{key} has plural forms: use count()")
        return _fill(value, values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the plural form for a number, which fills `{count}` as the language writes it."""
        forms = self.texts[key]
        if isinstance(forms, str):
            raise KeyError(f"{key} has no plural forms")
        form = forms.get(Locale(self.locale).plural_form(number), forms["other"])
        return _fill(form, {"count": self.number(number), **values})

    def number(self, number: float) -> str:
        """Return a number with the separators of the language."""
        return self._separated(format_decimal(number, locale=self.locale, group_separator=self._is_grouped(number)))

    def money(self, amount: float, currency: str) -> str:
        """Return an amount as the language writes it, with cents only where there are any."""
        pattern = str(Locale(self.locale).currency_formats["standard"].pattern)
        whole = pattern.replace(".00", "") if amount == int(amount) else pattern
        grouped = self._is_grouped(amount)
        return self._separated(
            format_currency(amount, currency, whole, self.locale, currency_digits=False, group_separator=grouped)
        )

    def day(self, date: str) -> str:
        """Return a year, month or day (`2019`, `2019-07`, `2019-07-01`) as the language writes it."""
        locale = DATE_LOCALES.get(self.locale, self.locale)
        match date.count("-"):
            case 2:
                return format_date(dt.date.fromisoformat(date), "long", locale)
            case 1:
                return format_skeleton("yMMMM", dt.date.fromisoformat(f"{date}-01"), locale=locale)
        return date

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2), or its code where CLDR has none."""
        return str(Locale(self.locale).territories.get(code, code))

    def language(self, code: str) -> str:
        """Return the name of a language (ISO 639-1), or its code where CLDR has none."""
        return str(Locale(self.locale).languages.get(code, code))

    def _is_grouped(self, number: float) -> bool:
        return self.locale not in UNGROUPED_THOUSANDS or abs(number) >= 10_000

    def _separated(self, number: str) -> str:
        return number.replace(".", "\u00a0") if self.locale in SPACED_THOUSANDS else number

    def section(self, name: str) -> dict[str, Value]:
        """Return the strings of one group without its name, for a script that needs just these."""
        start = f"{name}."
        return {k.removeprefix(start): v for k, v in self.texts.items() if k.startswith(start)}


def _fill(text: str, values: Mapping[str, object]) -> str:
    return PLACEHOLDER.sub(lambda m: str(values[m[1]]) if m[1] in values else m[0], text)


@cache
def plural_categories(locale: str) -> tuple[str, ...]:
    """Return the plural forms of a language that whole numbers under a million need.

    French and Spanish have a form `many` for millions, which nothing here counts.
    """
    form = Locale(locale).plural_form
    found = {form(n) for n in range(0, 1100)}
    return tuple(c for c in ("zero", "one", "two", "few", "many", "other") if c in found | {"other"})


def read_strings(root: Path, locale: str) -> tuple[Strings, dict[str, int], list[Problem]]:
    """Read one language's strings, the line of each key, and what is wrong with the file."""
    path = f"{FOLDER}/{locale}.yml"
    value, lines, problems = parse_yaml((root / path).read_text(encoding="utf-8"), path)
    texts: dict[str, Value] = {}
    for group, entries in value.items() if isinstance(value, dict) else ():
        for key, text in entries.items() if isinstance(entries, dict) else ():
            texts[f"{group}.{key}"] = {str(k): str(v) for k, v in text.items()} if isinstance(text, dict) else str(text)
    return Strings(locale, texts), lines, problems


def check_strings(root: Path, locales: tuple[str, ...]) -> tuple[dict[str, Strings], list[Problem]]:
    """Read the strings of all languages and hold each against English."""
    english, english_lines, problems = read_strings(root, SOURCE_LOCALE)
    found = {SOURCE_LOCALE: english}
    problems += _own_problems(english, english_lines)
    for locale in locales:
        if locale != SOURCE_LOCALE:
            found[locale], lines, own = read_strings(root, locale)
            problems += [*own, *_own_problems(found[locale], lines), *_compare(found[locale], english, lines)]
    return found, problems


def _own_problems(strings: Strings, lines: Mapping[str, int]) -> Iterator[Problem]:
    wanted = plural_categories(strings.locale)
    for key, value in strings.texts.items():
        if not isinstance(value, str) and set(value) != set(wanted):
            path = f"{FOLDER}/{strings.locale}.yml"
            yield wrong_plural.at(path, lines.get(key, 1), key, ", ".join(value), ", ".join(wanted))


def _compare(strings: Strings, english: Strings, lines: Mapping[str, int]) -> Iterator[Problem]:
    path = f"{FOLDER}/{strings.locale}.yml"
    for key, value in english.texts.items():
        if key not in strings.texts or isinstance(value, str) != isinstance(strings.texts[key], str):
            yield missing_string.at(path, 1, key)
            continue
        found, wanted = _placeholders(strings.texts[key]), _placeholders(value)
        # A form for one or none may spell the number out.
        if found != wanted and not (isinstance(value, Mapping) and found | {"count"} == wanted | {"count"}):
            yield wrong_placeholders.at(
                path, lines.get(key, 1), key, ", ".join(sorted(found)), ", ".join(sorted(wanted))
            )
    for key in strings.texts.keys() - english.texts.keys():
        yield unknown_string.at(path, lines.get(key, 1), key)


def _placeholders(value: Value) -> set[str]:
    texts = [value] if isinstance(value, str) else value.values()
    return {name for text in texts for name in PLACEHOLDER.findall(text)}
