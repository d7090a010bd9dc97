"""The grid: every page as axe-core has to see it; takes in a site, spits out looks and what was found at each.

Every kind of page is looked at in five languages, two schemes and two widths with its folds open, and every page of the
site once, in a state that changes from page to page. A page is loaded once for all its states. The article of a page
that is not translated is the English one, which has its own turn: only what stands around it is looked at again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from browser.axe import SCRIPT, Finding, find
from browser.kinds import HEIGHT, KINDS, LOCALES, SCHEMES, STATES, WIDTHS, State, address, open_page, unfold
from colabora.locales import SOURCE_LOCALE

POPOVERS = ("md-menu", "md-languages", "md-scheme")
OPEN_POPOVER = "(id) => document.getElementById(id).showPopover()"
# The table of contents folds and unfolds with the width, after the page has been laid out.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
ENGLISH = "article[data-fallback]"


@dataclass(frozen=True)
class Look:
    """A page in a state, and what axe-core found there."""

    page: str
    state: State
    findings: Sequence[Finding]

    @property
    def faults(self) -> Iterator[str]:
        """Yield each finding with the page and the state."""
        yield from (f"{self.page} ({self.state}): {one}" for one in self.findings)


def reader(new_context: Callable[..., BrowserContext], state: State = STATES[0]) -> BrowserContext:
    """Open a reader with axe-core at hand on every page."""
    context = new_context(**state.options)
    context.add_init_script(SCRIPT)
    return context


def look_at_kind(page: Page, site_address: str, kind: str, locale: str) -> Iterator[Look]:
    """Look at a kind of page in every state, all folds open, and on a narrow screen at what opens over it."""
    name = address(kind, locale)
    page.set_viewport_size({"width": max(WIDTHS), "height": HEIGHT})
    open_page(page, site_address + name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.evaluate(DRAWN)
        unfold(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield Look(name, State(scheme, width), find(page))
            if kind == "practice" and width == min(WIDTHS):
                for popover in POPOVERS:
                    page.evaluate(OPEN_POPOVER, popover)
                    yield Look(f"{name} {popover}", State(scheme, width), find(page, within=f"#{popover}"))
                page.keyboard.press("Escape")


def states_of_kinds() -> int:
    """Return how many looks all kinds of pages take in all languages."""
    return len(LOCALES) * (len(KINDS) * len(STATES) + len(POPOVERS) * len(SCHEMES))


def look_at_kinds(page: Page, site_address: str, locale: str) -> Iterator[Look]:
    """Look at every kind of page in a language."""
    for kind in KINDS:
        yield from look_at_kind(page, site_address, kind, locale)


def look_at_pages(page: Page, site_address: str, names: Sequence[str], state: State) -> Iterator[Look]:
    """Look at pages in one state."""
    for name in names:
        open_page(page, site_address + name)
        yield Look(name, state, find(page, without=ENGLISH))


def turns(site: Path) -> dict[tuple[str, State], list[str]]:
    """Return which pages of which language are looked at in which state: each in one, its translations in others."""
    found: dict[tuple[str, State], list[str]] = {(locale, state): [] for locale in LOCALES for state in STATES}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        first, _, rest = path.partition("/")
        locale, name = (first, rest) if first in LOCALES and first != SOURCE_LOCALE else (SOURCE_LOCALE, path)
        turn = zlib.crc32(name.encode()) + LOCALES.index(locale)
        found[locale, STATES[turn % len(STATES)]].append(path)
    return found
