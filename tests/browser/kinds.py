"""Kinds of pages: one address for each, the same in every language.

Every kind of the content model and every marker that templates fill has to stand here (test_every_page.py sees to
it), so that a new kind of page is tested and photographed from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from browser.serving import ROOT
from colabora.locales import SOURCE_LOCALE, read_locales

LOCALES = read_locales(ROOT)
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
HEIGHT = 800
# A page with a list, a table and folds among them; where there is a choice, a long one.
KINDS: Mapping[str, str] = {
    "home": "",
    "door": "doors/only-an-idea/",
    "method": "methodology/",
    "stage": "methodology/test/",
    "practice": "methodology/test/pop-up-season/",
    "checklist": "checklists/premises/",
    "my-plan": "checklists/",
    "case-study": "case-studies/skola6/",
    "catalogue": "case-studies/",
    "charts": "case-studies/charts/",
    "course": "training/",
    "module": "training/testing/",
    "lesson": "training/testing/a-pop-up-week/",
    "self-assessment": "training/self-assessment/",
    "learning-record": "training/learning-record/",
    "activity": "toolbox/activities/go-on-or-stop/",
    "activities": "toolbox/activities/",
    "template": "toolbox/templates/campaign-texts/",
    "page": "about/partners/",
    "gaps": "about/gaps/",
    "sources": "about/sources/",
    "single-sources": "about/single-sources/",
    "glossary": "about/glossary/",
    "a-to-z": "about/a-to-z/",
    "search-quality": "about/search-quality/",
    "rules": "about/rules/",
    "statement": "about/accessibility/",
    "translation-status": "about/translation-status/",
    "comparison": "about/compare/?page=checklists/premises/&first=en&second=",
    "not-found": "404.html",
}


@dataclass(frozen=True)
class State:
    """How a page is looked at: colour scheme and width in CSS pixels (320 is 1280 enlarged to 400 %)."""

    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.scheme} {self.width}"

    @property
    def options(self) -> dict[str, object]:
        """Return the options of a browser context; with motion reduced a page is at rest as soon as it is there."""
        viewport = {"width": self.width, "height": HEIGHT}
        return {"viewport": viewport, "color_scheme": self.scheme, "reduced_motion": "reduce"}


STATES = tuple(State(scheme, width) for scheme in SCHEMES for width in WIDTHS)


def address(kind: str, locale: str = SOURCE_LOCALE) -> str:
    """Return the address of a kind's page below the site."""
    path = KINDS[kind]
    if path.endswith("second="):
        path += locale if locale != SOURCE_LOCALE else "lv"
    return path if locale == SOURCE_LOCALE else f"{locale}/{path}"


def addresses(locale: str = SOURCE_LOCALE) -> Iterator[str]:
    """Yield the address of every kind's page."""
    for kind in KINDS:
        yield address(kind, locale)


def open_page(page: Page, url: str) -> None:
    """Open a page and wait until its scripts have drawn."""
    page.goto(url)
    if "?page=" in url:
        page.locator(".compare-row").first.wait_for()


def unfold(page: Page) -> None:
    """Open every fold of a page."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
