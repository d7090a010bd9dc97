"""Termbase: what a concept is called anywhere, so that a word of one language finds the pages of another.

Takes in the glossary and a language, spits out for each concept the names it has in that language and all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from colabora.registers import Term, TermForms
from colabora.search.word_forms import PART, fold

# “koprade (alone, for the place)” and “kopienas veidotājs/-a”, “Coworker:in”.
ASIDE = re.compile(r"\s*\(.*?\)")
SECOND_ENDING = re.compile(r"(?<=\w)(?:[:/·]-?\w+)+")


def concepts(glossary: Mapping[str, Term], locale: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield of each concept its names in a language, the preferred one first, and every other way to ask for it."""
    for term in glossary.values():
        own = term.terms.get(locale)
        if own is None:
            continue
        names = tuple(dict.fromkeys(map(bare, _good(own))))
        others = dict.fromkeys(
            bare(form) for forms in term.terms.values() for form in (*_good(forms), *forms.forbidden)
        )
        yield names, tuple(name for name in others if name not in names)


def bare(form: str) -> str:
    """Return a form of the glossary as a reader would type it."""
    return SECOND_ENDING.sub("", ASIDE.sub("", form)).lower()


def words_of_terms(glossary: Mapping[str, Term], locale: str) -> frozenset[str]:
    """Return the folded words of a language's terms."""
    return frozenset(fold(w) for names, _ in concepts(glossary, locale) for name in names for w in PART.findall(name))


def _good(forms: TermForms) -> tuple[str, ...]:
    return (forms.preferred, *forms.allowed)
