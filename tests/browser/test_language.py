"""Every interface text is in the language of the page, and what is in another one says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from selectolax.lexbor import LexborHTMLParser

from browser.kinds import KINDS, LOCALES, address, open_page, unfold
from browser.serving import ROOT
from browser.words import is_of, strangers, titles_in_wrong_language
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.publishing.addresses import address_of

TRANSLATIONS = [locale for locale in LOCALES if locale != "en"]


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """Read what is written."""
    return read_knowledge_base(ROOT)[0]


def built_pages(base: KnowledgeBase, site: Path, locale: str) -> dict[str, str]:
    """Return the HTML of every page of a language by its name."""
    names = base.pages["en"]
    return {x: (site / address_of(locale, x) / "index.html").read_text(encoding="utf-8") for x in names}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_interface_text_of_every_page_is_in_the_pages_language(
    base: KnowledgeBase, built_site: Path, locale: str
) -> None:
    pages = built_pages(base, built_site, locale)
    assert {name: found for name, html in pages.items() if (found := strangers(html))} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_what_scripts_write_is_in_the_pages_language(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str
) -> None:
    page = new_context().new_page()
    for kind in KINDS:
        open_page(page, site_address + address(kind, locale))
        unfold(page)
        assert strangers(page.content()) == [], kind


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_a_page_that_is_not_translated_says_so_and_marks_its_english(
    base: KnowledgeBase, built_site: Path, locale: str
) -> None:
    for name, html in built_pages(base, built_site, locale).items():
        parser = LexborHTMLParser(html)
        root, article = parser.css_first("html"), parser.css_first("article")
        assert root and article, name
        marks = (root.attributes["lang"], article.attributes.get("lang"), "data-fallback" in article.attributes)
        is_written = name in base.pages[locale]
        assert marks == ((locale, None, False) if is_written else (locale, "en", True)), name
        assert (parser.css_first(".notice") is not None) or is_written, name


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_titles_that_are_english_only_are_marked_as_english(base: KnowledgeBase, built_site: Path, locale: str) -> None:
    own = {page.title for page in base.pages[locale].values()}
    only_english = {
        page.title: name
        for name, page in base.pages["en"].items()
        # A case is called what the space is called: a name, which is in no language.
        if name not in base.pages[locale]
        and page.title not in own
        and page.kind != "case-study"
        and not is_of(locale, page.title)  # the word is the same in both
    }
    pages = built_pages(base, built_site, locale)
    assert {x: found for x, html in pages.items() if (found := titles_in_wrong_language(html, only_english))} == {}


def test_the_probe_tells_a_stray_english_text() -> None:
    page = "<html lang=lv><body><p>Izvēlne</p><button aria-label='Skip to the text'>x</button>{}</body></html>"
    assert len(strangers(page.format("<p>Machine translation, not yet reviewed.</p>"))) == 2
    assert len(strangers(page.format("<p lang=en>Machine translation, not yet reviewed.</p>"))) == 1
    assert (
        len(strangers(page.format("<p lang=en>Mašīntulkojums, vēl nav pārbaudīts.</p><p>5 days before the opening")))
        >= 2
    )
