"""Navigation: our own tree of pages from the knowledge base, in the order in which one reads them.

Takes in a knowledge base and a reader's language, spits out a `Place` a top-level section: home with the doors,
the method by stages, cases by title, the course by modules, and so on.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from colabora.kinds import Stage
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.schemas import ChecklistFrontMatter, ModuleFrontMatter, StageFrontMatter

HOME = "index.md"
SECTIONS = ("index.md", "methodology", "case-studies", "training", "checklists", "toolbox", "take-part", "contribute")
LAST_SECTION = "about"
ABOUT_PAGES = tuple(
    f"about/{name}.md"
    for name in (
        "partners", "funding", "sources", "single-sources", "gaps", "glossary", "words", "a-to-z", "search-quality", "review",
        "translation-status", "translating", "compare", "privacy", "accessibility", "rules",
    )
)  # fmt: skip
# Sections whose pages stand in the order of the alphabet, whatever their own page links first.
ALPHABETICAL = frozenset(("case-studies", "checklists"))
PAGE_LINK = re.compile(r"\]\(<?([^()<>\s#]+\.md)")


@dataclass(frozen=True)
class Place:
    """A page in the tree with the places below it; `lang` is set where the title is not in the reader's language."""

    name: str
    title: str
    lang: str | None = None
    children: tuple[Place, ...] = ()

    def walk(self) -> Iterator[Place]:
        """Yield the place and all below it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Navigation:
    """The whole tree of one language, with what is asked of it a page: the way to it and its neighbours."""

    sections: tuple[Place, ...]
    ways: Mapping[str, tuple[Place, ...]]
    previous: Mapping[str, Place]
    next: Mapping[str, Place]


def make_navigation(base: KnowledgeBase, locale: str) -> Navigation:
    """Return the navigation as a reader of a language sees it."""
    sections = make_sections(base, locale)
    ways = {way[-1].name: way for section in sections for way in _ways(section)}
    steps = [step for section in sections for step in pairwise(section.walk())]
    return Navigation(
        sections,
        ways,
        previous={after.name: before for before, after in steps},
        next={before.name: after for before, after in steps},
    )


def _ways(place: Place, above: tuple[Place, ...] = ()) -> Iterator[tuple[Place, ...]]:
    yield (*above, place)
    for child in place.children:
        yield from _ways(child, (*above, place))


def make_sections(base: KnowledgeBase, locale: str) -> tuple[Place, ...]:
    """Return the top-level sections in their order, each with everything below it."""
    pages = base.pages[SOURCE_LOCALE]
    below: dict[str, list[str]] = {}
    for name in pages:
        below.setdefault(parent_of(name, pages), []).append(name)

    def place(name: str) -> Place:
        seen = base.page(locale, name) or pages[name]
        children = sorted(below.get(name, ()), key=_order(base, locale, name))
        lang = seen.locale if seen.locale != locale else None
        return Place(name, seen.title, lang, tuple(place(child) for child in children))

    return tuple(place(name) for name in sorted(below.get("", ()), key=_section_order))


def parent_of(name: str, pages: Mapping[str, Page]) -> str:
    """Return the nearest index above a page; home and the indexes of the top folders stand at the top (``)."""
    folder = posixpath.dirname(name)
    if posixpath.basename(name) == HOME:
        if not posixpath.dirname(folder):
            return ""
        folder = posixpath.dirname(folder)
    while folder and f"{folder}/{HOME}" not in pages:
        folder = posixpath.dirname(folder)
    return posixpath.join(folder, HOME) if folder or HOME in pages else ""


def _section_order(name: str) -> tuple[int, str]:
    key = posixpath.dirname(name) or name
    if key == LAST_SECTION:
        return len(SECTIONS) + 1, key
    return SECTIONS.index(key) if key in SECTIONS else len(SECTIONS), key


def _order(base: KnowledgeBase, locale: str, parent: str) -> Callable[[str], tuple[int, int, str, str]]:
    """Return the sort key of the pages below an index: their number, where the index links them, their title."""
    section = parent.partition("/")[0]
    linked = ABOUT_PAGES if section == LAST_SECTION else linked_pages(base.pages[SOURCE_LOCALE].get(parent))
    if section in ALPHABETICAL:
        linked = ()

    def key(name: str) -> tuple[int, int, str, str]:
        english = base.pages[SOURCE_LOCALE][name]
        seen = base.page(locale, name) or english
        position = linked.index(name) if name in linked else len(linked)
        return _number(english), position, collation_key(seen.title), name

    return key


def _number(page: Page) -> int:
    match page.front_matter:
        case StageFrontMatter(number=number) | ModuleFrontMatter(number=number):
            return number
        case ChecklistFrontMatter(stage=stage):
            return list(Stage).index(stage)
    return 0


def linked_pages(page: Page | None) -> tuple[str, ...]:
    """Return the pages that a page links to, in the order of its first links."""
    if page is None:
        return ()
    folder = posixpath.dirname(page.name)
    links = (link for line in page.source.lines if not line.code for link in PAGE_LINK.findall(line.text))
    return tuple(dict.fromkeys(posixpath.normpath(posixpath.join(folder, link)) for link in links))


def collation_key(title: str) -> str:
    """Return what to sort a title by: letters and digits only, without case and accents."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()
