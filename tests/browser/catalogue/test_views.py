"""Table, map, matches and comparison: right in two languages, in the address, by keyboard, and honest."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.axe import find
from browser.catalogue.conftest import FEW
from browser.catalogue.reader import Reader, facts, fitting
from browser.faults import Faults
from browser.traffic import Traffic, kept
from colabora.catalogue.model import money_of
from colabora.knowledge_base import KnowledgeBase
from colabora.schemas import CaseStudyFrontMatter

pytestmark = pytest.mark.xdist_group("catalogue")
LOCALES = ("en", "lv")
FOUR = [f"made-up-{number}" for number in range(4)]
COMPARED = "?view=compare&" + "&".join(f"compare={slug}" for slug in FOUR)
LIKE = "?view=like&my-population=1000&my-host=school&my-founder=municipality&my-money=100000"


def case(base: KnowledgeBase, slug: str) -> CaseStudyFrontMatter:
    front = base.pages["en"][f"case-studies/{slug}.md"].front_matter
    assert isinstance(front, CaseStudyFrontMatter)
    return front


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_follows_the_facets_and_stands_in_the_address(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    reader = Reader(page, catalogue_address, locale).open()
    reader.view("table")
    expect(page.locator(".case-table tbody tr")).to_have_count(FEW)
    reader.choose("country", "LV")
    expected = fitting(few_cases, ("country", "LV"))
    expect(page.locator(".case-table tbody tr")).to_have_count(len(expected))
    boxes = page.locator(".case-table input")
    assert {box.get_attribute("value") for box in boxes.all()} == expected
    assert reader.state == [("view", "table"), ("country", "LV")]
    assert page.locator(".case-cards").is_hidden()
    page.go_back()
    page.go_back()
    expect(page.locator(".case-cards")).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_four_cases_are_chosen_by_keyboard_and_compared_and_a_fifth_is_refused_with_a_reason(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    reader = Reader(page, catalogue_address, locale).open()
    for slug in FOUR:
        page.locator(f".case-cards input[value='{slug}']").focus()
        page.keyboard.press("Space")
    fifth = page.locator(".case-cards input[value='made-up-9']")
    fifth.focus()
    page.keyboard.press("Space")
    expect(fifth).not_to_be_checked()
    expect(page.locator(".case-basket [role=status]")).to_have_text(
        str(few_cases.strings[locale]("catalogue.compare-full"))
    )
    page.locator(".case-basket a").focus()
    page.keyboard.press("Enter")
    heads = page.locator(".case-compared thead th a")
    expect(heads).to_have_text([case(few_cases, slug).name for slug in FOUR])
    assert reader.state == [("view", "compare"), *(("compare", slug) for slug in FOUR)]
    remove = page.locator(".case-compared thead button").first
    remove.focus()
    page.keyboard.press("Enter")
    expect(heads).to_have_count(3)
    assert page.evaluate("document.activeElement !== document.body")
    page.go_back()
    expect(heads).to_have_count(4)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_comparison_names_what_is_not_known_and_what_is_the_same_and_leads_to_the_story(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    Reader(page, catalogue_address, locale).open(COMPARED)
    expect(page.locator(".case-compared tbody tr")).not_to_have_count(0)
    words = few_cases.strings[locale]
    rows = {
        row.locator("th").evaluate("head => head.firstChild.textContent"): row.locator("td").all_inner_texts()
        for row in page.locator(".case-compared tbody tr:not(.case-topic)").all()
    }
    unknown = words("case.not-found")
    for slug, text in zip(FOUR, rows[words("case.host")], strict=True):
        host = case(few_cases, slug).host
        assert text == (words(f"host.{host}") if host else unknown)
    for slug, text in zip(FOUR, rows[words("case.population")], strict=True):
        people = case(few_cases, slug).population
        assert text == (words.count("case.inhabitants", people) if people else unknown)
    for slug, text in zip(FOUR, rows[words("case.prices")], strict=True):
        prices = case(few_cases, slug).prices
        assert ("2024" in text) if prices else text == unknown
    link = page.locator(".case-compared td a").first
    assert (link.get_attribute("href") or "").endswith("made-up-0/#what-worked")
    same = page.locator(".case-same")
    assert same.count() > 0
    for row in same.all():
        assert len(set(row.locator("td").all_inner_texts())) == 1
    page.locator(".case-only input").check()
    expect(same.first).to_be_hidden()
    expect(page.locator(".case-compared tbody tr:visible")).not_to_have_count(0)


def test_a_comparison_scrolls_inside_itself_on_a_phone_and_its_first_column_stays(
    catalogue_address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    Reader(page, catalogue_address).open(COMPARED)
    region = page.locator(".case-compared")
    region.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region.evaluate("region => region.scrollTo(300, 0)")
    edges = region.evaluate(
        "region => [region, region.querySelector('tbody tr:nth-child(2) th')].map(e => e.getBoundingClientRect().left)"
    )
    assert abs(edges[0] - edges[1]) <= 1


def test_a_case_is_added_in_the_comparison_itself_and_all_are_taken_out(page: Page, catalogue_address: str) -> None:
    reader = Reader(page, catalogue_address).open("?view=compare")
    select = page.locator(".case-chooser select")
    select.select_option("made-up-5")
    select.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".case-compared thead th a")).to_have_count(1)
    assert reader.state == [("view", "compare"), ("compare", "made-up-5")]
    page.locator(".case-chooser > button").click()
    expect(page.locator(".case-compared")).to_have_count(0)


@pytest.mark.parametrize("locale", LOCALES)
def test_matches_come_with_reasons_in_words_and_differences_and_closed_places_are_among_them(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    words = few_cases.strings[locale]
    reader = Reader(page, catalogue_address, locale).open("?view=like")
    page.locator("input[name=population]").fill("1000")
    for name, value in (("host", "school"), ("founder", "municipality"), ("money", "100000")):
        page.locator(f"select[name={name}]").select_option(value)
    page.locator("select[name=money]").press("Tab")
    page.keyboard.press("Enter")
    matches = page.locator(".case-matches > li")
    expect(matches).not_to_have_count(0)
    assert reader.state[1:] == [
        ("my-population", "1000"), ("my-host", "school"), ("my-founder", "municipality"), ("my-money", "100000"),
    ]  # fmt: skip
    by_name = {case(few_cases, slug).name: case(few_cases, slug) for slug in facts(few_cases)}
    alike = []
    for match in matches.all():
        one = by_name[match.locator("h3").inner_text()]
        reasons = match.locator("dl > div").first.locator("dd").all_inner_texts()
        alike.append(len(reasons))
        assert (words("catalogue.also-host-school") in reasons) == (one.host == "school")
        assert (words("catalogue.also-founder-municipality") in reasons) == (one.founder_type == "municipality")
        money = money_of(one)
        has_money = money is not None and 10_000 < money <= 100_000
        amount = words.money(money or 0, "EUR")
        assert (words("catalogue.also-money", amount=amount) in reasons) == has_money
        assert words(f"status.{one.status}") in match.locator(".status").inner_text()
    assert alike[0] == max(alike)
    assert page.locator(".case-matches .status.closed").count() > 0


@pytest.mark.parametrize("locale", LOCALES)
def test_where_nothing_is_near_the_page_says_so(
    page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    words = few_cases.strings[locale]
    Reader(page, catalogue_address, locale).open("?view=like&my-host=hotel")
    status = page.locator(".case-view [role=status]")
    expect(status).to_have_text(words("catalogue.like-none"))
    expect(page.locator(".case-matches > li")).to_have_count(0)
    page.locator("select[name=host]").select_option("")
    page.locator(".case-like button").click()
    expect(page.locator(".case-like [role=alert]")).to_have_text(words("catalogue.like-empty"))
    page.goto(f"{page.url.partition('?')[0]}?view=like&my-population=9000000&my-host=hotel")
    expect(status).to_contain_text(words("catalogue.like-none"))
    expect(page.locator(".case-matches > li")).to_have_count(3)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_map_names_every_site_follows_the_facets_and_asks_nobody_else(
    context: BrowserContext, page: Page, catalogue_address: str, few_cases: KnowledgeBase, locale: str
) -> None:
    traffic = Traffic(context, catalogue_address)
    reader = Reader(page, catalogue_address, locale).open("?view=map")
    located = {s for s in facts(few_cases) if any(site.coordinates for site in case(few_cases, s).sites)}
    entries = page.locator(".case-sites li a")
    expect(entries).to_have_count(len(located))
    page.locator(".case-points > li").first.wait_for()
    for slug in located:
        name = case(few_cases, slug).sites[0].name
        assert page.locator(f".case-points a:has-text('{name},')").count() == 1
    reader.choose("country", "IE")
    here = fitting(few_cases, ("country", "IE")) & located
    expect(entries).to_have_count(len(here))
    off = fitting(few_cases, ("country", "IE")) - located
    expect(page.locator(".case-off a")).to_have_count(len(off))
    boxes = [box for box in (point.bounding_box() for point in page.locator(".case-point").all()) if box]
    frame = page.locator(".case-map").bounding_box()
    assert frame
    for box in boxes:
        assert frame["x"] <= box["x"] + box["width"] / 2 <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] + box["height"] / 2 <= frame["y"] + frame["height"]
    assert traffic.faults == []
    assert kept(page) == []


def test_points_that_lie_on_each_other_are_one_button_that_opens_their_list(
    catalogue_address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    Reader(page, catalogue_address).open("?view=map")
    button = page.locator("button.case-point").first
    many = int(re.sub(r"\D.*", "", button.inner_text().strip()))
    button.focus()
    page.keyboard.press("Enter")
    near = page.locator(".case-near:popover-open")
    expect(near.locator("a")).to_have_count(many)
    page.keyboard.press("Escape")
    expect(near).to_have_count(0)
    expect(button).to_be_focused()
    spots = [box for box in (point.bounding_box() for point in page.locator(".case-point").all()) if box]
    for number, one in enumerate(spots):
        for other in spots[number + 1 :]:
            apart = max(abs(one["x"] - other["x"]), abs(one["y"] - other["y"]))
            assert apart >= 24


def test_what_cannot_be_loaded_is_said_and_tried_again(page: Page, catalogue_address: str, faults: Faults) -> None:
    reader = Reader(page, catalogue_address).open()
    page.route("**/catalogue.json", lambda route: route.fulfill(status=503, body="Busy"))
    with page.expect_console_message():
        reader.view("table")
    expect(page.locator(".case-view [role=alert]")).to_be_visible()
    page.unroute("**/catalogue.json")
    reader.view("table")
    expect(page.locator(".case-table tbody tr")).to_have_count(FEW)
    faults.texts.clear()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_view_is_accessible_with_its_facets_open_in_both_schemes(
    catalogue_address: str, new_context: Callable[..., BrowserContext], locale: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce").new_page()
    reader = Reader(page, catalogue_address, locale)
    found = []
    for search in ("?country=LV&compare=made-up-1", "?view=table&country=LV", "?view=map", LIKE, COMPARED):
        reader.open(search)
        expect(page.locator(".case-view:not([hidden]):empty")).to_have_count(0)
        if page.locator(".case-filter").is_visible():
            page.locator(".case-filter").click()
        page.evaluate("for (const fold of document.querySelectorAll('#case-facets details')) fold.open = true")
        # Where it does not lie over anything: what is chosen stays in sight at the lower edge.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{search} {scheme}: {one}" for one in find(page)]
    assert "\n".join(found) == ""
