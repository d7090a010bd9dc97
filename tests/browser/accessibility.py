"""Look at the whole grid and write what axe-core found into the accessibility statement: `make accessibility`."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.axe import VERSION
from browser.conftest import ARGUMENTS
from browser.grid import Look, look_at_kinds, look_at_pages, reader, turns
from browser.kinds import LOCALES
from browser.serving import ROOT, serve
from chromium import find_chromium
from colabora.publishing.accessibility import FILE, Finding, Results, results_to_yaml

SITE = ROOT / "site"
ENGINE = f"axe-core {VERSION}"


def look_at_all(browser: Browser, site: str) -> Iterator[Look]:
    """Look at every kind of page in every state and at every page once, in the order of the languages."""
    for locale in LOCALES:
        context = reader(browser.new_context)
        yield from look_at_kinds(context.new_page(), site, locale)
        context.close()
        print(f"{locale}: kinds done", flush=True)
    for (locale, state), names in turns(SITE).items():
        context = reader(browser.new_context, state)
        yield from look_at_pages(context.new_page(), site, names, state)
        context.close()
        print(f"{locale}, {state}: {len(names)} pages done", flush=True)


def main() -> None:
    """Look, write the results, and say each finding."""
    with sync_playwright() as playwright, serve(SITE) as site:
        browser = playwright.chromium.launch(executable_path=find_chromium() or None, args=ARGUMENTS)
        looks = list(look_at_all(browser, site))
        browser.close()
    counts = Counter(finding.rule for look in looks for finding in look.findings)
    pages = sum(map(len, turns(SITE).values()))
    findings = [Finding(rule, nodes) for rule, nodes in sorted(counts.items())]
    results = Results(dt.datetime.now(dt.UTC).date().isoformat(), ENGINE, pages, len(looks), findings)
    (ROOT / FILE).parent.mkdir(exist_ok=True)
    (ROOT / FILE).write_text(results_to_yaml(results), encoding="utf-8")
    for fault in (fault for look in looks for fault in look.faults):
        print(fault)
    print(f"{pages} pages in {len(looks)} states, {counts.total()} findings: {FILE}")


if __name__ == "__main__":
    main()
