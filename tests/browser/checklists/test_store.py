"""Cases S1 to S26 and S33 to S36 of quality.md: what is stored, where, and what happens when it cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.checklists.reader import LIST, PLAN, SPEED, Reader, entry, tick_in

KEY = f"colabora:1:{SPEED}"
SECOND = 1_000  # ms within which another tab has to follow

DENIED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = """
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...pair) {
        if (window.full !== false) throw new DOMException('no room', 'QuotaExceededError');
        return window.setItem.apply(this, pair);
    };
"""
COUNT_WRITES = """
    window.writes = 0;
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...pair) { window.writes += 1; return setItem.apply(this, pair); };
"""


def test_nothing_is_stored_before_the_readers_first_own_action(reader: Reader) -> None:
    for path in (LIST, PLAN, "2.0/lv/checklists/"):
        reader.open(path)
    reader.form("item:premises:insurance")
    assert reader.stored() == {}


def test_s01_tick_and_reload(reader: Reader) -> None:
    reader.open()
    reader.box().check()
    reader.reload()
    expect(reader.box()).to_be_checked()
    assert set(reader.value()) >= {"state", "at", "digest", "owner", "due", "note"}
    assert (reader.value()["state"], reader.value()["digest"]) == ("done", "bb00000000000002")


@pytest.mark.parametrize("path", ["1.0/lv/checklists/premises/", "1.0/de/checklists/premises/", "1.0/lv/checklists/"])
def test_s02_tick_in_one_language_and_open_another_also_a_fallback(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.box().check()
    reader.open(LIST)
    expect(reader.box()).to_be_checked()
    reader.box("premises:lease").check()
    reader.open(path)
    expect(reader.box("premises:lease")).to_be_checked()


def test_s03_tick_in_one_version_and_open_another(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box("premises:must-haves").check()
    reader.open("2.0/checklists/")
    expect(reader.box("premises:must-haves")).to_be_checked()


def test_s04_text_corrected_the_tick_stays_and_old_and_new_wording_stand_side_by_side(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box().check()
    reader.open("2.0/checklists/rooms/")
    expect(reader.box()).to_be_checked()
    changed = reader.item(SPEED).locator(".item-changed")
    expect(changed.locator("del")).to_have_text("Measure the internet speed")
    expect(changed.locator("ins")).to_have_text("Measure the internet speed at the busiest hour")
    changed.get_by_role("button").first.click()
    expect(changed).to_be_hidden()
    assert (reader.value()["state"], reader.value()["digest"]) == ("done", "bb000000000000ff")


def test_s04_an_item_found_changed_can_be_opened_again(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box().check()
    reader.open("2.0/lv/checklists/rooms/")
    changed = reader.item(SPEED).locator(".item-changed")
    expect(changed.locator("dd").first).to_have_attribute("lang", "en")
    changed.get_by_role("button").last.click()
    expect(reader.box()).not_to_be_checked()
    expect(reader.box()).to_be_focused()


def test_s04_another_language_is_no_change_of_the_text(reader: Reader) -> None:
    reader.open()
    reader.box().check()
    reader.open("1.0/lv/checklists/premises/")
    expect(reader.box()).to_be_checked()
    expect(reader.item(SPEED).locator(".item-changed")).to_be_hidden()


def test_s05_list_moved_to_another_page(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box("premises:fire-rules").check()
    reader.open("2.0/checklists/rooms/")
    expect(reader.box("premises:fire-rules")).to_be_checked()


def test_s06_item_removed_and_back_to_the_version_that_has_it(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box("premises:name-plate").check()
    reader.open("2.0/checklists/rooms/")
    assert reader.count() == [0, 7]
    reader.open("1.0/checklists/premises/")
    expect(reader.box("premises:name-plate")).to_be_checked()
    assert reader.count() == [1, 6]


def test_s07_a_renamed_item_keeps_its_state_and_a_split_one_asks_to_look_again(reader: Reader) -> None:
    reader.open("1.0/checklists/premises/")
    reader.box("premises:lease").check()
    reader.box("premises:old-name").check()
    before = reader.stored()
    reader.open("2.0/checklists/rooms/")
    for name, asks in (("insurance", False), ("lease-terms", True), ("keys", True)):
        expect(reader.box(f"premises:{name}")).to_be_checked()
        expect(reader.item(f"premises:{name}").locator(".item-changed")).to_be_visible(visible=asks)
    assert reader.stored() == before
    reader.item("premises:keys").locator(".item-changed button").last.click()
    expect(reader.box("premises:keys")).not_to_be_checked()
    expect(reader.box("premises:lease-terms")).to_be_checked()
    reader.open("1.0/checklists/premises/")
    expect(reader.box("premises:lease")).to_be_checked()


def test_s08_a_list_that_stands_on_a_page_twice_is_one_list(reader: Reader) -> None:
    # The build half (two items of one id) is the line parser's: tests/unit/checklists.
    reader.open("1.0/shape/")
    reader.box().first.check()
    expect(reader.box().last).to_be_checked()
    reader.item(SPEED).last.locator("label").click()
    expect(reader.box().first).not_to_be_checked()


def test_s09_an_entry_whose_item_a_page_does_not_show_is_kept_and_not_counted(reader: Reader) -> None:
    # The build half (an id that a translation lacks) is the line parser's: tests/unit/checklists.
    reader.open()
    reader.store("colabora:1:item:premises:elsewhere", json.dumps(entry("done", 5)))
    reader.reload()
    assert reader.count() == [0, 6]
    reader.box().check()
    assert json.loads(reader.stored()["colabora:1:item:premises:elsewhere"]) == entry("done", 5)


def test_s10_two_tabs_tick_300_items_each_at_the_same_time_and_600_are_kept(reader: Reader) -> None:
    path = "many/checklists/many/"
    reader.open(path)
    other = reader.tab(path)
    tick_in(reader.page, 0, 300)
    tick_in(other.page, 300, 600)
    for tab in (reader, other):
        expect(tab.page.locator("body[data-ticked]")).to_be_attached(timeout=60 * SECOND)
    items = [text for key, text in reader.stored().items() if key.startswith("colabora:1:item:")]
    assert len(items) == 600
    assert all(json.loads(text)["state"] == "done" for text in items)
    for tab in (reader, other):
        expect(tab.page.locator("[data-item-id][data-state=done]")).to_have_count(600, timeout=10 * SECOND)
        assert tab.count("many") == [600, 600]


def test_s11_two_tabs_opposite_values_the_later_wins_in_both_without_ping_pong(alone: Reader) -> None:
    alone.context.add_init_script(COUNT_WRITES)
    alone.open()
    other = alone.tab(LIST)
    alone.box().check()
    expect(other.box()).to_be_checked(timeout=SECOND)
    other.box().uncheck()
    expect(alone.box()).not_to_be_checked(timeout=SECOND)
    # A second item travels after all that the first may have set off.
    alone.box("premises:lease").check()
    expect(other.box("premises:lease")).to_be_checked(timeout=SECOND)
    expect(other.box()).not_to_be_checked()
    assert [tab.page.evaluate("window.writes") for tab in (alone, other)] == [3, 1]  # one of them notes what was seen


def test_s12_another_open_tab_shows_a_tick_within_a_second(reader: Reader) -> None:
    reader.open()
    lists, plan = reader.tab("1.0/lv/checklists/premises/"), reader.tab(PLAN)
    reader.box().check()
    for tab in (lists, plan):
        expect(tab.box()).to_be_checked(timeout=SECOND)
        assert tab.count() == [1, 6]


def test_s13_one_tab_forgets_everything_and_a_later_tick_of_the_other_survives(reader: Reader) -> None:
    reader.open(PLAN)
    other = reader.tab(LIST)
    other.box().check()
    other.box("premises:lease").check()
    reader.page.locator(".plan-part button").last.click()
    reader.answer(0)
    expect(other.box()).not_to_be_checked(timeout=SECOND)
    other.box("premises:lease").check()
    expect(reader.box("premises:lease")).to_be_checked(timeout=SECOND)
    expect(reader.box()).not_to_be_checked()
    # Undoing brings back what is still missing, and leaves the later tick as it is.
    later = reader.value("item:premises:lease")
    reader.said().get_by_role("button").first.click()
    expect(reader.box()).to_be_checked()
    assert reader.value("item:premises:lease") == later


def test_s14_a_page_from_the_back_forward_cache_reads_again(alone: Reader) -> None:
    # Chromium tells a page on waking what it slept through; other browsers do not.
    alone.context.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true);")
    alone.open()
    alone.page.evaluate("window.alive = true")
    alone.page.goto(alone.address + "elsewhere.html")
    alone.store(KEY, json.dumps(entry("done", 5)))
    alone.page.go_back(wait_until="commit")
    assert alone.page.evaluate("window.alive") is True
    expect(alone.box()).to_be_checked()


@pytest.mark.parametrize("path", [LIST, PLAN])
def test_s15_storage_denied(alone: Reader, path: str) -> None:
    alone.context.add_init_script(DENIED)
    alone.open(path)
    expect(alone.trouble("denied")).to_be_visible()
    alone.box().check()
    expect(alone.box()).to_be_checked()
    assert alone.count() == [1, 6]
    with alone.page.expect_download():
        alone.trouble("denied").get_by_role("button").first.click()


def test_s16_storage_full_the_tick_stays_on_screen_and_is_offered_as_a_file(alone: Reader) -> None:
    alone.context.add_init_script(FULL)
    alone.open()
    alone.box().check()
    expect(alone.box()).to_be_checked()
    expect(alone.trouble("full")).to_be_visible()
    with alone.page.expect_download() as download:
        alone.trouble("full").get_by_role("button").first.click()
    assert json.loads(download.value.path().read_text())["entries"][SPEED]["state"] == "done"
    # When room comes free, the next tick takes the earlier one along.
    alone.page.evaluate("window.full = false")
    alone.box("premises:lease").check()
    expect(alone.trouble("full")).to_have_count(0)
    assert alone.value()["state"] == "done"


def test_s17_quota_filled_by_another_site_of_the_origin(reader: Reader) -> None:
    reader.open()
    reader.page.evaluate(
        """() => {
            for (let size = 2 ** 22, n = 0; size >= 1;) {
                try { localStorage.setItem(`other-${n}`, 'x'.repeat(size)); n += 1; } catch { size = Math.floor(size / 2); }
            }
        }"""
    )
    reader.reload()
    reader.box().check()
    expect(reader.box()).to_be_checked()
    expect(reader.trouble("full")).to_be_visible()


def test_s18_indexed_db_that_never_answers_blocks_nothing(alone: Reader) -> None:
    alone.context.add_init_script("IDBFactory.prototype.open = () => new EventTarget();")
    alone.open()
    alone.box().check()
    alone.reload()
    expect(alone.box()).to_be_checked()


BROKEN = {
    "brace": "{",
    "empty": "",
    "null": "null",
    "list": "[]",
    "nan": "NaN",
    "text": '"x"',
    "5 MB": "x" * 5_000_000,
    "unknown state": '{"state":"maybe","at":1}',
    "no state": '{"at":1}',
    "date": '{"state":"done","at":1,"due":"soon"}',
    "at": '{"state":"done","at":"yesterday"}',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_s19_a_broken_value_is_set_aside_once_and_the_rest_is_kept(reader: Reader, text: str) -> None:
    reader.open()
    reader.store("colabora:1:item:premises:lease", json.dumps(entry("done", 5)))
    reader.store(KEY, text)
    reader.reload()
    expect(reader.trouble("set-aside")).to_be_visible()
    expect(reader.box()).not_to_be_checked()
    expect(reader.box("premises:lease")).to_be_checked()
    assert [key for key, kept in reader.stored().items() if kept == text] == [f"colabora:set-aside:{KEY}"]
    reader.box().check()
    reader.reload()
    expect(reader.trouble("set-aside")).to_have_count(0)
    assert reader.value()["state"] == "done"
    assert [key for key, kept in reader.stored().items() if kept == text] == [f"colabora:set-aside:{KEY}"]


def test_s19_a_second_broken_value_of_the_same_item_does_not_overwrite_the_first(reader: Reader) -> None:
    reader.open()
    for text in ("{", "[", "{"):
        reader.store(KEY, text)
        reader.reload()
        expect(reader.trouble("set-aside")).to_be_visible()
    aside = {key: text for key, text in reader.stored().items() if key.startswith("colabora:set-aside:")}
    assert sorted(aside.values()) == ["[", "{"]


@pytest.mark.parametrize("key", ["colabora:2:item:premises:internet-speed", KEY])
def test_s20_a_value_from_a_future_schema_can_be_read_and_not_changed(reader: Reader, key: str) -> None:
    text = json.dumps({**entry("done", 5), "schema": 2, "colour": "blue"})
    reader.open()
    reader.store(key, text)
    reader.reload()
    expect(reader.box()).to_be_checked()
    expect(reader.box()).to_be_disabled()
    before = reader.stored()
    reader.page.evaluate("document.querySelector('[data-item-id=internet-speed] input').click()")
    reader.form()
    expect(reader.item(SPEED).locator("select")).to_be_disabled()
    assert reader.stored() == before


def test_s20_everything_is_read_only_beside_a_newer_schema_until_it_is_gone(reader: Reader) -> None:
    reader.open()
    reader.store("colabora:2:anything", "{")
    reader.reload()
    expect(reader.trouble("read-only")).to_be_visible()
    expect(reader.box("premises:lease")).to_be_disabled()
    assert reader.stored() == {"colabora:2:anything": "{"}


def test_s21_values_from_schema_0_are_migrated_and_twice_is_as_once(reader: Reader) -> None:
    reader.open()
    reader.store("colabora:0:item:premises:internet-speed", "1")
    reader.store("colabora:0:item:premises:lease", "0")
    reader.reload()
    expect(reader.box()).to_be_checked()
    expect(reader.box("premises:lease")).not_to_be_checked()
    once = reader.stored()
    assert set(once) == {KEY, "colabora:1:item:premises:lease"}
    reader.store("colabora:0:item:premises:internet-speed", "1")
    reader.reload()
    expect(reader.box()).to_be_checked()
    assert reader.stored() == once


@pytest.mark.parametrize("steps", range(1, 7))
def test_s22_a_migration_killed_midway_is_finished_by_the_next_visit(alone: Reader, steps: int) -> None:
    alone.open()
    items = [f"item:premises:{name}" for name in ("internet-speed", "lease", "must-haves", "fire-rules")]
    for item in items:
        alone.store(f"colabora:0:{item}", "1")
    # The tab dies after some writes and deletions: nothing it still wants to do happens.
    alone.context.add_init_script(
        """if (!sessionStorage.killed) {
            let left = STEPS;
            for (const name of ['setItem', 'removeItem']) {
                const real = Storage.prototype[name];
                Storage.prototype[name] = function (...given) {
                    if (this !== localStorage) return real.apply(this, given);
                    if (left === 0) { sessionStorage.killed = '1'; return undefined; }
                    left -= 1;
                    return real.apply(this, given);
                };
            }
        }""".replace("STEPS", str(steps))
    )
    alone.reload()
    assert sum(key.startswith("colabora:0:") for key in alone.stored()) > 0
    alone.reload()
    assert set(alone.stored()) == {f"colabora:1:{item}" for item in items}
    for item in items:
        expect(alone.box(item)).to_be_checked()


def test_s23_ids_that_every_object_has_are_harmless(reader: Reader) -> None:
    # The build half (such ids are refused) is the line parser's: tests/unit/checklists.
    reader.open("hostile/checklists/hostile/")
    boxes = reader.page.locator("[data-item-id] input")
    for number in range(4):
        boxes.nth(number).check()
        expect(boxes.nth(number)).to_be_checked()
    assert reader.count("hostile") == [4, 4]
    assert reader.page.evaluate("Object.keys(Object.prototype).length + (({}).state === undefined ? 0 : 1)") == 0
    reader.reload()
    expect(reader.box("hostile:constructor")).to_be_checked()


def test_s24_ticks_win_after_the_clock_went_back_a_year(alone: Reader) -> None:
    alone.page.clock.set_fixed_time("2027-11-24T10:00:00Z")
    alone.open(PLAN)
    alone.box().check()
    backup = alone.save_bytes(0)
    alone.page.clock.set_fixed_time("2026-11-24T10:00:00Z")
    alone.box().uncheck()
    after = alone.value()
    assert (after["state"], after["n"]) == ("todo", 1)
    alone.bring_back("plan.json", backup)
    expect(alone.dialog).to_be_visible()
    expect(alone.changes).to_have_count(0)
    alone.answer()
    alone.reload()
    expect(alone.box()).not_to_be_checked()
    assert alone.value() == after


def test_s25_all_storage_cleared_between_visits(reader: Reader) -> None:
    reader.open(PLAN)
    reader.box().check()
    expect(reader.page.locator(".plan-summary")).not_to_be_empty()
    reader.page.evaluate("localStorage.clear()")
    reader.reload()
    expect(reader.box()).not_to_be_checked()
    expect(reader.page.locator("input[type=file]")).to_be_visible()
    expect(reader.page.locator(".plan-message")).to_have_count(0)
    assert reader.stored() == {}


def test_s26_private_window_works_and_says_how_long(reader: Reader) -> None:
    # Every context of these tests is a private window; browsers let no page tell, so the sentence always stands there.
    reader.open()
    expect(reader.page.locator(".plan-kept")).to_be_visible()
    reader.box().check()
    expect(reader.tab(LIST).box()).to_be_checked()


NOTES = {
    "long": "ā" * 10_000,
    "emoji": "👩🏽‍💻🏡 ok",
    "NFC and NFD": "ķ ķ Ā Ā",
    "right to left": "שלום \u2067abc\u2069 مرحبا",
    "lines": "one\ntwo\n\n  three ",
    "markup": "<img src=x onerror=alert(1)> & </textarea>",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_s33_notes_come_back_as_they_were_written(reader: Reader, note: str) -> None:
    reader.open(PLAN)
    reader.form().locator("textarea").fill(note)
    assert reader.value()["note"] == note
    reader.reload()
    assert reader.item(SPEED).locator(".item-note").evaluate("(note) => note.textContent") == note
    assert reader.form().locator("textarea").input_value() == note
    backup = reader.save_bytes(0)
    reader.page.evaluate("localStorage.clear()")
    reader.reload()
    reader.bring_back("plan.json", backup)
    reader.answer(0)
    assert reader.value()["note"] == note


def test_s34_without_javascript_it_reads_and_no_control_looks_alive(
    new_context: Callable[..., BrowserContext], small_site: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    # The plan leads to the lists, which hold all items.
    for path, text in ((LIST, "label"), (PLAN, ".plan-list > summary")):
        page.goto(small_site + path)
        expect(page.locator(text).first).to_be_visible()
        expect(page.locator("input:visible, button:visible, select:visible")).to_have_count(0)
        page.emulate_media(media="print")
        expect(page.locator(text).last).to_be_visible()
        page.emulate_media(media="screen")


def test_s36_a_tick_is_saved_in_the_event_itself(reader: Reader) -> None:
    reader.open()
    kept = reader.page.evaluate(
        "(key) => { document.querySelector('[data-item-id=internet-speed] input').click(); return localStorage.getItem(key); }",
        KEY,
    )
    assert json.loads(kept)["state"] == "done"
    reader.page.close(run_before_unload=False)
    reader.page = reader.context.new_page()
    reader.open()
    expect(reader.box()).to_be_checked()


def test_owner_date_and_note_are_kept_at_every_keystroke(reader: Reader) -> None:
    reader.open()
    form = reader.form()
    form.locator("input[type=text]").press_sequentially("Ann")
    assert reader.value()["owner"] == "Ann"
    form.locator("input[type=date]").fill("2027-02-03")
    form.locator("select").select_option("doing")
    assert {k: reader.value()[k] for k in ("state", "owner", "due")} == {
        "state": "doing",
        "owner": "Ann",
        "due": "2027-02-03",
    }


def test_what_is_being_typed_is_not_pulled_away_by_another_tab(reader: Reader) -> None:
    reader.open()
    note = reader.form().locator("textarea")
    note.fill("Mine")
    other = reader.tab(LIST)
    other.form().locator("textarea").fill("Theirs")
    other.form().locator("input[type=text]").fill("Bea")
    expect(reader.item(SPEED).locator(".item-mine")).to_contain_text("Bea")
    expect(reader.item(SPEED).locator(".item-note")).to_have_text("Theirs")
    assert note.input_value() == "Mine"
    note.press_sequentially("!")
    assert (reader.value()["note"], reader.value()["owner"]) == ("Mine!", "Bea")


def test_one_store_serves_questions_and_lessons_too(reader: Reader) -> None:
    reader.open()
    found = reader.page.evaluate(
        """async (base) => {
            const {store} = await import(`${base}1.0/assets/javascripts/store.js`);
            store.put('question:strong-sign', {state: ['signed', 'followers']});
            store.put('lesson:testing:pop-up-week', {state: 'done'});
            return [store.get('question:strong-sign').state, [...store.entries().keys()]];
        }""",
        reader.address,
    )
    assert found == [["signed", "followers"], ["lesson:testing:pop-up-week", "question:strong-sign"]]
    assert {"colabora:1:question:strong-sign", "colabora:1:lesson:testing:pop-up-week"} <= set(reader.stored())
