"""What must be quick also on a slow phone (a CPU slowed down four times)."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.checklists.reader import Reader, entry

PATH = "many/checklists/many/"
LIMIT = 100  # ms
MOST_TRIES = 20
READY = """
    new MutationObserver((_, observer) => {
        if (!document.querySelector('.checklist-count[role=status]')) return;
        window.ready = performance.now();
        observer.disconnect();
    }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['role']});
"""
# From the click to the frame that shows it.
TICK = """(number) => new Promise((resolve) => {
    const box = document.querySelectorAll('[data-item-id] input[type=checkbox]')[number];
    box.scrollIntoView({block: 'center'});
    requestAnimationFrame(() => setTimeout(() => {
        const start = performance.now();
        box.click();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    }));
})"""


FILL = """([count, text]) => {
    for (let n = 0; n < count; n += 1) localStorage.setItem(`colabora:1:item:list-${n % 40}:item-${n}`, text);
}"""


def quickest(reader: Reader, number: int) -> float:
    """Return what ticking an item takes: other work of the machine can only add to it, so the best of many tries."""
    best = math.inf
    for _ in range(MOST_TRIES):
        best = min(best, float(reader.page.evaluate(TICK, number)))
        if best < LIMIT:
            break
    return best


def slow_down(reader: Reader, times: int = 4) -> None:
    reader.context.new_cdp_session(reader.page).send("Emulation.setCPUThrottlingRate", {"rate": times})


@pytest.mark.parametrize("path", [PATH, "many/checklists/"])
def test_a_tick_among_600_items_paints_within_100_ms(reader: Reader, path: str) -> None:
    reader.open(path)
    slow_down(reader)
    assert max(quickest(reader, number) for number in (5, 305, 595)) < LIMIT


def test_s35_2000_stored_items_make_no_page_100_ms_slower(
    new_context: Callable[..., BrowserContext], small_site: str
) -> None:
    empty, full = Reader(new_context(), small_site), Reader(new_context(), small_site)
    for reader in (empty, full):
        reader.context.add_init_script(READY)
        reader.open("1.0/checklists/premises/")
        # Both have entered something, so that both load all there is.
        reader.box().check()
    full.page.evaluate(FILL, [2000, json.dumps(entry("done", 5, note="A note as people write them " * 3))])
    times: dict[Reader, list[float]] = {empty: [], full: []}
    for reader in (empty, full):
        slow_down(reader)
    # In turn, so that whatever else the machine does meets both.
    for _ in range(MOST_TRIES):
        for reader, taken in times.items():
            reader.reload()
            taken.append(float(reader.page.evaluate("window.ready")))
        if len(times[full]) >= 3 and min(times[full]) - min(times[empty]) <= LIMIT:
            break
    assert min(times[full]) - min(times[empty]) <= LIMIT
    expect(full.trouble("set-aside")).to_have_count(0)
