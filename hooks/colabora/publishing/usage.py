"""Usage: which classes, ids, elements and attributes the pages of a site use, and which words its scripts hold.

Takes in HTML such as `<a class="md-nav__link" hreflang="lv">`, spits out the marks `a`, `.md-nav__link`, `[class`,
`[hreflang`, `[hreflang=lv`. A script's words stand for whatever it may set: a class, an id, an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
SHORTEST_BEGINNING = 3
CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Set by browsers when a reader opens a `details` or `dialog`: in no page, and in no script.
SET_BY_BROWSERS = frozenset(("[open",))


@dataclass(frozen=True)
class Usage:
    """Marks of the pages and words of the scripts."""

    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def has_word(self, name: str) -> bool:
        """Tell whether a script may write a name, whole or as `status--` with something put after it."""
        return name in self.words or name.startswith(self._beginnings)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(word for word in self.words if word.endswith("-") and len(word) >= SHORTEST_BEGINNING)

    def has_element(self, name: str) -> bool:
        """Tell whether there may be an element of a name."""
        return name.lower() in self.marks or self.has_word(name.lower())

    def has_class(self, name: str) -> bool:
        """Tell whether an element may have a class."""
        return f".{name}" in self.marks or self.has_word(name)

    def has_id(self, name: str) -> bool:
        """Tell whether an element may have an id."""
        return f"#{name}" in self.marks or self.has_word(name)

    def has_attribute(self, name: str, value: str | None = None) -> bool:
        """Tell whether an element may have an attribute, if `value` is one word exactly with this value."""
        mark = f"[{name.lower()}"
        if mark not in self.marks and not self.has_word(name.lower()):
            return False
        return value is None or f"{mark}={value}" in self.marks or self.has_word(value) or not WORD.fullmatch(value)


def usage_of(pages: Iterable[str], scripts: Iterable[str]) -> Usage:
    """Return what pages use and scripts may set."""
    marks = {mark for page in pages for mark in page_marks(page)}
    words = {word for script in scripts for word in script_words(script)}
    return Usage(frozenset(marks | SET_BY_BROWSERS), frozenset(words))


def page_marks(html: str) -> set[str]:
    """Return the marks of a page, what stands in its templates included."""
    marks: set[str] = set()
    for node in _nodes(html):
        marks.add(str(node.tag).lower())
        for name, value in node.attrs.items():
            marks.add(f"[{name.lower()}")
            if value and WORD.fullmatch(value):
                marks.add(f"[{name.lower()}={value}")
            if name == "class":
                marks.update(f".{one}" for one in (value or "").split())
            elif name == "id":
                marks.add(f"#{value}")
    return marks


def _nodes(html: str) -> Iterator[LexborNode]:
    root = LexborHTMLParser(html).root
    roots = [root] if root is not None else []
    for one in roots:
        yield from (node for node in one.traverse(include_text=False) if node.is_element_node)
        # What stands in a template is no part of the document; a template in a template is in that one only.
        roots += one.template_fragments()


def script_words(script: str) -> set[str]:
    """Return every word of a script, its parts, and the attribute that a property such as `ariaExpanded` sets."""
    words = set(WORD.findall(script))
    words |= {part for word in words for part in word.split("-") if part}
    for word in [w for w in words if CAPITAL.search(w)]:
        kebab = CAPITAL.sub("-", word).lower()
        words |= {kebab, f"data-{kebab}"}
    lower = {word.lower() for word in words}
    return words | lower | {f"data-{word}" for word in lower}
