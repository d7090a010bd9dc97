"""A list in the page: count, states, what waits for what, news, keyboard, sizes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.checklists.reader import LIST, SPEED, Reader
from browser.serving import ROOT
from colabora.strings import Strings, read_strings

# What a screen reader says of live regions: changes of one that is there already, not what it is born with.
LISTEN = """
    window.told = [];
    const live = new Set();
    const learn = (node) => {
        if (node.matches?.('[role=status]')) live.add(node);
        node.querySelectorAll?.('[role=status]').forEach((inner) => live.add(inner));
    };
    new MutationObserver((changes) => {
        const roles = changes.filter(({type}) => type === 'attributes').map(({target}) => target);
        for (const {type, target, addedNodes} of changes) {
            const region = [...live].find((one) => one.contains(target));
            if (type !== 'attributes' && region) window.told.push(region.textContent);
            if (type === 'attributes') roles.shift();
            if (type === 'attributes') learn(target);
            addedNodes.forEach(learn);
            roles.forEach((later) => live.delete(later));
        }
    }).observe(document, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['role']});
"""


def strings(locale: str) -> Strings:
    return read_strings(ROOT, locale)[0]


@pytest.mark.parametrize(("path", "locale"), [("", "en"), ("lv/", "lv"), ("de/", "en")])
def test_the_count_stands_in_the_plural_form_of_the_language_of_the_text(
    reader: Reader, path: str, locale: str
) -> None:
    reader.open(f"1.0/{path}checklists/premises/")
    count = reader.page.locator(".checklist-count")
    for done, name in enumerate(["", "must-haves", "lease", "internet-speed"]):
        if name:
            reader.box(f"premises:{name}").check()
        expect(count).to_have_text(strings(locale).count("checklist.count", done, total=6))


def test_one_polite_message_a_change_and_none_on_load(alone: Reader) -> None:
    alone.context.add_init_script(LISTEN)
    alone.open()
    assert alone.page.evaluate("window.told") == []
    alone.box().check()
    assert alone.page.evaluate("window.told") == [alone.page.locator(".checklist-count").inner_text()]
    assert alone.page.locator(".checklist-count").get_attribute("role") == "status"


def test_the_four_states(reader: Reader) -> None:
    reader.open()
    state = reader.form().locator("select")
    for value, checked, mixed in (
        ("doing", False, True),
        ("done", True, False),
        ("not-needed", False, False),
        ("todo", False, False),
    ):
        state.select_option(value)
        assert reader.value()["state"] == value
        assert reader.box().is_checked() is checked
        assert reader.box().evaluate("(box) => box.indeterminate") is mixed
        expect(reader.item(SPEED)).to_have_attribute("data-state", value)
    reader.box().check()
    expect(state).to_have_value("done")


def test_all_done_or_not_needed_is_said(reader: Reader) -> None:
    reader.open("1.0/checklists/readiness/")
    reader.box("readiness:first-five").check()
    reader.form("readiness:visit").locator("select").select_option("not-needed")
    expect(reader.page.locator(".checklist-count")).to_contain_text(strings("en")("checklist.complete"))
    assert reader.count("readiness") == [1, 2, 1]


def test_what_an_item_waits_for_is_named_until_it_is_settled(reader: Reader) -> None:
    reader.open()
    waiting = reader.item("premises:fire-rules")
    expect(waiting).to_have_attribute("data-blocked", "")
    expect(waiting).to_contain_text("Measure the internet speed")
    reader.box().check()
    expect(waiting).not_to_contain_text("Measure the internet speed")
    reader.form("premises:must-haves").locator("select").select_option("not-needed")
    expect(waiting).not_to_have_attribute("data-blocked", "")
    expect(waiting.locator(".checklist-needs")).to_have_text("First: internet-speed must-haves")


def test_an_item_without_facts_names_what_it_waits_for_too(reader: Reader) -> None:
    reader.open("1.0/checklists/readiness/")
    expect(reader.item("readiness:visit").locator(".item-mine")).to_contain_text("Name five people")
    reader.box("readiness:first-five").check()
    expect(reader.item("readiness:visit").locator(".item-mine")).to_be_hidden()


def test_new_and_gone_items_are_told_once_and_put_away(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box("premises:name-plate").check()
    reader.open("2.0/checklists/rooms/")
    news = reader.page.locator(".checklist-news")
    expect(news.locator(":scope > ul > li")).to_have_count(2)
    expect(news).to_contain_text("Hang up a name plate")
    expect(reader.page.locator("[data-new]")).to_have_attribute("data-item-id", "acoustics")
    news.get_by_role("button").click()
    expect(news).to_have_count(0)
    reader.reload()
    expect(reader.page.locator(".checklist-news, [data-new]")).to_have_count(0)


def test_news_come_to_readers_who_have_been_here_only(reader: Reader) -> None:
    reader.open("2.0/checklists/rooms/")
    expect(reader.page.locator(".checklist-news, [data-new]")).to_have_count(0)
    reader.box().check()
    expect(reader.page.locator(".checklist-news, [data-new]")).to_have_count(0)


def test_everything_in_a_list_works_by_keyboard(reader: Reader) -> None:
    reader.open()
    keyboard, page = reader.page.keyboard, reader.page
    keyboard.press("Tab")
    expect(reader.box("premises:must-haves")).to_be_focused()
    keyboard.press("Space")
    expect(reader.box("premises:must-haves")).to_be_checked()
    keyboard.press("Tab")
    keyboard.press("Enter")
    details = reader.item("premises:must-haves").locator("details")
    expect(details.locator("select")).to_be_visible()
    keyboard.press("Tab")
    expect(details.locator("select")).to_be_focused()
    keyboard.type("n")
    expect(details.locator("select")).to_have_value("not-needed")
    keyboard.press("Tab")
    keyboard.type("Ann")
    keyboard.press("Tab")
    keyboard.type("03022027")
    while not details.locator("textarea").evaluate("(area) => area === document.activeElement"):
        keyboard.press("Tab")
    keyboard.type("By keys")
    value = reader.value("item:premises:must-haves")
    assert (value["state"], value["owner"], value["note"]) == ("not-needed", "Ann", "By keys")
    assert value["due"] in {"2027-02-03", "2027-03-02"}  # as the browser's language has it
    keyboard.press("Tab")
    expect(reader.box()).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_44_pixels_high_and_nothing_runs_out_of_the_page(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(LIST)
    reader.form()
    targets = reader.page.locator("input, label[for^=check--], summary, select, .plan-field > :not(label)")
    small = targets.evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"
    )
    assert small == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_controls_have_names(reader: Reader) -> None:
    reader.open()
    reader.form()
    snapshot = reader.item(SPEED).aria_snapshot()
    for role in ("checkbox", "combobox", "textbox"):
        assert f'- {role} "' in snapshot
    assert reader.box().evaluate("(box) => box.labels.length") == 1


def test_the_digits_of_a_date_an_item_gets_from_the_opening_day(reader: Reader) -> None:
    reader.open()
    reader.store("colabora:1:plan:opening-day", '{"state":"2027-05-01","at":1}')
    reader.reload()
    expect(reader.item(SPEED).locator(".checklist-due")).to_contain_text("2027")
    reader.form().locator("input[type=date]").fill("2026-12-24")
    expect(reader.item(SPEED).locator(".item-mine")).to_contain_text("2026")
    expect(reader.item(SPEED).locator(".checklist-due")).not_to_contain_text("2027")


def test_a_tick_before_the_list_is_awake_is_kept_in_the_event_itself_and_whole_later(reader: Reader) -> None:
    reader.page.goto(reader.address + LIST)
    kept = reader.page.evaluate(
        "() => { document.querySelector('[data-item-id=internet-speed] input').click(); return {...localStorage}; }"
    )
    assert [key for key in kept if SPEED in key] == [f"colabora:1:{SPEED}"]
    expect(reader.page.locator(".checklist-count")).to_have_attribute("role", "status")
    expect(reader.box()).to_be_checked()
    assert reader.value()["text"] == "Measure the internet speed"
    assert "colabora:1:seen:premises" in reader.stored()


def test_whoever_only_reads_loads_only_what_wakes_the_list(reader: Reader) -> None:
    requests: list[str] = []
    reader.page.on("request", lambda request: requests.append(request.url.rpartition("/")[2]))
    reader.page.goto(reader.address + LIST, wait_until="networkidle")
    assert [name for name in requests if name.endswith(".js")] == ["checklist.js", "plan-wake.js"]
    assert reader.stored() == {}
    reader.box().hover()
    expect(reader.page.locator(".checklist-count")).to_have_attribute("role", "status")
