"""Stems: words cut back so that the forms of one word meet, for the terms of the glossary.

Takes in a word and its language, spits out what is left without its ending and with its consonants made alike::

    kovorkingā, kovorkingus, kovorkings  lv  →  kovorking
    Arbeitsplätze, Arbeitsplatz          de  →  arbeitsplatz

Dictionaries do not know the loan words that a termbase forbids (measured with simplemma: “kovorkingā” stays as it
is), rules do. The endings of Latvian are those of the light stemmer that Lucene documents (Kreslins 1996).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_STEM = 2
# Longest first within a language.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "lv": (
        "ajiem", "ajai", "ajam", "ajām", "ajos", "ajās", "iem", "ajā", "ais", "ai", "ei", "ām", "am", "ēm", "īm", "im",
        "um", "us", "as", "ās", "es", "os", "ij", "īs", "ēs", "is", "ie", "u", "a", "i", "e", "ā", "ē", "ī", "ū", "o",
        "s", "š",
    ),
    "en": ("s",),
    "de": ("en", "er", "es", "em", "ern", "e", "n", "s"),
    "fr": ("es", "s", "x", "e"),
    "es": ("es", "s"),
}  # fmt: skip
# Consonants that change before an ending: brālis – brāļa, lācis – lāča, zutis – zuša, kaps – kapja.
SOFTENED = str.maketrans("čļņšžķģ", "clnszkg")


@lru_cache(maxsize=100_000)
def stem(word: str, locale: str) -> str:
    """Return the stem of a word; in a language without rules the word itself, without case and accents."""
    word = word.casefold()
    for ending in sorted(ENDINGS.get(locale, ()), key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    if locale == "lv":
        word = re.sub(r"(?<=[pbmv])j$", "", word.translate(SOFTENED))
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def stems(text: str, locale: str) -> tuple[str, ...]:
    """Return the stems of the words of a text in their order."""
    return tuple(stem(word, locale) for word in WORD.findall(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are, without capitals."""
    return tuple(WORD.findall(text.casefold()))


def count_phrase(phrase: tuple[str, ...], text: tuple[str, ...]) -> int:
    """Return how often stems stand side by side in a text."""
    size = len(phrase)
    return sum(text[n : n + size] == phrase for n in range(len(text) - size + 1)) if size else 0
