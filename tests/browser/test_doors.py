"""From the home page through each door to a practice, a checklist, a case and a lesson, as a stranger clicks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from colabora.kinds import Kind, kind_of

DOORS = ("only-an-idea", "rooms-but-no-people", "private-space", "several-spaces")
WANTED = (Kind.PRACTICE, Kind.CHECKLIST, Kind.CASE_STUDY, Kind.LESSON)
CLICKS = 2


def kind_at(address: str, home: str) -> Kind:
    """Return the kind of the page at an address below a language's home."""
    name = address.partition("#")[0].removeprefix(home).strip("/")
    file = f"{name}.md"
    return kind_of(file) if kind_of(file) is not Kind.PAGE else kind_of(f"{name}/index.md")


def links_of(page: Page, home: str) -> list[str]:
    found: list[str] = page.locator("article a[href]").evaluate_all("links => links.map(link => link.href)")
    return [address for address in dict.fromkeys(found) if address.startswith(home) and "#fn" not in address]


def way_to(page: Page, kind: Kind, home: str, clicks: int) -> list[str] | None:
    """Return the addresses to click from the page to the nearest page of a kind; the page is left where it was."""
    links = links_of(page, home)
    if hit := next((address for address in links if kind_at(address, home) is kind), None):
        return [hit]
    start = page.url
    for address in links if clicks > 1 else ():
        page.goto(address)
        way = way_to(page, kind, home, clicks - 1)
        page.goto(start)
        if way:
            return [address, *way]
    return None


@pytest.mark.parametrize("locale", ["en", "lv"])
@pytest.mark.parametrize("door", DOORS)
def test_each_door_leads_to_practice_checklist_case_and_lesson(
    page: Page, site_address: str, door: str, locale: str
) -> None:
    home = site_address if locale == "en" else f"{site_address}{locale}/"
    page.goto(home)
    page.locator(f"main a[href$='doors/{door}/']").first.click()
    expect(page).to_have_url(re.compile(f"doors/{door}/$"))
    start = page.url
    for kind in WANTED:
        way = way_to(page, kind, home, CLICKS)
        assert way, f"no {kind} within {CLICKS} clicks of {start}"
        for address in way:
            page.locator("article a[href]:visible").evaluate_all(
                "(links, address) => links.find(link => link.href === address).setAttribute('data-next', '')", address
            )
            page.locator("[data-next]").click()
            expect(page).to_have_url(address)
        expect(page.locator("article h1")).to_be_visible()
        assert kind_at(page.url, home) is kind
        # What a reader of this language lands on is in this language.
        assert page.locator("article").get_attribute("lang") is None
        page.goto(start)
