"""Look at the whole grid and write what axe-core found into the accessibility statement: `make accessibility`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.axe import VERSION
from browser.conftest import ARGUMENTS
from browser.grid import Look, look_at_kinds, look_at_pages, reader, turns
from browser.kinds import LOCALES, STATES
from browser.serving import ROOT, serve
from chromium import find_chromium
from colabora.publishing.accessibility import FILE, Finding, Results, results_to_yaml

SITE = Path(os.environ.get("BUILT_SITE", ROOT / "site"))
ENGINE = f"axe-core {VERSION}"


def look_at(locale: str) -> list[Look]:
    """Look at every kind of page of a language in every state, and at every page once."""
    looks: list[Look] = []
    with sync_playwright() as playwright, serve(SITE) as site:
        browser = playwright.chromium.launch(executable_path=find_chromium() or None, args=ARGUMENTS)
        looks += look_at_kinds(reader(browser.new_context).new_page(), site, locale)
        for state in STATES:
            names = turns(SITE)[locale, state]
            looks += look_at_pages(reader(browser.new_context, state).new_page(), site, names, state)
        browser.close()
    print(f"{locale}: {len(looks)} looks", flush=True)
    return looks


def main() -> None:
    """Look, two languages at a time, write the results, and say each finding."""
    with ProcessPoolExecutor(2) as pool:
        looks = [look for some in pool.map(look_at, LOCALES) for look in some]
    counts = Counter(finding.rule for look in looks for finding in look.findings)
    findings = [Finding(rule, nodes) for rule, nodes in sorted(counts.items())]
    pages = sum(map(len, turns(SITE).values()))
    results = Results(dt.datetime.now(dt.UTC).date().isoformat(), ENGINE, pages, len(looks), findings)
    (ROOT / FILE).parent.mkdir(exist_ok=True)
    (ROOT / FILE).write_text(results_to_yaml(results), encoding="utf-8")
    print("\n".join(fault for look in looks for fault in look.faults))
    print(f"{pages} pages in {len(looks)} states, {counts.total()} findings: {FILE}")


if __name__ == "__main__":
    main()
