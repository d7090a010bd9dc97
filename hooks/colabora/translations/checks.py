"""Checks of translations: parity of what is current as errors, wording and typography as warnings."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.translations.comparing import Sides
from colabora.translations.exceptions import exceptions_by_locale
from colabora.translations.freshness import section_digests, stamped_digests
from colabora.translations.new_locale import check_marks
from colabora.translations.parity import check_parity, front_matter_prose
from colabora.translations.rules import date_as_list
from colabora.translations.terms import Wording, check_terms, check_unused_terms, make_term_base
from colabora.translations.typography import check_typography


class TranslationChecks:
    """All that is asked of translations, with what it needs of the registers, made once a language."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.sides = Sides()
        self.wordings: dict[str, Wording] = {}
        self.exceptions = exceptions_by_locale(base.registers.translation_exceptions)
        self.terms = {x: make_term_base(base.registers.glossary, x) for x in base.locales}

    def check(self, english: Page, translation: Page, sections: Collection[str]) -> Iterator[Problem]:
        """Hold sections of a page against English, and the whole page against the customs of its language."""
        locale = translation.locale
        yield from check_parity(english, translation, sections, self.exceptions.get(locale, ()), self.sides)
        for side in self.sides.of(translation).values():
            for date in side.found.dates_as_entries:
                yield date_as_list.at(translation.path, date.line, date.name)
        links = [link for side in self.sides.of(translation).values() for link in side.found.term_links]
        wording, own_terms, source_terms = self.wording(translation), self.terms[locale], self.terms[SOURCE_LOCALE]
        yield from check_terms(translation.path, wording, links, own_terms)
        yield from check_unused_terms(translation.path, wording, self.wording(english), own_terms, source_terms)
        yield from check_typography(translation.path, locale, wording.prose)

    def wording(self, page: Page) -> Wording:
        """Return all that was written on a page, taken once: English is compared with every language."""
        if page.path not in self.wordings:
            sides = self.sides.of(page).values()
            prose = front_matter_prose(page) + [prose for side in sides for prose in side.prose]
            self.wordings[page.path] = Wording(prose, page.locale)
        return self.wordings[page.path]


def check_translations(base: KnowledgeBase) -> Iterator[Problem]:
    """Return what is wrong with all translations: parity is asked only of sections that claim to be current."""
    checks = TranslationChecks(base)
    for english, translation in pairs(base):
        yield from checks.check(english, translation, vouched_sections(english, translation))
    yield from check_marks(base.root, base.locales)


def pairs(base: KnowledgeBase) -> Iterator[tuple[Page, Page]]:
    """Yield every English page with each of its translations, language by language."""
    for locale in base.locales:
        if locale == SOURCE_LOCALE:
            continue
        for name, translation in base.pages[locale].items():
            english = base.pages[SOURCE_LOCALE].get(name)
            if english is not None:
                yield english, translation


def vouched_sections(english: Page, translation: Page) -> set[str]:
    """Return the sections whose stamp is that of the English text of today, be they there or not."""
    stamped = stamped_digests(translation)
    return {key for key, digest in section_digests(english).items() if stamped.get(key) == digest}
