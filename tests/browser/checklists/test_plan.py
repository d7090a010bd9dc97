"""My plan: dates, progress, what is next, search and filter, its three ages, and everything by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.checklists.reader import PLAN, Reader

OPENING = "2027-05-01"


def choose_day(reader: Reader, day: str = OPENING) -> None:
    reader.page.locator(".plan-day input").fill(day)


def shown(reader: Reader) -> list[str]:
    expect(reader.page.locator("colabora-plan[aria-busy]")).to_have_count(0)
    items = reader.page.locator("[data-item-id]:visible")
    return [str(name) for name in items.evaluate_all("(all) => all.map((item) => item.dataset.itemId)")]


def filter_field(reader: Reader, number: int) -> Locator:
    """Return a field of the filter: 0 words, 1 role, 2 stage, 3 state, 4 date."""
    return reader.page.locator(".plan-filter .plan-field").nth(number).locator("input, select")


def next_items(reader: Reader) -> list[str]:
    return [
        href.split("--")[-1]
        for href in reader.page.locator(".plan-next a").evaluate_all("(all) => all.map((a) => a.hash)")
    ]


def test_the_opening_day_gives_every_item_its_date_and_can_be_taken_away(alone: Reader) -> None:
    alone.page.clock.set_fixed_time("2027-04-29T10:00:00Z")
    alone.open(PLAN)
    choose_day(alone)
    assert alone.value("plan:opening-day")["state"] == OPENING
    # 90 days before 1 May 2027, over the change to summer time.
    expect(alone.item("premises:internet-speed").locator(".checklist-due")).to_contain_text("31 January 2027")
    expect(alone.item("opening:thanks").locator(".checklist-due")).to_contain_text("15 May 2027")
    expect(alone.page.locator(".plan-countdown")).to_contain_text("2")
    alone.page.locator(".plan-day button").click()
    assert alone.value("plan:opening-day")["state"] == ""
    expect(alone.item("premises:internet-speed").locator(".checklist-due")).not_to_contain_text("2027")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Europe/Riga"])
def test_no_time_zone_moves_a_day(reader: Reader, new_context, small_site: str, zone: str) -> None:  # type: ignore[no-untyped-def]
    other = Reader(new_context(timezone_id=zone), small_site)
    other.open(PLAN)
    choose_day(other, "2027-03-28")
    expect(other.item("opening:constructor").locator(".checklist-due")).to_contain_text("28 March 2027")


def test_what_is_next_goes_by_date_and_leaves_out_what_waits(reader: Reader) -> None:
    reader.open(PLAN)
    assert next_items(reader) == ["first-five", "must-haves", "lease", "name-plate", "old-name"]
    choose_day(reader)
    reader.box("readiness:first-five").check()
    expect(reader.page.locator(".plan-next a").first).to_have_attribute("href", "#item--premises--must-haves")
    assert "visit" not in next_items(reader)[:1]
    reader.form("premises:lease").locator("input[type=date]").fill("2026-01-01")
    expect(reader.page.locator(".plan-next a").first).to_have_attribute("href", "#item--premises--lease")
    expect(reader.page.locator(".plan-next li").first).to_have_class("plan-late")


def test_empty_half_way_and_finished(reader: Reader) -> None:
    reader.open(PLAN)
    summary = reader.page.locator(".plan-summary")
    empty = summary.inner_text()
    reader.box().check()
    expect(summary).not_to_have_text(empty)
    half = summary.inner_text()
    assert [int(word) for word in half.split() if word.isdigit()] == [1, 10]
    reader.form("readiness:visit").locator("select").select_option("not-needed")
    for box in reader.page.locator("[data-item-id]:not([data-item-id=visit]) input[type=checkbox]").all():
        box.check()
    expect(summary).not_to_contain_text("9")
    assert summary.inner_text() not in {empty, half}
    expect(reader.page.locator(".plan-next")).to_be_hidden()
    expect(reader.page.locator(".plan-waiting")).not_to_be_empty()


def test_progress_of_each_stage_in_words_and_on_the_path(reader: Reader) -> None:
    reader.open(PLAN)
    part = reader.page.locator("svg [data-stage=spark]")
    expect(part).to_have_attribute("data-progress", "none")
    reader.box("readiness:first-five").check()
    expect(part).to_have_attribute("data-progress", "some")
    expect(part.locator(".stone-count")).to_have_text("1/2")
    assert part.locator(".stone-done").get_attribute("stroke-dasharray") == "50 100"
    stage = reader.page.locator("section[data-stage=spark]")
    assert stage.locator("progress").evaluate("(bar) => [bar.value, bar.max]") == [1, 2]
    for place in (".plan-stage-count", ".plan-count"):
        assert [int(word) for word in stage.locator(place).inner_text().split() if word.isdigit()] == [1, 2]
    reader.form("readiness:visit").locator("select").select_option("not-needed")
    expect(part).to_have_attribute("data-progress", "all")
    assert part.get_attribute("href") == "#stage--spark"


@pytest.mark.parametrize(
    ("number", "value", "items"),
    [
        (1, "owner", ["first-five", "fire-rules"]),
        (2, "open", ["constructor", "thanks"]),
        (3, "doing", ["lease"]),
        (3, "done", ["must-haves"]),
        (3, "blocked", ["visit", "fire-rules"]),
        (4, "overdue", ["first-five"]),
        (4, "soon", ["internet-speed", "fire-rules"]),
        (4, "none", ["visit", "name-plate", "old-name"]),
        (4, "later", ["lease", "constructor", "thanks"]),
    ],
)
def test_filter_by_role_stage_state_and_date(alone: Reader, number: int, value: str, items: list[str]) -> None:
    alone.page.clock.set_fixed_time("2027-01-20T10:00:00Z")
    alone.open(PLAN)
    choose_day(alone)
    alone.box("premises:must-haves").check()
    alone.form("premises:lease").locator("select").select_option("doing")
    filter_field(alone, number).select_option(value)
    assert shown(alone) == items
    expect(alone.page.locator(".plan-shown")).to_contain_text(f"{len(items)}")
    alone.page.locator(".plan-filter button").click()
    assert len(shown(alone)) == 10


def test_search_folds_marks_and_finds_notes_and_persons(reader: Reader) -> None:
    reader.open("1.0/lv/checklists/")
    search = filter_field(reader, 0)
    search.fill("interneta atrumu")
    assert shown(reader) == ["internet-speed"]
    expect(reader.page.locator(".plan-stage:visible")).to_have_count(1)
    search.fill("")
    reader.form("opening:thanks").locator("input[type=text]").fill("Ilze")
    search.fill("ilze")
    assert shown(reader) == ["thanks"]
    search.fill("nothing like it")
    assert shown(reader) == []
    expect(reader.page.locator(".plan-shown")).to_contain_text("0")
    reader.page.locator(".plan-filter button").click()
    assert len(shown(reader)) == 10


def test_a_link_to_what_is_next_shows_it_also_when_it_was_filtered_away(reader: Reader) -> None:
    reader.open(PLAN)
    filter_field(reader, 2).select_option("open")
    reader.page.locator(".plan-next a").first.click()
    expect(reader.item("readiness:first-five")).to_be_in_viewport()


def test_my_plan_works_by_keyboard(reader: Reader) -> None:
    reader.open(PLAN)
    page, keyboard = reader.page, reader.page.keyboard
    focused = "document.activeElement"

    def tab_to(test: str) -> None:
        for _ in range(80):
            keyboard.press("Tab")
            if page.evaluate(f"({test})({focused})"):
                return
        raise AssertionError(f"no Tab leads to {test}")

    tab_to("(one) => one.matches('.plan-day input')")
    keyboard.type("01052027")
    assert reader.value("plan:opening-day")["state"] in {"2027-05-01", "2027-01-05"}
    tab_to("(one) => one.matches('.plan-next a')")
    tab_to("(one) => one.matches('.plan-filter input')")
    keyboard.type("internet")
    assert shown(reader) == ["internet-speed"]
    tab_to("(one) => one.matches('.plan-filter button')")
    keyboard.press("Enter")
    expect(filter_field(reader, 0)).to_be_focused()
    tab_to("(one) => one.matches('[data-item-id=internet-speed] input')")
    keyboard.press("Space")
    expect(reader.box()).to_be_checked()
    tab_to("(one) => one.matches('.plan-downloads button')")
    with page.expect_download():
        keyboard.press("Enter")
    tab_to("(one) => one.matches('.plan-part:last-child button')")
    keyboard.press("Enter")
    expect(reader.dialog).to_be_visible()
    assert page.evaluate(f"{focused}.closest('dialog') !== null")
    keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate(f"{focused}.matches('.plan-part:last-child button')")
    expect(reader.box()).to_be_checked()
    keyboard.press("Enter")
    expect(reader.dialog).to_be_visible()
    while not page.evaluate(f"{focused}.matches('.plan-answers button:first-child')"):
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(reader.box()).not_to_be_checked()
    assert reader.stored() == {}


def test_forgetting_asks_and_can_be_undone(reader: Reader) -> None:
    reader.open(PLAN)
    reader.box().check()
    choose_day(reader)
    before = reader.stored()
    forget = reader.page.locator(".plan-part button").last
    forget.click()
    reader.answer(2)
    assert reader.stored() == before
    forget.click()
    reader.answer(0)
    assert reader.stored() == {}
    expect(reader.box()).not_to_be_checked()
    reader.said().get_by_role("button").first.click()
    expect(reader.box()).to_be_checked()
    assert reader.stored() == before


def test_it_prints_as_a_sheet(reader: Reader) -> None:
    reader.open(PLAN)
    reader.form().locator("textarea").fill("Bring the long cable")
    reader.page.emulate_media(media="print")
    expect(reader.item("premises:internet-speed").locator(".item-note")).to_be_visible()
    expect(reader.box()).to_be_visible()
    expect(
        reader.page.locator(
            "button:visible, select:visible, textarea:visible, .item-more:visible, .plan-exchange:visible"
        )
    ).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_of_my_plan_are_44_pixels_high_and_nothing_runs_out(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(PLAN)
    targets = reader.page.locator("colabora-plan :is(button, select, input, summary, .plan-path a):visible")
    small = targets.evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"
    )
    assert small == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def fold(reader: Reader, list_id: str) -> Locator:
    return reader.page.locator(f"details[data-list={list_id}]")


def test_lists_are_folded_and_filled_when_they_are_unfolded(reader: Reader) -> None:
    reader.page.goto(reader.address + PLAN)
    expect(reader.page.locator(".plan-next a").first).to_be_visible()
    expect(reader.page.locator("[data-item-id]")).to_have_count(0)
    fold(reader, "premises").locator("summary").first.click()
    expect(reader.box()).to_be_visible()
    expect(reader.page.locator("colabora-checklist")).to_have_count(1)
    reader.box().check()
    expect(fold(reader, "premises").locator(".plan-count")).to_contain_text("1")
    reader.page.reload()
    expect(reader.page.locator("svg [data-stage=shape] .stone-count")).to_have_text("1/6")
    expect(reader.page.locator("[data-item-id]")).to_have_count(0)


def test_a_day_chosen_before_the_plan_is_awake_is_taken(reader: Reader) -> None:
    reader.page.goto(reader.address + PLAN)
    reader.page.locator(".plan-day input").fill(OPENING)
    expect(reader.page.locator(".plan-day button")).to_be_visible()
    assert reader.value("plan:opening-day")["state"] == OPENING


def test_a_link_to_an_item_unfolds_its_list(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}{PLAN}#item--premises--lease")
    expect(reader.item("premises:lease")).to_be_in_viewport()
    assert reader.stored() == {}


def test_an_item_ticked_while_filtered_stays_until_the_reader_asks_again(reader: Reader) -> None:
    reader.open(PLAN)
    filter_field(reader, 3).select_option("todo")
    assert "internet-speed" in shown(reader)
    reader.box().check()
    expect(reader.box()).to_be_visible()
    expect(reader.box()).to_be_focused()
    filter_field(reader, 0).fill("measure")
    assert shown(reader) == []


def test_what_the_filter_unfolded_is_folded_again(reader: Reader) -> None:
    reader.page.goto(reader.address + PLAN)
    reader.page.locator(".plan-filter summary").click()
    filter_field(reader, 0).fill("internet")
    assert shown(reader) == ["internet-speed"]
    reader.page.locator(".plan-filter button").click()
    expect(reader.page.locator("details[data-list][open]")).to_have_count(0)
    expect(filter_field(reader, 0)).to_be_focused()


def test_without_a_line_the_plan_says_so_and_leads_to_the_list(
    chromium: Browser,
    small_site: str,  # a line that fails is told on the console, which other tests forbid
) -> None:
    reader = Reader(chromium.new_context(), small_site)
    reader.page.route("**/lists-en.js", lambda route: route.fulfill(status=404))
    reader.page.goto(small_site + PLAN)
    failed = str(reader.page.locator("colabora-plan").get_attribute("data-failed"))
    fold(reader, "premises").locator("summary").first.click()
    expect(fold(reader, "premises").locator(".plan-loading")).to_have_text(failed)
    expect(fold(reader, "premises").locator(".checklist-more a")).to_be_visible()
    reader.context.close()


def test_another_tab_wakes_a_plan_that_nobody_has_touched(reader: Reader) -> None:
    sleeping = Reader(reader.context, reader.address)
    sleeping.page.goto(reader.address + PLAN)
    reader.open()
    reader.box().check()
    expect(sleeping.page.locator("svg [data-stage=shape] .stone-count")).to_have_text("1/6", timeout=1000)
