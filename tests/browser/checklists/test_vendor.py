"""Vendored libraries are what their notes say, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from browser.serving import ROOT

FOLDERS = sorted((ROOT / "overrides/assets/vendor").iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_vendored_file_has_its_checksum_and_licence_beside_it(folder: Path) -> None:
    note = (folder / "README.md").read_text(encoding="utf-8")
    files = (file for file in folder.iterdir() if file.name not in ("README.md", "LICENSE"))
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    assert digests
    assert [digest for digest in digests if digest not in note] == []
    assert (folder / "LICENSE").is_file()
