"""Parity of pages that the translated world has none of: headings, front matter of other kinds, units, lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.translations.freshness import section_digests
from colabora.translations.parity import check_parity
from small_world import parse

HEAD = "---\ntitle: A\ndescription: Lapa, kurai parbauda tulkojumu.\n{more}---\n"
CASE = "case-studies/skola6.md"
FIGURES = """figures:
  - {id: studios, what: Studios let in 2018, value: 90, unit: percent, as_of: "2018", source: report}
  - {id: people, what: People in the house, value: 52, unit: people, as_of: "2022", source: report}
aliases: [school]
"""


@pytest.fixture
def empty(tmp_path: Path) -> KnowledgeBase:
    return KnowledgeBase(tmp_path, pages={"en": {}})


def page(base: KnowledgeBase, locale: str, body: str, more: str = "", name: str = "about/a.md") -> Page:
    return parse(base, f"docs/{locale}/{name}", (HEAD.format(more=more) + body).encode())[0]


def found(english: Page, translation: Page) -> list[tuple[int, str]]:
    return [(p.line, p.rule) for p in check_parity(english, translation, set(section_digests(english)))]


@pytest.mark.parametrize(
    ("english", "translation", "problems"),
    [
        ("Text.\n\n## A {#a}\n\nText.\n", "## A {#a}\n\nVārds.\n", [(5, "parity-heading")]),
        ("## A {#a}\n\nText.\n", "Vārds.\n\n## A {#a}\n\nVārds.\n", [(5, "parity-heading")]),
        ("## A {#a}\n\nB.\n\n### B {#b}\n\nB.\n", "## A {#a}\n\nB.\n\n## B {#b}\n\nB.\n", [(9, "parity-heading")]),
        ("## A {#a}\n\nB.\n", "## A {#a}\n\nB.\n\n## Savs {#own}\n\nVārds.\n", [(9, "parity-heading")]),
        ("For 90 % of 20.\n", "No 90 eiro 20.\n", [(5, "parity-unit")]),
        ("For €40 or €60.\n", "Par 40 vai 60.\n", [(5, "parity-unit")]),
        ("From €40 to €60.\n", "No 40 līdz 60 eiro.\n", []),
        ("Three of 4.\n", "3 no četriem.\n", []),
        ("Three of 4.\n", "3 no 5.\n", [(5, "parity-number")]),
        ("Two of 4 and two of 4.\n", "2 no 4.\n", [(5, "parity-number")]),
        ("[[case-list]]\n", "Vārds.\n", [(5, "parity-block")]),
        ("![Hall](a.jpg)\n", "![Zāle](b.jpg)\n", [(5, "parity-picture"), (5, "parity-picture")]),
        ("| A |\n|---|\n| b |\n", "| A | B |\n|---|---|\n| b | c |\n", [(5, "parity-table"), (5, "parity-table")]),
        ("- a\n- b\n", "- a\n- b\n- c\n", [(5, "parity-list")]),
    ],
)  # fmt: skip
def test_sections(empty: KnowledgeBase, english: str, translation: str, problems: list[tuple[int, str]]) -> None:
    assert found(page(empty, "en", english), page(empty, "lv", translation)) == problems


def test_lists_of_the_front_matter_are_compared_by_their_ids(empty: KnowledgeBase) -> None:
    english = page(empty, "en", "Text.\n", FIGURES, CASE)
    good = "figures:\n  - {id: people, what: Cilvēki namā}\n  - {id: studios, what: Studijas 2018. gadā}\n"
    assert found(english, page(empty, "lv", "Vārds.\n", good, CASE)) == []
    changed = good.replace("2018", "2019")
    assert found(english, page(empty, "lv", "Vārds.\n", changed, CASE)) == [(6, "parity-number")]
    shorter = "figures:\n  - {id: people, what: Cilvēki namā}\n"
    assert found(english, page(empty, "lv", "Vārds.\n", shorter, CASE)) == [(4, "parity-front-matter")]
    assert found(english, page(empty, "lv", "Vārds.\n", "", CASE)) == [(1, "parity-front-matter")]


def test_a_text_that_english_does_not_have_is_a_problem_and_aliases_are_not(empty: KnowledgeBase) -> None:
    english, name = page(empty, "en", "Text.\n", name="training/a/b.md"), "training/a/b.md"
    assert found(english, page(empty, "lv", "Vārds.\n", "aliases: [pieci, 5]\n", name)) == []
    assert found(english, page(empty, "lv", "Vārds.\n", "key_points: [viens]\n", name)) == [(4, "parity-front-matter")]


def test_a_message_names_what_differs_and_where_it_stands_in_english(empty: KnowledgeBase) -> None:
    english = page(empty, "en", "Text.\n\nFor 40 people.\n")
    (problem,) = check_parity(english, page(empty, "lv", "Vārds par 41.\n"), {"_beginning"})
    assert all(part in problem.what for part in ("41", "40", "docs/en/about/a.md:5"))
