"""axe-core over My plan and a list in every state, language and scheme: folded, unfolded, asking, finished."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.axe import find
from browser.checklists.reader import SPEED, Reader, entry, progress
from browser.checklists.states import FILL, entries_of
from browser.kinds import SCHEMES

LOCALES = ("", "lv/", "de/", "fr/", "es/")
IS_OURS = """(where) =>
    !!document.querySelector(where)?.closest('colabora-plan, colabora-checklist, dialog, .plan-messages')"""
NEWER = 4_000_000_000_000  # ms: later than any clock of these tests


def faults_in(page: Page, state: str) -> list[str]:
    """Return what axe-core finds in lists, plan and dialogs, in both schemes; the frame has tests of its own."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        found += [f"{state}, {scheme}: {one}" for one in find(page) if page.evaluate(IS_OURS, one.where)]
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_the_plan_is_accessible_in_every_state(
    new_context: Callable[..., BrowserContext], site_address: str, built_site: Path, locale: str
) -> None:
    reader = Reader(new_context(viewport={"width": 360, "height": 740}), site_address)
    page = reader.page
    page.goto(f"{site_address}{locale}checklists/")
    found = faults_in(page, "empty")
    page.evaluate(FILL, dict(entries_of(built_site, "half-way")))
    page.reload()
    for fold in ("details[data-list=premises]", ".plan-filter", ".plan-exchange"):
        page.locator(f"{fold} > summary").click()
    reader.form()
    reader.bring_back("plan.json", progress({SPEED: entry("not-needed", NEWER, owner="Bea")}))
    expect(reader.changes).to_have_count(1)
    found += faults_in(page, "preview")
    reader.answer(0)
    expect(reader.said()).to_be_visible()
    found += faults_in(page, "half-way")
    page.locator(".plan-part button").last.click()
    expect(reader.dialog).to_be_visible()
    found += faults_in(page, "forgetting")
    reader.answer(0)
    page.evaluate(FILL, dict(entries_of(built_site, "finished")))
    page.reload()
    expect(page.locator("svg [data-progress=all]").first).to_be_attached()
    assert [*found, *faults_in(page, "finished")] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_is_accessible_with_an_item_open_and_a_wording_changed(
    context: BrowserContext, site_address: str, locale: str
) -> None:
    reader = Reader(context, site_address)
    page = reader.page
    page.goto(f"{site_address}{locale}checklists/premises/")
    found = faults_in(page, "empty")
    old = json.dumps(
        {**entry("done", 5, note="Bring the cable"), "digest": "00000000", "text": "Old words", "lang": "en"}
    )
    reader.store(f"colabora:1:{SPEED}", old)
    page.reload()
    expect(reader.item(SPEED).locator(".item-changed")).to_be_visible()
    reader.form()
    assert [*found, *faults_in(page, "worked on")] == []
