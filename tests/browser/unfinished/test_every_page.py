"""Every page of the site, opened: nothing wrong for axe-core, nothing refused, nothing from elsewhere, nothing kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from browser.grid import look_at_kinds, look_at_pages, reader, turns
from browser.kinds import KINDS, LOCALES, STATES, State, address
from browser.serving import ROOT
from browser.traffic import Traffic, kept
from colabora.kinds import Kind, kind_of
from colabora.knowledge_base import read_knowledge_base
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_accessible_asks_only_for_what_is_there_and_keeps_nothing(
    new_context: Callable[..., BrowserContext], built_site: Path, site_address: str, locale: str, state: State
) -> None:
    context = reader(new_context, state)
    traffic = Traffic(context, site_address)
    page = context.new_page()
    looks = list(look_at_pages(page, site_address, turns(built_site)[locale, state], state))
    assert [fault for look in looks for fault in look.faults] == []
    assert traffic.faults == []
    assert kept(page) == []
    assert traffic.requests >= len(looks) > 0


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_is_accessible_in_every_state_with_its_folds_open(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str
) -> None:
    looks = look_at_kinds(reader(new_context).new_page(), site_address, locale)
    assert [fault for look in looks for fault in look.faults] == []


def test_every_page_has_its_turn_once(built_site: Path) -> None:
    names = [name for some in turns(built_site).values() for name in some]
    there = {file.relative_to(built_site).as_posix().removesuffix("index.html") for file in built_site.rglob("*.html")}
    assert len(names) == len(there)
    assert set(names) == there


def test_every_kind_of_the_content_model_and_every_marker_is_among_the_kinds_that_are_tested() -> None:
    base, _ = read_knowledge_base(ROOT)
    pages = {address_of(SOURCE_LOCALE, name): page for name, page in base.pages[SOURCE_LOCALE].items()}
    tested = [page for kind in KINDS if (page := pages.get(address(kind).partition("?")[0]))]
    assert {page.kind for page in tested} == {kind for kind in Kind if base.of_kind(kind)}
    markers = {path.stem for path in (ROOT / "overrides/markers").glob("*.html")}
    used = {marker for marker in markers for page in pages.values() if f"[[{marker}]]" in page.source.body}
    assert {marker for marker in used for page in tested if f"[[{marker}]]" in page.source.body} == used
    assert all(page.kind == kind_of(page.name) for page in tested)
