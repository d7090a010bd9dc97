"""What stays when something is taken away: JavaScript, storage, the network."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from browser.faults import Faults
from browser.kinds import KINDS, address, open_page
from browser.traffic import Traffic, kept

NARROW = {"viewport": {"width": 320, "height": 740}, "reduced_motion": "reduce"}
DENY_STORAGE = """
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
            get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
        });
    }
    Object.defineProperty(Document.prototype, 'cookie', {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
        set() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
    });
"""


def use(page: Page) -> None:
    """Do what a reader does on every page: menu, languages, a fold, a link to a section, a look at another page."""
    page.locator(".menu-open").click()
    expect(page.locator("#md-menu a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#md-menu")).to_be_hidden()
    page.locator(".languages-open").click()
    expect(page.locator(".languages a").first).to_be_visible()
    page.keyboard.press("Escape")
    for fold in page.locator("main summary:visible").all()[:3]:
        fold.click()
    for link in page.locator("main a[href^='#']:visible").all()[:2]:
        link.click()
    page.locator("main a[href]:visible").last.hover()


def test_without_javascript_every_kind_of_page_reads_and_opens(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    context = new_context(java_script_enabled=False, **NARROW)
    traffic = Traffic(context, site_address)
    page = context.new_page()
    for kind in KINDS:
        page.goto(site_address + address(kind, "lv"))
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".scheme-open")).to_be_hidden()  # it would choose in vain
        use(page)
        words = len(page.locator("main").inner_text().split())
        assert words > 20, kind
    assert traffic.faults == []


def test_without_javascript_no_control_of_a_list_pretends_to_work(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for kind in ("checklist", "my-plan", "stage"):
        page.goto(site_address + address(kind))
        assert page.locator("[data-item-id], .plan-list").count() > 0
        assert page.locator("main button:visible, main select:visible, main textarea:visible").count() == 0


def test_with_storage_denied_every_kind_of_page_works(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    context = new_context(**NARROW)
    context.add_init_script(DENY_STORAGE)
    page = context.new_page()
    for kind in KINDS:
        open_page(page, site_address + address(kind))
        use(page)
        page.locator(".scheme-open").click()
        page.locator(".scheme input[value=dark]").check()
        page.keyboard.press("Escape")
        expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_with_storage_denied_a_tick_stays_on_the_page_and_the_reader_is_told(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    context = new_context()
    context.add_init_script(DENY_STORAGE)
    page = context.new_page()
    open_page(page, site_address + address("checklist"))
    box = page.locator("[data-item-id] input[type=checkbox]").first
    box.check()
    expect(box).to_be_checked()
    expect(page.locator("[data-trouble=denied]").first).to_be_visible()


def test_without_network_after_loading_every_kind_of_page_works(
    new_context: Callable[..., BrowserContext], site_address: str, faults: Faults
) -> None:
    context = new_context(**NARROW)
    page = context.new_page()
    for kind in KINDS:
        context.set_offline(False)
        open_page(page, site_address + address(kind, "lv"))
        context.set_offline(True)
        use(page)
    context.set_offline(False)
    open_page(page, site_address + address("checklist", "lv"))
    context.set_offline(True)
    box = page.locator("[data-item-id] input[type=checkbox]").first
    box.check()
    expect(box).to_be_checked()
    # What is fetched only when it is wanted does not come; that no script fails over it is held.
    faults.texts[:] = [text for text in faults.texts if "ERR_INTERNET_DISCONNECTED" not in text]


def test_what_a_reader_does_asks_nobody_else_and_keeps_only_what_was_chosen(
    new_context: Callable[..., BrowserContext], site_address: str
) -> None:
    context = new_context(**NARROW)
    traffic = Traffic(context, site_address)
    page = context.new_page()
    for kind in KINDS:
        open_page(page, site_address + address(kind))
        use(page)
        assert kept(page) == [], kind
    assert traffic.faults == []
    open_page(page, site_address + address("checklist"))
    page.locator("[data-item-id] input[type=checkbox]").first.check()
    assert all(one.startswith("localStorage colabora:1:") for one in kept(page))
    assert kept(page)
