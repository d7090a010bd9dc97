"""Find Chromium for the browser tests, or install one; say in one line if neither works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Ways to get one, in order: Playwright's own build, then Debian's package for those who may install it.
INSTALLS = (
    (sys.executable, "-m", "playwright", "install", "chromium"),
    ("apt-get", "update", "-q"),
    ("apt-get", "install", "-y", "-q", "chromium"),
)


def find_chromium() -> str:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's own; empty if there is none."""
    named = os.environ.get("CHROMIUM", "")
    found = named or next(filter(None, map(shutil.which, NAMES)), "")
    if found:
        return found
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    return next((str(p) for p in sorted(cache.glob("chromium-*/chrome-linux*/chrome"))), "")


def install_chromium() -> str:
    """Try each way to install Chromium and return its path, or nothing."""
    for command in INSTALLS:
        print(f"No Chromium yet: trying {' '.join(command[-3:])} …", flush=True)
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=300)
        except (FileNotFoundError, subprocess.TimeoutExpired):
            continue
        if found := find_chromium():
            return found
    return ""


if __name__ == "__main__":
    chromium = find_chromium() or install_chromium()
    if not chromium:
        sys.exit("No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/chromium")
    print(f"Chromium: {chromium}")
