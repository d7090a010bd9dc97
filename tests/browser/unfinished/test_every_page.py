"""Every page of the site, opened: nothing wrong for axe-core, nothing refused, nothing from elsewhere, nothing kept."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from browser.axe import find
from browser.kinds import KINDS, LOCALES, STATES, WIDTHS, State, address, open_page, unfold
from browser.serving import ROOT
from browser.traffic import Traffic, kept
from colabora.kinds import Kind, kind_of
from colabora.knowledge_base import read_knowledge_base
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of

OPEN_POPOVER = "(id) => document.getElementById(id).showPopover()"


def pages_of(site: Path, locale: str, state: State) -> Iterator[str]:
    """Yield the pages of a language that are looked at in a state: each page in one, its translations in others."""
    home = site if locale == SOURCE_LOCALE else site / locale
    others = {site / other for other in LOCALES if other != SOURCE_LOCALE}
    for file in sorted(home.rglob("*.html")):
        if home == site and not others.isdisjoint(file.parents):
            continue
        name = file.relative_to(home).as_posix().removesuffix("index.html")
        turn = zlib.crc32(name.encode()) + LOCALES.index(locale)
        if STATES[turn % len(STATES)] == state:
            yield file.relative_to(site).as_posix().removesuffix("index.html")


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_accessible_asks_only_for_what_is_there_and_keeps_nothing(
    new_context: Callable[..., BrowserContext], built_site: Path, site_address: str, locale: str, state: State
) -> None:
    context = new_context(**state.options)
    traffic = Traffic(context, site_address)
    page = context.new_page()
    found = []
    for name in pages_of(built_site, locale, state):
        open_page(page, site_address + name)
        found += [f"{name} ({state}): {one}" for one in find(page)]
    assert found == []
    assert traffic.faults == []
    assert kept(page) == []
    assert traffic.requests > 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_is_accessible_in_both_schemes_with_its_folds_open(
    new_context: Callable[..., BrowserContext], site_address: str, locale: str, width: int
) -> None:
    context = new_context(**State("light", width).options)
    page = context.new_page()
    found = []
    for kind in KINDS:
        open_page(page, site_address + address(kind, locale))
        unfold(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{kind} {locale} ({scheme} {width}): {one}" for one in find(page)]
    assert found == []


@pytest.mark.parametrize("popover", ["md-menu", "md-languages", "md-scheme"])
@pytest.mark.parametrize("state", [state for state in STATES if state.width == 320], ids=str)
def test_menu_languages_and_colours_are_accessible_when_they_are_open(
    new_context: Callable[..., BrowserContext], site_address: str, state: State, popover: str
) -> None:
    page = new_context(**state.options).new_page()
    for locale in LOCALES:
        open_page(page, site_address + address("practice", locale))
        page.evaluate(OPEN_POPOVER, popover)
        assert [str(one) for one in find(page)] == []


def test_every_page_has_its_turn_once(built_site: Path) -> None:
    turns = [name for locale in LOCALES for state in STATES for name in pages_of(built_site, locale, state)]
    there = {file.relative_to(built_site).as_posix().removesuffix("index.html") for file in built_site.rglob("*.html")}
    assert len(turns) == len(there)
    assert set(turns) == there


def test_every_kind_of_the_content_model_and_every_marker_is_among_the_kinds_that_are_tested() -> None:
    base, _ = read_knowledge_base(ROOT)
    pages = {address_of(SOURCE_LOCALE, name): page for name, page in base.pages[SOURCE_LOCALE].items()}
    tested = [page for kind in KINDS if (page := pages.get(address(kind).partition("?")[0]))]
    assert {page.kind for page in tested} == {kind for kind in Kind if base.of_kind(kind)}
    markers = {path.stem for path in (ROOT / "overrides/markers").glob("*.html")}
    used = {marker for marker in markers for page in pages.values() if f"[[{marker}]]" in page.source.body}
    assert {marker for marker in used for page in tested if f"[[{marker}]]" in page.source.body} == used
    assert all(page.kind == kind_of(page.name) for page in tested)
