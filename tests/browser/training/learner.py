"""What a learner does with questions and lessons, and what is then stored and shown."""

from __future__ import annotations

import json
from typing import Any, cast

from playwright.sync_api import BrowserContext, Locator, expect

LESSON = "1.0/training/testing/deciding-by-a-number/"
SINGLE = "how-many-payers"
AWAKE = """async () => {
    await Promise.all([...document.querySelectorAll('colabora-question, colabora-note, colabora-lesson')].map((one) => one.wake?.()));
}"""


class Learner:
    """A reader with one page of the course open; `tab` opens another."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.page = context.new_page()

    def open(self, path: str = LESSON) -> Learner:
        """Open a page and wait until its questions are live."""
        self.page.goto(self.address + path)
        self.page.evaluate(AWAKE)
        return self

    def tab(self, path: str = LESSON) -> Learner:
        """Open another tab of the same reader."""
        return Learner(self.context, self.address).open(path)

    def question(self, identifier: str = SINGLE) -> Locator:
        """Return a question."""
        return self.page.locator(f'[data-question-id="{identifier}"]')

    def input(self, choice: str, identifier: str = SINGLE) -> Locator:
        """Return what a choice is answered with."""
        return self.question(identifier).locator(f'[data-choice-id="{choice}"] input')

    def check(self, identifier: str = SINGLE) -> None:
        """Press the button of a question."""
        self.question(identifier).locator(".question-actions button").first.click()

    def verdict(self, identifier: str = SINGLE) -> Locator:
        """Return the line that says whether an answer is right."""
        return self.question(identifier).locator(".question-verdict")

    def expect_verdict(self, is_right: bool, identifier: str = SINGLE) -> None:
        """Wait for a verdict."""
        expect(self.verdict(identifier)).to_have_attribute("data-right", "true" if is_right else "false")

    def value(self, name: str) -> dict[str, Any]:
        """Return an entry as it is stored."""
        text = self.page.evaluate("(key) => localStorage.getItem(key)", f"colabora:1:{name}")
        return cast(dict[str, Any], json.loads(text))

    def store(self, name: str, text: str) -> None:
        """Store a text behind the page's back."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"colabora:1:{name}", text])
