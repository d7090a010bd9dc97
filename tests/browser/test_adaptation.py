"""A page as the reader's eyes need it: enlarged, with larger text, in forced colours, without motion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.conftest import ARGUMENTS
from browser.focus import walk
from browser.kinds import KINDS, LOCALES, SCHEMES, WIDTHS, State, address, open_page, unfold
from chromium import find_chromium

# What is wider than the page, or cut off: text in a box that hides what does not fit, unless it is hidden on purpose.
LOST = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const lost = wide > 0 ? [`the page is ${wide} px too wide`] : [];
    for (const element of document.querySelectorAll('body *:not(script, svg, svg *)')) {
        const {overflowX, overflowY, clip, clipPath, display} = getComputedStyle(element);
        if (display === 'inline' || clipPath !== 'none' || clip !== 'auto' || !element.checkVisibility()) continue;
        const hidden = (value) => value === 'hidden' || value === 'clip';
        if ((hidden(overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (hidden(overflowY) && element.scrollHeight > element.clientHeight + 1)) {
            lost.push(`cut off: ${element.outerHTML.slice(0, 100)}`);
        }
    }
    // A control that lies under something else, or beside the screen.
    for (const control of document.querySelectorAll('a[href], button, input, select, summary, h1, h2, h3')) {
        const {left, right, width} = control.getBoundingClientRect();
        const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX)
            || scrolls(element.parentElement));
        if (!width || !control.checkVisibility() || control.closest('.skip, svg') || scrolls(control)) continue;
        if (left < -1 || right > innerWidth + 1) lost.push(`beside the screen: ${control.outerHTML.slice(0, 100)}`);
    }
    return lost;
}"""
MOVING = """() => [
    ...document.getAnimations().map((one) => `${one.constructor.name} ${one.effect?.target?.outerHTML.slice(0, 80)}`),
    ...[...document.querySelectorAll('*')].flatMap((element) => ['', '::before', '::after', '::backdrop'].flatMap((part) => {
        const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element, part || null);
        const moves = [
            parseFloat(transitionDuration) > 0.01 && 'transition',
            animationName !== 'none' && 'animation',
            scrollBehavior === 'smooth' && 'smooth scrolling',
        ].filter(Boolean);
        return moves.map((move) => `${move}: ${element.outerHTML.slice(0, 80)}${part}`);
    })),
]"""
REMEMBER_TRANSITION = (
    """addEventListener('pagereveal', (event) => { window.transition = Boolean(event.viewTransition); });"""
)
# What keeps colours of its own, and icons in another colour than the text they stand in. Drawings hold their own ground.
UNFORCED = """() => [
    ...[...document.querySelectorAll('body *:not(svg, svg *)')]
        .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'auto'),
    ...[...document.querySelectorAll('.icon path')].filter((path) => path.checkVisibility() &&
        getComputedStyle(path).stroke !== getComputedStyle(path.closest('svg').parentElement).color),
].map((element) => element.parentElement.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_lost_when_the_page_is_enlarged_to_400_percent(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str
) -> None:
    page = new_context(**State("light", 320).options).new_page()
    assert lost_on(page, site_address, locale) == {}


@pytest.fixture(scope="module")
def large_text(chromium: Browser) -> Iterator[Browser]:
    """Start a browser whose reader has set text twice as large, which widths in `rem` follow as in real life."""
    settings = [*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    browser = chromium.browser_type.launch(executable_path=find_chromium() or None, args=settings)
    yield browser
    browser.close()


@pytest.mark.parametrize("width", [1280, 640])
@pytest.mark.parametrize("locale", ["en", "de"])
def test_nothing_is_lost_when_text_is_twice_as_large(
    large_text: Browser, site_address: str, locale: str, width: int
) -> None:
    page = large_text.new_page(**State("light", width).options)  # type: ignore[arg-type]
    open_page(page, site_address)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert lost_on(page, site_address, locale) == {}
    page.close()


DOUBLE = "document.documentElement.style.fontSize = '200%'"


@pytest.mark.parametrize("width", [1280, 640])
def test_nothing_is_lost_when_only_the_pages_text_is_made_twice_as_large(
    new_context: Callable[..., BrowserContext], site_address: str, width: int
) -> None:
    page = new_context(**State("light", width).options).new_page()
    assert lost_on(page, site_address, "en", DOUBLE) == {}


def lost_on(page: Page, site_address: str, locale: str, change: str = "null") -> dict[str, list[str]]:
    """Return what cannot be read or reached once a page is opened and changed, a kind of page."""
    lost = {}
    for kind in KINDS:
        open_page(page, site_address + address(kind, locale))
        unfold(page)
        page.evaluate(change)
        if found := page.evaluate(LOST):
            lost[f"{kind} {locale}"] = found
    return lost


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colours_leave_text_icons_and_the_focus_to_be_seen(
    new_context: Callable[..., BrowserContext], site_address: str, scheme: str
) -> None:
    page = new_context(**State(scheme, 320).options, forced_colors="active").new_page()
    for kind in ("home", "method", "practice", "checklist", "case-study"):
        open_page(page, site_address + address(kind))
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(UNFORCED) == [], kind
    open_page(page, site_address + address("practice"))
    assert [fault for stop in walk(page) for fault in stop.faults] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_for_those_who_want_no_motion(
    new_context: Callable[..., BrowserContext], site_address: str, width: int
) -> None:
    page = new_context(**State("light", width).options).new_page()
    for kind in KINDS:
        open_page(page, site_address + address(kind))
        page.evaluate("document.querySelector('#md-menu').showPopover()")
        assert page.evaluate(MOVING) == [], kind


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_pages_change_into_each_other_only_where_motion_is_welcome(
    new_context: Callable[..., BrowserContext], site_address: str, motion: str, moves: bool
) -> None:
    context = new_context(reduced_motion=motion)
    context.add_init_script(REMEMBER_TRANSITION)
    page = context.new_page()
    open_page(page, site_address + address("practice"))
    page.locator(".breadcrumbs a").last.click()
    page.wait_for_url(site_address + address("stage"))
    assert page.evaluate("window.transition") is moves
