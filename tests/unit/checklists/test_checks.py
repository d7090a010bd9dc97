from __future__ import annotations

import time
from dataclasses import replace

import pytest

from colabora.checklists.checks import check_releases, with_checklists
from colabora.checklists.model import Checklist, Item
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.problems import Problem, Severity
from colabora.registers import ReleasedItem
from small_world import parse, with_page


def premises(*identifiers: str) -> dict[str, Checklist]:
    items = tuple(Item(i, i, line=n) for n, i in enumerate(identifiers, start=20))
    return {"premises": Checklist("premises", "Premises", "checklists/premises.md", items=items, line=13, path="p.md")}


def released(item: str, retired: str | None = None, *replaced_by: str, of: str = "premises") -> ReleasedItem:
    return ReleasedItem(list=of, item=item, since="1.0", retired=retired, replaced_by=replaced_by)


def places(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(p.path, p.line, p.rule) for p in problems]


REGISTER = "docs/en/about/released-ids.yml"


def test_released_ids_that_are_there_and_retired_ones_that_are_not_are_fine() -> None:
    register = [released("speed"), released("fax", "1.1", "speed"), released("old", "1.1")]
    assert list(check_releases(premises("speed", "new"), register)) == []


def test_a_released_id_that_is_gone_is_told_at_its_list_with_the_id_it_may_have_become() -> None:
    (problem,) = check_releases(premises("internet-speeds"), [released("internet-speed")])
    assert places([problem]) == [("p.md", 13, "item-vanished")]
    assert "“internet-speeds”" in problem.mend


def test_a_released_list_that_is_gone_is_told_at_the_register() -> None:
    assert places(list(check_releases({}, [released("speed")]))) == [(REGISTER, 1, "item-vanished")]


def test_a_retired_id_is_never_used_again() -> None:
    problems = list(check_releases(premises("speed", "fax"), [released("fax", "1.1")]))
    assert places(problems) == [("p.md", 21, "item-retired")]


def test_a_list_may_vanish_once_all_its_ids_are_retired() -> None:
    assert list(check_releases({}, [released("speed", "1.1")])) == []


def test_what_replaces_an_item_is_there_or_was_released() -> None:
    register = [released("fax", "1.1", "speed", "older", "nowhere"), released("older", "1.2")]
    assert places(list(check_releases(premises("speed"), register))) == [(REGISTER, 1, "item-replacement")]


def test_a_list_knows_since_when_its_items_are_released_and_which_were_retired(world: KnowledgeBase) -> None:
    checklist = world.checklists["lv"]["released"]
    assert [i.since for i in checklist.items] == ["1.0"]
    assert [(r.item, r.retired) for r in checklist.retired] == [("fax-number", "1.1")]


def test_readers_of_every_language_have_all_lists(world: KnowledgeBase) -> None:
    assert {x: sorted(lists) for x, lists in world.checklists.items()} == {
        x: ["premises", "released"] for x in world.locales
    }
    assert [i.locale for i in world.checklists["lv"]["premises"].items] == ["lv", "en", "lv"]
    assert [i.locale for i in world.checklists["de"]["premises"].items] == ["en", "en", "en"]


def swapped(world: KnowledgeBase, stamp: str) -> Page:
    """Return the Latvian list with its items in another order, stamped with a digest of the English section."""
    page = world.pages["lv"]["checklists/premises.md"]
    one, other = "{#internet-speed}", "{#lease}"
    body = page.source.body.replace(one, "{#x}").replace(other, one).replace("{#x}", other)
    text = f"""---
title: Pirms līguma parakstīšanas
description: Trīs pārbaudes, pirms kāds paraksta telpu nomas līgumu.
translation: {{status: machine, source: {{list: "{stamp}"}}}}
---
{body}"""
    return parse(world, page.path, text.encode())[0]


@pytest.mark.parametrize("is_outdated", [True, False])
def test_another_order_is_an_error_unless_english_has_moved_on(world: KnowledgeBase, is_outdated: bool) -> None:
    english = next(s for s in world.pages["en"]["checklists/premises.md"].sections if s.id == "list")
    page = swapped(world, "0123456789abcdef" if is_outdated else english.digest)
    _, problems = with_checklists(with_page(world, page))
    assert [p.rule for p in problems] == ([] if is_outdated else ["item-order"])


def test_a_missing_why_is_a_warning_and_a_missing_id_an_error(world: KnowledgeBase) -> None:
    page = world.pages["en"]["checklists/premises.md"]
    text = page.source.body.replace(" {#lease role=manager due=-70d needs=internet-speed,fire-rules}", "")
    text = text.replace("    A letter helps later.\n", "")
    header = "---\ntitle: A\ndescription: A page made for a test, long enough.\nstage: shape\nroles: [manager]\n---\n"
    _, problems = with_checklists(with_page(world, parse(world, page.path, (header + text).encode())[0]))
    assert {p.rule: p.severity for p in problems if p.path == page.path} == {
        "item-why": Severity.WARNING,
        "item-id": Severity.ERROR,
    }


def test_the_lists_of_five_languages_are_parsed_within_a_fifth_of_a_second(real_base: KnowledgeBase) -> None:
    # Where a list is not translated yet, the English one is parsed in its stead.
    lists = {n: p for n, p in real_base.pages["en"].items() if n.startswith("checklists/")}
    pages = {x: {n: real_base.page(x, n) or p for n, p in lists.items()} for x in real_base.locales}
    base = replace(real_base, pages=pages)
    assert sum(len(found) for found in pages.values()) >= 65
    times = []
    for _ in range(3):
        begun = time.process_time()
        with_checklists(base)
        times.append(time.process_time() - begun)
    assert min(times) < 0.2
