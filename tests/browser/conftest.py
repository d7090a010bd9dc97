"""Fixtures for every browser test: a built site on this machine, a Chromium, and pages that must not fail in silence."""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.faults import Faults
from browser.serving import ROOT, serve
from chromium import find_chromium

__all__ = ["Faults"]  # tests name the type of the fixture by it

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 20_000  # ms; costs nothing where all is well, and saves a test on a busy machine
expect.set_options(timeout=PATIENCE)


@contextlib.contextmanager
def once_for_all_workers(folder: Path, name: str) -> Iterator[Path | None]:
    """Yield a place to build in for the first worker that comes, None for those that find it built."""
    folder.mkdir(parents=True, exist_ok=True)
    place, done = folder / name, folder / f"{name}.done"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            yield None
        else:
            yield place
            done.touch()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def built_site(shared_folder: Path) -> Path:
    """Build the site once a run, or take the one that BUILT_SITE names, and return its folder."""
    if given := os.environ.get("BUILT_SITE"):
        return Path(given)
    with once_for_all_workers(shared_folder, "site") as place:
        if place:
            environment = {**os.environ, "SITE_DIR": str(place), "LENIENT": "1", "NO_MKDOCS_2_WARNING": "1"}
            command = [sys.executable, "-m", "mkdocs", "build", "-q"]
            subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return shared_folder / "site"


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Serve the built site."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one Chromium a worker: the system's, or Playwright's own where there is none."""
    with sync_playwright() as playwright:
        # Playwright turns the back/forward cache off; readers have it on, and it has to be tested.
        browser = playwright.chromium.launch(
            executable_path=find_chromium() or None,
            args=ARGUMENTS,
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Fail a test whose pages threw an error, at its end."""
    found = Faults()
    yield found
    assert found.texts == []


@pytest.fixture
def new_context(chromium: Browser, faults: Faults) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a reader of its own, with a storage of its own, and takes Playwright's options."""
    contexts: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        context = chromium.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Riga", **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        context.on("page", faults.watch)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    """Open a reader."""
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Open a page of that reader."""
    return context.new_page()
