"""The built site under two versions, as a host with several releases serves it, and a reader of its course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from browser.serving import serve
from browser.training.learner import Learner


@pytest.fixture(scope="session")
def versions(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site twice, as 1.0 and as 2.0."""
    folder = tmp_path_factory.mktemp("versions")
    for version in ("1.0", "2.0"):
        (folder / version).symlink_to(built_site, target_is_directory=True)
    with serve(folder) as address:
        yield address


@pytest.fixture
def learner(context: BrowserContext, versions: str) -> Learner:
    """Open a reader with nothing stored."""
    return Learner(context, versions)
