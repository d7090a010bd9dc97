"""Notices: what readers are told at a section that is not current, and the English text of one that is missing.

A page that nobody has vouched for gets one notice for the whole of it, from its template; its sections get none.
"""

from __future__ import annotations

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of, relative_href
from colabora.translations.freshness import page_freshness, section_key
from colabora.translations.kept import section_lines
from colabora.translations.model import FRONT_MATTER, MissingSection, Notices, Status


def notices_of(base: KnowledgeBase, page: Page) -> Notices | None:
    """Return the notices of a page, or none where everything is current or the page is the English one."""
    english = base.pages.get(SOURCE_LOCALE, {}).get(page.name)
    if english is None or page.locale == SOURCE_LOCALE:
        return None
    freshness = page_freshness(english, page, page.locale)
    outdated = frozenset(freshness.of(Status.OUTDATED)) - {FRONT_MATTER} if freshness.is_stamped else frozenset()
    missing = tuple(_missing(english, key) for key in freshness.of(Status.MISSING))
    if not outdated and not missing:
        return None
    href = relative_href(address_of(page.locale, page.name), address_of(SOURCE_LOCALE, page.name))
    return Notices(href, outdated, missing)


def _missing(english: Page, key: str) -> MissingSection:
    keys = [section_key(s) for s in english.sections]
    lines = section_lines(english, key)
    if key == section_key(english.sections[0]) and not english.sections[0].id:
        return MissingSection(key, lines, tuple(keys))
    heading = f"{lines[0]} {{#{key}}}"
    return MissingSection(key, (heading, *lines[1:]), tuple(keys[keys.index(key) + 1 :]))
