"""What pages complain about while a test looks at them."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page


class Faults:
    """Collects what pages complain about: uncaught errors and refused resources."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("pageerror", lambda error: self.texts.append(f"{page.url}: {error}"))
        page.on("console", self.hear)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep errors of the console, among them everything the policy refused."""
        # The tab's picture is asked for by the browser, when it likes: also after a test has taken the network away.
        is_offline = "favicon" in message.location["url"] and "ERR_INTERNET_DISCONNECTED" in message.text
        if message.type == "error" and not is_offline:
            self.texts.append(f"{message.location['url']}: {message.text}")
