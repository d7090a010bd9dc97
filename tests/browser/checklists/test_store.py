from __future__ import annotations

from browser.checklists.reader import Reader
from playwright.sync_api import expect


def test_s01_tick_and_reload(reader: Reader) -> None:
    reader.open()
    reader.box().check()
    reader.reload()
    expect(reader.box()).to_be_checked()
    assert reader.value()["state"] == "done"
