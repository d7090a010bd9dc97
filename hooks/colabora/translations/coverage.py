"""Coverage: how much of the site each language has, for the command, the status page and `/data/translations.json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.translations.freshness import PageFreshness, locale_freshness, section_key
from colabora.translations.inventory import take_inventory
from colabora.translations.model import FRONT_MATTER, Origin, Status
from colabora.translations.worth import reader_worth

HOME = "index.md"


@dataclass(frozen=True)
class Share:
    """Sections of a language, or of one part of the site in it, by status."""

    current: int
    outdated: int
    missing: int

    @property
    def total(self) -> int:
        """Return the number of sections there are in English."""
        return self.current + self.outdated + self.missing

    @property
    def fraction(self) -> float:
        """Return the part that is current, from 0 to 1."""
        return self.current / self.total if self.total else 1.0

    @property
    def percent(self) -> int:
        """Return the whole percent that are current; 100 only if all are."""
        return int(100 * self.fraction)


@dataclass(frozen=True)
class Work:
    """A page that is not current, with what is to be done and how many English words that is."""

    english: Page
    freshness: PageFreshness
    words: int

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections that are not current."""
        return tuple(s.id for s in self.freshness.behind)


@dataclass(frozen=True)
class Coverage:
    """One language: the freshness of every page in the order of the file names."""

    locale: str
    english: Mapping[str, Page]
    pages: Mapping[str, PageFreshness]

    @cached_property
    def whole(self) -> Share:
        """Return the share of the whole site."""
        return share(self.pages.values())

    @cached_property
    def parts(self) -> Mapping[str, Share]:
        """Return the share of each part of the site, by its index page."""
        return {part: share(self.pages[name] for name in names) for part, names in self.names_by_part.items()}

    @cached_property
    def names_by_part(self) -> Mapping[str, tuple[str, ...]]:
        """Return the pages of each part of the site, named by its index page, in the order of reader value."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.pages, key=lambda n: reader_worth(self.english[n])):
            found.setdefault(part_of(name, self.pages), []).append(name)
        return {part: tuple(names) for part, names in found.items()}

    def count(self, status: Status) -> int:
        """Return the number of pages with a status."""
        return sum(f.status == status for f in self.pages.values())

    def count_origin(self, origin: Origin) -> int:
        """Return the number of pages that a machine made, or that a person reviewed."""
        return sum(f.origin == origin for f in self.pages.values())

    @cached_property
    def work(self) -> tuple[Work, ...]:
        """Return the pages that are not current, those worth most to a reader first."""
        behind = [n for n, f in self.pages.items() if f.status is not Status.CURRENT]
        ordered = sorted(behind, key=lambda n: reader_worth(self.english[n]))
        return tuple(Work(self.english[n], self.pages[n], _words(self.english[n], self.pages[n])) for n in ordered)


def make_coverage(base: KnowledgeBase, locale: str) -> Coverage:
    """Return the coverage of one language."""
    return Coverage(locale, base.pages[SOURCE_LOCALE], locale_freshness(base, locale))


def make_coverages(base: KnowledgeBase) -> dict[str, Coverage]:
    """Return the coverage of every language that is translated into."""
    return {x: make_coverage(base, x) for x in base.locales if x != SOURCE_LOCALE}


def part_of(name: str, names: Collection[str]) -> str:
    """Return the index page of the part of the site a page belongs to: that of its top folder, or home."""
    index = f"{name.partition('/')[0]}/{HOME}"
    return index if index in names else HOME


def share(pages: Iterable[PageFreshness]) -> Share:
    """Count the sections of pages by status."""
    count = Counter(section.status for page in pages for section in page.sections)
    return Share(count[Status.CURRENT], count[Status.OUTDATED], count[Status.MISSING])


def _words(english: Page, freshness: PageFreshness) -> int:
    wanted = {s.id for s in freshness.sections if s.status is not Status.CURRENT}
    words = len(f"{english.title} {english.source.text('description')}".split()) if FRONT_MATTER in wanted else 0
    for section in english.sections:
        if section_key(section) in wanted:
            prose = take_inventory(section.lines, english.name).prose
            words += sum(len(p.text.split()) for p in prose) + len(section.heading.split())
    return words
