"""Traffic: what pages of a reader ask for, what is refused, and what they leave behind in the browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, Request, Response

# What a page can keep: cookies are asked of the context.
KEPT = """async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({name}) => `IndexedDB ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({scope}) => `service worker ${scope}`),
]"""


class Traffic:
    """Listens to all pages of a context; `faults` says what should not be."""

    def __init__(self, context: BrowserContext, site_address: str) -> None:
        self.context = context
        self.site_address = site_address
        self.faults: list[str] = []
        self.requests = 0
        context.on("request", self._ask)
        context.on("response", self._answer)
        context.on("requestfailed", self._fail)

    def _add(self, request: Request, what: str) -> None:
        page = request.frame.url if not request.service_worker else ""
        self.faults.append(f"{page.removeprefix(self.site_address)} asks for {request.url}: {what}")

    def _ask(self, request: Request) -> None:
        self.requests += 1
        if not request.url.startswith((self.site_address, "data:")):
            self._add(request, "leaves the site")

    def _fail(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what was fetched ahead is given up where a reader goes elsewhere
            self._add(request, f"failed: {request.failure}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self._add(response.request, str(response.status))


def kept(page: Page) -> list[str]:
    """Return what a page of the site has left in the browser."""
    cookies = [f"cookie {cookie.get('name')}" for cookie in page.context.cookies()]
    return cookies + list(page.evaluate(KEPT))
