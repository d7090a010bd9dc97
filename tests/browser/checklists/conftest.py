"""A small site of lists: two languages, a fallback language, two versions, and one plan of 600 items.

It keeps to the marks of content-model.md, so the scripts meet here what the real templates make (test_real_site.py
tries those), but changes and growth of the lists do not slow these tests or break them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, Undefined
from playwright.sync_api import Browser, BrowserContext

from browser.checklists.reader import Reader
from browser.faults import Faults
from browser.serving import ROOT, serve

FIXTURE = Path(__file__).parent / "fixture"
# Folder of a language → the language its pages are written in: German falls back to English.
READERS = {"": ("en", "en"), "lv/": ("lv", "lv"), "de/": ("de", "en")}
MANY = 600


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make the small site and serve it."""
    folder = tmp_path_factory.mktemp("small-site")
    for name in ("javascripts", "vendor", "stylesheets"):
        shutil.copytree(ROOT / "overrides/assets" / name, folder / "assets" / name)
    data = yaml.safe_load((FIXTURE / "lists.yml").read_text(encoding="utf-8"))
    for version, lists in data["versions"].items():
        write_version(folder, version, lists, data)
    write_version(folder, "many", {"many": many_items()}, data)
    write_version(folder, "hostile", {"hostile": hostile_items()}, data)
    (folder / "elsewhere.html").write_text(
        '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><p>Elsewhere', encoding="utf-8"
    )
    with serve(folder) as address:
        yield address


def write_version(folder: Path, version: str, lists: dict[str, Any], data: dict[str, Any]) -> None:
    """Write one page a list and one plan, in every language."""
    named = [{"id": name, "retired": [], **one} for name, one in lists.items()]
    twice = [one for one in named if one["id"] == "premises"] * 2
    for prefix, (reader, locale) in READERS.items():
        pages = {"checklists/index.html": ("my-plan.js", named)}
        pages |= {f"checklists/{one.get('page', one['id'])}/index.html": ("checklist.js", [one]) for one in named}
        pages |= {"shape/index.html": ("checklist.js", twice)} if twice else {}
        for path, (script, shown) in pages.items():
            place = folder / version / prefix / path
            place.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * (len(place.relative_to(folder).parts) - 1)
            html = render(data, shown, reader, locale, version=version, script=script, assets=f"{up}assets")
            place.write_text(html, encoding="utf-8")


@cache
def read_strings(locale: str) -> Any:
    """Return a language's interface strings."""
    return yaml.load((ROOT / f"overrides/strings/{locale}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def render(data: dict[str, Any], lists: list[dict[str, Any]], reader: str, locale: str, **more: str) -> str:
    """Render a page; `more` is version, script and assets."""
    environment = Environment(loader=FileSystemLoader(FIXTURE), autoescape=True, undefined=Undefined)
    return environment.get_template("list.html.j2").render(
        **more,
        reader=reader,
        locale=locale,
        title=lists[0]["title"][locale] if more["script"] == "checklist.js" else "Plan",
        lists=lists,
        strings=read_strings(locale),
        roles={role: names[locale] for role, names in data["roles"].items()},
        stages=[{**stage, "title": stage["title"][locale]} for stage in data["stages"]],
        retired=[{"list": one["id"], **gone} for one in lists for gone in one["retired"]],
    )


def many_items() -> dict[str, Any]:
    """Return a list of many items, every tenth of which waits for the one before."""
    items = [
        {
            "id": f"item-{number}",
            "digest": f"dd{number:014}",
            "due": number - MANY,
            "text": {"en": f"Do thing number {number} before the others do it", "lv": f"Izdariet darbu Nr. {number}"},
            **({"needs": f"item-{number - 1}"} if number % 10 == 9 else {}),
        }
        for number in range(MANY)
    ]
    return {"stage": "shape", "title": {"en": "Many things", "lv": "Daudz darbu"}, "items": items}


def hostile_items() -> dict[str, Any]:
    """Return a list whose ids are names that every JavaScript object has; no build lets them through."""
    ids = ("__proto__", "constructor", "toString", "")
    text = {"en": "An item", "lv": "Punkts"}
    items = [{"id": name, "digest": "ee", "due": 0, "text": text} for name in ids]
    return {"stage": "shape", "title": {"en": "Hostile", "lv": "Naidīgs"}, "items": items}


@pytest.fixture(scope="session")
def shared_context(chromium: Browser) -> Iterator[BrowserContext]:
    """Open one reader for many tests: a new one each would load every script anew."""
    context = chromium.new_context(locale="en-GB", timezone_id="Europe/Riga")
    yield context
    context.close()


@pytest.fixture
def reader(shared_context: BrowserContext, small_site: str, faults: Faults) -> Iterator[Reader]:
    """Open a page of the small site, with nothing stored."""
    shared_context.on("page", faults.watch)
    reader = Reader(shared_context, small_site)
    session = shared_context.new_cdp_session(reader.page)
    session.send("Storage.clearDataForOrigin", {"origin": small_site.rstrip("/"), "storageTypes": "local_storage"})
    yield reader
    shared_context.remove_listener("page", faults.watch)
    for page in shared_context.pages:
        page.close()


@pytest.fixture
def alone(context: BrowserContext, small_site: str) -> Reader:
    """Open a reader of one's own, whose clock or scripts a test changes."""
    return Reader(context, small_site)
