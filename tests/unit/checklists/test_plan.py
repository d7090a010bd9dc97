from __future__ import annotations

import json
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.checklists.plan import MOST_NEXT, make_plan, script_modules
from colabora.kinds import Role, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.publishing.view import View, make_site, make_view
from conftest import ROOT

PAGE = "index.md"


def plan_page(base: KnowledgeBase, locale: str) -> tuple[LexborNode, View]:
    """Return the plan as the real partial prints it for the readers of a language."""
    view = make_view(make_site(base, "https://example.org/"), locale, PAGE, "")
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True, undefined=StrictUndefined)
    html = environment.get_template("markers/my-plan.html").render(
        base=base, locale=locale, view=view, t=base.strings[locale], checklist_plan=make_plan
    )
    found = LexborHTMLParser(html).css("colabora-plan")
    assert len(found) == 1
    return found[0], view


def module(base: KnowledgeBase, name: str) -> dict[str, Any]:
    """Return what a module of data exports."""
    found: dict[str, Any] = json.loads(script_modules(base)[name].removeprefix("export default ").removesuffix(";\n"))
    return found


@pytest.mark.parametrize("locale", ["en", "lv", "fr"])
def test_the_plan_shows_every_list_folded_under_its_stage_with_a_link(world: KnowledgeBase, locale: str) -> None:
    plan, view = plan_page(world, locale)
    lists = world.checklists[locale].values()
    shown = plan.css("section.plan-stage[data-stage=shape] details[data-list]")
    assert [fold.attributes["data-list"] for fold in shown] == [c.id for c in lists]
    assert [fold.css("a")[0].attributes["href"] for fold in shown] == [view.to(c.page) for c in lists]
    assert [fold.css("summary > span")[0].text() for fold in shown] == [c.title for c in lists]
    assert not plan.css("input[type=checkbox], li[data-item-id]")


def test_only_stages_with_lists_have_a_part_and_all_stand_on_the_path(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "en")
    (section,) = plan.css(".plan-stage")
    (heading,) = section.css("h3")
    assert section.attributes["data-stage"] == Stage.SHAPE
    assert section.attributes["aria-labelledby"] == heading.attributes["id"]
    assert len(plan.css("svg .stone-name")) == len(Stage)
    assert [(a.attributes["data-stage"], a.attributes["href"]) for a in plan.css("svg a")] == [
        ("shape", f"#{heading.attributes['id']}")
    ]


def test_the_plan_begins_with_items_that_wait_for_nothing(world: KnowledgeBase) -> None:
    plan, view = plan_page(world, "en")
    free = [(c, i) for c in world.checklists["en"].values() for i in c.items if not i.needs]
    assert [a.attributes["href"] for a in plan.css(".plan-next a")] == [
        f"{view.to(c.page)}#item--{c.id}--{i.id}" for c, i in free
    ][:MOST_NEXT]


def test_scripts_load_words_and_lists_by_language(world: KnowledgeBase) -> None:
    for group in ("checklist", "plan"):
        assert module(world, f"words-{group}-lv.js") == world.strings["lv"].section(group)
    data = module(world, "lists-lv.js")
    assert [s["slug"] for s in data["stages"]] == list(Stage)
    assert set(data["roles"]) == set(Role)
    released = next(c for c in data["lists"] if c["id"] == "released")
    assert released["retired"] == [{"item": "fax-number", "retired": "1.1", "replaced_by": ["internet-speed"]}]


@pytest.mark.parametrize("locale", ["en", "lv", "fr"])
def test_scripts_find_every_item_with_its_facts(world: KnowledgeBase, locale: str) -> None:
    data = module(world, f"lists-{locale}.js")
    found = [
        (c["id"], i["id"], i["text"], i["digest"], i.get("role"), i.get("due"), tuple(i.get("needs", ())))
        for c in data["lists"]
        for i in c["items"]
    ]
    assert found == [
        (c.id, i.id, i.plain, i.digest, i.role, i.due_days, i.needs)
        for c in world.checklists[locale].values()
        for i in c.items
    ]


def test_files_are_there_to_take(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "lv")
    files = {f"../data/lv/checklists.{k}" for k in ("json", "csv", "xlsx")}
    assert {a.attributes["href"] for a in plan.css(".plan-files a")} == files


def test_what_is_not_translated_is_marked_and_the_rest_is_in_the_readers_language(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "lv")
    assert plan.attributes["lang"] == "lv"
    data = module(world, "lists-lv.js")
    premises, released = data["lists"]
    assert [i.get("lang") for i in premises["items"]] == [None, "en", None]
    assert released["lang"] == "en"
    assert plan.css_first("[data-list=released] summary > span").attributes["lang"] == "en"  # type: ignore[union-attr]


def test_no_id_stands_twice(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "en")
    ids = [e.attributes["id"] for e in plan.css("[id]")]
    assert len(ids) == len(set(ids)) > 3
