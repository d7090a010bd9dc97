from __future__ import annotations

from collections.abc import Iterator

import pytest

from colabora.blocks import walk
from colabora.checks import check
from colabora.kinds import Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from conftest import ROOT

LISTS = {
    "readiness", "needs-survey", "pop-up", "go-no-go", "premises", "money-and-legal-form", "safety-and-access", "opening-day",
    "first-100-days", "monthly-care", "funding-publicity", "yearly-review", "closing-well",
}  # fmt: skip


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return check(ROOT)[0]


def test_there_are_thirteen_lists_with_120_items_or_more(base: KnowledgeBase) -> None:
    lists = base.checklists[SOURCE_LOCALE]
    assert set(lists) >= LISTS
    assert sum(len(c.items) for c in lists.values()) >= 120


def test_every_item_says_who_does_it_and_why(base: KnowledgeBase) -> None:
    items = [(c.id, i) for c in base.checklists[SOURCE_LOCALE].values() for i in c.items]
    assert [(name, i.id) for name, i in items if not i.plain_details or i.role is None] == []


def test_every_stage_has_a_list_and_shows_it(base: KnowledgeBase) -> None:
    stages = {c.stage for c in base.checklists[SOURCE_LOCALE].values()}
    assert stages == set(Stage)
    assert {stage for stage in Stage if not set(used_by(base, f"methodology/{stage}/index.md"))} == set()


def used_by(base: KnowledgeBase, name: str) -> Iterator[str]:
    page = base.pages[SOURCE_LOCALE].get(name)
    return (b.title for b in walk(list(page.blocks)) if b.name == "checklist-use") if page else iter(())
