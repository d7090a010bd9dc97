"""Focus: walks a page with the Tab key and says where the focus cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 1500
# Where the focus is: in which part of the page, whether something shows it (an outline, or a style that is not there
# without it), and which part of it is on the screen with nothing over it.
STOP = """() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const style = getComputedStyle(element);
    const looks = ({outlineStyle, outlineWidth, outlineColor}) =>
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)$|transparent/.test(outlineColor);
    const parts = [element, ...(element instanceof SVGElement ? element.querySelectorAll('text') : [])];
    const rects = parts.flatMap((part) => [...part.getClientRects()]).filter(({width, height}) => width && height);
    const points = rects.flatMap(({left, top, right, bottom}) => [0.5, 0.1, 0.9].flatMap((across) => [0.5, 0.1, 0.9]
        .map((down) => [left + (right - left) * across, top + (bottom - top) * down])));
    const isMine = ([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return there && (element.contains(there) || there.contains(element) && !there.matches('header, footer, main, body')
            || element.labels && [...element.labels].some((label) => label.contains(there)));
    };
    const seen = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && isMine([x, y]));
    return {
        html: element.outerHTML.slice(0, 120).replace(/\\s+/g, ' '),
        part: element.closest('.skip, .masthead, .menu, main, .footer')?.classList[0] ?? 'main',
        // The calendar's button in a field for a date has a ring of the browser's own.
        isShown: looks(style) || (element.type === 'date' && !element.matches(':focus-visible')),
        isOnScreen: seen.length > 0,
    };
}"""


# A script may still put something in above, and the browser then brings the focus back into sight a frame later.
AT_REST = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
MOST_FRAMES = 10


@dataclass(frozen=True)
class Stop:
    """An element at which the focus has stopped."""

    html: str
    part: str
    is_shown: bool
    is_on_screen: bool

    @property
    def faults(self) -> Iterator[str]:
        """Yield what is wrong here."""
        if not self.is_shown:
            yield f"focus not shown: {self.html}"
        if not self.is_on_screen:
            yield f"focus off screen or covered: {self.html}"


def stop(page: Page) -> Stop | None:
    """Return where the focus is, or nothing."""
    found: dict[str, Any] | None = page.evaluate(STOP)
    return Stop(found["html"], found["part"], found["isShown"], found["isOnScreen"]) if found else None


def settled_stop(page: Page) -> Stop | None:
    """Return where the focus is once the page has come to rest, or nothing."""
    found = stop(page)
    for _ in range(MOST_FRAMES):
        if found is None or not any(found.faults):
            break
        page.evaluate(AT_REST)
        found = stop(page)
    return found


def walk(page: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until the focus leaves the page and return every stop."""
    stops: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        found = settled_stop(page)
        if found is None:
            return stops
        stops.append(found)
    raise AssertionError(f"the focus does not leave the page; last {stops[-3:]}")
