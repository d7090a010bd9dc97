"""Contrast that axe-core cannot decide, measured in the picture of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from browser.contrast import measure_undecided
from browser.grid import reader
from browser.kinds import KINDS, SCHEMES, WIDTHS, State, address, open_page


@pytest.mark.parametrize("width", WIDTHS)
def test_text_that_axe_cannot_judge_stands_out_from_what_is_behind_it(
    new_context: Callable[..., BrowserContext], site_address: str, width: int
) -> None:
    context = reader(new_context, State("light", width))
    page, scratch = context.new_page(), context.new_page()
    faint, measured = [], 0
    for kind in KINDS:
        open_page(page, site_address + address(kind))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = measure_undecided(page, scratch)
            measured += len(found)
            faint += [f"{kind} ({scheme}): {one}" for one in found if one.contrast < one.needed]
    assert faint == []
    assert measured > len(KINDS)  # the probe sees something


def test_the_probe_tells_faint_text_from_clear_text(context: BrowserContext) -> None:
    page, scratch = context.new_page(), context.new_page()
    page.set_content(
        """<title>x</title><main><h1>x</h1><div style="background: linear-gradient(#fff, #eee)">
        <p style="color: #999">Faint</p><p style="color: #333">Clear</p><p style="color: #888; font-size: 30px">Large</p>
        </div></main>"""
    )
    found = {one.html.split(">")[1].split("<")[0]: one for one in measure_undecided(page, scratch)}
    assert {name: one.contrast < one.needed for name, one in found.items()} == {
        "Faint": True,
        "Clear": False,
        "Large": False,
    }
