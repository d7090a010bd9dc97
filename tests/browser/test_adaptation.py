"""A page as the reader's eyes need it: enlarged, with larger text, in forced colours, without motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.axe import SCRIPT
from browser.focus import walk
from browser.kinds import KINDS, LOCALES, SCHEMES, WIDTHS, State, address, open_page, unfold

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
        if (!width || !control.checkVisibility() || control.closest('.table-scroll, .skip, [popover], svg')) continue;
        if (left < -1 || right > innerWidth + 1) lost.push(`beside the screen: ${control.outerHTML.slice(0, 100)}`);
    }
    return lost;
}"""
LARGER = """() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
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
COLOUR_RULES = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
# Lines of drawings that say something (an icon in a button has a name beside it, but shows nothing in the wrong colour).
ICONS = """() => [...document.querySelectorAll('.icon')].filter((icon) => icon.checkVisibility()).map((icon) => [
    getComputedStyle(icon.querySelector('path')).stroke,
    getComputedStyle(icon.closest('button, a, p, li, span, summary, dd')).color,
    icon.parentElement.outerHTML.slice(0, 80),
])"""


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_lost_when_the_page_is_enlarged_to_400_percent(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str
) -> None:
    page = new_context(**State("light", 320).options).new_page()
    assert lost_on(page, site_address, locale, enlarge=False) == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("locale", ["en", "de"])
def test_nothing_is_lost_when_text_is_twice_as_large(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str, width: int
) -> None:
    page = new_context(**State("light", width).options).new_page()
    assert lost_on(page, site_address, locale, enlarge=True) == {}


def lost_on(page: Page, site_address: str, locale: str, *, enlarge: bool) -> dict[str, list[str]]:
    """Return what cannot be read or reached, a kind of page."""
    lost = {}
    for kind in KINDS:
        open_page(page, site_address + address(kind, locale))
        unfold(page)
        if enlarge:
            page.evaluate(LARGER)
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
        page.evaluate(SCRIPT)
        results = page.evaluate("async (options) => (await axe.run(document, options)).violations", COLOUR_RULES)
        assert [node["html"] for rule in results for node in rule["nodes"]] == []
        assert [html for line, text, html in page.evaluate(ICONS) if line != text] == []
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
