"""The course as data: modules in order, lessons as linked, English texts marked, and what pages say to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from colabora.checks import check_base
from colabora.data_files import Release
from colabora.knowledge_base import KnowledgeBase
from colabora.publishing.view import make_site, make_view
from colabora.rendering import render
from colabora.training.course import make_course
from colabora.training.exports import data_schema, training_files
from colabora.training.linked_data import iso_duration, learning_data, resource
from conftest import ROOT
from small_world import parse, read_world, with_page

RELEASE = Release("1.0", "2026-11-24T08:00:00Z", "CoLabora", "https://example.org/")
LESSON = "training/testing/signs.md"
MODULE = "training/testing/index.md"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """Return the small world, whose exercise writes into an item of the plan."""
    world = read_world(tmp_path_factory.mktemp("world"))
    text = world.pages["en"][LESSON].source
    raw = (ROOT / "tests/cases/world" / text.path).read_text(encoding="utf-8")
    raw = raw.replace("    id: rank-three-signs\n", "    id: rank-three-signs\n    plan: premises/internet-speed\n")
    page, problems = parse(world, text.path, raw.encode())
    assert not problems
    found, problems = check_base(with_page(world, page))
    assert not problems
    return found


def test_a_module_has_its_lessons_with_their_tasks_and_minutes(base: KnowledgeBase) -> None:
    (module,) = make_course(base, "lv")
    (lesson,) = module.lessons
    assert (module.slug, lesson.minutes) == ("testing", 20)
    assert [q.id for q in lesson.questions] == ["strong-sign", "weak-sign"]
    assert [(e.id, e.plan) for e in lesson.exercises] == [("rank-three-signs", "premises/internet-speed")]


def test_every_language_has_its_file_which_keeps_to_the_schema_and_marks_what_is_english(base: KnowledgeBase) -> None:
    files = training_files(base, RELEASE)
    assert set(files) == {"data/schema/training.json", *(f"data/{x}/training.json" for x in base.locales)}
    for locale in base.locales:
        data = json.loads(files[f"data/{locale}/training.json"])
        jsonschema.validate(data, data_schema())
        lesson = data["modules"][0]["lessons"][0]
        assert lesson.get("lang") == (None if locale == "en" else "en")
        assert lesson["page"] == f"{'' if locale == 'en' else f'{locale}/'}training/testing/signs/"
        assert lesson["questions"][0]["objective"] == "rank-signs"


def test_a_module_is_a_course_of_its_lessons_and_a_lesson_a_part_of_it(base: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "overrides/assets").mkdir(parents=True)
    site = make_site(replace(base, root=tmp_path), "https://example.org/")
    course = resource(base, base.pages["en"][MODULE], make_view(site, "en", MODULE, ""), "CoLabora")
    lesson = resource(base, base.pages["en"][LESSON], make_view(site, "en", LESSON, ""), "CoLabora")
    assert (course["@type"], course["timeRequired"], len(course["teaches"])) == ("Course", "PT20M", 2)
    assert course["hasPart"][0]["@id"] == lesson["@id"] == "https://example.org/training/testing/signs/"
    assert (lesson["@type"], lesson["isPartOf"]["@id"]) == ("LearningResource", course["@id"])


def test_nothing_in_a_title_ends_the_script_element(base: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "overrides/assets").mkdir(parents=True)
    site = make_site(replace(base, root=tmp_path), "https://example.org/")
    page = base.pages["en"][LESSON]
    text = learning_data(base, page, make_view(site, "en", LESSON, ""), "</script><!-- & co")
    assert isinstance(text, Markup)
    assert not set("<>&") & set(text)
    assert json.loads(text)["publisher"]["name"] == "</script><!-- & co"


@pytest.mark.parametrize(("minutes", "text"), [(20, "PT20M"), (60, "PT1H"), (140, "PT2H20M"), (0, "PT0M")])
def test_minutes_are_written_as_iso_8601_does(minutes: int, text: str) -> None:
    assert iso_duration(minutes) == text


def test_an_exercise_says_where_its_note_goes_before_its_solution(base: KnowledgeBase) -> None:
    tree = LexborHTMLParser(render(base, base.pages["en"][LESSON]))
    note = tree.css_first(".exercise > colabora-note")
    assert note is not None
    assert (note.attributes["data-list"], note.attributes["data-item"]) == ("premises", "internet-speed")
    link = note.css_first("a")
    assert link is not None
    assert (link.attributes["href"] or "").endswith("checklists/premises.md#item--premises--internet-speed")
    assert link.text() == note.attributes["data-text"]
    after = note.next
    while after is not None and not after.is_element_node:
        after = after.next
    assert after is not None
    assert after.tag == "details"


def test_statements_about_oneself_have_no_verdict_and_lead_on_openly(base: KnowledgeBase) -> None:
    text = """/// question | What can you say?
    id: about-me
    type: self

- [ ] I know a strong sign {#strong}

    Learn about signs.

- [ ] I know a number {#number}

    Learn to decide.
///
"""
    page, _ = parse(base, "docs/en/about/me.md", f"---\ntitle: Me\ndescription: {'x' * 60}\n---\n{text}".encode())
    tree = LexborHTMLParser(render(base, page))
    fold = tree.css_first("details.question-solution")
    assert fold is not None
    assert "open" in fold.attributes
    assert len(fold.css("[data-feedback-for]")) == len(tree.css("input[type=checkbox]")) == 2
    assert not tree.css("[data-right]")
    assert not tree.css("[data-check]")
