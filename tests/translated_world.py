"""The small world with a page of rooms, in English and four translations, stamped or not."""

from __future__ import annotations

import shutil
from pathlib import Path

from colabora.cli import main

from conftest import ROOT
from small_world import make_world

TRANSLATIONS = ROOT / "tests" / "cases" / "translations" / "world"
LOCALES = ("lv", "de", "fr", "es")
ROOMS = "about/rooms.md"
LIST = "checklists/premises.md"
LESSON = "training/testing/signs.md"


def make_translated_world(root: Path, *, stamped: bool = True) -> Path:
    """Write the world with its translations into an empty folder."""
    make_world(root)
    shutil.copytree(TRANSLATIONS, root, dirs_exist_ok=True)
    if stamped:
        assert main(["--root", str(root), "translations", "stamp", *LOCALES]) == 0
    return root


def edit(file: Path, old: str, new: str) -> int:
    """Replace a text that stands in a file once; return its line."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
