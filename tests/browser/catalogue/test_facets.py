"""Choosing cases by facets: right, countable, in the address, and quick."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.catalogue.conftest import FEW, MANY
from browser.catalogue.reader import Reader, facts, fitting
from colabora.catalogue.facets import FACETS
from colabora.knowledge_base import KnowledgeBase

pytestmark = pytest.mark.xdist_group("catalogue")
LOCALES = ("en", "lv")
LIMIT = 100  # ms
MOST_TRIES = 40
# From the click to the frame that shows it.
TIME = """(selector) => new Promise((resolve) => {
    const box = document.querySelector(selector);
    requestAnimationFrame(() => setTimeout(() => {
        const start = performance.now();
        box.click();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    }));
})"""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_facet_shows_just_the_cases_that_have_what_is_chosen(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    reader = Reader(page, catalogue_address, locale).open()
    seen = set()
    for name in FACETS:
        value = min(values[name][0] for values in facts(few_cases).values() if values[name])
        reader.choose(name, value)
        reader.expect_shown(fitting(few_cases, (name, value)), FEW)
        assert reader.state == [(name, value)]
        reader.choose(name, value)
        seen.add(name)
    assert len(seen) == 10
    reader.expect_shown(set(facts(few_cases)), FEW)


def test_choices_of_one_facet_add_up_and_facets_narrow_each_other_and_counts_say_what_is_left(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase
) -> None:
    reader = Reader(page, catalogue_address).open()
    chosen = (("country", "LV"), ("country", "DE"), ("status", "open"))
    for name, value in chosen:
        reader.choose(name, value)
    reader.expect_shown(fitting(few_cases, *chosen), FEW)
    for box in page.locator("#case-facets input").all():
        name, value = box.get_attribute("name") or "", box.get_attribute("value") or ""
        others = [choice for choice in chosen if choice[0] != name]
        expected = len(fitting(few_cases, *others, (name, value)))
        assert box.evaluate("box => box.nextElementSibling.textContent") == str(expected), (name, value)
        assert box.is_disabled() == (expected == 0 and (name, value) not in chosen)


def test_an_address_shows_the_same_to_others_and_back_takes_the_last_choice_back(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, new_context: Callable[..., BrowserContext]
) -> None:
    reader = Reader(page, catalogue_address).open()
    reader.choose("setting", "village")
    reader.choose("kind", "space")
    both = fitting(few_cases, ("setting", "village"), ("kind", "space"))
    reader.expect_shown(both, FEW)
    other = Reader(new_context().new_page(), catalogue_address)
    other.page.goto(page.url)
    other.expect_shown(both, FEW)
    page.go_back()
    reader.expect_shown(fitting(few_cases, ("setting", "village")), FEW)
    expect(reader.box("kind", "space")).not_to_be_checked()
    page.go_back()
    reader.expect_shown(set(facts(few_cases)), FEW)


def test_another_language_keeps_what_is_chosen(page: Page, catalogue_address: str, few_cases: KnowledgeBase) -> None:
    reader = Reader(page, catalogue_address).open()
    reader.choose("host", "school")
    address = page.locator(".languages a[lang=lv]").first.get_attribute("href") or ""
    assert address.endswith("?host=school")
    page.goto(address)
    Reader(page, catalogue_address, "lv").expect_shown(fitting(few_cases, ("host", "school")), FEW)


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_that_fits_is_said_with_the_way_out_which_works_by_keyboard(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    all_values = facts(few_cases)
    impossible = next(
        (("host", host), ("size", size))
        for host in ("library", "school", "farm", "shop")
        for size in ("to-8", "to-20", "over-20")
        if not fitting(few_cases, ("host", host), ("size", size))
    )
    reader = Reader(page, catalogue_address, locale).open("?" + "&".join(f"{n}={v}" for n, v in impossible))
    reader.expect_shown(set(), FEW)
    expect(page.locator(".case-none")).to_be_visible()
    page.locator(".case-shown button").focus()
    page.keyboard.press("Enter")
    reader.expect_shown(set(all_values), FEW)
    expect(page.locator(".case-none")).to_be_hidden()
    assert reader.state == []
    page.locator("#case-facets summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?[^&]+$"))


@pytest.mark.parametrize("search", ["?country=%22%3E%3Cimg%3E&kind=nothing", "?compare=__proto__&view=constructor"])
def test_an_address_that_names_what_is_not_there_shows_everything(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, search: str
) -> None:
    reader = Reader(page, catalogue_address).open(search)
    reader.expect_shown(set(facts(few_cases)), FEW)


def test_on_a_phone_the_facets_are_folded_away(
    catalogue_address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    page.goto(f"{catalogue_address}case-studies/")
    expect(page.locator("#case-facets")).to_be_hidden()
    page.locator(".case-filter").click()
    expect(page.locator("#case-facets")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_all_cases_stand_there_by_country_and_no_control_that_does_nothing(
    catalogue_address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{catalogue_address}case-studies/")
    assert page.locator(".case-cards li h4 a").count() == FEW
    assert page.locator(".case-cards li:visible").count() == FEW
    assert page.locator(".case-cards h3:visible").count() == 5
    assert page.locator(".case-list :is(input, button, select, nav a):visible").count() == 0


def test_a_choice_among_1000_cases_is_shown_within_100_ms_on_a_slow_phone(page: Page, large_address: str) -> None:
    reader = Reader(page, large_address).open()
    assert len(reader.shown) == MANY
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for name, value in (("country", "LV"), ("status", "open"), ("stage", "test")):
        selector = f"#case-facets input[name='{name}'][value='{value}']"
        best = math.inf
        for _ in range(MOST_TRIES):
            # Off and on again; other work of the machine can only add to it.
            times = [float(page.evaluate(TIME, selector)) for _ in range(2)]
            best = min(best, max(times))
            if best < LIMIT:
                break
        assert best < LIMIT, name
