"""Two languages of a page side by side, in a browser: aligned by section, linkable, harmless."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from browser.faults import Faults
from browser.serving import serve
from translated_world import build, make_site

COMPARISON = "about/compare/?page=checklists/premises/&first=en&second=lv"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("compare")
    make_site(root)
    with serve(build(root)) as found:
        yield found


def test_sections_stand_beside_each_other_in_their_languages(page: Page, address: str) -> None:
    page.goto(address + COMPARISON)
    rows = page.locator(".compare-row")
    expect(rows).to_have_count(5)
    assert rows.evaluate_all("rows => rows.map(row => row.id)") == ["beginning", "for-whom", "list", "new", "use"]
    row = page.locator("#for-whom")
    assert row.locator("> div").evaluate_all("halves => halves.map(half => half.lang)") == ["en", "lv"]
    assert row.locator("h2").all_inner_texts() == ["For whom and when", "Kam un kad"]
    boxes = [box for box in (half.bounding_box() for half in row.locator("> div").all()) if box]
    assert boxes[0]["y"] == boxes[1]["y"] or boxes[0]["x"] == boxes[1]["x"]


def test_copies_have_no_ids_and_no_fields_to_fill_in_and_their_links_lead_on(page: Page, address: str) -> None:
    page.goto(address + "about/compare/?page=about/rooms/&first=de&second=fr")
    expect(page.locator(".compare-row")).to_have_count(3)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    link = page.locator("#costs > div:first-child a[href*='methodology']")
    assert link.get_attribute("href") == f"{address}de/methodology/"
    page.goto(address + COMPARISON)
    expect(page.locator("#list input").first).to_be_disabled()


def test_choosing_a_language_makes_an_address_that_can_be_passed_on(page: Page, address: str) -> None:
    page.goto(address + COMPARISON)
    page.get_by_label("Second language").select_option("es")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/compare/?page=checklists%2Fpremises%2F&first=en&second=es")
    expect(page.locator("#for-whom h2").nth(1)).to_have_text("Para quién y cuándo")


@pytest.mark.parametrize("asked", ["", "?page=https://elsewhere.example/", "?page=../../etc/", "?page=%2F%2Fx/"])
def test_an_address_that_names_no_page_of_this_site_loads_nothing(page: Page, address: str, asked: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.resource_type))
    page.goto(address + "about/compare/" + asked)
    expect(page.get_by_role("status")).not_to_be_empty()
    assert "fetch" not in requests
    assert page.locator(".compare-row").count() == 0


def test_a_page_that_is_not_there_is_said(context: BrowserContext, address: str, faults: Faults) -> None:
    page = context.new_page()
    page.route("**/lv/nowhere/", lambda route: route.fulfill(status=404, body="Not found"))
    page.route("**/nowhere/", lambda route: route.fallback() if "/lv/" in route.request.url else answer(route))
    with page.expect_console_message():  # the browser itself complains about what is not there
        page.goto(address + "about/compare/?page=nowhere/&second=lv")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    assert page.locator(".compare-row").count() == 0
    faults.texts.clear()


def test_an_answer_that_is_no_page_of_this_site_is_said(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/nowhere/", lambda route: answer(route, "<p>Please log in.</p>"))
    page.goto(address + "about/compare/?page=nowhere/")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")


def answer(route: Route, html: str = "<article><h1>Nowhere</h1></article>") -> None:
    route.fulfill(status=200, body=html, content_type="text/html")


def test_without_script_the_way_to_the_other_language_is_named(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + COMPARISON)
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("noscript p")).to_be_visible()
