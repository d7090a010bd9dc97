"""A to Z: every page, its other names and every term in the order of a language's letters, for those without a script.

Takes in the knowledge base and a language, spits out `K: kopiena (a term), Koprades telpa (a page) …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.search.word_forms import fold

# Letters that stand by themselves in dictionaries; any other letter with an accent stands with the one without.
OWN_LETTERS = {"lv": "čģķļņšž", "es": "ñ"}
GLOSSARY = "about/glossary.md"


@dataclass(frozen=True)
class Entry:
    """A line of the list: what it says, the page it leads to, the place there, the language if not the reader's."""

    text: str
    name: str
    anchor: str = ""
    lang: str | None = None


def a_to_z(base: KnowledgeBase, locale: str) -> list[tuple[str, list[Entry]]]:
    """Return the entries of a language by their first letter."""
    entries = sorted(
        set(_entries(base, locale)),
        key=lambda entry: (_order(entry.text, locale), entry.text, entry.name, entry.anchor),
    )
    return [(letter, list(own)) for letter, own in groupby(entries, lambda entry: _letter(entry.text, locale))]


def _entries(base: KnowledgeBase, locale: str) -> Iterator[Entry]:
    for name in base.pages[SOURCE_LOCALE]:
        page = base.page(locale, name)
        if page is None or page.front_matter is None:
            continue
        lang = None if page.locale == locale else page.locale
        for text in (page.title, *page.front_matter.aliases):
            yield Entry(text, name, lang=lang)
    for term in base.registers.glossary.values():
        forms = term.terms.get(locale)
        for text in (forms.preferred, *forms.allowed) if forms else ():
            yield Entry(text, GLOSSARY, term.id)


def _letters(text: str, locale: str) -> Iterator[str]:
    own = OWN_LETTERS.get(locale, "")
    yield from (letter if letter in own else fold(letter) for letter in text.lower() if letter.isalnum())


def _order(text: str, locale: str) -> list[tuple[str, bool]]:
    """Return a key that puts *š* behind *s* where it is a letter of its own."""
    return [(fold(letter), letter != fold(letter)) for letter in _letters(text, locale)]


def _letter(text: str, locale: str) -> str:
    first = next(_letters(text, locale), "")[:1]
    return first.upper() if first.isalpha() else "0–9"
