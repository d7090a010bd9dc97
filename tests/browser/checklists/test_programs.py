"""Spreadsheets opened by LibreOffice: what people get to see of the file the build writes and of one's own."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from browser.checklists.reader import PLAN, Reader

pytestmark = pytest.mark.programs

# Comma, double quotes, UTF-8, from the first line, texts as they are shown.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
HEADER_ROW = 3
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")')


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[bytes], list[list[str]]]:
    """Return a function that opens a workbook in LibreOffice and returns the cells as it shows them."""

    def open_workbook(content: bytes) -> list[list[str]]:
        book = tmp_path / "plan.xlsx"
        book.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", AS_CSV, "--outdir", str(tmp_path), str(book)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with book.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    return open_workbook


@pytest.mark.parametrize("locale", ["en", "lv"])
def test_the_published_workbook_shows_every_item(
    built_site: Path, opened: Callable[[bytes], list[list[str]]], locale: str
) -> None:
    folder = built_site / "data" / locale
    rows = opened((folder / "checklists.xlsx").read_bytes())
    data = json.loads((folder / "checklists.json").read_text(encoding="utf-8"))
    items = [
        (one["title"], str(n), i["text"], i["details"])
        for one in data["checklists"]
        for n, i in enumerate(one["items"], 1)
    ]
    assert [tuple(row[1:5]) for row in rows[HEADER_ROW + 1 :]] == items
    assert [tuple(row[-2:]) for row in rows[HEADER_ROW + 1 :]] == [
        (one["id"], i["id"]) for one in data["checklists"] for i in one["items"]
    ]


def test_ones_own_workbook_shows_what_was_entered_and_runs_nothing(
    reader: Reader, opened: Callable[[bytes], list[list[str]]]
) -> None:
    reader.open(PLAN)
    reader.page.locator(".plan-day input").fill("2027-05-01")
    names = ["must-haves", "internet-speed", "fire-rules", "lease", "name-plate"]
    for name, note in zip(names, DANGEROUS, strict=True):
        reader.form(f"premises:{name}").locator("textarea").fill(note)
    reader.form().locator("input[type=text]").fill("Ilze Ā.")
    reader.form().locator("select").select_option("doing")
    rows = opened(reader.save_bytes(1))
    assert rows[0][:8] == ["Checklist", "Stage", "Item", "Who", "State", "Due", "Note", "Link"]
    own = {row[8]: row for row in rows[1:]}
    assert len(own) == 10
    assert [own[f"premises:{name}"][6] for name in names] == list(DANGEROUS)
    assert own["premises:internet-speed"][:6] == [
        "Before you sign",
        "Shape",
        "Measure the internet speed",
        "Ilze Ā.",
        "In progress",
        "2027-01-31",
    ]
