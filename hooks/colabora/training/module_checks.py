"""Checks of modules as wholes: objectives, key points, time, what to take first, and items that exercises write into."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from colabora.blocks import walk
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.new_page import check_gaps
from colabora.problems import Problem
from colabora.schemas import LessonFrontMatter, ModuleFrontMatter
from colabora.training import module_rules as rules
from colabora.training.model import Exercise, Question

Tasks = Sequence[Question | Exercise]
Modules = Mapping[str, tuple[Page, ModuleFrontMatter]]


def check_modules(base: KnowledgeBase, tasks: Tasks) -> Iterator[Problem]:
    """Check the English modules with their lessons against the questions and exercises on them."""
    modules = _modules(base)
    for slug, (page, front) in modules.items():
        lessons = lessons_of(base, slug)
        # What is still to be filled in is told of already, and adds up to nothing yet.
        if any(True for one in (page, *(lesson for lesson, _ in lessons)) for _ in check_gaps(one.source)):
            continue
        yield from _check_objectives(page, front, tasks)
        yield from _check_time(page, front, lessons)
        yield from _check_prerequisites(page, slug, front, modules)
        for lesson, its in lessons:
            yield from _check_lesson(lesson, its, [o.id for o in front.objectives])


def _modules(base: KnowledgeBase) -> Modules:
    found = ((page, page.front_matter) for page in base.of_kind(Kind.MODULE))
    return {page.slug: (page, front) for page, front in found if isinstance(front, ModuleFrontMatter)}


def lessons_of(base: KnowledgeBase, module: str, locale: str = SOURCE_LOCALE) -> list[tuple[Page, LessonFrontMatter]]:
    """Return the lessons of a module as a reader of a language sees them, by file name."""
    folder = f"training/{module}"
    pages = (p for p in base.of_kind(Kind.LESSON, locale) if posixpath.dirname(p.name) == folder)
    return [(p, p.front_matter) for p in pages if isinstance(p.front_matter, LessonFrontMatter)]


def _check_objectives(page: Page, front: ModuleFrontMatter, tasks: Tasks) -> Iterator[Problem]:
    folder = posixpath.dirname(page.name)
    checked = {task.objective for task in tasks if posixpath.dirname(task.page) == folder}
    for objective in front.objectives:
        if objective.id not in checked:
            yield rules.objective_untested.at(page.path, page.source.line_of("objectives"), objective.id)


def _check_time(
    page: Page, front: ModuleFrontMatter, lessons: Sequence[tuple[Page, LessonFrontMatter]]
) -> Iterator[Problem]:
    added = sum(lesson.duration.teaching + lesson.duration.exercises for _, lesson in lessons)
    if lessons and added != front.duration:
        yield rules.module_time.at(page.path, page.source.line_of("duration"), front.duration, added)


def _check_prerequisites(page: Page, slug: str, front: ModuleFrontMatter, modules: Modules) -> Iterator[Problem]:
    line = page.source.line_of("prerequisites")
    for wanted in front.prerequisites:
        if wanted not in modules:
            nearest = "".join(get_close_matches(wanted, modules, n=1))
            yield rules.prerequisite.at(page.path, line, wanted, nearest)
    if way := _way_back(slug, modules):
        yield rules.prerequisite_cycle.at(page.path, line, " → ".join(way))


def _way_back(slug: str, modules: Modules) -> tuple[str, ...]:
    """Return how a module leads to itself, shortest way first; nothing if it does not."""
    ways: list[tuple[str, ...]] = [(slug,)]
    seen: set[str] = set()
    for way in ways:
        for wanted in modules[way[-1]][1].prerequisites:
            if wanted == slug:
                return (*way, slug)
            if wanted in modules and wanted not in seen:
                seen.add(wanted)
                ways.append((*way, wanted))
    return ()


def _check_lesson(page: Page, front: LessonFrontMatter, known: Sequence[str]) -> Iterator[Problem]:
    for identifier in front.objectives:
        if identifier not in known:
            nearest = "".join(get_close_matches(identifier, known, n=1))
            yield rules.lesson_objective.at(page.path, page.source.line_of("objectives"), identifier, nearest)
    if not front.key_points:
        yield rules.key_points.at(page.path, page.source.line_of("key_points"))


def check_plan_items(base: KnowledgeBase, page: Page) -> Iterator[Problem]:
    """Check that the items exist that the exercises of an English page write into."""
    lists = base.checklists.get(SOURCE_LOCALE, {}).values()
    items = [f"{one.id}/{item.id}" for one in lists for item in one.items]
    for block in walk(list(page.blocks)):
        found = block.options.get("plan") if block.name == "exercise" else None
        if found is not None and found not in items:
            nearest = "".join(get_close_matches(found, items, n=1))
            yield rules.exercise_plan.at(page.path, block.option_lines["plan"], found, nearest)
