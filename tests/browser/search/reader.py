"""A reader who searches: opens the box by its key, types, and looks at what is shown."""

from __future__ import annotations

from dataclasses import dataclass

import brotli
from playwright.sync_api import Locator, Page, Response, expect

RESULT = "[data-search-results] a.found-page"


@dataclass
class Reader:
    """A page with the search box open."""

    page: Page
    site_address: str
    locale: str

    @property
    def input(self) -> Locator:
        """Return the field."""
        return self.page.locator("[data-search-input]")

    @property
    def status(self) -> Locator:
        """Return what is announced."""
        return self.page.locator("colabora-search [role=status]")

    def open(self, path: str = "about/funding/") -> Reader:
        """Go to a page of the reader's language and open the box by `/`."""
        folder = "" if self.locale == "en" else f"{self.locale}/"
        self.page.goto(f"{self.site_address}{folder}{path}")
        self.page.keyboard.press("/")
        expect(self.input).to_be_focused()
        return self

    def type(self, query: str) -> list[str]:
        """Search and return the addresses of the pages found, in the reader's own language."""
        self.input.fill("")
        expect(self.status).to_have_text("")
        self.input.fill(query)
        expect(self.status).not_to_have_text("")
        links = self.page.locator("[data-search-results] > section:not([lang]) > ul > li > a.found-page")
        return [str(link.get_attribute("href")) for link in links.all()]

    def notes(self) -> str:
        """Return what the box says it did."""
        return self.page.locator(".search-notes").inner_text()

    def marks(self) -> set[str]:
        """Return the marked words."""
        return {text.lower() for text in self.page.locator("[data-search-results] mark").all_inner_texts()}


class Weight:
    """Counts what a page fetches as a host would send it."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        page.on("response", self._add)

    def _add(self, response: Response) -> None:
        if response.ok:
            self.bytes += len(brotli.compress(response.body(), quality=9))

    def taken(self) -> int:
        """Return what was counted and begin anew."""
        now, self.bytes = self.bytes, 0
        return now
