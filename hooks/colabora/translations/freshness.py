"""Freshness: which section of a translation is missing, outdated or current. By content, without git or dates.

Takes in the English page and its translation, spits out one status a section::

    _front-matter current · _beginning current · costs outdated · sources missing

The digest of every English section a translation was made from stands in its front matter (`translation.source`),
written by `colabora translations stamp`. A section without a digest there is outdated: nobody has vouched for it.
Two pseudo-sections have names that no heading can have: `_front-matter` for the texts of the front matter
and `_beginning` for what stands before the first heading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.schemas import KEYED_LISTS, translatable_fields
from colabora.sections import Section, text_digest
from colabora.source import Source
from colabora.translations.model import BEGINNING, FRONT_MATTER, Origin, Status

# Other words a reader may search for: each language has its own, so a new English one puts nothing in doubt.
NOT_FOLLOWED = frozenset(("aliases", "translation"))


WORST_FIRST = tuple(Status)


@dataclass(frozen=True)
class SectionFreshness:
    """The status of one section; `is_stamped` tells one that was current once from one never vouched for."""

    id: str
    status: Status
    is_stamped: bool = False


@dataclass(frozen=True)
class PageFreshness:
    """The sections of the English page in their order, then those the English page no longer has."""

    locale: str
    name: str
    exists: bool
    origin: Origin | None
    reviewer: str | None
    sections: tuple[SectionFreshness, ...]

    @cached_property
    def status(self) -> Status:
        """Return the worst status of the sections."""
        return min((s.status for s in self.sections), key=WORST_FIRST.index, default=Status.CURRENT)

    @cached_property
    def by_id(self) -> Mapping[str, SectionFreshness]:
        """Return the sections by id."""
        return {s.id: s for s in self.sections}

    @property
    def is_stamped(self) -> bool:
        """Tell whether any section was ever vouched for."""
        return any(s.is_stamped for s in self.sections)

    def of(self, status: Status) -> tuple[str, ...]:
        """Return the ids of the sections with a status."""
        return tuple(s.id for s in self.sections if s.status is status)

    @property
    def behind(self) -> tuple[SectionFreshness, ...]:
        """Return the sections that are not current."""
        return tuple(s for s in self.sections if s.status is not Status.CURRENT)

    def is_current(self, section: str) -> bool:
        """Tell whether a section is current."""
        found = self.by_id.get(section)
        return found is not None and found.status is Status.CURRENT


def section_key(section: Section) -> str:
    """Return the name under which a section is followed."""
    return section.id or BEGINNING


@cache
def followed_fields(kind: Kind) -> tuple[str, ...]:
    """Return the keys of a kind's front matter whose texts a translation gives and has to keep up with."""
    return tuple(sorted(translatable_fields(kind) - NOT_FOLLOWED))


def front_matter_texts(source: Source, kind: Kind) -> dict[str, object]:
    """Return the texts of the front matter that a translation gives: as they are, or by the key of their entry."""
    texts: dict[str, object] = {}
    for key in followed_fields(kind):
        value = source.front_matter.get(key)
        if key in KEYED_LISTS:
            name, text = KEYED_LISTS[key]
            entries = [e for e in value if isinstance(e, dict)] if isinstance(value, list) else []
            value = {str(e.get(name)): e[text] for e in entries if e.get(text)}
        if value:
            texts[key] = value
    return texts


def section_digests(english: Page) -> dict[str, str]:
    """Return the digest of every section of an English page, in order."""
    texts = front_matter_texts(english.source, english.kind)
    front_matter = text_digest(json.dumps(texts, ensure_ascii=False, sort_keys=True))
    return {FRONT_MATTER: front_matter, **{section_key(s): s.digest for s in english.sections}}


def stamped_digests(translation: Page) -> dict[str, str]:
    """Return the digests that stand in a translation's front matter, also in one that breaks another rule."""
    state = translation.source.front_matter.get("translation")
    source = state.get("source") if isinstance(state, dict) else None
    return {str(k): str(v) for k, v in source.items()} if isinstance(source, dict) else {}


def page_freshness(english: Page, translation: Page | None, locale: str) -> PageFreshness:
    """Return how far a page's translation stands behind the English page."""
    digests = section_digests(english)
    if translation is None:
        missing = tuple(SectionFreshness(key, Status.MISSING) for key in digests)
        return PageFreshness(locale, english.name, False, None, None, missing)
    stamped = stamped_digests(translation)
    there = {FRONT_MATTER, *(section_key(s) for s in translation.sections)}

    def status(key: str) -> Status:
        if key not in there:
            return Status.MISSING
        return Status.CURRENT if stamped.get(key) == digests.get(key) else Status.OUTDATED

    # What was translated and has left the English page since is outdated, until the translation drops it, too.
    left = [section_key(s) for s in translation.sections if section_key(s) not in digests and section_key(s) in stamped]
    sections = tuple(SectionFreshness(key, status(key), key in stamped) for key in (*digests, *left))
    origin, reviewer = _origin(translation)
    return PageFreshness(locale, english.name, True, origin, reviewer, sections)


def _origin(translation: Page) -> tuple[Origin | None, str | None]:
    state = translation.source.front_matter.get("translation")
    if not isinstance(state, dict) or state.get("status") not in set(Origin):
        return None, None
    reviewer = state.get("reviewer")
    return Origin(str(state["status"])), reviewer if isinstance(reviewer, str) else None


def locale_freshness(base: KnowledgeBase, locale: str) -> dict[str, PageFreshness]:
    """Return the freshness of every English page in one language, by page name."""
    translations = base.pages.get(locale, {})
    return {n: page_freshness(p, translations.get(n), locale) for n, p in base.pages[SOURCE_LOCALE].items()}
