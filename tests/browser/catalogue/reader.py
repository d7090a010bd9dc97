"""A reader of the catalogue: opens it, chooses, and sees which cases are shown."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

from colabora.catalogue.facets import values_of
from colabora.knowledge_base import KnowledgeBase
from colabora.schemas import CaseStudyFrontMatter

SLUGS = "boxes => boxes.filter(box => box.checkVisibility()).map(box => box.value).sort()"


class Reader:
    """Opens the catalogue in a language."""

    def __init__(self, page: Page, address: str, locale: str = "en") -> None:
        self.page = page
        self.home = f"{address}{'' if locale == 'en' else f'{locale}/'}case-studies/"

    def open(self, search: str = "") -> Reader:
        """Open the catalogue with a state and wait until its scripts are there."""
        self.page.goto(self.home + search)
        self.page.locator(".case-tools").dispatch_event("pointerover")
        self.page.locator(".case-basket").wait_for(state="attached")
        return self

    def choose(self, name: str, value: str) -> None:
        """Tick or untick a choice, as one does it: open the facet, click the label."""
        box = self.box(name, value)
        fold = self.page.locator(f"#case-facets details:has(input[name='{name}'])")
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        box.click()

    def box(self, name: str, value: str) -> Locator:
        """Return the box of a choice."""
        return self.page.locator(f"#case-facets input[name='{name}'][value='{value}']")

    def pick(self, slug: str) -> None:
        """Tick a case for the comparison."""
        self.page.locator(f".case-cards input[value='{slug}']").click()

    def view(self, name: str) -> None:
        """Go to another view."""
        self.page.locator(f".case-views a[href*='view={name}']").click()

    @property
    def shown(self) -> list[str]:
        """Return the slugs of the cards one sees."""
        return [str(slug) for slug in self.page.locator(".case-cards li input").evaluate_all(SLUGS)]

    @property
    def state(self) -> list[tuple[str, str]]:
        """Return what the address says."""
        return parse_qsl(urlsplit(self.page.url).query)

    def expect_shown(self, slugs: set[str], of: int) -> None:
        """Wait until the status says how many are shown, and hold the cards against what should be."""
        numbers = re.compile(rf"^{of}\b" if len(slugs) == of else rf"\b{len(slugs)}\b.*\b{of}\b")
        expect(self.page.locator(".case-shown [role=status]")).to_have_text(numbers)
        assert self.shown == sorted(slugs)


def facts(base: KnowledgeBase) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the values of each case by slug and facet."""
    pages = [page for page in base.pages["en"].values() if isinstance(page.front_matter, CaseStudyFrontMatter)]
    return {p.slug: values_of(p.front_matter) for p in pages if isinstance(p.front_matter, CaseStudyFrontMatter)}


def fitting(base: KnowledgeBase, *choices: tuple[str, str]) -> set[str]:
    """Return the cases that have, in each facet of the choices, one of the chosen values."""
    names = {name for name, _ in choices}
    return {
        slug
        for slug, values in facts(base).items()
        if all(any((name, value) in choices for value in values[name]) for name in names)
    }
