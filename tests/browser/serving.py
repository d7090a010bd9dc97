"""A static server for tests: a folder on a free port of this machine, with the headers a host is asked to send."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What a host is asked to send (architecture.md, quality.md row 10).
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; object-src 'none'"


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the site's content security policy and says nothing."""

    protocol_version = "HTTP/1.1"  # one connection for a page's many modules
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".md": "text/markdown"}

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it so)
        return


@contextlib.contextmanager
def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """Serve a folder on a free port of this machine and yield its address, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
