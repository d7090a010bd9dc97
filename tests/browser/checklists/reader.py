"""What a reader does with lists and the plan, and what is then stored and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

LIST = "1.0/checklists/premises/"
PLAN = "1.0/checklists/"
SPEED = "item:premises:internet-speed"
AWAKE = """async () => {
    for (const list of document.querySelectorAll('colabora-checklist')) await list.wake();
    (await document.querySelector('colabora-plan')?.wake())?.unfold();
    for (const fold of document.querySelectorAll('.plan-filter, .plan-exchange')) fold.open = true;
}"""
# What a question sets off is over when the next frame has been painted.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


class Reader:
    """A reader with one page of the small site open; `tab` opens another."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.page = context.new_page()

    def tab(self, path: str) -> Reader:
        """Open another tab of the same reader."""
        other = Reader(self.context, self.address)
        other.open(path)
        return other

    def open(self, path: str = LIST) -> None:
        """Open a page and wait until its lists are alive."""
        self.page.goto(self.address + path)
        self.wait()

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()
        self.wait()

    def wait(self) -> None:
        """Wake what sleeps until it is wanted, unfold the plan's lists, and wait until they have drawn."""
        self.page.evaluate(AWAKE)
        expect(self.page.locator(".checklist-count[role=status]").first).to_be_attached()
        self.page.evaluate(SETTLED)

    def item(self, name: str) -> Locator:
        """Return an item's element by `list:item`."""
        list_id, item_id = name.removeprefix("item:").split(":")
        return self.page.locator(f'[data-checklist-id="{list_id}"] [data-item-id="{item_id}"]')

    def box(self, name: str = SPEED) -> Locator:
        """Return an item's checkbox."""
        return self.item(name).get_by_role("checkbox")

    def form(self, name: str = SPEED) -> Locator:
        """Open an item's state, person, date and note."""
        details = self.item(name).locator("details")
        if details.get_attribute("open") is None:
            details.locator("summary").click()
        return details

    def count(self, list_id: str = "premises") -> list[int]:
        """Return the numbers that a list's count shows."""
        text = self.page.locator(f'[data-checklist-id="{list_id}"] .checklist-count').inner_text()
        return [int(word) for word in text.split() if word.isdigit()]

    def stored(self) -> dict[str, str]:
        """Return everything stored for this address."""
        return cast(dict[str, str], self.page.evaluate("() => ({...localStorage})"))

    def value(self, name: str = SPEED) -> dict[str, Any]:
        """Return an entry as it is stored."""
        return cast(dict[str, Any], json.loads(self.stored()[f"colabora:1:{name}"]))

    def store(self, key: str, text: str) -> None:
        """Store a text behind the page's back, as an earlier visit or a fault would have."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])

    def trouble(self, kind: str) -> Locator:
        """Return the message about a trouble."""
        return self.page.locator(f'.plan-message[data-trouble="{kind}"]')

    def said(self, kind: str = "done") -> Locator:
        """Return the message about what was done."""
        return self.page.locator(f'.plan-message[data-said="{kind}"]')

    def save(self, number: int) -> Download:
        """Press one of the buttons that save a file: 0 JSON, 1 XLSX, 2 CSV, 3 ICS."""
        with self.page.expect_download() as download:
            self.page.locator(".plan-downloads button").nth(number).click()
        return download.value

    def save_bytes(self, number: int) -> bytes:
        """Save a file and return what is in it."""
        return Path(self.save(number).path()).read_bytes()

    def bring_back(self, name: str, content: bytes) -> None:
        """Choose a file to bring back."""
        self.page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )

    def answer(self, number: int = 0) -> None:
        """Press a button of the open dialog."""
        self.page.locator(".plan-dialog .plan-answers button").nth(number).click()
        expect(self.page.locator(".plan-dialog")).to_have_count(0)

    @property
    def dialog(self) -> Locator:
        """Return the open dialog."""
        return self.page.locator("dialog[open]")

    @property
    def changes(self) -> Locator:
        """Return the changes that the open dialog shows."""
        return self.dialog.locator(".plan-changes > li")


def progress(entries: dict[str, dict[str, Any]]) -> bytes:
    """Write a backup file by hand."""
    return json.dumps({"format": "colabora-progress", "schema": 1, "entries": entries}, ensure_ascii=False).encode()


def entry(state: str, at: int, **more: object) -> dict[str, Any]:
    """Write an item's value by hand."""
    return {"state": state, "at": at, "digest": "", "owner": "", "due": "", "note": "", **more}


def tick_in(page: Page, first: int, last: int) -> None:
    """Start ticking items, five a task, without waiting for it; `data-ticked` on the body tells when it is over."""
    page.evaluate(
        """([first, last]) => {
            const boxes = [...document.querySelectorAll('[data-item-id] input[type=checkbox]')].slice(first, last);
            const next = () => {
                for (const box of boxes.splice(0, 5)) box.click();
                if (boxes.length) setTimeout(next, 0);
                else document.body.dataset.ticked = '';
            };
            next();
        }""",
        [first, last],
    )
