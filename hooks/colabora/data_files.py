"""Data files: what every file says of itself that people and programs take away, and how its texts are kept texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LICENCE = "CC BY-SA 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by-sa/4.0/"
# What a spreadsheet program takes for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Release:
    """What every data file says of itself, and where the site stands."""

    version: str
    generated: str
    site_name: str
    site_url: str
    licence: str = LICENCE

    def head(self) -> dict[str, str]:
        """Return what every JSON begins with."""
        return {"version": self.version, "generated": self.generated, "licence": self.licence}

    def absolute(self, address: str) -> str:
        """Return the whole web address of an address below the site."""
        return f"{self.site_url.rstrip('/')}/{address}"


def safe_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def to_json(value: Mapping[str, Any]) -> bytes:
    """Return a mapping as readable JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their address below a folder."""
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
