"""A slow phone on a weak line: takes in an address, spits out what opening it weighs and how soon it is there.

The line is slow 4G as Lighthouse 13 applies it (1.6 Mbit/s less a tenth, 150 ms less what is lost to the throttling
itself, times 3.75), the processor four times slower than this one. The server sends brotli, as a host is asked to.
"""

from __future__ import annotations

import contextlib
import functools
import mimetypes
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import BrowserContext, Page, Response

from browser.serving import Handler, serve

LINE = {
    "offline": False,
    "latency": 562.5,  # ms
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,  # bytes a second
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
SLOWER = 4
SCREEN = {"width": 360, "height": 740}
COMPRESSED = ("text/", "application/json", "application/wasm", "image/svg+xml")
WATCH = """
    window.measured = {blocking: 0, tasks: [], shift: 0, moved: [], paint: 0, largest: ''};
    const watch = (type, read) => new PerformanceObserver((list) => list.getEntries().forEach(read))
        .observe({type, buffered: true});
    watch('longtask', ({duration}) => {
        measured.blocking += duration - 50;
        measured.tasks.push(Math.round(duration));
    });
    watch('layout-shift', ({value, sources}) => {
        measured.shift += value;
        measured.moved.push(...sources.map(({node}) => node?.outerHTML?.slice(0, 80) ?? ''));
    });
    watch('largest-contentful-paint', ({startTime, element}) => {
        measured.paint = startTime;
        measured.largest = element?.outerHTML?.slice(0, 80) ?? '';
    });
"""
# Two frames later everything that loading caused has been painted and observed.
SETTLED = """() => new Promise((done) => {
    const look = () => (measured.paint ? done(measured) : requestAnimationFrame(look));
    requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look))));
})"""


@functools.cache
def compressed(path: Path) -> bytes:
    """Return a file as a host would send it."""
    return bytes(brotli.compress(path.read_bytes(), quality=9))


class BrotliHandler(Handler):
    """Serves files compressed; what has a fingerprint in its name may be kept for ever."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = mimetypes.guess_type(path.name)[0] or ""
        if not path.is_file() or not kind.startswith((*COMPRESSED, "application/javascript")):
            return super().do_GET()
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        is_named_by_content = "/assets/" in self.path
        self.send_header("Cache-Control", "max-age=31536000, immutable" if is_named_by_content else "no-cache")
        self.end_headers()
        self.wfile.write(body)
        return None


@contextlib.contextmanager
def serve_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder as a host would and yield its address."""
    with serve(folder, BrotliHandler) as address:
        yield address


@dataclass(frozen=True)
class Visit:
    """What opening a page took: bytes of each file (without pictures), requests, and times in ms."""

    files: Mapping[str, int]
    requests: int
    blocking: float
    shift: float
    paint: float
    seen: Mapping[str, Any] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """Return the bytes of all files."""
        return sum(self.files.values())


class Phone:
    """A reader's phone with one page; what it has fetched it keeps."""

    def __init__(self, new_context: Callable[..., BrowserContext], *, is_slow: bool = True) -> None:
        self.context = new_context(viewport=SCREEN)
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.answers: list[Response] = []
        # Playwright 1.65 takes no built-in method as a listener.
        self.page.on("response", lambda answer: self.answers.append(answer))  # noqa: PLW0108
        self.kept: set[str] = set()
        if is_slow:
            session = self.context.new_cdp_session(self.page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", LINE)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def open(self, address: str) -> Visit:
        """Open a page and return what it took."""
        self.answers.clear()
        self.page.goto(address)
        seen = self.page.evaluate(SETTLED)
        answers = [answer for answer in self.answers if answer.url not in self.kept]
        weighed = [answer for answer in answers if answer.request.resource_type != "image"]
        files = {a.url.removeprefix(address) or "page": int(a.headers.get("content-length", 0)) for a in weighed}
        self.kept |= {answer.url for answer in answers if "immutable" in answer.headers.get("cache-control", "")}
        return Visit(files, len(answers), seen["blocking"], seen["shift"], seen["paint"], seen)
