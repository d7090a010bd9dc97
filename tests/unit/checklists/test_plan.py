from __future__ import annotations

import json

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.checklists.plan import make_plan
from colabora.kinds import Role, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.publishing.view import View, make_site, make_view
from conftest import ROOT

PAGE = "index.md"


def plan_page(base: KnowledgeBase, locale: str) -> tuple[LexborNode, View]:
    """Return the plan as the real partial prints it for the readers of a language."""
    view = make_view(make_site(base, "https://example.org/"), locale, PAGE, "")
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), undefined=StrictUndefined)
    html = environment.get_template("markers/my-plan.html").render(
        base=base, locale=locale, view=view, t=base.strings[locale], checklist_plan=make_plan, site_version="1.2.3"
    )
    found = LexborHTMLParser(html).css("colabora-plan")
    assert len(found) == 1
    return found[0], view


@pytest.mark.parametrize("locale", ["en", "lv", "fr"])
def test_the_plan_shows_every_item_of_every_list_without_a_script(world: KnowledgeBase, locale: str) -> None:
    plan, _ = plan_page(world, locale)
    shown = [
        (element.attributes["data-checklist-id"], item.attributes["data-item-id"])
        for element in plan.css("section.plan-stage colabora-checklist")
        for item in element.css("[data-item-id]")
    ]
    assert shown == [(c.id, i.id) for c in world.checklists[locale].values() for i in c.items]
    assert len(plan.css("input[type=checkbox]")) == len(plan.css("label")) == len(shown)


def test_only_stages_with_lists_are_shown_each_under_its_heading(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "en")
    (section,) = plan.css("section")
    (heading,) = section.css("h2")
    assert section.attributes["data-stage"] == Stage.SHAPE
    assert section.attributes["aria-labelledby"] == heading.attributes["id"]


def test_the_script_finds_all_it_needs(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "lv")
    assert [s["slug"] for s in json.loads(plan.attributes["data-stages"] or "")] == list(Stage)
    assert set(json.loads(plan.attributes["data-roles"] or "")) == set(Role)
    assert json.loads(plan.attributes["data-retired"] or "") == [
        {"list": "released", "item": "fax-number", "retired": "1.1", "replaced_by": ["internet-speed"]}
    ]
    strings = json.loads(plan.attributes["data-strings"] or "")
    assert strings == world.strings["lv"].section("checklist")
    assert json.loads(plan.attributes["data-plan-strings"] or "") == world.strings["lv"].section("plan")
    assert plan.attributes["data-version"] == "1.2.3"
    assert not plan.css("colabora-checklist[data-strings]")


def test_lists_lead_to_their_pages_and_files_are_there_to_take(world: KnowledgeBase) -> None:
    plan, view = plan_page(world, "lv")
    hrefs = [a.attributes["href"] for a in plan.css(".checklist-more a")]
    assert hrefs == [view.to(c.page) for c in world.checklists["lv"].values()]
    files = json.loads(plan.attributes["data-files"] or "")
    assert files == {k: f"../data/lv/checklists.{k}" for k in ("json", "csv", "xlsx")}
    assert {a.attributes["href"] for a in plan.css(".plan-files a")} == set(files.values())


def test_what_is_not_translated_is_marked_and_the_rest_is_in_the_readers_language(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "lv")
    assert plan.attributes["lang"] == "lv"
    premises, released = plan.css("colabora-checklist")
    assert [i.attributes.get("lang") for i in premises.css("[data-item-id]")] == [None, "en", None]
    assert released.css_first("legend").attributes["lang"] == "en"  # type: ignore[union-attr]


def test_no_id_stands_twice(world: KnowledgeBase) -> None:
    plan, _ = plan_page(world, "en")
    ids = [e.attributes["id"] for e in plan.css("[id]")]
    assert len(ids) == len(set(ids)) > 10
