"""Word forms: every form that a word may have, guessed from its ending alone.

Takes in `telpām` and the paradigms of Latvian, spits out `telpa telpas telpai telpu …` as `fold` leaves them, and
some that nobody says, which then stand on no page. `word-forms.js` is the same in the browser, where a reader searches.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from colabora.search import latvian, western
from colabora.search.paradigms import EndingClass, Paradigms

PARADIGMS: Mapping[str, Paradigms] = {
    "en": western.ENGLISH,
    "lv": latvian.PARADIGMS,
    "de": western.GERMAN,
    "fr": western.FRENCH,
    "es": western.SPANISH,
}

# A word with what holds its parts together: `Coworking-Space`, `l’espace`, `EU-27`.
WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’·:][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
# Letters that are no letter with an accent.
SINGLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
SHORTEST_BESIDE_PREFIX = 2
CIRCUMFIX = "ge"


def fold(text: str) -> str:
    """Return a text without capitals and accents."""
    lower = text.lower().translate(SINGLE)
    return "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def forms_of(word: str, locale: str) -> frozenset[str]:
    """Return the folded forms of a word, itself among them."""
    word = fold(word)
    paradigms = PARADIGMS.get(locale, Paradigms())
    found = {word}
    for one in paradigms.classes:
        for stem in _stems(word, one, paradigms):
            found |= _stem_forms(stem, one, paradigms)
    for prefix, group in _groups_of(word, paradigms):
        found |= _group_forms(prefix, group, paradigms)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _stem_forms(stem: str, one: EndingClass, paradigms: Paradigms) -> frozenset[str]:
    soft = _softened(stem, paradigms)
    return frozenset(
        (
            *(stem + ending for ending in one.endings),
            *(soft + ending for ending in one.soft),
            *(CIRCUMFIX + stem + ending for ending in one.circumfixed),
        )
    )


def _stems(word: str, one: EndingClass, paradigms: Paradigms) -> set[str]:
    """Return what may be the stem of a word of a class, hard where the word has it softened."""
    endings, soft_endings = _ending_sets(one)
    stems = {word[:cut] for cut in range(len(word) + 1) if word[cut:] in endings}
    for soft in [word[:cut] for cut in range(len(word)) if word[cut:] in soft_endings]:
        stems.add(soft)
        stems.update(soft[: -len(s)] + hard for hard, s in paradigms.softened.items() if soft.endswith(s))
    if word.startswith(CIRCUMFIX):
        bare = word.removeprefix(CIRCUMFIX)
        stems |= {bare[: len(bare) - len(e)] for e in one.circumfixed if bare.endswith(e)}
    for group in one.alternating:
        stems |= {s[: len(s) - len(a)] + b for s in tuple(stems) for a in group if s.endswith(a) for b in group}
    return {s for s in stems if len(s) >= one.shortest and (not one.only or s.endswith(one.only))}


def _softened(stem: str, paradigms: Paradigms) -> str:
    last = stem[-1:]
    return stem[:-1] + paradigms.softened[last] if last in paradigms.softened else stem


def _groups_of(word: str, paradigms: Paradigms) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the irregular words of which a word may be a form, each with what stands before it."""
    by_stem, endings = _groups(paradigms)
    for prefix in ("", *paradigms.prefixes):
        rest = word.removeprefix(prefix)
        if prefix and (rest == word or len(rest) < SHORTEST_BESIDE_PREFIX):
            continue
        for cut in range(1, len(rest) + 1):
            if rest[:cut] in by_stem and rest[cut:] in endings:
                yield from ((prefix, group) for group in by_stem[rest[:cut]])


@lru_cache(maxsize=5_000)
def _group_forms(prefix: str, group: tuple[str, ...], paradigms: Paradigms) -> frozenset[str]:
    return frozenset(prefix + stem + ending for stem in group for ending in paradigms.group_endings)


@cache
def _ending_sets(one: EndingClass) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(one.endings), frozenset(one.soft)


@cache
def _groups(paradigms: Paradigms) -> tuple[Mapping[str, list[tuple[str, ...]]], frozenset[str]]:
    """Return the groups of a language by each of their stems, and their endings."""
    by_stem: dict[str, list[tuple[str, ...]]] = {}
    for group in paradigms.groups:
        for stem in group:
            by_stem.setdefault(stem, []).append(group)
    return by_stem, frozenset(paradigms.group_endings)
