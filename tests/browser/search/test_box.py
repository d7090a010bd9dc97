"""Search as readers use it: through the box, in five languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import axe
from browser.kinds import LOCALES
from browser.search.reader import RESULT, Reader, Weight

# One word of each language in a form that its pages have, another form of it, and the same without accents.
FORMS = {
    "en": ("communities", "community", "communities"),
    "lv": ("kopienām", "kopiena", "kopienam"),
    "de": ("Räumen", "Raum", "Raumen"),
    "fr": ("communautés", "communauté", "communautes"),
    "es": ("comunidades", "comunidad", "comunidádes"),
}
SLIPS = {"en": "comunity", "lv": "kopeina", "de": "Gemeinschafd", "fr": "communaaté", "es": "comunidda"}
FIRST_SEARCH, NEXT_SEARCH = 150_000, 20_000
DENIED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"
)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_finds_the_same_pages_and_the_box_says_what_it_did(
    page: Page, site_address: str, locale: str
) -> None:
    reader = Reader(page, site_address, locale).open()
    form, other, bare = FORMS[locale]
    found = reader.type(form)
    assert found
    assert reader.marks()
    assert reader.notes()
    assert set(reader.type(bare)) == set(found)
    assert set(reader.type(other)) == set(found)
    assert reader.type(SLIPS[locale])
    assert reader.notes()
    # Concepts of the glossary, typed in any language.
    for term in ("kopstrāde", "tiers-lieu", "Dorf-Büro"):
        assert reader.type(term), term
    assert not axe.find(page)


def test_compounds_and_hyphens_make_no_difference(page: Page, site_address: str) -> None:
    reader = Reader(page, site_address, "de").open()
    found = [set(reader.type(query)) for query in ("Coworking-Space", "Coworkingspace", "coworking space")]
    assert found[0]
    assert found[0] == found[1] == found[2]
    assert set(reader.type("Dorfbüro")) == set(reader.type("Dorf-Büro")) != set()


def test_what_is_found_can_be_narrowed_by_kind_and_extended(page: Page, site_address: str) -> None:
    reader = Reader(page, site_address, "lv").open()
    assert len(reader.type("telpa")) == 5
    everything = reader.status.inner_text()
    page.locator("[data-search-more]").click()
    expect(page.locator(RESULT)).to_have_count(10)
    expect(page.locator(RESULT).and_(page.locator(":focus"))).to_have_count(1)
    for facet, value in (("kind", "case-study"), ("country", "LV"), ("stage", "")):
        page.locator(f"select[name={facet}]").select_option(value)
    expect(reader.status).not_to_have_text(everything)
    expect(page.locator("[data-search-results] > section")).to_have_count(1)
    links = page.locator(RESULT).all()
    assert links
    assert all("/case-studies/" in str(link.get_attribute("href")) for link in links)


def test_where_a_language_has_nothing_english_is_shown_and_marked(page: Page, site_address: str) -> None:
    reader = Reader(page, site_address, "de").open()
    assert reader.type("insurance") == []
    english = page.locator("[data-search-results] > section[lang=en] a.found-page")
    expect(english.first).to_be_visible()
    assert reader.type("qqqzzzxxx") == []
    expect(page.locator("[data-search-results] a")).to_have_count(0)


def test_the_whole_search_works_by_keyboard(page: Page, site_address: str) -> None:
    reader = Reader(page, site_address, "en").open()
    page.keyboard.press("Escape")
    opener = page.locator("[data-search-open]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(reader.input).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#md-search")).not_to_be_visible()
    expect(opener).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("pop-up season")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    first = page.locator(RESULT).first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(reader.input).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    target = first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_a_search_weighs_little(page: Page, site_address: str) -> None:
    weight = Weight(page)
    reader = Reader(page, site_address, "lv")
    page.goto(f"{site_address}lv/about/funding/")
    page.wait_for_load_state("networkidle")
    before = weight.taken()
    assert before < 30_000
    reader.open()
    reader.type("koprades telpām")
    page.wait_for_load_state("networkidle")
    assert 0 < weight.taken() < FIRST_SEARCH
    for query in ("līgums", "bibliotēka"):
        reader.type(query)
        page.wait_for_load_state("networkidle")
        assert weight.taken() < NEXT_SEARCH


def test_nothing_is_fetched_before_and_nothing_kept_after(
    context: BrowserContext, page: Page, site_address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(DENIED)
    page.goto(f"{site_address}lv/about/funding/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
    reader = Reader(page, site_address, "lv").open()
    assert reader.type("telpa")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(reader.input).to_have_value("")
    assert not context.cookies()
    assert "?" not in page.url


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_script_the_button_leads_to_a_list(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site_address + ("" if locale == "en" else f"{locale}/"))
    page.locator("[data-search-open]").click()
    expect(page.locator(".a-to-z h2").first).to_be_visible()
    assert page.locator(".a-to-z li > a").count() > 100
