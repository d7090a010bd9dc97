"""Take pictures of every kind of page, to be looked at: `make screenshots` writes them into screenshots/."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import ARGUMENTS
from browser.kinds import KINDS, SCHEMES, address
from browser.serving import ROOT, serve
from chromium import find_chromium

WIDTHS = (360, 1280)
LANGUAGES = ("en", "lv")
SITE = ROOT / "site"
PICTURES = ROOT / "screenshots"


def main() -> None:
    """Photograph each kind in two languages, two widths and two schemes, whole."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, serve(SITE) as site:
        browser = playwright.chromium.launch(executable_path=find_chromium() or None, args=ARGUMENTS)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for kind, locale in itertools.product(KINDS, LANGUAGES):
                answer = page.goto(site + address(kind, locale))
                if answer is None or not answer.ok:
                    sys.exit(f"{address(kind, locale)} is not there: does kinds.py name a page that moved?")
                page.screenshot(path=PICTURES / f"{kind}-{locale}-{width}-{scheme}.png", full_page=True)
            context.close()
            print(f"{width} px, {scheme}: done", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
