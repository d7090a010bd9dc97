"""Words: takes in a page's HTML, spits out interface texts that are not in the language they are marked as.

A text that stands in the strings of another language, and in none of its own, is in the wrong language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from browser.kinds import LOCALES
from browser.serving import ROOT
from colabora.strings import PLACEHOLDER, read_strings

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")
NO_TEXT = ("script", "style", "template")
SPACE = re.compile(r"\s+")
# Names, abbreviations and other words that are the same in several languages say nothing about the language.
SHORTEST = 4


@functools.cache
def patterns(locale: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return a language's interface texts: the plain ones, and one pattern for those with placeholders."""
    plain, filled = set(), set()
    for value in read_strings(ROOT, locale)[0].texts.values():
        for text in (value,) if isinstance(value, str) else value.values():
            if not PLACEHOLDER.search(text):
                plain.add(text)
            elif len(PLACEHOLDER.sub("", text)) >= 3 * SHORTEST:
                filled.add(".+".join(re.escape(part) for part in PLACEHOLDER.split(text)[::2]))
    return frozenset(plain), re.compile("|".join(sorted(filled)))


def is_of(locale: str, text: str) -> bool:
    """Tell whether a text is among a language's interface texts."""
    plain, filled = patterns(locale)
    return text in plain or filled.fullmatch(text) is not None


def texts_of(node: LexborNode, lang: str) -> Iterator[tuple[str, str]]:
    """Yield each text below an element with the language it is marked as."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield lang, SPACE.sub(" ", child.text(deep=False)).strip()
        elif child.tag not in NO_TEXT:
            own = child.attributes.get("lang") or lang
            yield from ((own, value) for name in ATTRIBUTES if (value := child.attributes.get(name)))
            yield from texts_of(child, own)


def strangers(html: str) -> list[str]:
    """Return the interface texts of a page that are marked as a language they are not in."""
    root = LexborHTMLParser(html).root
    assert root
    lang = root.attributes["lang"] or ""
    found = []
    for marked, text in dict.fromkeys(texts_of(root, lang)):
        if len(text) < SHORTEST or marked not in LOCALES or is_of(marked, text):
            continue
        others = [other for other in LOCALES if other != marked and is_of(other, text)]
        if others:
            found.append(f"marked {marked}, is {'/'.join(others)}: {text}")
    return found


def titles_in_wrong_language(html: str, titles: Mapping[str, str]) -> list[str]:
    """Return links whose text is an English title, but not marked as English; `titles` gives the titles that are only
    English to the locale of the page."""
    parser = LexborHTMLParser(html)
    found = []
    for link in parser.css("a"):
        text = SPACE.sub(" ", link.text()).strip()
        if text in titles and language_of(link) != "en":
            found.append(f"{text} ({titles[text]})")
    return found


def language_of(node: LexborNode) -> str:
    """Return the language an element's text is marked as."""
    inner = node.css_first("[lang]") if node.text(deep=False).strip() == "" else None
    current: LexborNode | None = inner or node
    while current:
        if lang := current.attributes.get("lang"):
            return lang
        current = current.parent
    return ""
