"""Choosing an activity by what a group has, in two languages; the choice can be passed on and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

CARDS = ".activity-list li[data-minutes]"
FITTING = """cards => cards.filter(({dataset: d}) =>
    Number(d.minutes) <= 90 && Number(d.min) <= 5 && Number(d.max) >= 5 && d.cost === 'none').length"""


@pytest.mark.parametrize("home", ["", "lv/"])
def test_time_people_and_cost_combine_and_stand_in_the_address(page: Page, site_address: str, home: str) -> None:
    page.goto(f"{site_address}{home}toolbox/activities/")
    everything = page.locator(f"{CARDS}:visible").count()
    wanted = page.locator(CARDS).evaluate_all(FITTING)
    assert 0 < wanted < everything
    page.locator("[name=time]").select_option("90")
    page.locator("[name=people]").fill("5")
    page.locator("[name=cost]").select_option("none")
    expect(page.locator(f"{CARDS}:visible")).to_have_count(wanted)
    assert "time=90&people=5&cost=none" in page.url
    page.reload()
    expect(page.locator(f"{CARDS}:visible")).to_have_count(wanted)
    expect(page.locator(".activity-list [role=status]")).to_contain_text(str(wanted))
    page.locator(".activity-list button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARDS}:visible")).to_have_count(everything)
    expect(page.locator("[name=time]")).to_be_focused()
    assert "?" not in page.url


def test_what_nothing_fits_is_said_with_a_way_out(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}toolbox/activities/?people=499&kind=nonsense")
    expect(page.locator(f"{CARDS}:visible")).to_have_count(0)
    expect(page.locator(".activity-list [role=status]")).not_to_be_empty()
    expect(page.locator(".activity-list button")).to_be_visible()
    assert page.locator("[name=kind]").input_value() == ""


def test_without_javascript_all_activities_are_there_and_no_dead_form(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_address}toolbox/activities/")
    assert page.locator(CARDS).count() >= 24
    expect(page.locator(".activity-list form")).to_be_hidden()


def test_a_template_can_be_carried_away(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}lv/toolbox/templates/poster/")
    with page.expect_download() as downloading:
        page.locator(".downloads a").first.click()
    assert downloading.value.suggested_filename == "poster.docx"
