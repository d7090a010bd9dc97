"""Fixtures for all layers of tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEADER = "---\ntitle: {title}\ndescription: A page made for a test, long enough to pass.\n---\n"
Repository = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a function that writes files into a small repository with the real interface strings.

    A `.md` file that does not begin with `---` gets front matter of kind page with its own path as title.
    """

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "repository"
        if not root.exists():
            shutil.copytree(ROOT / "overrides" / "strings", root / "overrides" / "strings")
            (root / "docs" / "en").mkdir(parents=True)
        for name, content in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            header = ""
            if isinstance(content, str) and name.endswith(".md") and not content.startswith("---"):
                header = HEADER.format(title=name.removesuffix(".md").replace("/", " "))
            file.write_bytes(content if isinstance(content, bytes) else (header + content).encode())
        return root

    return write
