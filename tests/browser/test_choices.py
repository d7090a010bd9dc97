"""What a reader chooses: colours, which are kept, and another language, which stays at the page and the section."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.kinds import KINDS, LOCALES, address, open_page
from browser.traffic import kept

IS_DARK = """() => {
    const probe = document.createElement('canvas').getContext('2d');
    probe.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    if (probe.fillStyle === 'rgba(0, 0, 0, 0)') probe.fillStyle = getComputedStyle(document.body).backgroundColor;
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
    return red + green + blue < 384;
}"""


def choose(page: Page, scheme: str) -> None:
    """Choose colours as a reader does."""
    page.locator(".scheme-open").click()
    page.locator(f".scheme input[value={scheme}]").check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_follow_the_system_until_the_reader_chooses_and_are_kept(
    new_context: Callable[..., BrowserContext], site_address: str, system: str
) -> None:
    other = {"light": "dark", "dark": "light"}[system]
    context = new_context(color_scheme=system)
    page = context.new_page()
    open_page(page, site_address + address("practice"))
    assert page.evaluate(IS_DARK) is (system == "dark")
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    assert page.evaluate(IS_DARK) is (other == "dark")
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    assert kept(page) == []
    choose(page, other)
    assert page.evaluate(IS_DARK) is (other == "dark")
    page.reload()
    assert page.evaluate(IS_DARK) is (other == "dark")
    elsewhere = context.new_page()
    open_page(elsewhere, site_address + address("home", "lv"))
    assert elsewhere.evaluate(IS_DARK) is (other == "dark")
    choose(page, "auto")
    expect(elsewhere.locator("html")).not_to_have_attribute("data-scheme", other)
    assert page.evaluate(IS_DARK) is (system == "dark")
    assert kept(page) == []


def test_chosen_colours_are_there_before_anything_is_painted(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    context = new_context(color_scheme="light")
    page = context.new_page()
    open_page(page, site_address + address("home"))
    choose(page, "dark")
    context.add_init_script(
        """requestAnimationFrame(() => {
            window.first = document.documentElement.dataset.scheme ?? 'none';
        });"""
    )
    open_page(page, site_address + address("practice"))
    assert page.evaluate("window.first") == "dark"


@pytest.mark.parametrize("kind", KINDS)
def test_another_language_shows_the_same_page(page: Page, site_address: str, kind: str) -> None:
    open_page(page, site_address + address(kind))
    links = page.locator(".languages a").evaluate_all("(links) => links.map((link) => [link.lang, link.href])")
    # What is not there is not there in any language: from here one goes home.
    path = "" if kind == "not-found" else address(kind).partition("?")[0]
    expected = {locale: site_address + ("" if locale == "en" else f"{locale}/") + path for locale in LOCALES}
    assert dict(links) == expected


def test_another_language_stays_at_the_section(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{address('practice')}#steps")
    page.locator(".languages a[lang=lv]").click()
    page.wait_for_url(f"{site_address}{address('practice', 'lv')}#steps")
    expect(page.locator("#steps")).to_be_in_viewport()
    page.locator(".languages a[lang=en]").click()
    page.wait_for_url(f"{site_address}{address('practice')}#steps")
