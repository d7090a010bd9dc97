from __future__ import annotations

import json
from dataclasses import replace

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.checklists.markdown import ChecklistExtension
from colabora.checklists.model import Checklist, Item, digest_of
from colabora.kinds import Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.registers import ReleasedItem, SourceEntry
from colabora.rendering import page_context, render

LIST = """Before.

/// checklist | Before you sign
    id: premises

Take a phone.

- [ ] Measure the speed {#internet-speed role=manager due=-90d}

    At the *busiest* hour.

    - down
    - up

- [ ] Sign {#lease due=+2w needs=internet-speed}
///

After.
"""


def bare(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(markdown.markdown(text, extensions=["colabora.checklists.markdown"]))


def rendered(text: str, context: PageContext) -> LexborHTMLParser:
    return LexborHTMLParser(make_markdown(context).convert(text))


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, (selector, len(found))
    return found[0]


def text_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_a_list_is_rendered_with_nothing_but_python_markdown() -> None:
    tree = bare(LIST)
    element = one(tree, "colabora-checklist[data-checklist-id=premises]")
    assert text_of(one(element, "fieldset > legend")) == "Before you sign"
    assert [i.attributes["data-item-id"] for i in element.css("ol > li[data-item-id]")] == ["internet-speed", "lease"]
    assert [text_of(p) for p in element.css("fieldset > p")] == ["Take a phone.", "2"]
    assert "{" not in element.text()
    assert [text_of(p) for p in tree.css("body > p")] == ["Before.", "After."]


def test_every_item_wraps_one_empty_box_with_its_own_label() -> None:
    tree = bare(LIST)
    for item in tree.css("[data-item-id]"):
        box, label = one(item, "input[type=checkbox]"), one(item, "label")
        assert box.attributes["id"] == label.attributes["for"]
        assert {"checked", "disabled"}.isdisjoint(box.attributes)
    assert [text_of(label) for label in tree.css("label")] == ["Measure the speed", "Sign"]


def test_facts_are_attributes_and_readable_text() -> None:
    speed, lease = bare(LIST).css("[data-item-id]")
    assert (speed.attributes["data-role"], speed.attributes["data-due-days"]) == ("manager", "-90")
    assert (lease.attributes["data-needs"], lease.attributes["data-due-days"]) == ("internet-speed", "14")
    assert "data-role" not in lease.attributes
    assert "data-needs" not in speed.attributes
    assert one(lease, ".checklist-needs q").text() == "Measure the speed"


def test_the_why_is_tied_to_the_box_and_keeps_its_markup() -> None:
    speed, lease = bare(LIST).css("[data-item-id]")
    described = (one(speed, "input").attributes["aria-describedby"] or "").split()
    assert [one(speed, f"#{name}").attributes["class"] for name in described] == ["checklist-facts", "checklist-why"]
    why = one(speed, ".checklist-why")
    assert text_of(one(why, "em")) == "busiest"
    assert [text_of(e) for e in why.css("li")] == ["down", "up"]
    assert not lease.css(".checklist-why")


def test_an_item_without_why_and_facts_describes_nothing() -> None:
    tree = bare("/// checklist | A\n    id: a\n\n- [ ] One {#one}\n- [ ] Two {#two}\n///\n")
    assert len(tree.css("[data-item-id]")) == 2
    assert not tree.css("[aria-describedby]")


def test_a_why_directly_below_its_item_is_no_part_of_the_label() -> None:
    tree = bare(
        "/// checklist | A\n    id: a\n\n- [ ] One {#one}\n    Why *one*.\n- [ ] Two {#two}\n    Why two.\n///\n"
    )
    assert [text_of(x) for x in tree.css("label")] == ["One", "Two"]
    assert [text_of(x) for x in tree.css(".checklist-why p")] == ["Why one.", "Why two."]


def test_a_draft_with_faults_still_reads() -> None:
    tree = bare("/// checklist | A\n    id: a\n\n- [ ] No id\n- [ ] Another\n- no box\n///\n")
    assert [text_of(x) for x in tree.css("label")] == ["No id", "Another", "no box"]
    assert len({x.attributes["id"] for x in tree.css("input")}) == 3


def test_a_use_without_a_knowledge_base_leads_to_the_list() -> None:
    context = PageContext(page="methodology/shape/index.md")
    html = markdown.markdown("/// checklist-use | premises\n///\n", extensions=[ChecklistExtension(context=context)])
    link = one(LexborHTMLParser(html), "a")
    assert (link.attributes["href"], link.text()) == ("../../checklists/premises.md", "premises")


def test_the_digest_is_that_of_the_english_text() -> None:
    speed = bare(LIST).css_first("[data-item-id]")
    assert speed is not None
    assert speed.attributes["data-item-digest"] == digest_of("Measure the speed")


def test_a_translation_has_the_same_ids_digests_and_facts_in_the_same_order(world: KnowledgeBase) -> None:
    def marks(locale: str) -> list[dict[str, str | None]]:
        tree = LexborHTMLParser(render(world, world.pages[locale]["checklists/premises.md"]))
        names = ("data-item-id", "data-item-digest", "data-role", "data-due-days", "data-needs")
        return [{name: item.attributes.get(name) for name in names} for item in tree.css("[data-item-id]")]

    assert len(marks("en")) == 3
    assert marks("lv") == marks("en")


def test_an_item_that_is_not_translated_stands_in_its_place_in_english(world: KnowledgeBase) -> None:
    tree = LexborHTMLParser(render(world, world.pages["lv"]["checklists/premises.md"]))
    first, second, third = tree.css("[data-item-id]")
    assert [i.attributes.get("lang") for i in (first, second, third)] == [None, "en", None]
    assert text_of(one(second, "label")) == "Get the fire rules in writing"
    assert text_of(one(second, ".checklist-why")) == "A letter helps later."
    assert one(second, ".checklist-facts").attributes["lang"] == "lv"
    assert [q.attributes.get("lang") for q in third.css("q")] == [None, "en"]


def test_sources_of_an_item_that_is_not_translated_are_listed_in_the_order_of_the_items() -> None:
    items = (Item("one", "One", "Said once[^report]."), Item("two", "Two", "Why."), Item("three", "Three", "Last."))
    merged = Checklist("a", "A", "checklists/a.md", items=(items[0], *(replace(i, locale="lv") for i in items[1:])))
    sources = {
        key: SourceEntry(key=key, url=f"https://example.org/{key}", title=key, accessed="2026-11-24", strength="strong")
        for key in ("report", "study")
    }
    context = PageContext("lv", "checklists/a.md", checklists={"a": merged}, sources=sources)
    text = "/// checklist | A\n    id: a\n\n- [ ] Divi {#two}\n\n    Tā[^study].\n\n- [ ] Trīs {#three}\n///\n"
    tree = rendered(text, context)
    assert [i.attributes["data-item-id"] for i in tree.css("[data-item-id]")] == ["one", "two", "three"]
    references = [(e.text(), e.attributes["href"]) for e in tree.css(".checklist-why .footnote-ref")]
    assert references == [("1", "#fn-report"), ("2", "#fn-study")]
    assert [a.text() for a in tree.css(".footnote li > p > a:first-child")] == ["report", "study"]


def test_a_used_list_has_plain_items_and_leads_to_its_reasons(world: KnowledgeBase) -> None:
    context = replace(page_context(world, world.pages["en"]["methodology/index.md"]), page="methodology/index.md")
    tree = rendered("/// checklist-use | premises\n///\n", context)
    element = one(tree, "colabora-checklist[data-checklist-id=premises][data-stage=shape]")
    assert len(element.css("[data-item-id] > label")) == 3
    assert not element.css(".checklist-why")
    link = one(element, ".checklist-more a")
    assert link.attributes["href"] == "../checklists/premises.md"
    assert "Before you sign" in link.text()


def test_a_list_that_is_shown_twice_has_no_id_twice(world: KnowledgeBase) -> None:
    context = page_context(world, world.pages["en"]["methodology/index.md"])
    use = "/// checklist-use | premises\n///\n\n"
    tree = rendered(use * 3, context)
    ids = [e.attributes["id"] for e in tree.css("[id]")]
    assert len(tree.css("colabora-checklist")) == 3
    assert len(ids) == len(set(ids))
    for item in tree.css("[data-item-id]"):
        box = one(item, "input")
        assert one(item, "label").attributes["for"] == box.attributes["id"]
        for name in (box.attributes["aria-describedby"] or "").split():
            assert one(item, f"#{name}")


def test_a_used_list_that_is_not_translated_is_marked_as_english(world: KnowledgeBase) -> None:
    context = replace(page_context(world, world.pages["lv"]["checklists/premises.md"]), page="methodology/index.md")
    tree = rendered("/// checklist-use | released\n///\n", context)
    assert one(tree, "legend").attributes["lang"] == "en"
    assert one(tree, "[data-item-id]").attributes["lang"] == "en"
    assert one(tree, ".checklist-more span").attributes["lang"] == "en"


def test_a_list_says_how_long_it_is_and_what_was_retired(world: KnowledgeBase) -> None:
    page = world.pages["lv"]["checklists/premises.md"]
    element = one(rendered("/// checklist-use | released\n///\n", page_context(world, page)), "colabora-checklist")
    assert one(element, ".checklist-count").text() == world.strings["lv"].count("checklist.items", 1)
    assert one(element, ".plan-kept").text() == world.strings["lv"]("checklist.kept")
    retired = json.loads(element.attributes["data-retired"] or "")
    assert retired == [{"item": "fax-number", "retired": "1.1", "replaced_by": ["internet-speed"]}]
    assert one(element, "[data-item-id]").attributes["data-since"] == "1.0"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-90, "90 days before the opening"),
        (-1, "1 day before the opening"),
        (-7, "7 days before the opening"),
        (-14, "2 weeks before the opening"),
        (105, "15 weeks after the opening"),
        (0, "On the opening day"),
    ],
)
def test_a_date_reads_as_people_say_it(days: int, words: str, world: KnowledgeBase) -> None:
    lists = {"a": Checklist("a", "A", "checklists/a.md", Stage.OPEN, (Item("one", "One", due_days=days),))}
    context = PageContext(strings=world.strings["en"], checklists=lists)
    assert text_of(one(rendered("/// checklist-use | a\n///\n", context), ".checklist-due")) == words


def test_texts_never_become_markup() -> None:
    hostile = '<img src=x onerror=alert(1)> & "quotes"'
    lists = {
        "a": Checklist(
            "a", hostile, "checklists/a.md", items=(Item("one", hostile), Item("two", "Two", needs=("one",))),
            retired=(ReleasedItem(list="a", item="x", since=hostile, retired=hostile),),
        )
    }  # fmt: skip
    tree = rendered("/// checklist-use | a\n///\n", PageContext(checklists=lists))
    assert not tree.css("img")
    assert text_of(one(tree, "legend")) == hostile
    assert text_of(tree.css("label")[0]) == hostile
    assert json.loads(one(tree, "colabora-checklist").attributes["data-retired"] or "")[0]["retired"] == hostile


def test_the_sanitiser_takes_nothing_off_a_list() -> None:
    plain = markdown.markdown(LIST, extensions=[ChecklistExtension()])
    tree, clean = LexborHTMLParser(plain), rendered(LIST, PageContext())
    assert [(e.tag, e.attributes) for e in clean.css("colabora-checklist, colabora-checklist *")] == [
        (e.tag, e.attributes) for e in tree.css("colabora-checklist, colabora-checklist *")
    ]
