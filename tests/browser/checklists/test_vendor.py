"""Vendored libraries are what their notes say, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from browser.serving import ROOT

FOLDERS = sorted((ROOT / "overrides/assets/vendor").iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_vendored_script_has_its_checksum_and_licence_beside_it(folder: Path) -> None:
    note = (folder / "README.md").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.read_bytes()).hexdigest() for script in folder.rglob("*.js")]
    assert digests
    assert [digest for digest in digests if digest not in note] == []
    assert (folder / "LICENSE").is_file()
