"""A small site of lists: two languages, a fallback language, two versions, and one plan of 600 items.

It keeps to the marks of content-model.md, so the scripts meet here what the real templates make (test_real_site.py
tries those), but changes and growth of the lists do not slow these tests or break them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, Undefined
from markupsafe import Markup
from playwright.sync_api import Browser, BrowserContext

from browser.checklists.reader import Reader
from browser.faults import Faults
from browser.serving import ROOT, serve
from colabora.checklists.model import Checklist, Item
from colabora.checklists.plan import make_plan, script_modules
from colabora.kinds import Kind, Role, Stage
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.registers import ReleasedItem
from colabora.source import Source
from colabora.strings import read_strings

FIXTURE = Path(__file__).parent / "fixture"
# Folder of a language → the language its pages are written in: German falls back to English.
READERS = {"": ("en", "en"), "lv/": ("lv", "lv"), "de/": ("de", "en")}
MANY = 600


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make the small site and serve it."""
    folder = tmp_path_factory.mktemp("small-site")
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
    """Write one page a list and one plan, in every language, with the scripts beside them."""
    for name in ("javascripts", "vendor", "stylesheets"):
        shutil.copytree(ROOT / "overrides/assets" / name, folder / version / "assets" / name)
    named = [{"id": name, "retired": [], **one} for name, one in lists.items()]
    base = read_base(named, data)
    for name, text in script_modules(base).items():
        (folder / version / "assets/javascripts" / name).write_text(text, encoding="utf-8")
    twice = [one for one in named if one["id"] == "premises"] * 2
    for prefix, (reader, locale) in READERS.items():
        pages = {"checklists/index.html": ("my-plan.js", named)}
        pages |= {f"checklists/{one.get('page', one['id'])}/index.html": ("checklist.js", [one]) for one in named}
        pages |= {"shape/index.html": ("checklist.js", twice)} if twice else {}
        for path, (script, shown) in pages.items():
            place = folder / version / prefix / path
            place.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * (len(place.relative_to(folder / version).parts) - 1)
            is_plan = script == "my-plan.js"
            plan = render_plan(base, reader) if is_plan else ""
            html = render(shown, reader, reader if is_plan else locale, plan=plan, script=script, assets=f"{up}assets")
            place.write_text(html, encoding="utf-8")


def read_base(lists: list[dict[str, Any]], data: dict[str, Any]) -> KnowledgeBase:
    """Return the lists as a knowledge base that knows nothing else."""
    checklists, pages = {}, {}
    for reader, locale in READERS.values():
        checklists[reader] = {one["id"]: checklist(one, locale) for one in lists}
        stages = [(f"methodology/{one['slug']}/index.md", {"title": one["title"][locale]}) for one in data["stages"]]
        pages[reader] = {name: Page(Source("", locale, name, v), Kind.STAGE, None, (), ()) for name, v in stages}
    strings = {reader: read_strings(ROOT, reader)[0] for reader, _ in READERS.values()}
    return KnowledgeBase(ROOT, tuple(strings), pages, strings=strings, checklists=checklists)


def checklist(one: dict[str, Any], locale: str) -> Checklist:
    """Return a list of lists.yml as readers of a language see it."""
    items = [
        Item(
            id=item["id"],
            text=item["text"][locale],
            role=Role(item["role"]) if "role" in item else None,
            due_days=item.get("due"),
            needs=tuple(item.get("needs", "").split()),
            digest=item["digest"],
            locale=locale,
        )
        for item in one["items"]
    ]
    retired = tuple(
        ReleasedItem(list=one["id"], since="1.0", **{**r, "replaced_by": tuple(r["replaced_by"])})
        for r in one["retired"]
    )
    page = f"checklists/{one.get('page', one['id'])}.md"
    title = one["title"][locale]
    return Checklist(one["id"], title, page, Stage(one["stage"]), tuple(items), locale=locale, retired=retired)


def render_plan(base: KnowledgeBase, reader: str) -> str:
    """Render the plan with the real template."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    href = SimpleNamespace(href=lambda address: f"../{address}")
    view = SimpleNamespace(to=lambda page: page.removeprefix("checklists/").removesuffix(".md") + "/", links=href)
    return templates.get_template("markers/my-plan.html").render(
        base=base, locale=reader, view=view, t=base.strings[reader], checklist_plan=make_plan
    )


def render(lists: list[dict[str, Any]], reader: str, locale: str, *, plan: str, **more: str) -> str:
    """Render a page; `more` is script and assets."""
    environment = Environment(loader=FileSystemLoader(FIXTURE), autoescape=True, undefined=Undefined)
    return environment.get_template("list.html.j2").render(
        **more,
        reader=reader,
        locale=locale,
        title=lists[0]["title"][locale] if not plan else "Plan",
        lists=lists,
        plan=Markup(plan),
        kept=read_strings(ROOT, locale)[0]("checklist.kept"),
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
