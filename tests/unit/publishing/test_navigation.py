from __future__ import annotations

from collections.abc import Iterable

import pytest

from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.publishing.navigation import Place, collation_key, linked_pages, make_navigation, make_sections
from conftest import Repository

DESCRIPTION = "description: A page made for a test, long enough to pass.\n"


def page(title: str, body: str = "Text.", front: str = "") -> str:
    return f"---\ntitle: {title}\n{DESCRIPTION}{front}---\n{body}\n"


def stage(title: str, number: int, body: str = "Text.") -> str:
    front = f"number: {number}\nquestion: Why?\nduration: A week\nstart_when: [Now]\ndone_when: [Then]\n"
    return page(title, body, front)


def module(title: str, number: int, body: str = "Text.") -> str:
    objectives = "objectives: [{id: do-it, text: Do it}]\n"
    front = f"number: {number}\nduration: 60\nlevel: beginner\n{objectives}competences: [Planning]\n"
    return page(title, body, front)


def checklist(title: str, at: str) -> str:
    return page(title, front=f"stage: {at}\nroles: [manager]\n")


FILES = {
    "docs/en/index.md": page("Home", "[Two](doors/two.md), [one](doors/one.md)."),
    "docs/en/doors/one.md": page("Door one"),
    "docs/en/doors/two.md": page("Door two"),
    "docs/en/methodology/index.md": page("Method", "[Listen](listen/index.md)"),
    "docs/en/methodology/test/index.md": stage("Test", 2, "[C](c.md)\n\n[A](a.md#x), [again](c.md)"),
    "docs/en/methodology/test/a.md": page("A practice"),
    "docs/en/methodology/test/b.md": page("B practice"),
    "docs/en/methodology/test/c.md": page("C practice"),
    "docs/en/methodology/listen/index.md": stage("Listen", 1),
    "docs/en/case-studies/index.md": page("Cases", "[Zoo](zoo.md)"),
    "docs/en/case-studies/zoo.md": page("Zoo"),
    "docs/en/case-studies/ark.md": page("Ärk"),
    "docs/en/case-studies/bay.md": page("“Bay”"),
    "docs/en/training/index.md": page("Course"),
    "docs/en/training/events/index.md": module("Events", 5),
    "docs/en/training/testing/index.md": module("Testing", 3, "1. [Two](two.md)\n2. [One](one.md)"),
    "docs/en/training/testing/one.md": page("Lesson one"),
    "docs/en/training/testing/two.md": page("Lesson two"),
    "docs/en/checklists/index.md": page("Plan", "[Last](last.md)"),
    "docs/en/checklists/last.md": checklist("A last list", "last"),
    "docs/en/checklists/spark.md": checklist("Spark list", "spark"),
    "docs/en/checklists/first.md": checklist("First list", "spark"),
    "docs/en/about/index.md": page("About", "[Rules](rules.md)"),
    "docs/en/about/extra.md": page("Extra"),
    "docs/en/about/rules.md": page("Rules"),
    "docs/en/about/partners.md": page("Partners"),
    "docs/en/contribute/index.md": page("Contribute"),
    "docs/en/take-part/index.md": page("Take part"),
    "docs/en/news/index.md": page("News"),
    "docs/lv/methodology/test/index.md": page("Tests", front="translation: {status: machine}\n"),
    "docs/lv/case-studies/zoo.md": page("Alfa", front="translation: {status: machine}\n"),
}
OUTLINE = """\
Home
  Door two
  Door one
Method
  Listen
  Test
    C practice
    A practice
    B practice
Cases
  Ärk
  “Bay”
  Zoo
Course
  Testing
    Lesson two
    Lesson one
  Events
Plan
  First list
  Spark list
  A last list
Take part
Contribute
News
About
  Partners
  Rules
  Extra
"""


def outline(places: Iterable[Place], indent: str = "") -> str:
    return "".join(f"{indent}{p.title}\n{outline(p.children, indent + '  ')}" for p in places)


@pytest.fixture
def base(repository: Repository) -> KnowledgeBase:
    return read_knowledge_base(repository(FILES))[0]


def test_pages_stand_in_the_order_in_which_one_reads_them(base: KnowledgeBase) -> None:
    assert outline(make_sections(base, "en")) == OUTLINE


def test_a_reader_sees_titles_of_translations_and_is_told_which_are_english(base: KnowledgeBase) -> None:
    places = {p.name: p for section in make_sections(base, "lv") for p in section.walk()}
    assert (places["methodology/test/index.md"].title, places["methodology/test/index.md"].lang) == ("Tests", None)
    assert (places["methodology/test/a.md"].title, places["methodology/test/a.md"].lang) == ("A practice", "en")


def test_titles_are_sorted_as_the_reader_sees_them(base: KnowledgeBase) -> None:
    cases = next(s for s in make_sections(base, "lv") if s.name == "case-studies/index.md")
    assert [c.title for c in cases.children] == ["Alfa", "Ärk", "“Bay”"]


def test_reading_on_stays_within_a_section(base: KnowledgeBase) -> None:
    navigation = make_navigation(base, "en")
    assert "methodology/index.md" not in navigation.previous
    assert navigation.next["methodology/index.md"].title == "Listen"
    assert navigation.previous["methodology/test/index.md"].title == "Listen"
    assert navigation.next["methodology/test/index.md"].title == "C practice"
    assert "methodology/test/b.md" not in navigation.next


def test_a_page_is_reached_through_the_indexes_above_it(base: KnowledgeBase) -> None:
    way = make_navigation(base, "en").ways["methodology/test/a.md"]
    assert [p.title for p in way] == ["Method", "Test", "A practice"]


def test_a_folder_without_an_index_belongs_to_the_next_one_above(repository: Repository) -> None:
    names = ("index", "toolbox/index", "toolbox/templates/letter", "toolbox/activities/index", "odd/page")
    root = repository({f"docs/en/{name}.md": page(name) for name in names})
    assert outline(make_sections(read_knowledge_base(root)[0], "en")) == (
        "index\n  odd/page\ntoolbox/index\n  toolbox/activities/index\n  toolbox/templates/letter\n"
    )


def test_a_site_without_a_home_page_still_has_a_navigation(repository: Repository) -> None:
    root = repository({"docs/en/lost.md": page("Lost")})
    assert outline(make_sections(read_knowledge_base(root)[0], "en")) == "Lost\n"


def test_links_in_code_are_no_links(repository: Repository) -> None:
    body = "[a](b/a.md)\n\n```\n[c](c.md)\n```\n\n[d](<d.md>) [e](x/../e.md) [a](b/a.md#f) [w](https://example.org/)"
    root = repository({"docs/en/index.md": page("Home", body)})
    assert linked_pages(read_knowledge_base(root)[0].pages["en"]["index.md"]) == ("b/a.md", "d.md", "e.md")
    assert linked_pages(None) == ()


def test_accents_case_and_marks_do_not_count_in_sorting() -> None:
    assert collation_key("“Ēka”") == collation_key("eka")
