"""The lists on the really built site: one reader, every language, a fallback page, the stage's page and My plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.checklists.reader import SPEED, Reader

LOCALES = ("", "lv/", "de/", "fr/", "es/")
STAGES = 8


@pytest.fixture
def reader(context: BrowserContext, site_address: str) -> Reader:
    """Open a reader of the built site."""
    return Reader(context, site_address)


@pytest.fixture
def lists(built_site: Path) -> list[dict[str, object]]:
    """Return the lists as the site publishes them."""
    data: dict[str, list[dict[str, object]]] = json.loads((built_site / "data/en/checklists.json").read_text())
    return data["checklists"]


def test_a_tick_is_seen_in_every_language_on_the_lists_own_page_and_in_my_plan(reader: Reader) -> None:
    reader.open("checklists/premises/")
    reader.box().check()
    for locale in LOCALES:
        for path in ("checklists/premises/", "checklists/"):
            reader.open(locale + path)
            expect(reader.box().first).to_be_checked()
    reader.box().first.uncheck()
    reader.open("checklists/premises/")
    expect(reader.box()).not_to_be_checked()


def test_no_language_takes_a_tick_for_one_of_another_wording(reader: Reader) -> None:
    reader.open("lv/checklists/premises/")
    reader.box().check()
    for locale in LOCALES:
        reader.open(f"{locale}checklists/premises/")
        expect(reader.item(SPEED).locator(".item-changed")).to_be_hidden()


@pytest.mark.parametrize("locale", LOCALES)
def test_my_plan_holds_every_published_item_of_every_list(
    reader: Reader, lists: list[dict[str, object]], locale: str
) -> None:
    reader.open(f"{locale}checklists/")
    shown = reader.page.locator("[data-item-id]").evaluate_all(
        "(all) => all.map((item) => `${item.closest('colabora-checklist').dataset.checklistId}:${item.dataset.itemId}`)"
    )
    published = [f"{one['id']}:{item['id']}" for one in lists for item in one["items"]]  # type: ignore[attr-defined]
    assert sorted(shown) == sorted(published)
    assert 0 < reader.page.locator(".plan-path svg a").count() <= STAGES
    expect(reader.page.locator(".plan-next a").first).to_be_visible()


def test_a_full_plan_fits_into_a_link_and_comes_back(reader: Reader) -> None:
    reader.open("checklists/")
    reader.page.locator(".plan-day input").fill("2027-05-01")
    for box in reader.page.locator("[data-item-id] input[type=checkbox]").all():
        box.check()
    reader.page.locator(".plan-part button").nth(-2).click()
    link = reader.page.locator(".plan-link input").input_value()
    assert len(link) <= 2000
    reader.page.evaluate("localStorage.clear()")
    reader.reload()
    reader.page.goto(link)
    reader.answer(0)
    expect(reader.page.locator("[data-item-id]:not([data-state=done])")).to_have_count(0)


def test_every_item_of_a_saved_table_links_to_where_it_stands(reader: Reader) -> None:
    reader.open("lv/checklists/")
    rows = reader.save_bytes(2).decode("utf-8-sig")
    link = next(
        cell for cell in rows.replace("\r\n", ",").split(",") if cell.endswith("#item--premises--internet-speed")
    )
    reader.page.goto(link)
    expect(reader.item(SPEED)).to_be_in_viewport()
