"""Checks of questions and exercises that need more than one page: ids of the whole site, objectives, translations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from colabora.blocks import walk
from colabora.checklists.checks import compare_order, is_outdated
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.schemas import ModuleFrontMatter
from colabora.training import rules
from colabora.training.model import Exercise, Question, merge
from colabora.training.module_checks import check_modules, check_plan_items
from colabora.training.parsing import parse_exercises, parse_questions


def with_questions(base: KnowledgeBase) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the knowledge base with its questions as the readers of each language see them, and all problems."""
    written: dict[str, dict[str, list[Question]]] = {}
    exercises: dict[str, dict[str, list[Exercise]]] = {}
    problems: list[Problem] = []
    for locale in base.locales:
        written[locale], exercises[locale] = {}, {}
        for page in base.pages.get(locale, {}).values():
            written[locale][page.name], found = parse_questions(page)
            exercises[locale][page.name], more = parse_exercises(page)
            problems += found + more
    tasks: list[Question | Exercise] = []
    for page in base.pages.get(SOURCE_LOCALE, {}).values():
        own: list[Question | Exercise] = [*written[SOURCE_LOCALE][page.name], *exercises[SOURCE_LOCALE][page.name]]
        problems += [*_check_objectives(base, page, own), *check_plan_items(base, page)]
        tasks += own
    problems += check_modules(base, tasks)
    problems += _check_ids(base)
    english = {q.id: q for page in written.get(SOURCE_LOCALE, {}).values() for q in page if q.id}
    read: dict[str, dict[str, Question]] = {}
    for locale in base.locales:
        own_by_id = {q.id: q for page in written[locale].values() for q in page}
        read[locale] = {
            q.id: merge(q, None if locale == SOURCE_LOCALE else own_by_id.get(q.id)) for q in english.values()
        }
        for name, page in base.pages.get(locale, {}).items():
            source = base.pages[SOURCE_LOCALE].get(name)
            if source and locale != SOURCE_LOCALE:
                problems += _compare(page, source, written[locale][name], written[SOURCE_LOCALE][name])
                problems += _compare_exercises(page, source, exercises[locale][name], exercises[SOURCE_LOCALE][name])
    read_exercises = {locale: _as_read(exercises, locale) for locale in base.locales}
    return replace(base, questions=read, exercises=read_exercises), problems


def _as_read(exercises: Mapping[str, Mapping[str, list[Exercise]]], locale: str) -> dict[str, Exercise]:
    """Return the exercises by id as readers of a language see them: own titles, English facts."""
    own = {one.id: one for page in exercises[locale].values() for one in page}
    english = [one for page in exercises.get(SOURCE_LOCALE, {}).values() for one in page if one.id]
    return {e.id: replace(e, title=own[e.id].title, locale=locale) if e.id in own else e for e in english}


def _check_ids(base: KnowledgeBase) -> Iterator[Problem]:
    """Check that no id stands twice in a language, nor is that of a heading on its page."""
    for locale in base.locales:
        yield from _check_ids_of(list(base.pages.get(locale, {}).values()))


def _check_ids_of(pages: list[Page]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for page in pages:
        headings = {s.id: f"{page.path}:{s.line}" for s in page.sections if s.id}
        for block in walk(list(page.blocks)):
            identifier = block.options.get("id", "")
            if not identifier or block.name not in ("question", "exercise", "checklist"):
                continue
            place = headings.get(identifier) or first.get(identifier)
            if place:
                yield rules.block_id_duplicate.at(page.path, block.option_lines["id"], identifier, place)
            first.setdefault(identifier, f"{page.path}:{block.line}")


def objectives_of(base: KnowledgeBase, page: Page) -> tuple[str, ...] | None:
    """Return the ids of the objectives of the module a page stands in; None if the module can't be read."""
    module = base.pages.get(SOURCE_LOCALE, {}).get(posixpath.join(posixpath.dirname(page.name), "index.md"))
    if module is None or module.kind is not Kind.MODULE:
        return ()
    front = module.front_matter
    return tuple(o.id for o in front.objectives) if isinstance(front, ModuleFrontMatter) else None


def _check_objectives(base: KnowledgeBase, page: Page, own: Sequence[Question | Exercise]) -> Iterator[Problem]:
    known = objectives_of(base, page)
    if known is None:
        return
    lines = {b.line: b.option_lines.get("objective", b.line) for b in walk(list(page.blocks))}
    for one in own:
        if one.objective and one.objective not in known:
            nearest = "".join(get_close_matches(one.objective, known, n=1))
            yield rules.question_objective.at(page.path, lines[one.line], one.objective, nearest)
        elif not one.objective and isinstance(one, Question) and page.kind in (Kind.LESSON, Kind.MODULE):
            yield rules.question_without_objective.at(page.path, one.line)


def _compare(page: Page, source: Page, own: list[Question], english: list[Question]) -> Iterator[Problem]:
    """Hold the questions of a translation and their choices against the English page."""
    outdated = any(is_outdated(page, source, q.line) for q in english)
    yield from compare_order(page.path, own, english, outdated)
    originals = {q.id: q for q in english}
    for question in own:
        original = originals.get(question.id)
        if original:
            is_changed = is_outdated(page, source, original.line)
            yield from compare_order(page.path, question.choices, original.choices, is_changed)
            for choice in question.choices:
                counterpart = original.choice(choice.id)
                if counterpart and counterpart.feedback and not choice.feedback:
                    yield rules.choice_feedback.at(page.path, choice.line, choice.text)


def _compare_exercises(page: Page, source: Page, own: list[Exercise], english: list[Exercise]) -> Iterator[Problem]:
    outdated = any(is_outdated(page, source, e.line) for e in english)
    yield from compare_order(page.path, own, english, outdated)
