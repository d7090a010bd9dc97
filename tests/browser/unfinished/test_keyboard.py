"""Everything by keyboard on a screen of 320 px, which is also what 1280 px enlarged to 400 % leave."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.focus import stop, walk
from browser.kinds import KINDS, STATES, State, address, open_page, unfold

NARROW = State("light", 320)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """Open a page of a reader with a narrow screen."""
    return new_context(**NARROW.options).new_page()


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab until the focus is at an element, seeing at every step where it is."""
    for _ in range(200):
        page.keyboard.press(key)
        found = stop(page)
        assert found, f"the focus left the page before it came to {name}"
        assert list(found.faults) == []
        if page.evaluate("(name) => document.activeElement.matches(name)", name):
            return
    raise AssertionError(f"no way to {name}")


def is_focused(page: Page, name: str) -> bool:
    """Tell whether the focus is at an element or in it."""
    return bool(page.evaluate("(name) => document.activeElement.closest(name) !== null", name))


def test_the_first_stop_leads_to_the_text(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("practice"))
    page.keyboard.press("Tab")
    assert is_focused(page, ".skip")
    page.keyboard.press("Enter")
    assert is_focused(page, "main")
    page.keyboard.press("Tab")
    assert is_focused(page, "main a, main button, main summary")


def test_the_menu_opens_is_walked_through_and_gives_the_focus_back(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("practice"))
    menu = page.locator("#md-menu")
    tab_to(page, ".menu-open")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    links = menu.locator("a:visible").count()
    assert links > 5
    for _ in range(links + 5):  # as far as one walks: nothing behind the open menu takes the focus
        page.keyboard.press("Tab")
        found = stop(page)
        assert found is None or (is_focused(page, "#md-menu") and list(found.faults) == [])
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert is_focused(page, ".menu-open")
    page.keyboard.press("Enter")
    tab_to(page, "#md-menu a")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.locator("#md-menu")).to_be_hidden()


def test_the_menu_closes_with_its_own_button(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("home"))
    tab_to(page, ".menu-open")
    page.keyboard.press("Space")
    expect(page.locator(".menu-close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#md-menu")).to_be_hidden()
    assert is_focused(page, ".menu-open")


def test_another_language_is_chosen(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("practice"))
    tab_to(page, ".languages-open")
    page.keyboard.press("Enter")
    tab_to(page, ".languages a[lang=lv]")
    page.keyboard.press("Escape")
    assert is_focused(page, ".languages-open")
    page.keyboard.press("Enter")
    tab_to(page, ".languages a[lang=de]")
    page.keyboard.press("Enter")
    page.wait_for_url(site_address + address("practice", "de"))


def test_colours_are_chosen(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("practice"))
    tab_to(page, ".scheme-open")
    page.keyboard.press("Enter")
    tab_to(page, ".scheme input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.keyboard.press("Escape")
    assert is_focused(page, ".scheme-open")


def test_contents_open_and_lead_to_their_headings(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("practice"))
    tab_to(page, ".contents summary")
    page.keyboard.press("Enter")
    tab_to(page, ".contents a[href='#steps']")
    page.keyboard.press("Enter")
    expect(page.locator("#steps")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.getElementById('steps').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING"
    )


def test_a_wide_table_is_scrolled(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("case-study"))
    wide = ".table-scroll"
    page.evaluate("(wide) => document.querySelector(wide).classList.add('tried')", wide)
    tab_to(page, ".tried")
    assert page.locator(".tried").evaluate("(table) => table.scrollWidth > table.clientWidth")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tried")).not_to_have_js_property("scrollLeft", 0)


def test_folds_open_and_close(page: Page, site_address: str) -> None:
    open_page(page, site_address + address("lesson"))
    fold = page.locator("article details").nth(1)
    fold.evaluate("(fold) => fold.querySelector('summary').id = 'tried'")
    tab_to(page, "#tried")
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    page.keyboard.press("Space")
    expect(fold).not_to_have_attribute("open", "")


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen_at_every_stop_from_the_first_to_the_last(page: Page, site_address: str, kind: str) -> None:
    open_page(page, site_address + address(kind))
    if kind != "my-plan":  # its folds hold the same fields for every item: they are walked through on a checklist
        unfold(page)
    stops = walk(page)
    assert [fault for one in stops for fault in one.faults] == []
    assert list(dict.fromkeys(one.part for one in stops)) == ["skip", "masthead", "main", "footer"]


@pytest.mark.parametrize("kind", ["practice", "case-study"])
def test_the_focus_is_seen_on_the_way_back(page: Page, site_address: str, kind: str) -> None:
    open_page(page, site_address + address(kind))
    stops = walk(page, "Shift+Tab")
    assert [fault for one in stops for fault in one.faults] == []
    assert list(dict.fromkeys(one.part for one in stops)) == ["footer", "main", "masthead", "skip"]


@pytest.mark.parametrize("state", [state for state in STATES if state.width > NARROW.width], ids=str)
def test_the_focus_is_seen_on_a_wide_screen_too(
    new_context: Callable[..., BrowserContext], site_address: str, state: State
) -> None:
    page = new_context(**state.options).new_page()
    for kind in ("home", "practice", "case-study"):
        open_page(page, site_address + address(kind))
        assert [fault for one in walk(page) for fault in one.faults] == []
