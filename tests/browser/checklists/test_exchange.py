"""Cases S27 to S32 of quality.md: files and links out of the plan, read back by independent programs, and in again."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import BrowserContext, expect

from browser.checklists.reader import LIST, PLAN, SPEED, Reader, entry, progress

JSON, XLSX, CSV, ICS = range(4)
LEASE = "item:premises:lease"
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "'=1", "=1\nline")
LATER = int(time.time() * 1000) + 60_000  # ms


def fill_in(reader: Reader) -> None:
    """Mark, assign, date and annotate some items."""
    reader.open(PLAN)
    reader.page.locator(".plan-day input").fill("2027-05-01")
    reader.box("readiness:first-five").check()
    form = reader.form()
    form.locator("select").select_option("doing")
    form.locator("input[type=text]").fill("Ilze Ā.")
    form.locator("textarea").fill('Two lines,\n"quoted"; and more')
    reader.form(LEASE).locator("input[type=date]").fill("2027-02-03")


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def saved(sheet: Worksheet) -> bytes:
    """Save a sheet as a spreadsheet program would."""
    assert sheet.parent is not None
    content = io.BytesIO()
    sheet.parent.save(content)
    return content.getvalue()


def as_csv(rows: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode("utf-8")


def test_s27_export_clear_import_gives_the_same_bytes(reader: Reader) -> None:
    fill_in(reader)
    reader.store("colabora:1:question:strong-sign", '{"state":["signed"],"at":7,"tries":3}')
    reader.store("colabora:1:lesson:testing:pop-up-week", '{"state":"done","at":8}')
    before = reader.save_bytes(JSON)
    reader.page.evaluate("localStorage.clear()")
    reader.reload()
    reader.bring_back("plan.json", before)
    expect(reader.changes).to_have_count(6)
    reader.answer(0)
    expect(reader.box("readiness:first-five")).to_be_checked()
    assert reader.save_bytes(JSON) == before
    assert len(json.loads(before)["entries"]) == 8  # six shown, and what was seen of two lists


BAD_FILES: dict[str, tuple[str, bytes]] = {
    "truncated": ("plan.json", progress({SPEED: entry("done", 5)})[:-20]),
    "empty": ("plan.json", b""),
    "other site": ("plan.json", b'{"todos": [{"title": "milk", "done": true}]}'),
    "a list": ("plan.json", b"[]"),
    "null": ("plan.json", b"null"),
    "HTML": ("plan.json", b"<!doctype html><title>Log in</title>"),
    "BOM": ("plan.json", b"\xef\xbb\xbf" + progress({SPEED: entry("done", 5)})),
    "CRLF": ("plan.json", progress({SPEED: entry("done", 5)}).replace(b", ", b",\r\n")),
    "UTF-16": ("plan.json", progress({SPEED: entry("done", 5)}).decode().encode("utf-16")),
    "Latin-1 CSV": ("plan.csv", "Wer;Für\n".encode("latin-1")),
    "UTF-16 CSV": ("plan.csv", "Who\tItem\n".encode("utf-16")),
    "HTML as CSV": ("plan.csv", b"<html><body>Log in</body></html>"),
    "CSV of another kind": ("plan.csv", b"name,price\nbread,2\n"),
    "picture": ("plan.png", b"\x89PNG\r\n\x1a\n"),
    "picture as XLSX": ("plan.xlsx", b"\x89PNG\r\n\x1a\n"),
    "ZIP as JSON": ("plan.json", b"PK\x03\x04" + b"0" * 50),
    "broken ZIP": ("plan.xlsx", b"PK\x03\x04" + b"0" * 50),
    "newer": ("plan.json", b'{"format":"colabora-progress","schema":2,"entries":{}}'),
    "bad state": ("plan.json", progress({SPEED: entry("perhaps", 5)})),
    "bad date": ("plan.json", progress({SPEED: entry("done", 5, due="31.12.2027")})),
    "bad time": ("plan.json", progress({SPEED: entry("done", -5)})),
    "hostile name": ("plan.json", progress({"__proto__": entry("done", 5)})),
    "other key": ("plan.json", progress({"item:premises:../x": entry("done", 5)})),
    "entries no object": ("plan.json", b'{"format":"colabora-progress","schema":1,"entries":[1]}'),
}


@pytest.mark.parametrize(("name", "content"), BAD_FILES.values(), ids=BAD_FILES)
def test_s28_a_bad_file_is_refused_with_a_reason_and_changes_nothing(reader: Reader, name: str, content: bytes) -> None:
    reader.open(PLAN)
    reader.box(LEASE).check()
    before = reader.stored()
    reader.bring_back(name, content)
    expect(reader.said("refused")).not_to_be_empty()
    expect(reader.page.locator("dialog")).to_have_count(0)
    assert reader.stored() == before


def test_s28_a_file_of_50_mb_is_refused_unread(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    reader.open(PLAN)
    reader.page.locator("input[type=file]").set_input_files(file)
    expect(reader.said("refused")).to_contain_text("5")
    assert reader.stored() == {}


def test_s28_a_workbook_that_would_unpack_to_much_more_is_refused(reader: Reader) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    reader.open(PLAN)
    reader.bring_back("plan.xlsx", packed.getvalue())
    expect(reader.said("refused")).to_contain_text("30")


def test_s28_a_workbook_with_entities_is_refused(reader: Reader) -> None:
    reader.open(PLAN)
    good, bomb = zipfile.ZipFile(io.BytesIO(reader.save_bytes(XLSX))), io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as archive:
        for name in good.namelist():
            text = good.read(name).decode()
            if name.endswith("sheet1.xml"):
                text = text.replace("<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet', 1)
            archive.writestr(name, text)
    reader.bring_back("plan.xlsx", bomb.getvalue())
    expect(reader.said("refused")).not_to_be_empty()
    expect(reader.page.locator("dialog")).to_have_count(0)


def test_s29_script_in_notes_and_names_is_shown_as_text(reader: Reader) -> None:
    script = "<img src=x onerror=\"document.body.dataset.run='1'\"><script>document.body.dataset.run='1'</script>"
    reader.open(PLAN)
    entries = {
        SPEED: entry("doing", LATER, note=script, owner=script),
        "item:gone:item": entry("done", LATER, text=script),
    }
    reader.bring_back("plan.json", progress(entries))
    expect(reader.changes).to_have_count(2)
    expect(reader.dialog).to_contain_text("<script>")
    reader.answer(0)
    expect(reader.item(SPEED).locator(".item-note")).to_have_text(script)
    expect(reader.item(SPEED).locator("img, script")).to_have_count(0)
    assert reader.page.evaluate("document.body.dataset.run") is None


def test_s30_an_older_file_over_newer_state_merges_by_item_with_preview_and_undo(reader: Reader) -> None:
    reader.open(PLAN)
    reader.box().check()
    before = reader.stored()
    mine = reader.value()
    theirs = {
        SPEED: entry("not-needed", mine["at"] - 1000),
        LEASE: entry("done", 7),
        "item:premises:must-haves": entry("doing", LATER),
    }
    reader.bring_back("plan.json", progress(theirs))
    expect(reader.changes).to_have_count(2)
    assert reader.stored() == before
    reader.answer(1)  # leave as it is
    assert reader.stored() == before
    reader.bring_back("plan.json", progress(theirs))
    reader.changes.first.get_by_role("checkbox").uncheck()
    reader.answer(0)
    expect(reader.item("premises:must-haves")).to_have_attribute("data-state", "doing")
    assert reader.value() == mine
    assert f"colabora:1:{LEASE}" not in reader.stored()
    reader.said().get_by_role("button").first.click()
    expect(reader.item("premises:must-haves")).to_have_attribute("data-state", "todo")
    assert reader.stored() == before


def test_two_peoples_copies_merged_on_both_sides_are_the_same(
    new_context: Callable[..., BrowserContext], small_site: str
) -> None:
    one, other = Reader(new_context(), small_site), Reader(new_context(), small_site)
    for person, items in ((one, ["premises:lease", "premises:internet-speed"]), (other, ["premises:internet-speed"])):
        person.open(PLAN)
        for item in items:
            person.box(item).check()
    other.form().locator("input[type=text]").fill("Bea")
    copies = [person.save_bytes(JSON) for person in (one, other)]
    for person, copy in zip((one, other), reversed(copies), strict=True):
        person.bring_back("plan.json", copy)
        person.answer(0)
    states = [json.loads(person.save_bytes(JSON))["entries"] for person in (one, other)]
    kept = [{name: value for name, value in state.items() if name.startswith("item:")} for state in states]
    assert kept[0] == kept[1]
    assert kept[0][SPEED]["owner"] == "Bea"


def test_csv_is_read_by_pythons_csv_and_no_cell_starts_a_formula(reader: Reader) -> None:
    fill_in(reader)
    reader.form("opening:thanks").locator("textarea").fill("=1+1")
    rows = rows_of(reader.save_bytes(CSV))
    assert len(rows) == 10
    speed = next(row for row in rows if row["ID (leave as it is)"] == "premises:internet-speed")
    assert list(speed.values())[:8] == [
        "Before you sign",
        "Shape",
        "Measure the internet speed",
        "Ilze Ā.",
        "In progress",
        "2027-01-31",
        'Two lines,\n"quoted"; and more',
        f"{reader.address}1.0/checklists/premises/#item--premises--internet-speed",
    ]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


@pytest.mark.parametrize("number", [CSV, XLSX])
def test_values_like_formulas_come_back_as_they_were(reader: Reader, number: int) -> None:
    reader.open(PLAN)
    names = ["must-haves", "internet-speed", "fire-rules", "lease", "name-plate", "old-name"]
    notes = dict(zip(names, DANGEROUS, strict=False))
    for name, note in notes.items():
        reader.form(f"premises:{name}").locator("textarea").fill(note)
    content = reader.save_bytes(number)
    if number == XLSX:
        cells = [cell for row in sheet_of(content).iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    before = reader.save_bytes(JSON)
    reader.page.evaluate("localStorage.clear()")
    reader.reload()
    reader.bring_back(f"plan.{'csv' if number == CSV else 'xlsx'}", content)
    reader.answer(0)
    assert {name: reader.value(f"item:premises:{name}")["note"] for name in names} == notes
    entries = json.loads(before)["entries"]
    assert reader.value("item:premises:must-haves")["at"] == entries["item:premises:must-haves"]["at"]


def test_xlsx_is_a_sheet_made_to_work_with(reader: Reader) -> None:
    fill_in(reader)
    sheet = sheet_of(reader.save_bytes(XLSX))
    rows = list(sheet.iter_rows())
    head, speed = rows[0], rows[4]
    assert [cell.value for cell in head][:8] == ["Checklist", "Stage", "Item", "Who", "State", "Due", "Note", "Link"]
    assert all(cell.font.b for cell in head)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J11")
    assert sheet.column_dimensions["C"].width >= 40
    assert speed[5].value == dt.datetime(2027, 1, 31)
    assert speed[5].is_date
    assert speed[3].value == "Ilze Ā."
    link = speed[7].hyperlink
    assert link is not None
    assert (link.target, link.location) == (
        f"{reader.address}1.0/checklists/premises/",
        "item--premises--internet-speed",
    )
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1.count(",")) == ("E2:E11", 3)


def test_a_workbook_edited_elsewhere_brings_its_edits_only(reader: Reader) -> None:
    fill_in(reader)
    sheet = sheet_of(reader.save_bytes(XLSX))
    before = reader.stored()
    edited = {row[8].value: row for row in sheet.iter_rows(min_row=2)}
    edited["premises:internet-speed"][4].value = "Done"
    edited["premises:must-haves"][3].value = "Anna"
    edited["premises:name-plate"][5].value = dt.datetime(2027, 4, 1)
    edited["premises:old-name"][6].value = "Ask twice"
    edited["opening:thanks"][4].value = "Whatever"
    # Changed here after the sheet was saved: the row that nobody edited must not take it back.
    reader.box("readiness:visit").check()
    reader.bring_back("plan.xlsx", saved(sheet))
    expect(reader.changes).to_have_count(4)
    reader.answer(0)
    assert (reader.value()["state"], reader.value()["owner"]) == ("done", "Ilze Ā.")
    assert (reader.value("item:premises:must-haves")["owner"], reader.value("item:premises:must-haves")["due"]) == (
        "Anna",
        "",
    )
    assert reader.value("item:premises:name-plate")["due"] == "2027-04-01"
    assert reader.value("item:premises:old-name")["note"] == "Ask twice"
    expect(reader.box("readiness:visit")).to_be_checked()
    reader.said().get_by_role("button").first.click()
    expect(reader.box()).not_to_be_checked()
    after = reader.stored()
    assert {k: after.get(k) for k in before} == before


def test_a_workbook_with_columns_moved_and_formulas_is_read(reader: Reader) -> None:
    fill_in(reader)
    sheet = sheet_of(reader.save_bytes(XLSX))
    sheet.move_range("A1:A11", cols=10)  # the first column becomes the last
    sheet.delete_cols(1)
    speed = next(row for row in sheet.iter_rows(min_row=2) if row[7].value == "premises:internet-speed")
    speed[4].value = dt.datetime(2027, 3, 3)
    speed[2].value = "=CONCATENATE(1,2)"  # saved without a value: reads as nothing
    reader.bring_back("plan.xlsx", saved(sheet))
    expect(reader.changes).to_have_count(1)
    reader.answer(0)
    assert (reader.value()["due"], reader.value()["owner"]) == ("2027-03-03", "")


def test_a_csv_of_another_language_with_semicolons_and_local_dates_is_read(reader: Reader) -> None:
    reader.open("1.0/lv/checklists/")
    reader.page.locator(".plan-day input").fill("2027-05-01")
    reader.box(LEASE).check()
    rows = list(csv.reader(io.StringIO(reader.save_bytes(CSV).decode("utf-8-sig"), newline="")))
    for row in rows[1:]:
        if row[5]:
            row[5] = dt.date.fromisoformat(row[5]).strftime("%d.%m.%Y")
    speed = next(row for row in rows if row[8] == "premises:internet-speed")
    speed[4] = "Izdarīts"
    must_haves = next(row for row in rows if row[8] == "premises:must-haves")
    must_haves[5] = "24.12.2026"
    reader.open(PLAN)
    reader.bring_back("plāns.csv", b"\xef\xbb\xbf" + as_csv(rows, ";"))
    expect(reader.changes).to_have_count(2)
    reader.answer(0)
    assert reader.value()["state"] == "done"
    assert reader.value()["due"] == ""
    assert reader.value("item:premises:must-haves")["due"] == "2026-12-24"


def test_an_exported_table_unchanged_changes_nothing(reader: Reader) -> None:
    fill_in(reader)
    for number, name in ((CSV, "plan.csv"), (XLSX, "plan.xlsx")):
        reader.bring_back(name, reader.save_bytes(number))
        expect(reader.dialog).to_be_visible()
        expect(reader.changes).to_have_count(0)
        reader.answer()


def test_the_calendar_is_read_by_icalendar_in_the_readers_language(reader: Reader) -> None:
    fill_in(reader)
    reader.open("1.0/lv/checklists/")
    reader.form("premises:must-haves").locator("textarea").fill("Piezīme; ar, zīmēm \\ un\nrindām " + "ļoti garš " * 20)
    content = reader.save_bytes(ICS)
    calendar = Calendar.from_ical(content)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 7
    speed, must_haves = events["premises.internet-speed@colabora"], events["premises.must-haves@colabora"]
    assert speed.decoded("DTSTART") == dt.date(2027, 1, 31)
    assert str(speed["SUMMARY"]) == "Izmēriet interneta ātrumu"
    assert "Ilze Ā." in str(speed["DESCRIPTION"])
    assert "ar, zīmēm \\ un\nrindām" in str(must_haves["DESCRIPTION"])
    assert str(speed["URL"]).endswith("#item--premises--internet-speed")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_calendars_ids_stay_and_a_later_change_counts_as_later(alone: Reader) -> None:
    alone.page.clock.set_fixed_time("2026-11-24T10:00:00Z")
    fill_in(alone)
    first = {str(e["UID"]): e for e in Calendar.from_ical(alone.save_bytes(ICS)).walk("VEVENT")}
    alone.page.clock.set_fixed_time("2026-11-25T10:00:00Z")
    alone.box(LEASE).check()
    alone.form("premises:fire-rules").locator("select").select_option("not-needed")
    second = {str(e["UID"]): e for e in Calendar.from_ical(alone.save_bytes(ICS)).walk("VEVENT")}
    assert first.keys() - second.keys() == {"premises.fire-rules@colabora"}
    lease = "premises.lease@colabora"
    assert second[lease].decoded("SEQUENCE") > first[lease].decoded("SEQUENCE")
    assert second[lease].decoded("DTSTART") == dt.date(2027, 2, 3)


def test_without_dates_there_is_no_calendar_and_it_is_said(reader: Reader) -> None:
    reader.open(PLAN)
    reader.page.locator(".plan-downloads button").nth(ICS).click()
    expect(reader.said()).to_be_visible()


def share_link(reader: Reader) -> str:
    reader.page.locator(".plan-part button").nth(-2).click()
    return reader.page.locator(".plan-link input").input_value()


def test_a_shared_link_asks_before_it_changes_anything_and_is_never_sent(
    reader: Reader, new_context: Callable[..., BrowserContext], small_site: str
) -> None:
    fill_in(reader)
    link = share_link(reader)
    other = Reader(new_context(), small_site)
    requests: list[str] = []
    other.page.on("request", lambda request: requests.append(request.url))
    other.page.goto(link.replace("/1.0/", "/1.0/lv/"))
    expect(other.dialog).to_be_visible()
    assert other.stored() == {}
    assert "#" not in other.page.url
    assert not [url for url in requests if "plan=" in url.partition("#")[0]]
    expect(other.changes).to_have_count(3)  # the opening day and two items; a date and a note do not travel
    other.answer(1)
    assert other.stored() == {}
    other.page.goto(link.replace("/1.0/", "/2.0/"))
    expect(other.said("refused")).to_be_visible()  # a list of the link is not in that version
    other.page.goto(link)
    other.answer(0)
    other.wait()
    expect(other.box("readiness:first-five")).to_be_checked()
    assert other.value("plan:opening-day")["state"] == "2027-05-01"
    assert (other.value()["state"], other.value()["note"], other.value()["owner"]) == ("doing", "", "")


@pytest.mark.parametrize("state", ["done", "mixed"])
def test_s31_a_link_of_500_items_has_at_most_2000_characters_or_says_use_the_file(reader: Reader, state: str) -> None:
    reader.open("many/checklists/")
    reader.page.evaluate(
        """async ([base, state]) => {
            const {store} = await import(`${base}many/assets/javascripts/store.js`);
            for (let n = 0; n < 500; n += 1) {
                store.put(`item:many:item-${n}`, {state: state === 'done' ? 'done' : ['doing', 'done', 'not-needed'][n % 3], digest: '', owner: '', due: '', note: ''});
            }
        }""",
        [reader.address, state],
    )
    reader.page.locator(".plan-part button").nth(-2).click()
    link = reader.page.locator(".plan-link input")
    refused = reader.page.locator(".plan-link [role=alert]")
    expect(link.or_(refused)).to_be_visible()
    if link.count():
        assert len(link.input_value()) <= 2000


def test_s31_a_link_of_the_small_plan_is_short(reader: Reader) -> None:
    fill_in(reader)
    assert len(share_link(reader)) < 150


def tampered(link: str, how: str) -> str:
    address, _, payload = link.partition("#plan=")
    place = {"date": 3, "list": 14}.get(how, len(payload) - 7)  # the last stands for a state
    changed = payload[:place] + ("A" if payload[place] != "A" else "B") + payload[place + 1 :]
    return {
        "date": f"{address}#plan={changed}",
        "list": f"{address}#plan={changed}",
        "state": f"{address}#plan={changed}",
        "cut off": f"{address}#plan={payload[:-5]}",
        "empty": f"{address}#plan=",
        "not base64": f"{address}#plan=%3Cscript%3E",
        "long": f"{address}#plan={payload * 200}",
    }[how]


@pytest.mark.parametrize("how", ["date", "list", "state", "cut off", "empty", "not base64", "long"])
def test_s32_a_tampered_link_is_refused_and_changes_nothing(reader: Reader, how: str) -> None:
    fill_in(reader)
    link = share_link(reader)
    before = reader.stored()
    reader.open(LIST)
    reader.page.goto(tampered(link, how))
    reader.wait()
    expect(reader.said("refused")).to_be_visible()
    expect(reader.page.locator("dialog")).to_have_count(0)
    assert reader.stored() == before


def test_s32_a_link_of_another_checklist_is_refused(reader: Reader) -> None:
    reader.open(PLAN)
    reader.box(LEASE).check()
    before = reader.stored()
    reader.page.goto(share_link(reader).replace("/1.0/", "/many/"))
    expect(reader.said("refused")).to_be_visible()
    assert reader.stored() == before


def test_what_is_loaded_only_when_used_is_not_loaded_before(reader: Reader) -> None:
    requests: list[str] = []
    reader.page.on("request", lambda request: requests.append(request.url))
    fill_in(reader)
    assert not [url for url in requests if "/vendor/" in url or "/exchange-" in url]
    reader.save_bytes(CSV)
    assert [url.rpartition("/")[2] for url in requests if "/vendor/" in url] == ["d3-dsv.js"]
