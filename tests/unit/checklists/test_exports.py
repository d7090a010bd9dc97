from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import TypeAdapter

from colabora.checklists.exports import (
    ChecklistsData,
    checklist_files,
    checklists_data,
    checklists_to_csv,
    data_schema,
)
from colabora.checklists.model import Checklist, Item
from colabora.data_files import FORMULA_STARTS, Release, safe_text
from colabora.kinds import Kind, Role, Stage
from colabora.knowledge_base import KnowledgeBase

RELEASE = Release("1.2.3", "2026-11-24T08:00:00Z", "CoLabora", "https://example.org/guide/")
HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("https://evil.example")',
    "'quoted",
]


@pytest.fixture(scope="module")
def files(world: KnowledgeBase) -> dict[str, bytes]:
    return checklist_files(world, RELEASE)


@pytest.fixture
def hostile(world: KnowledgeBase) -> KnowledgeBase:
    """A knowledge base whose every text would be a formula, were it not kept from it."""
    items = tuple(Item(f"item-{n}", text, text) for n, text in enumerate(HOSTILE))
    lists = {"hostile": Checklist("hostile", HOSTILE[0], "checklists/hostile.md", Stage.SHAPE, items)}
    return replace(world, checklists=dict.fromkeys(world.locales, lists))


def sheet_of(content: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_every_language_has_json_csv_and_a_spreadsheet(files: dict[str, bytes]) -> None:
    own = {f"data/{x}/checklists.{kind}" for x in ("en", "lv", "de", "fr", "es") for kind in ("json", "csv", "xlsx")}
    schemas = {f"data/schema/{kind}.json" for kind in (*Kind, "checklists")}
    assert set(files) == own | schemas


def test_json_says_what_it_is_and_holds_every_item(files: dict[str, bytes]) -> None:
    data = json.loads(files["data/en/checklists.json"])
    assert {k: data[k] for k in ("version", "generated", "licence", "locale")} == {
        "version": "1.2.3", "generated": "2026-11-24T08:00:00Z", "licence": "CC BY-SA 4.0", "locale": "en",
    }  # fmt: skip
    premises = next(c for c in data["checklists"] if c["id"] == "premises")
    assert {k: premises[k] for k in ("title", "stage", "page")} == {
        "title": "Before you sign", "stage": "shape", "page": "checklists/premises/",
    }  # fmt: skip
    item = dict(premises["items"][1])
    assert len(item.pop("digest")) == 8
    assert item == {
        "id": "fire-rules", "text": "Get the fire rules in writing", "details": "A letter helps later.", "role": "owner",
        "due_days": -80, "needs": ["internet-speed"],
    }  # fmt: skip


def test_an_item_that_is_not_translated_is_marked_as_english(files: dict[str, bytes]) -> None:
    data = json.loads(files["data/lv/checklists.json"])
    premises, released = (next(c for c in data["checklists"] if c["id"] == x) for x in ("premises", "released"))
    assert premises["page"] == "lv/checklists/premises/"
    assert ["lang" in premises, *("lang" in i for i in premises["items"])] == [False, False, True, False]
    assert (released["lang"], released["items"][0]["lang"]) == ("en", "en")


def test_digests_are_the_same_in_every_language(files: dict[str, bytes]) -> None:
    def digests(locale: str) -> list[str]:
        data = json.loads(files[f"data/{locale}/checklists.json"])
        return [item["digest"] for c in data["checklists"] for item in c["items"]]

    assert len(digests("en")) == 4
    assert {tuple(digests(x)) for x in ("lv", "de", "fr", "es")} == {tuple(digests("en"))}


def test_lists_are_in_the_order_of_the_stages(world: KnowledgeBase) -> None:
    lists = {s: Checklist(s, s, f"checklists/{s}.md", Stage(s)) for s in ("test", "last", "spark")}
    base = replace(world, checklists={"en": lists})
    assert [c.id for c in checklists_data(base, "en", RELEASE).checklists] == ["spark", "test", "last"]


def test_the_data_fit_their_own_schema(files: dict[str, bytes]) -> None:
    schema = json.loads(files["data/schema/checklists.json"])
    assert (schema["$schema"], schema["version"]) == ("https://json-schema.org/draft/2020-12/schema", "1.2.3")
    assert schema["properties"].keys() == data_schema()["properties"].keys()
    assert schema["additionalProperties"] is False
    for locale in ("en", "lv"):
        TypeAdapter(ChecklistsData).validate_json(files[f"data/{locale}/checklists.json"])


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_page_has_a_schema(kind: Kind, files: dict[str, bytes]) -> None:
    schema = json.loads(files[f"data/schema/{kind}.json"])
    assert {"title", "description"} <= set(schema["required"])
    assert schema["licence"] == "CC BY-SA 4.0"


def test_csv_is_read_back_as_it_was_meant(files: dict[str, bytes]) -> None:
    rows = rows_of(files["data/lv/checklists.csv"])
    row = next(r for r in rows if r["item"] == "fire-rules")
    assert (row["list"], row["due_days"], row["needs"], row["lang"]) == ("premises", "-80", "internet-speed", "en")
    assert row["url"] == "https://example.org/guide/lv/checklists/premises/#item--premises--fire-rules"
    assert {r["lang"] for r in rows if r["item"] == "lease"} == {"lv"}
    assert files["data/lv/checklists.csv"].count(b"\r\n") >= len(rows) + 1


def test_no_value_of_the_csv_begins_a_formula(hostile: KnowledgeBase) -> None:
    rows = rows_of(checklists_to_csv(checklists_data(hostile, "en", RELEASE), RELEASE).encode())
    assert len(rows) == len(HOSTILE)
    for row in rows:
        for key, value in row.items():
            assert key == "due_days" or not value.startswith(FORMULA_STARTS), (key, value)
    assert [r["text"].removeprefix("'") for r in rows] == [Item("x", t).plain.removeprefix("'") for t in HOSTILE]


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_a_text_that_begins_like_a_formula_is_set_off(text: str) -> None:
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Measure", "", "a=b", "3 keys", "“=”"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_no_cell_of_the_spreadsheet_is_a_formula(hostile: KnowledgeBase) -> None:
    content = checklist_files(hostile, RELEASE)["data/en/checklists.xlsx"]
    cells = [c for row in sheet_of(content).iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "n"}
    texts = [c for c in cells if isinstance(c.value, str) and c.value.startswith(FORMULA_STARTS)]
    assert {str(c.value) for c in texts} >= {Item("x", t).plain for t in HOSTILE[:-1] if t[0] not in "\t\r"}
    assert all(c.quotePrefix for c in texts)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<f " not in sheet


def test_the_spreadsheet_is_ready_to_print_and_to_fill_in(files: dict[str, bytes], world: KnowledgeBase) -> None:
    sheet = sheet_of(files["data/lv/checklists.xlsx"])
    t = world.strings["lv"]
    head = [c.value for c in sheet[4]]
    assert head[:4] == [t(f"sheet.{x}") for x in ("stage", "list", "number", "item")]
    assert sheet["A1"].value == t("sheet.title") == sheet.title
    assert "1.2.3" in str(sheet["A2"].value)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:O8")
    assert sheet.print_title_rows in ("4:4", "$4:$4")
    assert str(sheet.print_area).endswith("$A$1:$L$8")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == (
        "landscape",
        0,
        9,
    )
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["E"].width >= 40
    assert all(c.alignment.wrap_text for c in sheet[6])
    (states,) = sheet.data_validations.dataValidation
    assert t("checklist.state-done") in str(states.formula1)


def test_a_row_of_the_spreadsheet_tells_all_about_an_item(files: dict[str, bytes], world: KnowledgeBase) -> None:
    sheet = sheet_of(files["data/lv/checklists.xlsx"])
    rows = [
        dict(zip([c.value for c in sheet[4]], [c.value for c in row], strict=True))
        for row in sheet.iter_rows(min_row=5)
    ]
    t = world.strings["lv"]
    row = next(r for r in rows if r[t("sheet.item-id")] == "lease")
    assert row[t("sheet.item")] == "Parakstiet nomas līgumu"
    assert row[t("sheet.number")] == 3
    assert row[t("sheet.role")] == t(f"role.{Role.MANAGER}")
    assert row[t("sheet.due")] == t.count("checklist.due-before-weeks", 10)
    assert str(row[t("sheet.needs")]).split("\n")[1] == "Get the fire rules in writing"
    assert row[t("sheet.link")] == "https://example.org/guide/lv/checklists/premises/#item--premises--lease"
    assert row[t("sheet.state")] is None


def test_two_builds_write_the_same_bytes(world: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    def digests() -> dict[str, str]:
        return {name: hashlib.sha256(content).hexdigest() for name, content in checklist_files(world, RELEASE).items()}

    first = digests()
    # ZIP archives hold local time, in steps of two seconds: somewhere else it is another hour.
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 0, 0, 0))
    assert digests() == first


def test_the_spreadsheet_carries_the_moment_of_the_build_and_no_other(files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(files["data/en/checklists.xlsx"]))
    assert book.properties.created == book.properties.modified
    assert str(book.properties.modified).startswith("2026-11-24 08:00:00")
    with zipfile.ZipFile(io.BytesIO(files["data/en/checklists.xlsx"])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
