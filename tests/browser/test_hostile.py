"""Hostile Markdown opened in a browser, with everything clicked and focused: nothing runs.

Two nets, each tried alone: what our Markdown makes of it, on a page without a policy, and the raw payload on a page
with the policy. Both together would hide a hole in one of them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from pathlib import Path

import markdown
import pytest
from playwright.sync_api import BrowserContext, Page

from browser.faults import Faults
from browser.serving import Handler, serve
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from hostile import PAYLOADS

# What a host is asked to send, and nothing beside it.
STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self';"
    " base-uri 'none'; form-action 'none'; object-src 'none'"
)
FRAME = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{}</title></head><body>{}</body></html>'
HOLD = """
    // Stay on the page; what a link would run, it runs.
    addEventListener('click', (event) => {
        const link = event.target.closest?.('a');
        const address = (link?.href?.baseVal ?? link?.href ?? '').trim().toLowerCase();
        if (link && !address.startsWith('javascript:')) event.preventDefault();
    }, true);
"""
TOUCH = """() => {
    for (const element of document.querySelectorAll('body, body *')) {
        element.focus?.();
        for (const name of ['pointerover', 'mouseover', 'mouseenter', 'pointerdown', 'mousedown', 'keydown', 'toggle']) {
            element.dispatchEvent(new Event(name, {bubbles: true}));
        }
        try { element.showPopover?.(); } catch { /* not a popover */ }
        element.click?.();
        element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
    }
}"""
# Pictures that do not load, media and frames have had their turn when the page has been idle once.
IDLE = "() => new Promise((done) => requestIdleCallback(() => setTimeout(done)))"
RAN = "() => window.__ran !== undefined"


class BareHandler(Handler):
    """Serves pages without any policy."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


class StrictHandler(Handler):
    """Serves pages with the policy a host is asked to send."""

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, STRICT if keyword == "Content-Security-Policy" else value)


def write_pages(folder: Path, render: Callable[[str], str]) -> Path:
    """Write a page for each payload, and the picture that some of them show."""
    (folder / "hall.jpg").touch()
    for number, (name, text, _) in enumerate(PAYLOADS):
        (folder / f"{number}.html").write_text(FRAME.format(html.escape(name), render(text)), encoding="utf-8")
    return folder


def ours(text: str) -> str:
    """Render as the site does."""
    return make_markdown(PageContext()).convert(text)


def raw(text: str) -> str:
    """Render as Python-Markdown does by itself, with the extensions that such payloads need."""
    return markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "fenced_code"])


def ran(page: Page, address: str) -> list[str]:
    """Return the payloads that run when their page is opened and everything on it is touched."""
    found = []
    for number, (name, _, _) in enumerate(PAYLOADS):
        page.goto(f"{address}{number}.html")
        page.evaluate(TOUCH)
        page.evaluate(IDLE)
        if page.evaluate(RAN):
            found.append(name)
    return found


@pytest.fixture
def reader(new_context: Callable[..., BrowserContext]) -> Iterator[tuple[Page, list[str]]]:
    """Open a page of a reader who stays on this machine, with what it asked others for."""
    context = new_context()
    context.add_init_script(HOLD)
    left: list[str] = []

    def refuse(url: str) -> bool:
        is_elsewhere = not url.startswith(("http://127.0.0.1:", "data:", "about:", "javascript:"))
        left.extend([url] if is_elsewhere else [])
        return is_elsewhere

    context.route(refuse, lambda route: route.abort())
    yield context.new_page(), left


def test_what_our_markdown_makes_of_a_payload_does_not_run_and_asks_nobody(
    reader: tuple[Page, list[str]], tmp_path: Path
) -> None:
    page, left = reader
    with serve(write_pages(tmp_path, ours), BareHandler) as address:
        assert ran(page, address) == []
    assert left == []


def test_the_policy_alone_stops_a_raw_payload(reader: tuple[Page, list[str]], tmp_path: Path, faults: Faults) -> None:
    page, _ = reader
    with serve(write_pages(tmp_path, raw), StrictHandler) as address:
        assert ran(page, address) == []
    faults.texts.clear()  # the browser says what it refused


def test_without_either_net_payloads_do_run(reader: tuple[Page, list[str]], tmp_path: Path, faults: Faults) -> None:
    page, _ = reader
    with serve(write_pages(tmp_path, raw), BareHandler) as address:
        assert len(ran(page, address)) > len(PAYLOADS) / 4
    faults.texts.clear()  # what ran or failed to load is not ours
