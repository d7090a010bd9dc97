"""The course as readers of a language see it: modules by number, each with its lessons in the order it links them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.navigation import linked_pages
from colabora.schemas import LessonFrontMatter, ModuleFrontMatter
from colabora.training.model import Exercise, Question


@dataclass(frozen=True)
class Lesson:
    """A lesson; `page` is the translation or the English page, tasks are in the order of the page."""

    page: Page
    front_matter: LessonFrontMatter
    questions: tuple[Question, ...]
    exercises: tuple[Exercise, ...]

    @property
    def minutes(self) -> int:
        """Return the time it takes, exercises included."""
        return self.front_matter.duration.teaching + self.front_matter.duration.exercises


@dataclass(frozen=True)
class Module:
    """A module with its lessons; `slug` is its folder."""

    slug: str
    page: Page
    front_matter: ModuleFrontMatter
    lessons: tuple[Lesson, ...]


def make_course(base: KnowledgeBase, locale: str) -> tuple[Module, ...]:
    """Return all modules as readers of a language see them."""
    found = (_module(base, page, locale) for page in base.of_kind(Kind.MODULE, locale))
    return tuple(sorted((m for m in found if m), key=lambda module: module.front_matter.number))


def _module(base: KnowledgeBase, page: Page, locale: str) -> Module | None:
    front = page.front_matter
    if not isinstance(front, ModuleFrontMatter):
        return None
    linked = linked_pages(base.pages[SOURCE_LOCALE].get(page.name))
    own = [p for p in base.of_kind(Kind.LESSON, locale) if posixpath.dirname(p.name) == posixpath.dirname(page.name)]
    own.sort(key=lambda p: (linked.index(p.name) if p.name in linked else len(linked), p.name))
    lessons = (_lesson(base, lesson, locale) for lesson in own)
    return Module(page.slug, page, front, tuple(lesson for lesson in lessons if lesson))


def _lesson(base: KnowledgeBase, page: Page, locale: str) -> Lesson | None:
    front = page.front_matter
    if not isinstance(front, LessonFrontMatter):
        return None
    questions = tuple(q for q in base.questions.get(locale, {}).values() if q.page == page.name)
    exercises = tuple(e for e in base.exercises.get(locale, {}).values() if e.page == page.name)
    return Lesson(page, front, questions, exercises)
